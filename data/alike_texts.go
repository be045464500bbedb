package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// A text repeats another if at least this share of it, by weight, is also in the other
// one, and if it is long enough.
const (
	alikePercent     = 80 // of another body's text of the year
	alikeLastPercent = 90 // of last year's text, with which everybody starts
	leastText        = 100
)

// textScope says which texts are compared with all others.
type textScope struct {
	every    bool
	importID int64 // otherwise the texts that this import saved; 0 for none
}

// textualPairs is the result of comparing texts.
type textualPairs struct {
	scope    textScope
	subjects []int64 // the reports that were compared, unless all were
	found    []crossFinding
}

// alikeTexts finds reports whose text repeats that of another body in the same
// year, or of the same body in the year before. Unless the scope is every report,
// it compares the new reports with all others, and also those whose repeated report
// is gone; a finding may then be about the other report of a pair.
//
// The weight of a phrase is its length times 1 − ln(bodies that use it) / ln(bodies
// + 20), but at least a tenth of its length. So official phrases hardly count among
// thousands of bodies, while a text that all of twenty bodies share does.
//
// Each report is compared not with all reports that share its phrases but with the
// first and the last of them, and with at least five that share the same phrase. A
// report that repeats a text which others repeat too is found beside one of them,
// and the work grows only with the length of the texts.
//
// The steps are tables of their own. If DuckDB sees them as one statement, it
// misjudges their sizes and takes a hundred times as long.
func (s *Store) alikeTexts(ctx context.Context, conn *sql.Conn, scope textScope) (textualPairs, error) {
	pairs := textualPairs{scope: scope}
	if scope == (textScope{}) {
		return pairs, nil
	}
	condition := ``
	if !scope.every {
		var err error
		if pairs.subjects, err = textSubjects(ctx, conn, scope.importID); err != nil || len(pairs.subjects) == 0 {
			return pairs, err
		}
		condition = ` WHERE report_id IN ` + idList(pairs.subjects)
	}
	err := inSteps(ctx, conn, alikeSteps(condition, scope.every))
	if err == nil {
		pairs.found, err = takeAlikeTexts(ctx, conn)
	}
	return pairs, err
}

// textSubjects are the reports that the import saved, and those that resembled a report
// that it replaced or that no longer exists.
func textSubjects(ctx context.Context, q querier, importID int64) ([]int64, error) {
	ids, err := column[int64](ctx, q, `SELECT report_id FROM store.reports WHERE import_id = ? AND text_digest <> ''
		UNION SELECT f.report_id FROM (SELECT *, detail ->> '$.Against.Unit' AS of_unit FROM store.findings WHERE `+alikeText+`) f
			JOIN store.reports m USING (report_id)
			LEFT JOIN store.reports o ON o.year = CAST(detail ->> '$.Against.Year' AS INTEGER)
				AND o.unit = CASE of_unit WHEN '' THEN m.unit ELSE of_unit END AND o.region = CASE of_unit WHEN '' THEN m.region ELSE detail ->> '$.Against.Region' END
			WHERE o.report_id IS NULL OR o.import_id = ?
		ORDER BY report_id`, importID, importID)
	return ids, err
}

// alikeSteps are the statements that create the table alike_shared: what share of report
// a, by weight, is also in report b.
func alikeSteps(subjects string, every bool) []string {
	theirs := ` WHERE phrase IN (SELECT phrase FROM store.phrases` + subjects + `)`
	concerned := ` WHERE a IN (SELECT report_id FROM alike_subjects) OR b IN (SELECT report_id FROM alike_subjects)`
	if every {
		theirs, concerned = ``, ``
	}
	return []string{
		`CREATE OR REPLACE TEMP TABLE alike_subjects AS SELECT report_id FROM store.reports` + subjects,
		`CREATE OR REPLACE TEMP TABLE alike_used AS SELECT r.report_id, r.body_id, r.year, p.phrase, p.length
			FROM (FROM store.phrases` + theirs + `) p JOIN store.reports r USING (report_id)`,
		`CREATE OR REPLACE TEMP TABLE alike_weights AS ` + phraseWeights(`alike_used`) + ` HAVING sum(uses) > 1 AND weight >= 0.1`,
		`CREATE OR REPLACE TEMP TABLE alike_weighed AS SELECT u.report_id, u.body_id, u.year, u.phrase, u.length * w.weight AS weight
			FROM alike_used u JOIN alike_weights w USING (phrase)`,
		`CREATE OR REPLACE TEMP TABLE alike_ends AS SELECT phrase, year, min(report_id) AS first, max(report_id) AS last
			FROM alike_weighed GROUP BY ALL HAVING first < last`,
		`CREATE OR REPLACE TEMP TABLE alike_pairs AS SELECT DISTINCT least(a, b) AS a, greatest(a, b) AS b FROM (
			SELECT report_id AS a, unnest([first, last]) AS b FROM alike_weighed JOIN alike_ends USING (phrase, year))` + concerned + `
			GROUP BY a, b HAVING count(*) >= 5 AND a <> b`,
		`CREATE OR REPLACE TEMP TABLE alike_shared AS SELECT a, b, sum(x.weight) AS weight
			FROM alike_pairs JOIN alike_weighed x ON x.report_id = a JOIN alike_weighed y ON y.report_id = b AND y.phrase = x.phrase GROUP BY a, b`,
		`INSERT INTO alike_shared SELECT b, a, weight FROM alike_shared`,
		`INSERT INTO alike_shared SELECT a, b, weight FROM (SELECT x.report_id AS a, y.report_id AS b, sum(x.weight) AS weight
			FROM alike_weighed x JOIN alike_weighed y ON y.phrase = x.phrase AND y.body_id = x.body_id AND y.year = x.year - 1 GROUP BY ALL)` + concerned,
		`DELETE FROM alike_shared WHERE weight < ` + fmt.Sprint(leastText*alikePercent/100),
		`CREATE OR REPLACE TEMP TABLE alike_used AS SELECT r.report_id, r.body_id, p.phrase, p.length FROM (FROM store.phrases
			WHERE phrase IN (SELECT phrase FROM store.phrases WHERE report_id IN (SELECT a FROM alike_shared))) p JOIN store.reports r USING (report_id)`,
		`CREATE OR REPLACE TEMP TABLE alike_weights AS ` + phraseWeights(`alike_used`) + ` HAVING weight >= 0.1`,
	}
}

