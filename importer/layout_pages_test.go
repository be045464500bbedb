package importer

import (
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/read/readtest"
)

// gridCell is a cell of a document's table at its place.
type gridCell struct {
	top, left, bottom, right int
	text                     string
	head                     bool // part of a heading
	key                      form.Key
}

// documentParts are the tables of a report as grids, with the heading of each
// section before its table.
func documentParts(r *form.Report) (titles []string, tables [][]gridCell) {
	for _, part := range canvasOf(r).sections() {
		title, first := "", 1<<20
		var cells []gridCell
		for _, p := range part.cells {
			switch p.look {
			case titleLook:
			case sectionLook:
				title = p.text
			default:
				first = min(first, p.top)
				cells = append(cells, gridCell{p.top, p.left, p.bottom, p.right, p.text, p.look == headLook, p.key})
			}
		}
		for i := range cells {
			cells[i].top -= first
			cells[i].bottom -= first
		}
		slices.SortFunc(cells, func(a, b gridCell) int {
			if a.top != b.top {
				return a.top - b.top
			}
			return a.left - b.left
		})
		titles, tables = append(titles, title), append(tables, withoutGaps(cells))
	}
	return titles, tables
}

// withoutGaps fills the gaps of a grid with blank cells, since a document has a cell
// everywhere.
func withoutGaps(cells []gridCell) []gridCell {
	height, width := 0, 0
	for _, c := range cells {
		height, width = max(height, c.bottom+1), max(width, c.right+1)
	}
	for i := range height {
		last := -1
		for j := range width {
			if rowHas(cells, i, j) {
				last = j
			}
		}
		for j := range last {
			if !rowHas(cells, i, j) {
				cells = append(cells, gridCell{top: i, left: j, bottom: i, right: j})
			}
		}
	}
	slices.SortStableFunc(cells, func(a, b gridCell) int {
		if a.top != b.top {
			return a.top - b.top
		}
		return a.left - b.left
	})
	return cells
}

func rowHas(cells []gridCell, i, j int) bool {
	for _, c := range cells {
		if c.top <= i && i <= c.bottom && c.left <= j && j <= c.right {
			return true
		}
	}
	return false
}

// pageOf writes tables as a web page; a nil title puts a line between two tables.
func pageOf(r *form.Report, body string) []read.Sheet {
	sheets, err := read.Sheets("a.html", []byte("<html><body><p>"+r.Agency+"</p><p>"+fmt.Sprint(r.Year)+"年政府信息公开工作年度报告</p>"+body+"</body></html>"), read.Options{})
	if err != nil {
		panic(err)
	}
	return sheets
}

func htmlTable(cells []gridCell) string {
	var b strings.Builder
	b.WriteString("<table>")
	for row := -1; ; {
		at := slices.IndexFunc(cells, func(c gridCell) bool { return c.top > row })
		if at < 0 {
			break
		}
		for row++; row < cells[at].top; row++ {
			b.WriteString("<tr></tr>")
		}
		b.WriteString("<tr>")
		for _, c := range cells[at:] {
			if c.top == row {
				fmt.Fprintf(&b, `<td rowspan="%d" colspan="%d">%s</td>`, c.bottom-c.top+1, c.right-c.left+1, html.EscapeString(c.text))
			}
		}
		b.WriteString("</tr>")
	}
	return b.String() + "</table>"
}

// cutAt splits a table above a row. In the second half, the cells of merges that the cut
// crosses are blank, or missing.
func cutAt(cells []gridCell, row int, missing bool) (above, below []gridCell) {
	for _, c := range cells {
		switch {
		case c.bottom < row:
			above = append(above, c)
		case c.top >= row:
			c.top, c.bottom = c.top-row, c.bottom-row
			below = append(below, c)
		default:
			rest := c
			c.bottom = row - 1
			rest.top, rest.bottom, rest.text = 0, rest.bottom-row, ""
			above = append(above, c)
			if !missing {
				below = append(below, rest)
			}
		}
	}
	slices.SortStableFunc(below, func(a, b gridCell) int {
		if a.top != b.top {
			return a.top - b.top
		}
		return a.left - b.left
	})
	return above, below
}

