-- The originals inside a backup; empty in a database whose originals are beside it.
CREATE TABLE store.kept_originals (
	hash    VARCHAR NOT NULL, -- sha256 in hex
	name    VARCHAR NOT NULL,
	content BLOB NOT NULL
);
