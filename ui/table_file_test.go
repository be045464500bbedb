package ui

import (
	"bytes"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/tabular"
)

// writtenTable exports the table shown and returns the lines of the file: headings, rows
// and total, with numbers that have no commas and no arrows.
func writtenTable(t *testing.T, s *shell, ending string) (heads []string, rows [][]string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "表"+ending)
	file := present.TableFile{Query: s.state.choice.Query, Path: path, Language: s.say}
	if n, err := present.WriteTable(t.Context(), s.store, file, nil); err != nil || n != s.gridRows() {
		t.Fatalf("%d rows written of %d: %v", n, s.gridRows(), err)
	}
	if ending == ".csv" {
		all := csvLines(t, path)
		return all[0], all[1:]
	}
	return sheetLines(t, path)
}

func csvLines(t *testing.T, path string) [][]string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, hasMark := bytes.CutPrefix(content, []byte("\ufeff"))
	lines, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || !hasMark {
		t.Fatalf("byte order mark %v, %v", hasMark, err)
	}
	return lines
}

func sheetLines(t *testing.T, path string) (heads []string, rows [][]string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	panes, err := f.GetPanes(f.GetSheetName(0))
	if err != nil || !panes.Freeze {
		t.Fatalf("nothing is frozen: %+v, %v", panes, err)
	}
	raw, err := f.GetRows(f.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	upper, lower := all[1], all[1]
	if panes.YSplit == 3 {
		lower = all[2]
	}
	for i := range lower {
		heads = append(heads, lower[i])
		if title, _, _ := strings.Cut(lower[i], "（"); upper[i] != lower[i] && upper[i] != title {
			heads[i] = upper[i] + "·" + lower[i]
		}
	}
	for n, row := range all[panes.YSplit:] {
		line := make([]string, len(heads))
		for i, text := range row {
			line[i] = asExcelShows(plainNumber(text), raw[panes.YSplit+n][i])
		}
		rows = append(rows, line)
	}
	return heads, rows
}

// asExcelShows rounds a number to one decimal as Excel does: a half away from zero. The library
// that reads the file cuts -28.75 % to -28.7 %.
func asExcelShows(text, raw string) string {
	bare, isPercent := strings.CutSuffix(text, "%")
	_, decimals, _ := strings.Cut(bare, ".")
	number, err := strconv.ParseFloat(raw, 64)
	if err != nil || len(decimals) != 1 {
		return text
	}
	if isPercent {
		number *= 100
	}
	text = strconv.FormatFloat(math.Copysign(math.Floor(math.Abs(number)*10+0.5+1e-9)/10, number), 'f', 1, 64)
	if text == "-0.0" { // the file has the full number, -0.02
		text = "0.0"
	}
	if isPercent {
		text += "%"
	}
	return text
}

// plainNumber removes everything but digits and sign from a number, and leaves a text
// unchanged.
func plainNumber(text string) string {
	bare := strings.NewReplacer(",", "", "+", "", "−", "-").Replace(text)
	if strings.Trim(bare, "-0123456789.%") == "" {
		return bare
	}
	return text
}

// shownTable returns the content of the grid, with the fraction of a rate in separate
// cells.
func shownTable(p *tablePane) (heads []string, rows [][]string) {
	d := p.grid.Data()
	for col, c := range d.Columns {
		title := c.Title
		if c.Unit != "" {
			title += "（" + c.Unit + "）"
		}
		switch {
		case !p.splits(col) && c.Group != "" && c.Group != c.Title:
			title = c.Group + "·" + title
		case p.query.Rows == data.ItemRows && p.splits(col) && c.Group == "":
			heads = append(heads, title+"·数值", title+"·分子", title+"·分母")
			continue
		case p.splits(col) && c.Group == "":
			heads = append(heads, c.Title+"·比率（"+c.Unit+"）", c.Title+"·分子", c.Title+"·分母")
			continue
		case p.splits(col):
			heads = append(heads, c.Group+"·"+title, c.Group+"·"+c.Title+" 分子", c.Group+"·"+c.Title+" 分母")
			continue
		}
		heads = append(heads, title)
	}
	line := func(cell func(col int) tabular.Cell) []string {
		var texts []string
		for col := range d.Columns {
			text := shownText(p, cell(col))
			if !p.splits(col) {
				texts = append(texts, text)
				continue
			}
			share, parts, _ := strings.Cut(strings.TrimSuffix(text, "）"), "（")
			numerator, denominator, _ := strings.Cut(parts, "/")
			texts = append(texts, plainNumber(share), plainNumber(numerator), plainNumber(denominator))
		}
		return texts
	}
	for row := range d.Rows {
		d.Cell(row, 0) // fetches its page
		rows = append(rows, line(func(col int) tabular.Cell { return d.Cell(row, col) }))
	}
	if d.Total != nil {
		rows = append(rows, line(d.Total))
	}
	return heads, rows
}

// splits reports whether the cells of a column are rates.
func (p *tablePane) splits(col int) bool {
	i, ok := p.sheet.Figure(col)
	if !ok || present.IsChange(p.table.Columns[i]) {
		return false
	}
	return p.table.Columns[i].IsRate() || p.query.Rows == data.ItemRows && p.query.View == data.Measures
}

// shownText is what the screen shows.
func shownText(p *tablePane, c tabular.Cell) string {
	m := present.Marks(p.shell.say)
	if c.Kind == tabular.Number || c.Kind == tabular.Noted {
		return plainNumber(c.Text)
	}
	if c.Text != "" {
		return c.Text
	}
	return map[tabular.Kind]string{tabular.Blank: m.Blank, tabular.NotAsked: m.NotAsked, tabular.Missing: m.Missing}[c.Kind]
}

// checkExports compares the files with the screen. If the denominator of a rate is 0, only the file
// has its fraction: the screen shows a mark.
func checkExports(t *testing.T, s *shell) {
	t.Helper()
	wantHeads, want := shownTable(s.tablePane())
	q := s.state.choice.Query
	for _, ending := range []string{".xlsx", ".csv"} {
		heads, rows := writtenTable(t, s, ending)
		if !slices.Equal(heads, wantHeads) {
			t.Fatalf("%s by %q across %q%s: headings\n%q, want\n%q", q.View, q.Rows, q.Across, ending, heads, wantHeads)
		}
		if len(rows) != len(want) {
			t.Fatalf("%s by %q across %q%s: %d lines, want %d", q.View, q.Rows, q.Across, ending, len(rows), len(want))
		}
		for i := range rows {
			for col, text := range rows[i] {
				isFraction := strings.HasSuffix(heads[col], "分子") || strings.HasSuffix(heads[col], "分母")
				if text != want[i][col] && !(isFraction && want[i][col] == "" && strings.Trim(text, "0123456789.") == "") {
					t.Fatalf("%s by %q across %q%s, line %d, %s: %q, want %q", q.View, q.Rows, q.Across, ending, i, heads[col], text, want[i][col])
				}
			}
		}
	}
}

func TestEachReadyMadeViewIsExportedAsShown(t *testing.T) {
	s := openSampleShell(t)
	for _, view := range data.Views() {
		s.state.change(func(c *present.Choice) { c.Query = data.Query{View: view, Compare: view != data.Everything} })
		checkExports(t, s)
	}
}

func TestEachGrainAndAxisIsExportedAsShown(t *testing.T) {
	s := openSampleShell(t)
	for i, g := range data.Grains() {
		for _, a := range data.Axes() {
			if !present.FitsAxis(g, a) {
				continue
			}
			q := data.Query{View: []data.View{data.Measures, data.Disputes}[i%2], Rows: g, Across: a, FromYear: 2022, ToYear: 2023, Compare: a != data.KindAxis}
			if g == data.ItemRows {
				q.View = data.Measures
			}
			if g == data.FigureRows {
				q.View, q.Units = data.Everything, []data.Body{yinghai()}
			}
			s.state.change(func(c *present.Choice) { c.Query = q })
			checkExports(t, s)
		}
	}
}

func TestHiddenMovedAndSortedColumnsAreExportedAsShown(t *testing.T) {
	s := openSampleShell(t)
	last, first := "applications/carried-forward/total", "applications/received/total"
	s.state.change(func(c *present.Choice) {
		c.Query = data.Query{View: data.Applications, Hidden: []string{data.RegionColumn, first}, Order: []string{data.YearColumn, last}, Sort: []data.SortKey{{Column: last, Descending: true}, {Column: data.YearColumn}}}
	})
	checkExports(t, s)
	heads, rows := writtenTable(t, s, ".csv")
	if heads[0] != "年度" || heads[1] != "单位" || slices.Contains(heads, "地区") || !strings.Contains(heads[3], "结转下年") {
		t.Errorf("the headings are %q", heads)
	}
	if rows[len(rows)-1][0] != "合计" {
		t.Errorf("the last line is %q", rows[len(rows)-1])
	}
}
