package present

import (
	"bytes"
	"path/filepath"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

func TestImportingARollUpIgnoresItsComparisonSheet(t *testing.T) {
	store := uitest.Store(t, filepath.Join(t.TempDir(), "towns.duckdb"))
	q := data.Query{Regions: []string{"麻阳县"}}
	imp, err := store.Begin(t.Context(), data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for i, body := range []data.Body{{Region: "麻阳县", Unit: "柳河镇"}, {Region: "麻阳县", Unit: "石桥镇"}, {Unit: "麻阳县"}} {
		r := form.Report{Region: body.Region, Unit: body.Unit, Year: 2023, Edition: "2021"}
		for _, k := range []form.Key{{Table: "licensing", Item: "licence", Column: "decisions"}, {Table: "enforcement", Item: "penalty", Column: "decisions"}} {
			r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(5 * (i + 1))), Raw: "5"})
		}
		if _, err := imp.Save(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if again, err := store.RollUp(t.Context(), data.Query{Regions: q.Regions, FromYear: 2023, ToYear: 2023}); err != nil || again.Whole == nil {
		t.Fatalf("nothing is published for the whole (%v)", err)
	}
	for _, language := range words.Languages() {
		var book bytes.Buffer
		if err := WriteRollUp(t.Context(), store, RollUpRequest{Query: q, Language: language}, &book); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "r.xlsx")
		uitest.Write(t, path, book.Bytes())
		results, err := importer.Run(t.Context(), []string{path}, importer.Options{})
		if err != nil || len(results) < 3 {
			t.Fatalf("%s: %d results, %v", language, len(results), err)
		}
		towns := 0
		for _, r := range results {
			if r.Err != nil || r.Report.Year != 2023 {
				t.Errorf("%s: sheet %s: %v", language, r.Sheet, r.Err)
				continue
			}
			if r.Report.Unit != "麻阳县" {
				towns++
			}
		}
		if towns != 2 {
			t.Errorf("%s: %d reports of towns, want 2", language, towns)
		}
	}
}
