-- What the user said about whose report a file holds, so that the next file of
-- the same source need not be asked about. One row a file and sheet.
CREATE TABLE store.corrections (
	file       VARCHAR NOT NULL,
	sheet      VARCHAR NOT NULL,
	title      VARCHAR NOT NULL,
	found      VARCHAR NOT NULL, -- region and unit that the file itself named
	found_year INTEGER NOT NULL, -- 0 if it named none
	region     VARCHAR NOT NULL,
	unit       VARCHAR NOT NULL,
	year       INTEGER NOT NULL,
	made_at    TIMESTAMPTZ NOT NULL
);
