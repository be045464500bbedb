package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
)

// reportFiles writes so many different reports in the official form.
func reportFiles(b *testing.B, count int) string {
	b.Helper()
	folder := b.TempDir()
	e := form.EditionOf(2023)
	for i := range count {
		r := form.Report{Agency: fmt.Sprintf("基准市%c%c区第%d镇人民政府", '一'+i/97%20000, '丁'+i%97, i), Year: 2021 + i%4, Edition: e.ID}
		for n, k := range e.Keys() {
			r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64((i + n) % 40))})
		}
		file, err := os.Create(filepath.Join(folder, fmt.Sprintf("%d.xlsx", i)))
		if err != nil {
			b.Fatal(err)
		}
		if err := importer.WriteForm(file, r, importer.OneSheet); err != nil {
			b.Fatal(err)
		}
		if err := file.Close(); err != nil {
			b.Fatal(err)
		}
	}
	return folder
}

// BenchmarkImportIntoDuckDB reads report workbooks, checks and stores them.
func BenchmarkImportIntoDuckDB(b *testing.B) {
	const files = 2000
	folder := reportFiles(b, files)
	ctx := context.Background()
	for b.Loop() {
		store, err := data.Open(ctx, filepath.Join(b.TempDir(), "bench.duckdb"), data.Options{})
		if err != nil {
			b.Fatal(err)
		}
		imp, err := store.Begin(ctx, data.ImportOptions{Label: "bench"})
		if err != nil {
			b.Fatal(err)
		}
		results, err := importer.Run(ctx, []string{folder}, importer.Options{Save: func(ctx context.Context, r form.Report) error {
			_, err := imp.Save(ctx, r)
			return err
		}})
		if err != nil {
			b.Fatal(err)
		}
		if err := imp.Finish(ctx); err != nil {
			b.Fatal(err)
		}
		for _, r := range results {
			if !r.Saved {
				b.Fatalf("%s: %v", r.File, r.Err)
			}
		}
		if err := store.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(files*b.N)/b.Elapsed().Seconds(), "files/s")
}
