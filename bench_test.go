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
	"nianbao/importer/workbook"
)

// reportFiles writes count reports in the official form: towns with four years each and
// the small counts of a town, which add up as those of most published reports do.
func reportFiles(b *testing.B, count int) string {
	b.Helper()
	folder := b.TempDir()
	for i := range count {
		r := townReport(i/4, 2021+i%4)
		file, err := os.Create(filepath.Join(folder, fmt.Sprintf("%d.xlsx", i)))
		if err != nil {
			b.Fatal(err)
		}
		if err := workbook.WriteForm(file, r, workbook.OneSheet); err != nil {
			b.Fatal(err)
		}
		if err := file.Close(); err != nil {
			b.Fatal(err)
		}
	}
	return folder
}

// townReport is a report of the n-th town, whose counts add up.
func townReport(n, year int) form.Report {
	first, second := []rune(townLetters), []rune(townLetters)
	name := string(first[n/len(second)%len(first)]) + string(second[n%len(second)])
	e := form.EditionOf(year)
	r := form.Report{Agency: "江北市临海区" + name + "镇人民政府", Year: year, Edition: e.ID}
	persons, firms := int64(n%30), int64(n%4)
	for _, k := range e.Keys() {
		value := int64(0)
		switch k.Item {
		case "received", "granted", "outcome-total":
			value = map[string]int64{"natural-person": persons, "business": firms, form.TotalColumnID: persons + firms}[k.Column]
		case "normative-document":
			value = map[string]int64{"in-force": 3}[k.Column]
		case "penalty", "licence":
			value = int64(n*7%400 + year%5)
		}
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(value)})
	}
	return r
}

// townLetters are the letters that the names of the towns consist of.
const townLetters = "安宝昌东丰福高光海河恒华吉嘉江金康乐丽龙明宁平庆荣瑞山盛顺泰天万文兴永玉元云长中"

// BenchmarkImportIntoDuckDB reads report workbooks, checks and stores them.
func BenchmarkImportIntoDuckDB(b *testing.B) {
	const files = 2000
	folder := reportFiles(b, files)
	ctx := context.Background()
	before := processorTime()
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
	b.ReportMetric(float64((processorTime()-before).Microseconds())/1000/float64(files*b.N), "cpu-ms/file")
}
