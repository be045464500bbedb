package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"testing"
	"time"

	"nianbao/data/form"
)

// bulkReports is the number of reports that bulk makes; all others are copies of them in
// other regions.
const bulkReports = 30_000

// bulk fills the tables that queries over many reports read. It runs no checks, and
// stores single figures only for the first reports: so 400,000 reports take a minute
// instead of half an hour.
func bulk(b *testing.B, s *Store, n int) {
	b.Helper()
	conn, err := s.db.Conn(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close()
	entries := bulkEntries(b, s, 0, min(n, bulkReports))
	err = inTransaction(b.Context(), conn, func() error {
		return appendRows(conn, func(add func(string, []driver.Value, error) error) error { return bulkRows(s, entries, add) })
	})
	if err != nil {
		b.Fatal(err)
	}
	for first := bulkReports; first < n; first += bulkReports {
		if err := inTransaction(b.Context(), conn, func() error { return copyBulk(b.Context(), conn, first, n) }); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := conn.ExecContext(context.WithoutCancel(b.Context()), `CHECKPOINT nianbao`); err != nil {
		b.Fatal(err)
	}
}

// copyBulk copies those reports; the copies have ids from first on.
func copyBulk(ctx context.Context, conn *sql.Conn, first, n int) error {
	for table, replace := range map[string]string{
		"wide":     `report_id + %[1]d AS report_id, body_id + %[1]d // 10 AS body_id, region || '%[1]d' AS region`,
		"compact":  `report_id + %[1]d AS report_id, body_id + %[1]d // 10 AS body_id`,
		"metrics":  `report_id + %[1]d AS report_id, body_id + %[1]d // 10 AS body_id, region || '%[1]d' AS region`,
		"reports":  `report_id + %[1]d AS report_id, body_id + %[1]d // 10 AS body_id, region || '%[1]d' AS region`,
		"findings": `report_id + %[1]d AS report_id`,
		"bodies":   `body_id + %[1]d // 10 AS body_id, region || '%[1]d' AS region`,
	} {
		id, last := `report_id`, min(bulkReports, n-first)
		if table == "bodies" {
			id, last = `body_id`, last/10
		}
		statement := fmt.Sprintf(`INSERT INTO store.`+table+` SELECT * REPLACE (`+replace+`) FROM store.`+table+` WHERE `+id+` <= %[2]d ORDER BY `+id, first, last)
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

func bulkEntries(b *testing.B, s *Store, from, to int) []*storedReport {
	var list []*storedReport
	for i := from; i < to; i++ {
		e := &storedReport{report: synthetic(i), id: int64(i + 1), body: i/10 + 1, importID: 1, importedAt: time.Unix(0, 0)}
		if err := e.findPositions(s.columns); err != nil {
			b.Error(err)
			break
		}
		if i%20 == 0 {
			e.findings = []form.Finding{{Rule: "balance", Severity: form.SeverityError}}
		}
		list = append(list, e)
	}
	return list
}

func bulkRows(s *Store, entries []*storedReport, add func(string, []driver.Value, error) error) error {
	for _, e := range entries {
		if e.id%10 == 1 {
			if err := add("bodies", []driver.Value{int32(e.body), e.report.Region, e.report.Unit}, nil); err != nil {
				return err
			}
		}
		write := s.appendInForce
		if e.id <= 1000 {
			write = s.appendEntry
		}
		if err := write(e, add); err != nil {
			return err
		}
	}
	return nil
}
