package present

import (
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/data/form/formtest"
)

func TestALineCrossesANewEditionIfTheMeaningIsUnchanged(t *testing.T) {
	formtest.Use2027(t)
	for k, want := range map[form.Key]bool{
		{Table: "enforcement", Item: "penalty", Column: "decisions"}:                       true,
		{Table: form.ApplicationsTable, Item: formtest.NewRow, Column: form.TotalColumnID}: false,
	} {
		column, ok := data.ColumnByID(k.String())
		if !ok {
			t.Fatalf("no column %s", k)
		}
		seams := seamsOf([]int{2026, 2027}, []data.Column{column})
		if len(seams) != 1 || seams[0].Comparable != want {
			t.Errorf("%s: %+v", k, seams)
		}
	}
}
