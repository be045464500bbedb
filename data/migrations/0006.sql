-- What each report adds to the sums of metrics. metrics.go computes the table from
-- store.wide, and again if the metrics have changed.
CREATE TABLE store.metrics (
	report_id BIGINT NOT NULL
);
