package read

import (
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read/readtest"
)

// spelt is a text of the grammar and the figure that it must give.
type spelt struct {
	readtest.Spelling
	want form.Number
}

func everySpelling() []spelt {
	var all []spelt
	for _, n := range readtest.Numbers() {
		for _, s := range n.Spellings() {
			all = append(all, spelt{s, form.Number(n.Millionths())})
		}
	}
	return all
}

func (s spelt) status() form.Status {
	if s.Noted {
		return form.StatusNoted
	}
	return form.StatusNumber
}

func TestNumbersAreReadInAnySpelling(t *testing.T) {
	for _, s := range everySpelling() {
		if v := ValueOf(Cell{Text: s.Text}, &changeColumn, ""); v.Value != s.want || v.Status != s.status() {
			t.Errorf("%q (%s) is %s %s, want %s %s", s.Text, s.How, v.Status, v.Value, s.status(), s.want)
		}
	}
}

func TestInvisibleCharactersAroundANumberChangeNothing(t *testing.T) {
	for _, p := range readtest.Paddings() {
		t.Run(p.Name, func(t *testing.T) {
			for _, s := range everySpelling() {
				for _, text := range p.Around(s.Text) {
					if v := ValueOf(Cell{Text: text}, &changeColumn, ""); v.Value != s.want || v.Status != s.status() {
						t.Errorf("%q (%s) is %s %s, want %s %s", text, s.How, v.Status, v.Value, s.status(), s.want)
					}
				}
			}
		})
	}
}

// An invisible character within a number does not change it. A space may split
// it into two numbers, so that the cell is text, but never turns it into another
// number.
func TestInvisibleCharactersWithinANumberNeverYieldAnother(t *testing.T) {
	for _, p := range readtest.Paddings() {
		t.Run(p.Name, func(t *testing.T) {
			for _, s := range everySpelling() {
				for _, text := range p.Inside(s.Text) {
					v := ValueOf(Cell{Text: text}, &changeColumn, "")
					if v.Status.HasValue() && v.Value != s.want {
						t.Errorf("%q (%s) is %s, want %s or none", text, s.How, v.Value, s.want)
					}
					if p.Joins && (v.Value != s.want || v.Status != s.status()) {
						t.Errorf("%q (%s) is %s %s, want %s %s", text, s.How, v.Status, v.Value, s.status(), s.want)
					}
					if v.Status == form.StatusBlank || v.Status == form.StatusNA {
						t.Errorf("%q (%s) is %s, but there are digits", text, s.How, v.Status)
					}
				}
			}
		})
	}
}

func TestACellOfInvisibleCharactersIsBlank(t *testing.T) {
	for _, p := range readtest.Paddings() {
		for _, q := range readtest.Paddings() {
			text := p.Text + q.Text
			if v := ValueOf(Cell{Text: text}, &countColumn, ""); v.Status != form.StatusBlank {
				t.Errorf("%s and %s is %s, want blank", p.Name, q.Name, v.Status)
			}
			if !IsBlank(text) {
				t.Errorf("%s and %s passes for a text", p.Name, q.Name)
			}
		}
		for _, dash := range []string{"/", "—", "——", "-", "无", "不适用"} {
			for _, text := range p.Around(dash) {
				if v := ValueOf(Cell{Text: text}, &countColumn, ""); v.Status != form.StatusNA {
					t.Errorf("%q (%s) is %s, want na", text, p.Name, v.Status)
				}
			}
		}
	}
}
