-- What is still to be done for what was saved: written in the transaction that
-- makes it due, removed in the one that does it, done at the next opening where
-- a crash came between.
CREATE TABLE store.due (
	task      VARCHAR NOT NULL, -- 'compare': the findings across reports
	import_id BIGINT NOT NULL   -- whose reports are to be compared; 0 for all
);

-- One row a transaction that writes, each with the token of the one before: a
-- log that belongs to another file, or to another state of this one, breaks the
-- chain.
CREATE TABLE store.links (
	number   BIGINT NOT NULL,
	token    VARCHAR NOT NULL,
	previous VARCHAR NOT NULL
);
INSERT INTO store.links VALUES (0, CAST(uuid() AS VARCHAR), '');

-- The last report of a batch, so that no id is given twice, not even that of a
-- report that was taken back.
ALTER TABLE store.batches ADD COLUMN last_report BIGINT;

-- Half an import of before has no number of its reports yet.
INSERT INTO store.due SELECT 'compare', import_id FROM store.imports WHERE finished_at IS NULL;
