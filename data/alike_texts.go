package data

import (
	"context"
	"database/sql"

	"nianbao/data/form"
)

// A text repeats another when at least so much of it, by weight, stands in the
// other too, and when there is enough of it to be the same.
const (
	alikePercent     = 80 // of another body's text of the year
	alikeLastPercent = 90 // of last year's text, which everybody starts from
	leastText        = 100
)

// alikeTexts finds reports whose text repeats another body's of the same year,
// or the body's own of the year before.
//
// A phrase weighs its length, less the more bodies use it: 1 − ln(bodies that
// use it) / ln(bodies + 20), and nothing below a tenth, so that official phrases
// do not count among thousands, while a text that all of twenty share does.
// Each step is materialised: left to itself the engine pairs all reports that
// share any phrase, which is twenty times slower. Pairs to
// compare are neighbours among those that share a phrase, which costs one pass
// however many share it: who repeats a whole text is found beside some other
// who does.
func (s *Store) alikeTexts(ctx context.Context, q querier) ([]crossed, error) {
	var found []crossed
	err := eachRow(ctx, q, `WITH used AS MATERIALIZED (
			SELECT r.report_id, r.body_id, r.year, p.phrase, p.length FROM store.phrases p JOIN store.reports r USING (report_id)),
		bodies AS MATERIALIZED (SELECT count(DISTINCT body_id) AS n FROM used),
		common AS MATERIALIZED (SELECT phrase, 1 - ln(count(DISTINCT body_id)) / ln((SELECT n FROM bodies) + 20) AS weight FROM used GROUP BY phrase HAVING weight >= 0.1),
		weighed AS MATERIALIZED (SELECT u.report_id, u.body_id, u.year, u.phrase, u.length * c.weight AS weight FROM used u JOIN common c USING (phrase)),
		totals AS MATERIALIZED (SELECT report_id, sum(weight) AS total FROM weighed GROUP BY report_id HAVING total >= ?),
		beside AS (SELECT report_id AS a, lag(report_id) OVER (PARTITION BY year, phrase ORDER BY body_id) AS b FROM weighed),
		pairs AS MATERIALIZED (SELECT a, b FROM beside WHERE b IS NOT NULL GROUP BY a, b HAVING count(*) >= 5
			UNION ALL SELECT c.report_id, p.report_id FROM store.reports c JOIN store.reports p ON p.body_id = c.body_id AND p.year = c.year - 1),
		phrased AS MATERIALIZED (SELECT a, b, phrase, weight FROM pairs JOIN weighed x ON x.report_id = a),
		shared AS MATERIALIZED (SELECT a, b, sum(x.weight) AS weight FROM phrased x JOIN weighed y ON y.report_id = b AND y.phrase = x.phrase GROUP BY a, b),
		either AS (SELECT a, b, weight FROM shared UNION ALL SELECT s.b, s.a, s.weight FROM shared s
			JOIN store.reports x ON x.report_id = s.a JOIN store.reports y ON y.report_id = s.b WHERE x.year = y.year)
		SELECT m.report_id, m.body_id, m.year, o.report_id, o.body_id, o.year, o.region, o.unit, CAST(floor(100 * weight / total) AS INTEGER) AS percent
		FROM either JOIN totals t ON t.report_id = a JOIN store.reports m ON m.report_id = a JOIN store.reports o ON o.report_id = b
		WHERE percent >= CASE WHEN m.body_id = o.body_id THEN ? ELSE ? END
		QUALIFY row_number() OVER (PARTITION BY m.report_id ORDER BY m.body_id = o.body_id, percent DESC, o.report_id) = 1
		ORDER BY m.report_id`, func(rows *sql.Rows) error {
		var m, o member
		f := form.Finding{Rule: "look-alike", Severity: form.SeverityWarning}
		var percent int
		if err := rows.Scan(&m.report, &m.body, &m.year, &o.report, &o.body, &o.year, &o.region, &o.unit, &percent); err != nil {
			return err
		}
		if m.body == o.body {
			f.Severity = form.SeverityHint
		}
		f.Against = against(m, o, false)
		f.Against.Percent = percent
		found = append(found, crossed{m.report, f})
		return nil
	}, leastText, alikeLastPercent, alikePercent)
	return found, err
}
