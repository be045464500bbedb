-- How much of a report each file gives: form, part or summary.
ALTER TABLE store.documents ADD COLUMN kind VARCHAR;
UPDATE store.documents SET kind = CASE
	WHEN evidence LIKE '%"Field":"unit"%"Place":"tables"%' THEN 'summary'
	WHEN report_id IN (SELECT report_id FROM store.cells JOIN store.columns USING (position) GROUP BY report_id HAVING count(DISTINCT table_id) >= 6) THEN 'form'
	ELSE 'part' END;

-- The sources of reports in force that have several, their own file included, with
-- the number of figures that a source adds, confirms and contradicts.
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

-- The figures of a report, combined from its sources. A figure from a further
-- source has that source's file and sheet.
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

-- The register: the user's entries about bodies. A body without a row is expected
-- to report, has no other names, and is below the place that its region names.
CREATE TABLE store.register (
	body_id   INTEGER NOT NULL,
	kind      VARCHAR NOT NULL,  -- as the user calls it, '' if it follows from the name
	parent_id INTEGER,
	expected  BOOLEAN NOT NULL
);

-- The other names of bodies.
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

-- Which reports in force contain others, as a district's report contains its
-- towns'. Such a report is never added to those that it contains.
CREATE TABLE store.contains (
	report_id BIGINT NOT NULL,
	part_id   BIGINT NOT NULL,
	direct    BOOLEAN NOT NULL -- there is no report between them
);
