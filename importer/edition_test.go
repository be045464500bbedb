package importer

import (
	"testing"

	"nianbao/data/form"
	"nianbao/data/form/formtest"
)

func TestTheYearDecidesBetweenEditionsThatPrintTheSameFigures(t *testing.T) {
	formtest.Use2027(t)
	p := newKeyNumbers(form.Editions())
	index := func(keep func(form.Key) bool) figureIndex {
		list := p.newIndex()
		for n, k := range p.keys {
			if keep(k) {
				list[n] = &form.Figure{Key: k, Status: form.StatusNumber}
			}
		}
		return list
	}
	review := index(func(k form.Key) bool { return k.Table == form.ReviewTable }) // all editions
	leaves := index(func(k form.Key) bool { return form.EditionByID("2021").Has(k) && k.Item != form.OtherItem })
	for _, c := range []struct {
		figures figureIndex
		year    int
		want    string
	}{
		{review, 2018, "2019"}, {review, 2020, "2019"}, {review, 2021, "2021"}, {review, 2026, "2021"}, {review, 2027, "2027"}, {review, 0, "2027"},
		{leaves, 2020, "2021"}, {leaves, 2022, "2021"}, {leaves, 2028, "2027"}, {leaves, 0, "2027"},
	} {
		if got := p.editionOf(c.figures, c.year).edition.ID; got != c.want {
			t.Errorf("%d: edition %s, want %s", c.year, got, c.want)
		}
	}
}
