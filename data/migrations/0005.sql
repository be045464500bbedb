-- A report's figures in one piece, which compact.go makes: what a page of a
-- table reads. Not compressed, because the engine would expand thousands of
-- neighbours for each report of a page.
CREATE TABLE store.compact (
	report_id BIGINT NOT NULL,
	body_id   INTEGER NOT NULL,
	year      INTEGER NOT NULL,
	edition   VARCHAR NOT NULL,
	findings  INTEGER NOT NULL, -- as in store.wide
	one_row   BOOLEAN NOT NULL,
	figures   BLOB NOT NULL USING COMPRESSION uncompressed
);
