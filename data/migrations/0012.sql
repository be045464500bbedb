-- The repairs proposed for reports with broken identities, for the view findings.
-- They depend on the figures of the report and of last year's: state is the hash of
-- both. A row without a rule says that the report was diagnosed.
CREATE TABLE store.repairs (
	report_id BIGINT NOT NULL,
	state     UBIGINT NOT NULL,
	rule      VARCHAR NOT NULL,
	table_id  VARCHAR NOT NULL,
	item_id   VARCHAR NOT NULL,
	column_id VARCHAR NOT NULL,
	repair    VARCHAR NOT NULL
);

-- They are computed with the findings across reports.
INSERT INTO store.due SELECT 'compare', 0 WHERE EXISTS (SELECT 1 FROM store.reports)
	AND NOT EXISTS (SELECT 1 FROM store.due WHERE task = 'compare' AND import_id = 0);
