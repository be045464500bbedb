-- How much of a report each file gives: form, part or summary.
ALTER TABLE store.documents ADD COLUMN kind VARCHAR;
UPDATE store.documents SET kind = CASE
	WHEN evidence LIKE '%"Field":"unit"%"Place":"tables"%' THEN 'summary'
	WHEN report_id IN (SELECT report_id FROM store.cells JOIN store.columns USING (position) GROUP BY report_id HAVING count(DISTINCT table_id) >= 6) THEN 'form'
	ELSE 'part' END;

-- The sources of a report in force that has more than one, its own file among
-- them; what a source adds, confirms and contradicts is counted in figures.
CREATE TABLE store.sources (
	report_id   BIGINT NOT NULL,
	source_id   BIGINT NOT NULL, -- a report as one file gives it: report_id itself or a revision
	rank        INTEGER NOT NULL, -- from 0, the highest first
	adds        INTEGER NOT NULL,
	confirms    INTEGER NOT NULL,
	contradicts INTEGER NOT NULL
);

-- The figures of a report in force that come from a further source.
CREATE TABLE store.taken (
	report_id BIGINT NOT NULL,
	position  INTEGER NOT NULL,
	source_id BIGINT NOT NULL
);

-- Figures as the sources of a report have them together. A figure from a further
-- source names its file and sheet.
CREATE VIEW store.composed AS
	SELECT p.report_id, p.position, p.ordinal, p.status, p.value, p.raw, p.sheet, p.cell, NULL::VARCHAR AS file
	FROM store.printed p ANTI JOIN store.taken t ON t.report_id = p.report_id AND t.position = p.position
	UNION ALL SELECT t.report_id, t.position, 10000 + t.position, p.status, p.value, p.raw, coalesce(p.sheet, r.sheet), p.cell, r.file
	FROM store.taken t JOIN store.printed p ON p.report_id = t.source_id AND p.position = t.position JOIN store.revisions r ON r.report_id = t.source_id;

CREATE OR REPLACE VIEW store.figures AS
	SELECT f.report_id, f.position, f.ordinal,
		CASE a.status WHEN 110 THEN 'number' WHEN 98 THEN 'blank' WHEN 47 THEN 'na' ELSE f.status END AS status,
		CASE WHEN a.status IS NULL THEN f.value ELSE a.value END AS value,
		f.raw, f.sheet, f.cell, a.status IS NOT NULL AS amended, f.file
	FROM store.composed f LEFT JOIN store.amended a ON a.report_id = f.report_id AND a.position = f.position;

-- The register: what is known of a body beside its name. A body without a row is
-- expected to report, has no other names, and its parent is the place it lies in.
CREATE TABLE store.register (
	body_id   INTEGER NOT NULL,
	kind      VARCHAR NOT NULL,  -- as the user calls it, '' if by its name
	parent_id INTEGER,
	expected  BOOLEAN NOT NULL
);

-- Other names that a body goes by.
CREATE TABLE store.names (
	body_id INTEGER NOT NULL,
	name    VARCHAR NOT NULL
);

-- Reports between which an import asked the user to choose.
CREATE TABLE store.rivals (
	import_id BIGINT NOT NULL,
	region    VARCHAR NOT NULL,
	unit      VARCHAR NOT NULL,
	year      INTEGER NOT NULL,
	hash      VARCHAR NOT NULL,
	sheet     VARCHAR NOT NULL
);

-- Which reports in force contain which others: a district's the towns'. Such a
-- report is never added to what it contains.
CREATE TABLE store.contains (
	report_id BIGINT NOT NULL,
	part_id   BIGINT NOT NULL,
	direct    BOOLEAN NOT NULL -- no report lies between them
);
