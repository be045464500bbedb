package read

import (
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read/readtest"
)

var (
	countColumn  = form.Column{ID: "total", Unit: "件"}
	changeColumn = form.Column{ID: "items-change", Unit: "项", Signed: true}
	feeColumn    = form.Column{ID: "amount", Unit: "万元", Money: true}
	yuanColumn   = form.Column{ID: "amount", Unit: "元", Money: true}
)

type valueCase struct {
	text   string
	column *form.Column
	status form.Status
	value  string
}

func checkValues(t *testing.T, kind CellKind, cases []valueCase) {
	t.Helper()
	for _, c := range cases {
		got := ValueOf(Cell{Text: c.text, Kind: kind}, c.column, "")
		want := c.value
		if want == "" {
			want = "0"
		}
		if got.Status != c.status || got.Value.String() != want {
			t.Errorf("%q: %s %s, want %s %s", c.text, got.Status, got.Value, c.status, want)
		}
	}
}

func TestNumbersAsTownsTypeThemAreRead(t *testing.T) {
	n := form.StatusNumber
	checkValues(t, TextCell, []valueCase{
		{"0", &countColumn, n, "0"}, {"13\u00a0", &countColumn, n, "13"}, {"\u00a00", &countColumn, n, "0"},
		{"\u300016\u3000", &countColumn, n, "16"}, {"\u200b2390\ufeff", &countColumn, n, "2390"},
		{"１６", &countColumn, n, "16"}, {"2,390", &countColumn, n, "2390"}, {"2，390", &countColumn, n, "2390"},
		{"1,234,567.5", &feeColumn, n, "1234567.5"}, {"2 390", &countColumn, n, "2390"}, {"2\u00a0390", &countColumn, n, "2390"},
		{"-18", &changeColumn, n, "-18"}, {"－18", &changeColumn, n, "-18"}, {"−18", &changeColumn, n, "-18"}, {"- 18", &changeColumn, n, "-18"},
		{"+461", &changeColumn, n, "461"}, {"＋461", &changeColumn, n, "461"}, {"24252.311082", &feeColumn, n, "24252.311082"},
		{"12．5", &feeColumn, n, "12.5"}, {"007", &countColumn, n, "7"}, {"11398889", &countColumn, n, "11398889"}, {"16\n", &countColumn, n, "16"},
	})
}

func TestAnEmptyCellAndADashAreNotZero(t *testing.T) {
	for _, text := range []string{"", " ", "\u00a0", "\u3000\u3000", "\u200b", "\n"} {
		checkValues(t, TextCell, []valueCase{{text, &countColumn, form.StatusBlank, ""}})
	}
	for _, text := range []string{"/", "-", "—", "——", "－", "无", " 无 ", "不适用", "／", "无。", "\\"} {
		checkValues(t, TextCell, []valueCase{{text, &countColumn, form.StatusNA, ""}})
	}
}

func TestANumberWithANoteKeepsItsValue(t *testing.T) {
	n := form.StatusNoted
	checkValues(t, TextCell, []valueCase{
		{"22（其中修订 16 件）", &countColumn, n, "22"}, {"16件", &countColumn, n, "16"}, {"16 件", &countColumn, n, "16"},
		{"3项（新增1项）", &changeColumn, n, "3"}, {"251000元", &yuanColumn, n, "251000"}, {"73802895.90元", &yuanColumn, n, "73802895.9"},
		{"25.1万元", &yuanColumn, n, "251000"}, {"25.1（万元）", &yuanColumn, n, "251000"}, {"12.5万元", &feeColumn, n, "12.5"},
		{"125000元", &feeColumn, n, "12.5"}, {"77302811元", &feeColumn, n, "7730.2811"}, {"1.2亿元", &feeColumn, n, "12000"},
		{"13。", &countColumn, n, "13"}, {"2,390 件", &countColumn, n, "2390"}, {"5*", &countColumn, n, "5"}, {"¥300元", &yuanColumn, n, "300"},
	})
}

