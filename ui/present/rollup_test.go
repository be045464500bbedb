package present

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/uitest"
)

func TestTheRollUpOfADistrictIsWrittenAsAFormThatReadsBack(t *testing.T) {
	store := uitest.SampleStore(t)
	var book bytes.Buffer
	request := RollUpRequest{Query: data.Query{Regions: []string{"示例市示例区"}}}
	if err := WriteRollUp(t.Context(), store, request, &book); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "示例市示例区人民政府2024年汇总.xlsx")
	uitest.Write(t, path, book.Bytes())
	sums, err := store.RollUp(t.Context(), data.Query{Regions: request.Query.Regions, ToYear: 2024})
	if err != nil || len(sums.Bodies) != 8 {
		t.Fatalf("the roll-up adds %d bodies (%v)", len(sums.Bodies), err)
	}
	read := importOne(t, path)
	for _, f := range sums.Report.Figures {
		if got := read.Figure(f.Key); got == nil || got.Status != f.Status || got.Value != f.Value {
			t.Errorf("%s reads %+v, want %s", f.Key, got, f.Value)
		}
	}
}

func importOne(t *testing.T, path string) form.Report {
	t.Helper()
	var list []form.Report
	_, err := importer.Run(t.Context(), []string{path}, importer.Options{Save: func(_ context.Context, r form.Report) error {
		list = append(list, r)
		return nil
	}})
	if err != nil || len(list) != 1 {
		t.Fatalf("%s holds %d reports (%v)", path, len(list), err)
	}
	return list[0]
}

func TestThereIsNoRollUpOfNothing(t *testing.T) {
	store := uitest.SampleStore(t)
	err := WriteRollUp(t.Context(), store, RollUpRequest{Query: data.Query{FromYear: 1990, ToYear: 1991}}, &bytes.Buffer{})
	if !errors.Is(err, data.ErrUnknownReport) {
		t.Errorf("a roll-up of nothing gives %v", err)
	}
}
