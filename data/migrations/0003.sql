-- Saved views: a Query, and what the window saves with it.
CREATE TABLE store.saved_views (
	name         VARCHAR NOT NULL,
	query        VARCHAR NOT NULL, -- JSON of the Query
	window_state VARCHAR NOT NULL, -- in the window's own format
	saved_at     TIMESTAMPTZ NOT NULL
);