// headOf returns the rows of a table above its first figures.
func headOf(cells []gridCell) (head []gridCell, height int) {
	height = 1 << 20
	for _, c := range cells {
		if c.key.Table != "" {
			height = min(height, c.top)
		}
	}
	for _, c := range cells {
		if c.top < height {
			head = append(head, c)
		}
	}
	return head, height
}

func TestATableSplitByAPageBreakIsJoined(t *testing.T) {
	furniture := []string{"<p>（续表）</p>", "<p>— 4 —</p>", "<p>-4-</p><p>续表</p>", "<p>第4页 共9页</p>", "<div>· 12 ·</div><p>　</p><p>（续上表）</p>", "<p>三、收到和处理政府信息公开申请情况（续）</p>", "<p>4</p>", "<p>续表2：</p>", "<p>转下页</p><p>接上页</p>", "<br>"}
	random := rand.New(rand.NewPCG(15, 3))
	eachReport(t, func(t *testing.T, r *form.Report) {
		truth := distinct(*r, random)
		titles, tables := documentParts(&truth)
		for table := range tables {
			head, from := headOf(tables[table])
			height := 0
			for _, c := range tables[table] {
				height = max(height, c.bottom+1)
			}
			for row := from; row < height; row++ {
				for mode := range 4 {
					missing, repeated := mode&1 > 0, mode&2 > 0
					if table == 0 && repeated || random.IntN(5) > 0 {
						continue // the first one holds several tables
					}
					between := furniture[random.IntN(len(furniture))]
					body := ""
					for k := range tables {
						body += "<p>" + titles[k] + "</p>"
						if k != table {
							body += htmlTable(tables[k])
							continue
						}
						above, below := cutAt(tables[k], row, missing)
						if repeated {
							for i := range below {
								below[i].top += from
								below[i].bottom += from
							}
							below = append(slices.Clone(head), below...)
						}
						body += htmlTable(above) + between + htmlTable(below)
					}
					results := understandSheets("a.html", pageOf(&truth, body))
					if len(results) != 1 || results[0].Err != nil || len(differences(results[0].Report, &truth)) > 0 {
						for _, res := range results {
							t.Logf("%v %v", explain(res.Err, "en"), explained(res.Questions))
						}
						t.Fatalf("%s %d: table %d cut above row %d by %s, missing %t, repeated %t: %d results %v", r.Unit, r.Year, table, row, between, missing, repeated, len(results), differences(results[0].Report, &truth))
					}
				}
			}
		}
	})
}

func TestARowWithAnExtraOrMissingCellAffectsNoOtherRow(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 4))
	eachReport(t, func(t *testing.T, r *form.Report) {
		truth := distinct(*r, random)
		titles, tables := documentParts(&truth)
		for i := range tables[1] {
			c := tables[1][i]
			if c.key.Table == "" {
				continue
			}
			for _, extra := range []string{"-", "", "999"} {
				if random.IntN(10) > 0 {
					continue
				}
				cells := slices.Clone(tables[1])
				if extra == "-" {
					cells = slices.Delete(cells, i, i+1)
				} else {
					cells = slices.Insert(cells, i, gridCell{top: c.top, left: c.left, bottom: c.top, right: c.left, text: extra})
				}
				body := ""
				for k := range tables {
					if body += "<p>" + titles[k] + "</p>"; k == 1 {
						body += htmlTable(cells)
					} else {
						body += htmlTable(tables[k])
					}
				}
				results := understandSheets("a.html", pageOf(&truth, body))
				if len(results) != 1 || results[0].Err != nil {
					t.Fatalf("%s with %q: %d results", c.key, extra, len(results))
				}
				got := results[0].Report.Index()
				asked := slices.ContainsFunc(results[0].Questions, func(q Question) bool { return q.Key.Item == c.key.Item })
				for _, want := range truth.Figures {
					switch f := got[want.Key]; {
					case f == nil && want.Table == c.key.Table && want.Item == c.key.Item && asked:
					case f == nil || f.Status != want.Status || f.Value != want.Value:
						t.Errorf("%s %d: %s with %q: %s is %v, want %s %s", r.Unit, r.Year, c.key, extra, want.Key, f, want.Status, want.Value)
					}
				}
			}
		}
	})
}

