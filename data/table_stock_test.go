package data

import (
	"testing"

	"nianbao/data/form"
)

// stock is a column that counts what exists at the end of the year.
const stock = "rules/normative-document/in-force"

func TestAStockIsAddedOverBodiesButNeverOverYears(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022, stock, "10"), town(t, "甲镇", 2023, stock, "12"), town(t, "乙镇", 2023, stock, "5"))
	at := func(q Query, row int) (cell, total Cell) {
		t.Helper()
		table := answer(t, s, q)
		for i, c := range table.Columns {
			if c.Measure == stock {
				return table.Rows[row].Cells[i], table.Total[i].Cell
			}
		}
		t.Fatal("the column is not there")
		return Cell{}, Cell{}
	}
	is := func(name string, c Cell, want int64) {
		t.Helper()
		if want < 0 {
			if c.Note != NotAdded || c.Status.HasValue() {
				t.Errorf("%s: %+v is added over years", name, c)
			}
		} else if c.Value != form.Count(want) || c.Note != "" {
			t.Errorf("%s: %+v, want %d", name, c, want)
		}
	}
	cell, total := at(Query{}, 0)
	is("a report", cell, 5) // 乙镇
	is("the total of several years", total, -1)
	_, total = at(Query{FromYear: 2023, ToYear: 2023}, 0)
	is("the total of a year", total, 17)
	cell, total = at(Query{Rows: UnitRows, Sort: []SortKey{{Column: UnitColumn, Descending: true}}}, 0)
	is("a body over two years", cell, -1)
	is("the total of bodies over two years", total, -1)
	cell, _ = at(Query{Rows: UnitRows, Sort: []SortKey{{Column: UnitColumn}}}, 0)
	is("a body with one report", cell, 5)
	cell, total = at(Query{Rows: YearRows}, 1)
	is("a year", cell, 17)
	is("the total of years", total, -1)
	cell, total = at(Query{Rows: UnitRows, Across: YearAxis, FromYear: 2023, ToYear: 2023}, 0)
	is("a year's column", cell, 5)
	is("the total of a year's column", total, 17)
	cell, total = at(Query{Rows: RegionRows, Compare: true, FromYear: 2023, ToYear: 2023}, 0)
	is("the bodies of a region with both years", cell, 12)
	is("their total", total, 12)
	for _, row := range answer(t, s, Query{Rows: ItemRows}).Rows {
		if row.Measure.Measure == stock {
			is("an item over all years", row.Cells[0], -1)
		}
	}
}

func TestAComparedStockIsNotAddedOverYearsEither(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2021, stock, "10"), town(t, "甲镇", 2022, stock, "11"), town(t, "甲镇", 2023, stock, "12"))
	table := answer(t, s, Query{Compare: true})
	for i, c := range table.Columns {
		if total := table.Total[i]; c.Measure == stock && (total.Note != NotAdded || total.Status.HasValue()) {
			t.Errorf("the total of %s is %+v", c.ID, total)
		}
	}
}
