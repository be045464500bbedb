-- The object of a step, for the menu: the label of a list, or the former name and
-- the new one.
ALTER TABLE store.steps ADD COLUMN label VARCHAR;

-- The user's entries about bodies, a row for each field that a step changed. The
-- latest step that is not undone counts.
DROP TABLE store.register;
DROP TABLE store.names;
CREATE TABLE store.edits (
	step_id BIGINT NOT NULL,
	number  INTEGER NOT NULL, -- in the step, from 0
	body_id INTEGER NOT NULL,
	field   VARCHAR NOT NULL, -- region, unit, agency, kind, parent, expected, listed or name
	region  VARCHAR NOT NULL, -- of another name, '' for the body's own region; '' for the other fields
	name    VARCHAR NOT NULL, -- another name; '' for the other fields
	before  VARCHAR NOT NULL,
	after   VARCHAR NOT NULL
);

CREATE VIEW store.held AS
	SELECT body_id, field, e.region, e.name,
		coalesce(arg_max(CASE WHEN s.undone_at IS NULL THEN e.after END, e.step_id * 16777216 + e.number), arg_min(e.before, e.step_id * 16777216 + e.number)) AS value
	FROM store.edits e JOIN store.steps s USING (step_id) GROUP BY ALL;

-- The register: the user's entries about bodies. A body without a row is expected
-- to report and is below the place that its region names.
CREATE VIEW store.register AS
	SELECT body_id,
		coalesce(max(CASE WHEN field = 'agency' THEN value END), '') AS agency,
		coalesce(max(CASE WHEN field = 'kind' THEN value END), '') AS kind,
		try_cast(max(CASE WHEN field = 'parent' THEN nullif(value, '') END) AS INTEGER) AS parent_id,
		coalesce(max(CASE WHEN field = 'expected' THEN value END), 'yes') = 'yes' AS expected,
		coalesce(max(CASE WHEN field = 'listed' THEN value END), '') = 'yes' AS listed
	FROM store.held GROUP BY body_id;

-- The other names of bodies.
CREATE VIEW store.names AS SELECT body_id, region, name FROM store.held WHERE field = 'name' AND value = 'yes';

-- The bodies of the register: those that the user listed, and those with reports.
CREATE VIEW store.known AS
	SELECT body_id FROM store.reports UNION SELECT body_id FROM store.register WHERE listed;
