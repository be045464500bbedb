package data

import (
	"context"
	"errors"
	"testing"
)

func BenchmarkCheckOfOneReport(b *testing.B) {
	s := openStore(b)
	r := synthetic(3)
	b.ReportAllocs()
	for b.Loop() {
		s.checker.Check(&r)
	}
}

// BenchmarkAcross measures the comparison at the end of an import. The texts consist of
// sixty phrases: twenty official ones, thirty of the body's own, ten new ones.
func BenchmarkAcross(b *testing.B) {
	s := filled(b)
	conn, err := s.db.Conn(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close()
	for _, statement := range []string{`DELETE FROM store.phrases`, `INSERT INTO store.phrases SELECT report_id,
		CASE WHEN i < 20 THEN hash(report_id * 7919 % 200 + i * 31 % 200) WHEN i < 50 THEN hash(body_id * 1000 + i) ELSE hash(report_id * 100000 + i) END, 12 + i % 9
		FROM store.reports, range(60) r(i)`,
		`UPDATE store.reports SET text_digest = 'x', import_id = 2 - CAST(report_id % 100 > 0 AS INTEGER)`} { // the second import saved one report in a hundred
		if _, err := conn.ExecContext(b.Context(), statement); err != nil {
			b.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		run  func(context.Context, querier, reportScopes) ([]crossFinding, error)
	}{{"chain", s.brokenLinks}, {"jumps", s.jumps}, {"alike-tables", s.alikeTables},
		{"all-of-these", func(ctx context.Context, q querier, _ reportScopes) ([]crossFinding, error) {
			_, chain := s.brokenLinks(ctx, q, nil)
			_, jumps := s.jumps(ctx, q, nil)
			_, tables := s.alikeTables(ctx, q, nil)
			return nil, errors.Join(chain, jumps, tables)
		}},
		{"all-texts", func(ctx context.Context, _ querier, _ reportScopes) ([]crossFinding, error) {
			pairs, err := s.alikeTexts(ctx, conn, textScope{every: true})
			return pairs.found, err
		}},
		{"texts-of-an-import", func(ctx context.Context, _ querier, _ reportScopes) ([]crossFinding, error) {
			pairs, err := s.alikeTexts(ctx, conn, textScope{importID: 2})
			return pairs.found, err
		}}} {
		b.Run(c.name, func(b *testing.B) {
			percentiles(b, func(ctx context.Context) error { _, err := c.run(ctx, conn, nil); return err })
		})
	}
}

func BenchmarkRecheck(b *testing.B) {
	s := filled(b)
	for b.Loop() {
		if err := s.Recheck(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(*reports)*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}
