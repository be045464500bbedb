-- Figures as whole numbers only: texts are what makes a row dear, and nearly
-- all of them follow from the numbers. What does not is kept in store.prints.
ALTER TABLE store.figures RENAME TO printed;

CREATE TABLE store.cells (
	report_id BIGINT NOT NULL,
	position  SMALLINT NOT NULL, -- of store.columns
	ordinal   SMALLINT NOT NULL, -- order in the report
	status    UTINYINT NOT NULL, -- the letter of store.wide.statuses
	value     BIGINT,
	place     BIGINT NOT NULL    -- row * 2^14 + column of a spreadsheet, both from 0; -1: see store.prints
);

-- NULL is what follows from the cell: the number as it is written plainly,
-- nothing for a blank, / for not applicable; the report's first sheet.
CREATE TABLE store.prints (
	report_id BIGINT NOT NULL,
	ordinal   SMALLINT NOT NULL,
	raw       VARCHAR,
	sheet     VARCHAR,
	cell      VARCHAR
);

CREATE MACRO store.plain(status, value) AS CASE
	WHEN status = 98 THEN ''
	WHEN status = 47 THEN '/'
	WHEN status <> 110 THEN NULL
	WHEN value % 1000000 = 0 THEN CAST(value // 1000000 AS VARCHAR)
	ELSE rtrim(CAST(CAST(CAST(value AS DECIMAL(18,0)) * CAST(0.000001 AS DECIMAL(6,6)) AS DECIMAL(18,6)) AS VARCHAR), '0') END;

CREATE MACRO store.letters(n) AS CASE
	WHEN n < 26 THEN chr(65 + n)
	WHEN n < 702 THEN chr(64 + n // 26) || chr(65 + n % 26)
	ELSE chr(65 + (n - 702) // 676) || chr(65 + (n - 702) // 26 % 26) || chr(65 + n % 26) END;

-- The sheet is NULL where it is the report's first one.
CREATE VIEW store.figures AS
	SELECT c.report_id, CAST(c.position AS INTEGER) AS position, CAST(c.ordinal AS INTEGER) AS ordinal,
		CASE c.status WHEN 110 THEN 'number' WHEN 98 THEN 'blank' WHEN 47 THEN 'na' WHEN 116 THEN 'text' ELSE 'noted' END AS status,
		c.value, coalesce(p.raw, store.plain(c.status, c.value)) AS raw, p.sheet,
		coalesce(p.cell, store.letters(CAST(c.place & 16383 AS INTEGER)) || CAST((c.place >> 14) + 1 AS VARCHAR)) AS cell
	FROM store.cells c LEFT JOIN store.prints p ON p.report_id = c.report_id AND p.ordinal = c.ordinal;

-- Reports saved before keep their texts as they were.
INSERT INTO store.cells SELECT report_id, position, ordinal,
	CASE status WHEN 'number' THEN 110 WHEN 'blank' THEN 98 WHEN 'na' THEN 47 WHEN 'text' THEN 116 ELSE 111 END, value, -1
	FROM store.printed ORDER BY report_id, ordinal;
INSERT INTO store.prints SELECT report_id, ordinal, raw, sheet, cell FROM store.printed ORDER BY report_id, ordinal;
DROP TABLE store.printed;

-- Parts of sentences, for the comparison of texts; see phrases.go.
CREATE TABLE store.phrases (
	report_id BIGINT NOT NULL,
	phrase    UBIGINT NOT NULL, -- hash
	length    SMALLINT NOT NULL -- in characters
);

-- The version of the rules that the findings were made with.
CREATE TABLE store.checked (rules INTEGER NOT NULL);
INSERT INTO store.checked VALUES (0);
