package read

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"
)

// formLike writes a workbook of the size and shape of the official form.
func formLike(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const name = "Sheet1"
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	check(f.SetCellStr(name, "A1", "政府信息公开工作年度报告"))
	check(f.MergeCell(name, "A1", "J1"))
	for r := 2; r <= 40; r++ {
		check(f.SetCellStr(name, fmt.Sprintf("A%d", r), fmt.Sprintf("（%d）第二层标题", r/8)))
		check(f.SetCellStr(name, fmt.Sprintf("C%d", r), fmt.Sprintf("%d.其他法律行政法规禁止公开", r)))
		for c := 4; c <= 10; c++ {
			address, err := excelize.CoordinatesToCellName(c, r)
			check(err)
			check(f.SetCellInt(name, address, int64(r*c%17)))
		}
		if r%8 == 2 && r+5 <= 40 {
			check(f.MergeCell(name, fmt.Sprintf("A%d", r), fmt.Sprintf("B%d", r+5)))
		}
	}
	var out bytes.Buffer
	check(f.Write(&out))
	return out.Bytes()
}

// summaryLike writes one sheet with many rows through excelize's stream writer.
func summaryLike(t testing.TB, rows, columns int) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	values := make([]any, columns)
	for r := 1; r <= rows; r++ {
		for c := range values {
			values[c] = (r*7 + c*13) % 2400
		}
		if err := w.SetRow(fmt.Sprintf("A%d", r), values); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func BenchmarkReadSummarySheet(b *testing.B) {
	content := summaryLike(b, 100_000, 60)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		sheets, err := Sheets("summary.xlsx", content, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if len(sheets[0].Rows) != 100_000 || len(sheets[0].Rows[99_999].Cells) != 60 {
			b.Fatal("cells are missing")
		}
	}
}
