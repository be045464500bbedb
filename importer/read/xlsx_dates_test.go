package read

import (
	"bytes"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func TestANumberTurnedIntoADateIsNotAFigure(t *testing.T) {
	f := excelize.NewFile()
	custom := `yyyy"年"m"月"`
	count := `0"日"`
	for i, style := range []*excelize.Style{{NumFmt: 14}, {NumFmt: 58}, {CustomNumFmt: &custom}, {CustomNumFmt: &count}, {NumFmt: 3}, nil} {
		cell, err := excelize.CoordinatesToCellName(i+1, 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue("Sheet1", cell, 45293); err != nil {
			t.Fatal(err)
		}
		if style == nil {
			continue
		}
		id, err := f.NewStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellValue("Sheet1", "A2", time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if err := f.MergeCell("Sheet1", "A2", "B3"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	sheets, err := Sheets("a.xlsx", b.Bytes(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for j, isDate := range []bool{true, true, true, false, false, false} {
		c := sheets[0].At(0, j)
		if got := c.Kind == TextCell && c.Text == "2024-01-02"; got != isDate || !isDate && (c.Kind != NumberCell || c.Text != "45293") {
			t.Errorf("column %d: %q of kind %d", j, c.Text, c.Kind)
		}
	}
	for _, at := range [][2]int{{1, 0}, {1, 1}, {2, 0}, {2, 1}} {
		if c := sheets[0].At(at[0], at[1]); c.Text != "2024-01-02" || c.Kind != TextCell {
			t.Errorf("%v: %q", at, c.Text)
		}
	}
}

func TestADateInAWebPageIsNotAFigure(t *testing.T) {
	page := `<table><tr><td sdval="45293" sdnum="1033;0;YYYY-MM-DD">2024-01-02</td><td sdval="45293" sdnum="1033;">45,293</td><td x:num="45293">1月2日</td></tr></table>`
	sheets, err := Sheets("a.html", []byte(page), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for j, want := range []string{"2024-01-02", "45293", "1月2日"} {
		if c := sheets[0].At(0, j); c.Text != want || (c.Kind == NumberCell) != (j == 1) {
			t.Errorf("column %d of the page: %q of kind %d", j, c.Text, c.Kind)
		}
	}
}
