-- Work that a transaction left to be done. The transaction that saves its result
-- deletes the row; after a crash, the work is done when the file is next opened.
CREATE TABLE store.due (
	task      VARCHAR NOT NULL, -- 'compare': the findings across reports
	import_id BIGINT NOT NULL   -- whose reports are to be compared; 0 for all
);

-- A row for each transaction that writes, with the token of the one before. A log
-- that belongs to another file, or to another state of this one, breaks the chain.
CREATE TABLE store.links (
	number   BIGINT NOT NULL,
	token    VARCHAR NOT NULL,
	previous VARCHAR NOT NULL
);
INSERT INTO store.links VALUES (0, CAST(uuid() AS VARCHAR), '');

-- The last report of a batch, so that no id is used twice, not even that of a
-- report that was withdrawn.
ALTER TABLE store.batches ADD COLUMN last_report BIGINT;

-- Imports that an earlier version left unfinished.
INSERT INTO store.due SELECT 'compare', import_id FROM store.imports WHERE finished_at IS NULL;
