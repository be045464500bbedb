-- What the user did, in order, for undo and redo. What a step did is recorded under
-- its number, here or in the table of its kind. A step that is undone has no effect,
-- but nothing of it is deleted.
CREATE TABLE store.steps (
	step_id   BIGINT NOT NULL,
	kind      VARCHAR NOT NULL, -- import, amend, decide or relabel
	import_id BIGINT,           -- of an import
	made_at   TIMESTAMPTZ NOT NULL,
	undone_at TIMESTAMPTZ,      -- NULL while the step has effect
	redo      BIGINT            -- the highest is redone first; NULL if it cannot be redone
);
INSERT INTO store.steps SELECT import_id, 'import', import_id, started_at, undone_at, NULL FROM store.imports;
ALTER TABLE store.imports DROP COLUMN undone_at;

-- Reports without effect, because their step is undone or another one took them
-- back. Their rows in cells, prints and documents stay.
CREATE TABLE store.withdrawn AS SELECT * EXCLUDE (superseded_at) FROM store.revisions WHERE false;

CREATE VIEW store.every_report AS
	SELECT report_id, body_id, year, import_id, previous, 'reports' AS place FROM store.reports
	UNION ALL SELECT report_id, body_id, year, import_id, previous, 'revisions' FROM store.revisions
	UNION ALL SELECT report_id, body_id, year, import_id, previous, 'withdrawn' FROM store.withdrawn;

-- Reports that were given another body or year. The new report is a copy under the
-- right name; NULL if the step itself imported it.
CREATE TABLE store.relabels (
	step_id    BIGINT NOT NULL,
	old_report BIGINT NOT NULL,
	new_report BIGINT,
	reason     VARCHAR NOT NULL
);

CREATE VIEW store.inactive AS
	SELECT r.report_id FROM store.every_report r JOIN store.steps s USING (import_id) WHERE s.undone_at IS NOT NULL
	UNION SELECT l.new_report FROM store.relabels l JOIN store.steps s USING (step_id) WHERE s.undone_at IS NOT NULL AND l.new_report IS NOT NULL
	UNION SELECT l.old_report FROM store.relabels l JOIN store.steps s USING (step_id) WHERE s.undone_at IS NULL;

-- Figures that the user corrected. store.cells keeps the values of the files.
CREATE TABLE store.amendments (
	step_id   BIGINT NOT NULL,
	report_id BIGINT NOT NULL,  -- whose figure was corrected
	body_id   INTEGER NOT NULL, -- of that report, like year
	year      INTEGER NOT NULL,
	table_id  VARCHAR NOT NULL,
	item_id   VARCHAR NOT NULL,
	column_id VARCHAR NOT NULL,
	status    UTINYINT,         -- as in store.cells; NULL: as the file has it
	value     BIGINT,
	reason    VARCHAR NOT NULL,
	made_at   TIMESTAMPTZ NOT NULL
);

CREATE VIEW store.done_amendments AS
	SELECT a.*, c.position FROM store.amendments a JOIN store.steps s USING (step_id) JOIN store.columns c USING (table_id, item_id, column_id)
	WHERE s.undone_at IS NULL;

-- The corrections in effect, at most one for each figure.
CREATE VIEW store.amended AS SELECT * EXCLUDE (n) FROM (
	SELECT *, row_number() OVER (PARTITION BY report_id, position ORDER BY step_id DESC) AS n FROM store.done_amendments)
	WHERE n = 1 AND status IS NOT NULL;

