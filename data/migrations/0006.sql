-- What each report adds to the form's metrics. metrics.go makes the whole of
-- the table from store.wide, again where the metrics changed.
CREATE TABLE store.metrics (
	report_id BIGINT NOT NULL
);
