-- Choices of the user under a name: the Query and what the window adds to it.
CREATE TABLE store.saved_views (
	name         VARCHAR NOT NULL,
	query        VARCHAR NOT NULL, -- JSON of the Query
	window_state VARCHAR NOT NULL, -- the window's own
	saved_at     TIMESTAMPTZ NOT NULL
);
