package data

import (
	"context"
	"database/sql/driver"
	"testing"
	"time"

	"nianbao/data/form"
)

// bulk fills the tables that queries over many reports read, without checking
// and without the single figures but of the first reports: 400,000 reports take
// minutes instead of half an hour.
func bulk(b *testing.B, s *Store, n int) {
	b.Helper()
	conn, err := s.db.Conn(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close()
	const chunk = 20_000
	made := make(chan []*entry, 1)
	go func() {
		defer close(made)
		for from := 0; from < n; from += chunk {
			made <- bulkEntries(b, s, from, min(n, from+chunk))
		}
	}()
	for entries := range made {
		err := inTransaction(b.Context(), conn, func() error {
			return appendRows(conn, func(add func(string, []driver.Value, error) error) error { return bulkRows(s, entries, add) })
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if _, err := conn.ExecContext(context.WithoutCancel(b.Context()), `CHECKPOINT nianbao`); err != nil {
		b.Fatal(err)
	}
}

func bulkEntries(b *testing.B, s *Store, from, to int) []*entry {
	var list []*entry
	for i := from; i < to; i++ {
		e := &entry{report: synthetic(i), id: int64(i + 1), body: i/10 + 1, importID: 1, importedAt: time.Unix(0, 0)}
		if err := e.place(s.columns); err != nil {
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

func bulkRows(s *Store, entries []*entry, add func(string, []driver.Value, error) error) error {
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
