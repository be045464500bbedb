// Package formtest has an edition of the form that does not exist, for tests of
// what happens when the next edition comes. No program imports it.
package formtest

import (
	"slices"
	"testing"

	"nianbao/data/form"
)

// NewRow is a row that only edition 2027 prints.
const NewRow = "refused-data"

// Renamed is the name of the column of decisions in edition 2027. The column means
// the same as before.
var Renamed = form.Column{ID: "decisions", Label: "本年作出决定件数", Short: "作出决定", English: "Decisions made", Unit: "件"}

// Use2027 adds edition 2027 to the form until the test ends.
func Use2027(t testing.TB) {
	t.Helper()
	form.WithEdition(t, edition2027())
}

// edition2027 is the edition of 2021 with one more row in section 三 and a new name
// for one column of section 二.
func edition2027() form.Edition {
	e := *form.EditionByID("2021")
	e.ID, e.Authority, e.FirstYear = "2027", "国办公开办函〔2027〕1号", 2027
	e.Tables = slices.Clone(e.Tables)
	for i := range e.Tables {
		t := &e.Tables[i]
		switch t.ID {
		case form.ApplicationsTable:
			at := slices.IndexFunc(t.Items, func(it form.Item) bool { return it.ID == "refused-inquiry" })
			row := t.Items[at]
			row.ID, row.Label, row.Short, row.English, row.Aliases = NewRow, "9.属于重要数据目录", "重要数据目录", "Catalogue of important data", nil
			t.Items = slices.Insert(slices.Clone(t.Items), at+1, row)
		case "licensing", "enforcement":
			t.Columns = []form.Column{Renamed}
		}
	}
	return e
}
