package workbook

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func sampleTable() Table {
	number := func(n form.Number) TableCell { return TableCell{Kind: NumberCell, Number: n} }
	text := func(s string) TableCell { return TableCell{Kind: TextCell, Text: s} }
	rows := [][]TableCell{
		{text("=1+1"), text("2023"), number(form.Count(11398889)), text("未填"), {Kind: ShareCell, Share: 12.0 / 14}},
		{text("漷县镇"), text("2023"), number(24252311082), number(form.Count(-3)), {}},
		{text("@甲"), text("2023"), number(form.MaxNumber), {Kind: DifferenceCell, Number: form.Count(4)}, {Kind: PercentCell, Number: -28571429}},
	}
	return Table{
		Title: "办理结果", Frozen: 2, NoteTab: "说明",
		Columns: []TableColumn{{Title: "单位"}, {Title: "年度"}, {Heading: "不予公开", Title: "国家秘密", Unit: "件", Numeric: true}, {Heading: "不予公开", Title: "其他", Unit: "件", Numeric: true}, {Heading: "公开率", Title: "率", Unit: "%", Numeric: true}},
		Rows:    all(rows),
		Total:   []TableCell{text("合计"), {}, number(form.Count(7)), {}, {}},
		Notes:   []TableNote{{"筛选", "+2023年"}},
	}
}

func all(rows [][]TableCell) iter.Seq2[[]TableCell, error] {
	return func(yield func([]TableCell, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func TestATableIsWrittenWithMergedHeadingsFormatsAndNotes(t *testing.T) {
	var b bytes.Buffer
	if err := WriteTable(&b, sampleTable()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{
		"A1": "办理结果", "A2": "单位", "C2": "不予公开", "C3": "国家秘密（件）", "A4": "=1+1", "C4": "11,398,889", "D4": "未填", "E4": "85.7%",
		"C5": "24,252.311082", "D5": "-3", "E5": "", "C6": "999999999999.999999", "D6": "+4", "E6": "-28.6%", "A7": "合计", "C7": "7", "D7": "",
	} {
		if got, err := f.GetCellValue("办理结果", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q, %v", cell, got, want, err)
		}
		if formula, err := f.GetCellFormula("办理结果", cell); err != nil || formula != "" {
			t.Errorf("%s is a formula: %s, %v", cell, formula, err)
		}
	}
	merges, err := f.GetMergeCells("办理结果")
	if err != nil {
		t.Fatal(err)
	}
	var spans []string
	for _, m := range merges {
		spans = append(spans, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if got := strings.Join(spans, " "); got != "A2:A3 B2:B3 C2:D2" {
		t.Errorf("merged %s", got)
	}
	panes, err := f.GetPanes("办理结果")
	if err != nil || !panes.Freeze || panes.XSplit != 2 || panes.YSplit != 3 {
		t.Errorf("%+v, %v", panes, err)
	}
	if got, err := f.GetCellValue("说明", "B1"); err != nil || got != "+2023年" {
		t.Errorf("notes: %q, %v", got, err)
	}
}

func TestAWrittenTableCanBeReadBack(t *testing.T) {
	var b bytes.Buffer
	if err := WriteTable(&b, sampleTable()); err != nil {
		t.Fatal(err)
	}
	sheets, err := read.Sheets("table.xlsx", b.Bytes(), read.Options{})
	if err != nil || len(sheets) != 2 {
		t.Fatalf("%d sheets, %v", len(sheets), err)
	}
}

func TestTextInATableNeverBecomesAFormula(t *testing.T) {
	want := [][]string{
		{"单位", "年度", "不予公开·国家秘密（件）", "不予公开·其他（件）", "公开率·率（%）"},
		{"'=1+1", "2023", "11398889", "未填", "85.7%"},
		{"漷县镇", "2023", "24252.311082", "-3", ""},
		{"'@甲", "2023", "999999999999.999999", "4", "-28.6%"},
		{"合计", "", "7", "", ""},
	}
	for as, decode := range map[TextEncoding]func([]byte) ([]byte, error){
		UTF8:    func(b []byte) ([]byte, error) { return bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), nil },
		GB18030: simplifiedchinese.GB18030.NewDecoder().Bytes,
	} {
		var b bytes.Buffer
		if err := WriteTableCSV(&b, sampleTable(), as); err != nil {
			t.Fatal(err)
		}
		if hasMark := bytes.HasPrefix(b.Bytes(), []byte("\xef\xbb\xbf")); hasMark != (as == UTF8) {
			t.Errorf("encoding %d: byte order mark %v", as, hasMark)
		}
		text, err := decode(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || fmt.Sprint(records) != fmt.Sprint(want) {
			t.Errorf("encoding %d: got %v, %v", as, records, err)
		}
	}
}

func TestAnErrorInTheRowsEndsTheTable(t *testing.T) {
	broken := errors.New("the rows ended")
	table := sampleTable()
	table.Rows = func(yield func([]TableCell, error) bool) { yield(nil, broken) }
	if err := WriteTable(&bytes.Buffer{}, table); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if err := WriteTableCSV(&bytes.Buffer{}, table, UTF8); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