func TestBlankRowsAndColumnsHideNoFigure(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 5))
	eachReport(t, func(t *testing.T, r *form.Report) {
		truth := distinct(*r, random)
		for mode := range 24 {
			c := canvasOf(&truth)
			if mode&8 > 0 {
				c.unmerge(false)
			}
			for at := c.height(); mode&1 > 0 && at > 0; at-- {
				if mode < 16 || random.IntN(3) > 0 {
					c.insertRow(at)
				}
			}
			for at := form.LayoutWidth - 1; mode&2 > 0 && at > 0; at-- {
				if mode < 16 || random.IntN(3) > 0 {
					c.insertColumn(at)
				}
			}
			if mode&4 > 0 {
				c.shift(3, 2)
			}
			if questioned, wrong := judge(&truth, c, understand("a.xlsx", c)); questioned || wrong != "" {
				t.Errorf("%s %d, mode %b: questioned %t %s", r.Unit, r.Year, mode, questioned, wrong)
			}
		}
	})
}

// docxOf writes grids as a Word document with the widths of their columns.
func docxOf(t *testing.T, r *form.Report, titles []string, tables [][]gridCell, widths [][]int) []read.Sheet {
	body := readtest.Paragraph(r.Agency) + readtest.Paragraph(fmt.Sprint(r.Year)+"年政府信息公开工作年度报告")
	for k, cells := range tables {
		body += readtest.Paragraph(titles[k]) + `<w:tbl><w:tblGrid>`
		for _, w := range widths[k] {
			body += fmt.Sprintf(`<w:gridCol w:w="%d"/>`, w)
		}
		body += `</w:tblGrid>`
		height := 0
		for _, c := range cells {
			height = max(height, c.bottom+1)
		}
		for row := range height {
			body += `<w:tr>`
			var line []gridCell
			for _, c := range cells {
				if c.top <= row && row <= c.bottom {
					line = append(line, c)
				}
			}
			slices.SortFunc(line, func(a, b gridCell) int { return a.left - b.left })
			for _, c := range line {
				properties, text := fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.right-c.left+1), c.text
				if c.bottom > c.top {
					properties += map[bool]string{true: `<w:vMerge w:val="restart"/>`, false: `<w:vMerge/>`}[c.top == row]
				}
				if c.top < row {
					text = ""
				}
				body += readtest.Cell(properties, html.EscapeString(text))
			}
			body += `</w:tr>`
		}
		body += `</w:tbl>`
	}
	return sheetsOf(t, readtest.Docx(t, body))
}

// withSliver inserts a narrow column at a border, which belongs to the cells on its left
// in some rows and to those on its right in the others.
func withSliver(cells []gridCell, at int, toLeft func(gridCell) bool) []gridCell {
	moved := slices.Clone(cells)
	for i := range moved {
		c := &moved[i]
		left, right := c.left, c.right
		if c.left >= at {
			c.left++
		}
		if c.right >= at {
			c.right++
		}
		switch {
		case right == at-1 && toLeft(*c):
			c.right++
		case left == at && !toLeft(*c):
			c.left--
		}
	}
	return moved
}

func TestNarrowExtraColumnsHideNoFigure(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 6))
	eachReport(t, func(t *testing.T, r *form.Report) {
		truth := distinct(*r, random)
		titles, tables := documentParts(&truth)
		for k := range tables {
			width := 0
			for _, c := range tables[k] {
				width = max(width, c.right+1)
			}
			for at := 1; at < width; at++ {
				for border := range 5 {
					if slices.ContainsFunc(tables[k], func(c gridCell) bool { return c.top < border && border <= c.bottom }) {
						continue // one cell cannot have two widths
					}
					if random.IntN(5) > 0 {
						continue
					}
					slivers := slices.Clone(tables)
					slivers[k] = withSliver(tables[k], at, func(c gridCell) bool { return (c.top < border) == (at%2 == 0) })
					widths := make([][]int, len(tables))
					for range width {
						widths[k] = append(widths[k], 850)
					}
					widths[k] = slices.Insert(widths[k], at, 12)
					mustBe(t, &truth, understandSheets("a.docx", docxOf(t, &truth, titles, slivers, widths)))
					if t.Failed() {
						t.Fatalf("table %d, sliver at %d, rows from %d on", k, at, border)
					}
				}
			}
		}
	})
}