-- Corrections of an earlier file about which the user has not decided yet whether
-- they also apply to the file in force. If that file agrees, nothing is pending.
CREATE VIEW store.pending AS SELECT p.* EXCLUDE (n) FROM (
	SELECT a.*, r.report_id AS in_force, row_number() OVER (PARTITION BY r.report_id, a.position ORDER BY a.report_id DESC, a.step_id DESC) AS n
	FROM store.done_amendments a JOIN store.reports r ON r.body_id = a.body_id AND r.year = a.year AND r.report_id >= a.report_id
	WHERE a.report_id NOT IN (SELECT l.old_report FROM store.relabels l JOIN store.steps s USING (step_id) WHERE s.undone_at IS NULL)) p
	LEFT JOIN store.cells c ON c.report_id = p.in_force AND c.position = p.position
	WHERE n = 1 AND p.status IS NOT NULL AND p.in_force <> p.report_id
		AND NOT coalesce((c.status = p.status OR c.status = 111 AND p.status = 110) AND c.value IS NOT DISTINCT FROM p.value, false);

-- Figures as the files have them, and with corrections.
CREATE OR REPLACE VIEW store.printed AS
	SELECT c.report_id, CAST(c.position AS INTEGER) AS position, CAST(c.ordinal AS INTEGER) AS ordinal,
		CASE c.status WHEN 110 THEN 'number' WHEN 98 THEN 'blank' WHEN 47 THEN 'na' WHEN 116 THEN 'text' ELSE 'noted' END AS status,
		c.value, coalesce(p.raw, store.plain(c.status, c.value)) AS raw, p.sheet,
		coalesce(p.cell, store.letters(CAST(c.place & 16383 AS INTEGER)) || CAST((c.place >> 14) + 1 AS VARCHAR)) AS cell
	FROM store.cells c LEFT JOIN store.prints p ON p.report_id = c.report_id AND p.ordinal = c.ordinal;

CREATE OR REPLACE VIEW store.figures AS
	SELECT f.report_id, f.position, f.ordinal,
		CASE a.status WHEN 110 THEN 'number' WHEN 98 THEN 'blank' WHEN 47 THEN 'na' ELSE f.status END AS status,
		CASE WHEN a.status IS NULL THEN f.value ELSE a.value END AS value,
		f.raw, f.sheet, f.cell, a.status IS NOT NULL AS amended
	FROM store.printed f LEFT JOIN store.amended a ON a.report_id = f.report_id AND a.position = f.position;

-- Every decision on a finding; the latest counts. step_id is NULL for decisions
-- made before there were steps.
ALTER TABLE store.decisions RENAME TO decided;
ALTER TABLE store.decided ADD COLUMN step_id BIGINT;
CREATE VIEW store.decisions AS SELECT * EXCLUDE (n) FROM (
	SELECT d.*, row_number() OVER (PARTITION BY body_id, year, rule, table_id, item_id, column_id ORDER BY coalesce(d.step_id, 0) DESC) AS n
	FROM store.decided d LEFT JOIN store.steps s USING (step_id) WHERE s.undone_at IS NULL)
	WHERE n = 1 AND NOT (decision = '' AND note = '');

-- The step of the answer; NULL as above.
ALTER TABLE store.corrections ADD COLUMN step_id BIGINT;

-- The lines of each import, failures included.
CREATE TABLE store.lines (
	import_id BIGINT NOT NULL,
	number    INTEGER NOT NULL, -- from 0
	verdict   VARCHAR NOT NULL,
	file      VARCHAR NOT NULL,
	sheet     VARCHAR NOT NULL,
	region    VARCHAR NOT NULL,
	unit      VARCHAR NOT NULL,
	year      INTEGER NOT NULL, -- 0 if unknown
	report_id BIGINT,           -- NULL if nothing was saved
	figures   INTEGER NOT NULL,
	findings  INTEGER NOT NULL,
	errors    INTEGER NOT NULL,
	hash      VARCHAR NOT NULL, -- of the original, '' if it is not kept
	chinese   VARCHAR NOT NULL, -- the text
	english   VARCHAR NOT NULL,
	detail    VARCHAR NOT NULL  -- JSON: what is needed to ask again
);

-- Which import answered a line.
CREATE TABLE store.answers (
	import_id  BIGINT NOT NULL,
	of_import  BIGINT NOT NULL,
	of_number  INTEGER NOT NULL
);