// phraseWeights is the SQL of the weight of each phrase.
func phraseWeights(used string) string {
	return `SELECT phrase, 1 - ln(count(*)) / ln((SELECT count(DISTINCT body_id) + 20 FROM store.reports WHERE text_digest <> '')) AS weight
		FROM (SELECT phrase, body_id, count(*) AS uses FROM ` + used + ` GROUP BY ALL) GROUP BY phrase`
}

// takeAlikeTexts reads the result from the tables of alikeSteps, at most one
// finding for each report, and drops the tables.
func takeAlikeTexts(ctx context.Context, conn *sql.Conn) ([]crossFinding, error) {
	var found []crossFinding
	err := eachRow(ctx, conn, `WITH totals AS (SELECT report_id, sum(u.length * w.weight) AS total FROM alike_used u JOIN alike_weights w USING (phrase)
			WHERE report_id IN (SELECT a FROM alike_shared) GROUP BY report_id HAVING total >= ?)
		SELECT m.report_id, m.body_id, m.year, m.edition, o.report_id, o.body_id, o.year, o.region, o.unit, CAST(floor(100 * least(1, s.weight / total + 1e-9)) AS INTEGER) AS percent
		FROM alike_shared s JOIN totals t ON t.report_id = a JOIN store.reports m ON m.report_id = a JOIN store.reports o ON o.report_id = b
		WHERE percent >= CASE WHEN m.body_id = o.body_id THEN ? ELSE ? END
		QUALIFY row_number() OVER (PARTITION BY m.report_id ORDER BY m.body_id = o.body_id, percent DESC, o.report_id) = 1
		ORDER BY m.report_id`, func(rows *sql.Rows) error {
		var m, o member
		f := form.Finding{Rule: form.RuleLookAlike, Severity: form.SeverityWarning}
		var percent int
		if err := rows.Scan(&m.report, &m.body, &m.year, &f.Edition, &o.report, &o.body, &o.year, &o.region, &o.unit, &percent); err != nil {
			return err
		}
		if m.body == o.body {
			f.Severity = form.SeverityHint
		}
		f.Against = against(m, o, false)
		f.Against.Percent = percent
		found = append(found, crossFinding{m.report, f})
		return nil
	}, leastText, alikeLastPercent, alikePercent)
	if err != nil {
		return nil, err
	}
	var drops []string
	for _, table := range strings.Fields(`alike_subjects alike_used alike_weights alike_weighed alike_ends alike_pairs alike_shared`) {
		drops = append(drops, `DROP TABLE `+table)
	}
	return found, inSteps(ctx, conn, drops)
}

// inSteps runs statements one after another.
func inSteps(ctx context.Context, conn *sql.Conn, statements []string) error {
	for _, statement := range statements {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return duckdbError(err)
		}
	}
	return nil
}

// outdated is the condition for the findings on texts that the comparison replaces.
// It also drops new findings that add nothing to an old one. A report that was not
// itself compared keeps its finding, unless that was about its own text of the year
// before and the new one is about another body.
func (p *textualPairs) outdated(ctx context.Context, q querier) (string, error) {
	if p.scope.every {
		return `true`, nil
	}
	compared, stays := map[int64]bool{}, map[int64]form.Severity{}
	for _, id := range p.subjects {
		compared[id] = true
	}
	err := eachRow(ctx, q, `SELECT report_id, severity FROM store.findings WHERE across AND `+alikeText, func(rows *sql.Rows) error {
		var id int64
		var severity form.Severity
		err := rows.Scan(&id, &severity)
		if !compared[id] {
			stays[id] = severity
		}
		return err
	})
	replaced := append([]int64{0}, p.subjects...)
	kept := p.found[:0]
	for _, c := range p.found {
		before, stays := stays[c.report]
		if stays && (before != form.SeverityHint || c.finding.Severity == form.SeverityHint) {
			continue
		}
		kept, replaced = append(kept, c), append(replaced, c.report)
	}
	p.found = kept
	return `report_id IN ` + idList(replaced), err
}
