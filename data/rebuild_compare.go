package data

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"strings"

	"nianbao/data/form"
)

// DifferenceKind says what differs between a database and the one rebuilt from it.
type DifferenceKind uint8

// The kinds of differences.
const (
	HeadDiffers    DifferenceKind = iota // agency, title, edition or sheet of a report
	FigureDiffers                        // a figure: its value, status, text or place
	SumDiffers                           // a figure that is stored as a sum of others
	TextDiffers                          // narrative, evidence or remarks of a report
	FindingDiffers                       // a finding is in only one of the two
	RecordDiffers                        // rows of a table that was copied
)

// Differs is one difference. Before and After are the values in the two databases, "" if
// there is none.
type Differs struct {
	Kind          DifferenceKind
	Body          Body
	Year          int
	What          string // the field, rule or table, as the store names it
	Key           form.Key
	Before, After string
}

// mostDifferences is how many differences are listed; all are counted.
const mostDifferences = 1000

// compare compares the new database with its source, report by report and figure by
// figure. Reports that could not be read are left out: they are listed as missing.
func (r *rebuild) compare(ctx context.Context) error {
	r.figureDiffers = map[reportKey]bool{}
	for _, step := range []func(context.Context) error{r.compareHeads, r.compareFigures, r.compareSums, r.compareTexts, r.compareFindings, r.compareRecords} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("compare: %w", err)
		}
	}
	return r.conn.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM store.reports), (SELECT count(*) FROM store.revisions), (SELECT coalesce(sum(figures), 0)::BIGINT FROM store.reports)`).
		Scan(&r.result.Reports, &r.result.Revisions, &r.result.Figures)
}

// list collects the differences that a query finds. Its columns are region, unit, year,
// what, table, item, column, before, after.
func (r *rebuild) list(ctx context.Context, kind DifferenceKind, query string, args ...any) error {
	return eachRow(ctx, r.conn, query, func(rows *sql.Rows) error {
		d := Differs{Kind: kind}
		var before, after sql.NullString
		err := rows.Scan(&d.Body.Region, &d.Body.Unit, &d.Year, &d.What, &d.Key.Table, &d.Key.Item, &d.Key.Column, &before, &after)
		d.Before, d.After = before.String, after.String
		report := reportKey{d.Body.Region, d.Body.Unit, d.Year}
		if kind == SumDiffers && r.figureDiffers[report] {
			return err // it wraps the cause
		}
		if kind == FigureDiffers {
			r.figureDiffers[report] = true
		}
		r.result.Different++
		if len(r.result.Differences) < mostDifferences {
			r.result.Differences = append(r.result.Differences, d)
		}
		return err
	}, args...)
}

func (r *rebuild) compareHeads(ctx context.Context) error {
	for _, table := range []string{"reports", "revisions", "withdrawn"} {
		for _, field := range []string{"agency", "title", "edition", "sheet"} {
			err := r.list(ctx, HeadDiffers, `SELECT n.region, n.unit, n.year, ?, '', '', '', o.`+field+`, n.`+field+`
				FROM store.`+table+` n JOIN source.store.`+table+` o USING (report_id) WHERE o.`+field+` IS DISTINCT FROM n.`+field+` ORDER BY report_id`, field)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// figuresOf is the SQL of all figures of one database, of the reports in a range.
func figuresOf(database string) string {
	return `SELECT f.report_id, c.table_id, c.item_id, c.column_id,
			f.status || coalesce(' ' || CAST(f.value AS VARCHAR), '') AS figure, f.raw, coalesce(f.sheet, r.sheet) || ' ' || f.cell AS place
		FROM ` + database + `.store.figures f JOIN ` + database + `.store.columns c USING (position)
			JOIN (SELECT report_id, sheet FROM ` + database + `.store.reports UNION ALL SELECT report_id, sheet FROM ` + database + `.store.revisions
				UNION ALL SELECT report_id, sheet FROM ` + database + `.store.withdrawn) r USING (report_id)
		WHERE f.report_id BETWEEN ? AND ?`
}

// compareFigures compares in portions, so that memory stays bounded.
func (r *rebuild) compareFigures(ctx context.Context) error {
	const portion = 5000
	for i := 0; i < len(r.recorded); i += portion {
		first, last := r.recorded[i].id, int64(math.MaxInt64) // ids in between belong to copies under another name
		if i+portion < len(r.recorded) {
			last = r.recorded[i+portion].id - 1
		}
		err := r.list(ctx, FigureDiffers, `SELECT w.region, w.unit, w.year, '', table_id, item_id, column_id,
				o.figure || ' “' || o.raw || '” ' || o.place, n.figure || ' “' || n.raw || '” ' || n.place
			FROM (`+figuresOf("source")+`) o FULL JOIN (`+figuresOf("nianbao")+`) n USING (report_id, table_id, item_id, column_id)
			JOIN (SELECT report_id, region, unit, year FROM store.reports UNION ALL SELECT report_id, region, unit, year FROM store.revisions
				UNION ALL SELECT report_id, region, unit, year FROM store.withdrawn) w USING (report_id)
			WHERE o.figure IS DISTINCT FROM n.figure OR o.raw IS DISTINCT FROM n.raw OR o.place IS DISTINCT FROM n.place
			ORDER BY report_id, table_id, item_id, column_id`, first, last, first, last)
		if err != nil {
			return err
		}
	}
	return nil
}

// compareSums compares the wide tables, which also hold the sums of groups. It lists
// reports whose figures are otherwise equal.
func (r *rebuild) compareSums(ctx context.Context) error {
	names, err := column[string](ctx, r.conn, `SELECT name FROM store.columns JOIN source.store.columns o USING (name) ORDER BY name`)
	if err != nil {
		return err
	}
	fields := strings.Join(names, ", ")
	return r.list(ctx, SumDiffers, `WITH differing AS (
			(SELECT report_id, one_row, `+fields+` FROM store.wide EXCEPT SELECT report_id, one_row, `+fields+` FROM source.store.wide))
		SELECT region, unit, year, '', '', '', '', '', '' FROM store.reports WHERE report_id IN (SELECT report_id FROM differing) ORDER BY report_id`)
}

func (r *rebuild) compareTexts(ctx context.Context) error {
	for _, field := range []string{"narrative", "evidence", "remarks"} {
		err := r.list(ctx, TextDiffers, `SELECT w.region, w.unit, w.year, ?, '', '', '', o.`+field+`, n.`+field+`
			FROM store.documents n JOIN source.store.documents o USING (report_id)
			JOIN (SELECT report_id, region, unit, year FROM store.reports UNION ALL SELECT report_id, region, unit, year FROM store.revisions
				UNION ALL SELECT report_id, region, unit, year FROM store.withdrawn) w USING (report_id)
			WHERE o.`+field+` IS DISTINCT FROM n.`+field+` ORDER BY report_id`, field)
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *rebuild) compareFindings(ctx context.Context) error {
	const fields = ` report_id, across, rule, severity, table_id, item_id, column_id, verdict, left_value, right_value, message `
	for _, side := range []struct{ have, lack, columns string }{
		{"source", "nianbao", `message, NULL`}, {"nianbao", "source", `NULL, message`},
	} {
		err := r.list(ctx, FindingDiffers, `WITH more AS (SELECT`+fields+`FROM `+side.have+`.store.findings EXCEPT ALL SELECT`+fields+`FROM `+side.lack+`.store.findings)
			SELECT region, unit, year, rule, table_id, item_id, column_id, `+side.columns+` FROM more JOIN store.reports USING (report_id) ORDER BY report_id, rule, table_id, item_id, column_id, message`)
		if err != nil {
			return err
		}
	}
	return nil
}

// compareRecords makes sure that the copied tables are complete.
func (r *rebuild) compareRecords(ctx context.Context) error {
	tables, err := r.recordTables(ctx)
	if err != nil {
		return err
	}
	for _, table := range tables {
		var differing int
		err := r.conn.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM (FROM store.`+table+` EXCEPT ALL FROM source.store.`+table+`)) + (SELECT count(*) FROM (FROM source.store.`+table+` EXCEPT ALL FROM store.`+table+`))`).Scan(&differing)
		if err != nil {
			return err
		}
		if differing > 0 {
			r.result.Different++
			r.result.Differences = append(r.result.Differences, Differs{Kind: RecordDiffers, What: table})
		}
	}
	return nil
}
