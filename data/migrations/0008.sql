-- The originals that a backup carries inside the one file that it is; empty in
-- a database whose originals lie beside it.
CREATE TABLE store.kept_originals (
	hash    VARCHAR NOT NULL, -- sha256 in hex
	name    VARCHAR NOT NULL,
	content BLOB NOT NULL
);
