-- The figure columns of store.wide are not listed here: they follow from the
-- form and are added when a file is opened.
CREATE SCHEMA store;

CREATE TABLE store.columns (
	position  INTEGER NOT NULL,
	table_id  VARCHAR NOT NULL,
	item_id   VARCHAR NOT NULL,
	column_id VARCHAR NOT NULL,
	name      VARCHAR NOT NULL
);

CREATE TABLE store.generated (views VARCHAR NOT NULL);

CREATE TABLE store.bodies (
	body_id INTEGER NOT NULL,
	region  VARCHAR NOT NULL,
	unit    VARCHAR NOT NULL
);

CREATE TABLE store.imports (
	import_id   BIGINT NOT NULL,
	label       VARCHAR NOT NULL,
	sample      BOOLEAN NOT NULL,
	started_at  TIMESTAMPTZ NOT NULL,
	finished_at TIMESTAMPTZ,
	undone_at   TIMESTAMPTZ,
	imported    INTEGER NOT NULL,
	replaced    INTEGER NOT NULL,
	unchanged   INTEGER NOT NULL,
	last_report BIGINT NOT NULL
);

-- After its commit, a batch is looked up here: if the commit was silently rolled
-- back, there is no row.
CREATE TABLE store.batches (
	batch_id  BIGINT NOT NULL,
	import_id BIGINT NOT NULL,
	reports   INTEGER NOT NULL
);

CREATE TABLE store.reports (
	report_id   BIGINT NOT NULL,
	body_id     INTEGER NOT NULL,
	unit        VARCHAR NOT NULL,
	region      VARCHAR NOT NULL,
	agency      VARCHAR NOT NULL,
	year        INTEGER NOT NULL,
	edition     VARCHAR NOT NULL,
	title       VARCHAR NOT NULL,
	file        VARCHAR NOT NULL,
	sheet       VARCHAR NOT NULL,
	hash        VARCHAR NOT NULL,
	digest      VARCHAR NOT NULL,
	text_digest VARCHAR NOT NULL,
	import_id   BIGINT NOT NULL,
	imported_at TIMESTAMPTZ NOT NULL,
	previous    BIGINT,
	figures     INTEGER NOT NULL
);

-- The columns of store.reports, and when the report was superseded.
CREATE TABLE store.revisions (
	report_id   BIGINT NOT NULL,
	body_id     INTEGER NOT NULL,
	unit        VARCHAR NOT NULL,
	region      VARCHAR NOT NULL,
	agency      VARCHAR NOT NULL,
	year        INTEGER NOT NULL,
	edition     VARCHAR NOT NULL,
	title       VARCHAR NOT NULL,
	file        VARCHAR NOT NULL,
	sheet       VARCHAR NOT NULL,
	hash        VARCHAR NOT NULL,
	digest      VARCHAR NOT NULL,
	text_digest VARCHAR NOT NULL,
	import_id   BIGINT NOT NULL,
	imported_at TIMESTAMPTZ NOT NULL,
	previous    BIGINT,
	figures     INTEGER NOT NULL,
	superseded_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE store.wide (
	report_id BIGINT NOT NULL,
	body_id   INTEGER NOT NULL,
	unit      VARCHAR NOT NULL,
	region    VARCHAR NOT NULL,
	year      INTEGER NOT NULL,
	edition   VARCHAR NOT NULL,
	one_row   BOOLEAN NOT NULL, -- whether it prints （六）其他处理 as one row
	findings  INTEGER NOT NULL, -- in the report by itself
	errors    INTEGER NOT NULL,
	statuses  VARCHAR NOT NULL  -- a character for each position of store.columns
);

CREATE TABLE store.figures (
	report_id BIGINT NOT NULL,
	position  INTEGER NOT NULL,
	ordinal   INTEGER NOT NULL,
	status    VARCHAR NOT NULL,
	value     BIGINT,
	raw       VARCHAR NOT NULL,
	sheet     VARCHAR NOT NULL,
	cell      VARCHAR NOT NULL
);

CREATE TABLE store.documents (
	report_id BIGINT NOT NULL,
	narrative VARCHAR NOT NULL, -- JSON
	evidence  VARCHAR NOT NULL, -- JSON
	remarks   VARCHAR NOT NULL  -- JSON
);

CREATE TABLE store.findings (
	report_id   BIGINT NOT NULL,
	ordinal     INTEGER NOT NULL,
	across      BOOLEAN NOT NULL, -- found by comparing with other reports
	rule        VARCHAR NOT NULL,
	severity    VARCHAR NOT NULL,
	table_id    VARCHAR NOT NULL,
	item_id     VARCHAR NOT NULL,
	column_id   VARCHAR NOT NULL,
	verdict     VARCHAR,
	left_value  BIGINT,
	right_value BIGINT,
	message     VARCHAR NOT NULL,
	detail      VARCHAR NOT NULL -- JSON of the form.Finding
);

-- The user's decisions on findings. They belong to a body, year, rule and figure,
-- so that they survive new checks and new revisions.
CREATE TABLE store.decisions (
	body_id    INTEGER NOT NULL,
	year       INTEGER NOT NULL,
	rule       VARCHAR NOT NULL,
	table_id   VARCHAR NOT NULL,
	item_id    VARCHAR NOT NULL,
	column_id  VARCHAR NOT NULL,
	decision   VARCHAR NOT NULL,
	note       VARCHAR NOT NULL,
	decided_at TIMESTAMPTZ NOT NULL
);