func TestAnAmbiguousNumberIsText(t *testing.T) {
	for _, text := range []string{
		"23,90", "1 6", "1\n6", "22-25", "22/30", "13+3", "50%", "2023年", "2024-01-15", "2024/1/15", "十三", "约22", "22余件", "3万件",
		"1,2345", "12,34,567", "1.2.3", "1e5", "O", "22其中16件", "(22)", "22（", "见附件", "#REF!", "99999999999999",
	} {
		checkValues(t, TextCell, []valueCase{{text, &countColumn, form.StatusText, ""}})
	}
	checkValues(t, TextCell, []valueCase{{"5件", &feeColumn, form.StatusText, ""}, {"5元", &countColumn, form.StatusText, ""}})
}

func TestAStoredNumberIsReadExactly(t *testing.T) {
	n := form.StatusNumber
	checkValues(t, NumberCell, []valueCase{
		{"11398889", &countColumn, n, "11398889"}, {"24252.311082000001", &feeColumn, n, "24252.311082"},
		{"0.30000000000000004", &feeColumn, n, "0.3"}, {"2.3900000000000001E3", &countColumn, n, "2390"}, {"1E+3", &countColumn, n, "1000"},
		{"-18", &changeColumn, n, "-18"}, {"0", &countColumn, n, "0"},
	})
	checkValues(t, NumberCell, []valueCase{{"1E300", &countColumn, form.StatusText, ""}, {"99999999999999", &countColumn, form.StatusText, ""}})
}

func TestAFormulaWithoutAValueIsNotZero(t *testing.T) {
	for _, kind := range []CellKind{noValueFormula, errorCell} {
		checkValues(t, kind, []valueCase{{"", &countColumn, form.StatusText, ""}, {"0", &countColumn, form.StatusText, ""}})
	}
}

func TestAHeadingInAnotherUnitOfMoneyConverts(t *testing.T) {
	got := ValueOf(Cell{Text: "77302811"}, &feeColumn, "元")
	if got.Status != form.StatusNoted || got.Value.String() != "7730.2811" || got.Unit != "元" {
		t.Errorf("77302811 under 元: %s %s from %q", got.Status, got.Value, got.Unit)
	}
	if got := ValueOf(Cell{Text: "12.5万元"}, &feeColumn, "元"); got.Value.String() != "12.5" {
		t.Errorf("the unit in the cell must win over the heading's: %s", got.Value)
	}
	if got := ValueOf(Cell{Text: "999999999999"}, &yuanColumn, "亿元"); got.Status != form.StatusText {
		t.Errorf("a value beyond every figure: %s %s", got.Status, got.Value)
	}
}

func FuzzCellValue(f *testing.F) {
	for i, s := range everySpelling() {
		if p := readtest.Paddings(); i%7 == 0 { // a sample of the grammar is enough to start from
			f.Add(p[i%len(p)].Around(s.Text)[i%3], "")
		}
	}
	for _, seed := range []string{"2,390", "22（其中修订 16 件）", "251000元", "－18", "1e5", "无", "\u00a0", "1 234 567.8亿元", "（）", "+"} {
		f.Add(seed, "元")
	}
	f.Fuzz(func(t *testing.T, text, heading string) {
		for _, col := range []*form.Column{&countColumn, &feeColumn, &yuanColumn, &changeColumn} {
			v := ValueOf(Cell{Text: text}, col, heading)
			if v.Status.HasValue() && !strings.ContainsAny(Tidy(text), "0123456789") {
				t.Errorf("%q: %s out of no digits", text, v.Value)
			}
			if !v.Status.HasValue() && v.Value != 0 {
				t.Errorf("%q: status %s with value %s", text, v.Status, v.Value)
			}
			again := ValueOf(Cell{Text: v.Value.String()}, col, "")
			if v.Status.HasValue() && (again.Value != v.Value || again.Status != form.StatusNumber) {
				t.Errorf("%q: %s reads back as %s %s", text, v.Value, again.Status, again.Value)
			}
		}
	})
}
