package importer

import (
	"iter"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
)

// canvas is a sheet under construction: cells with positions, which layouts move before
// they become a grid.
type canvas struct {
	name  string
	cells []patch
}

// patch is a cell of a canvas that covers one or more positions.
type patch struct {
	top, left, bottom, right int
	text                     string
	look                     look
	kind                     read.CellKind
	key                      form.Key
}

// look is the role of a cell of a canvas in the form.
type look int

const (
	titleLook look = iota
	sectionLook
	headLook
	labelLook
	figureLook
)

func lookOf(kind form.CellKind) look {
	return map[form.CellKind]look{form.SectionCell: sectionLook, form.HeadCell: headLook, form.LabelCell: labelLook, form.FigureCell: figureLook}[kind]
}

// canvasOf lays a report out as the official form does, on one canvas.
func canvasOf(r *form.Report) *canvas {
	c := &canvas{name: "Sheet1"}
	index := r.Index()
	e := form.EditionByID(r.Edition)
	c.cells = append(c.cells, patch{right: form.LayoutWidth - 1, text: workbook.FormTitle(r), look: titleLook})
	top := 1
	for _, s := range e.Layout(r.OneRowOther()) {
		for _, p := range s.Cells {
			q := patch{top: p.Top + top, left: p.Left, bottom: p.Bottom + top, right: p.Right, text: p.Text, look: lookOf(p.Kind), key: p.Key}
			if p.Kind == form.FigureCell {
				q.text, q.kind = valueText(index[p.Key])
			}
			c.cells = append(c.cells, q)
		}
		top += s.Height + 1
	}
	return c
}

func valueText(f *form.Figure) (string, read.CellKind) {
	switch {
	case f == nil || f.Status == form.StatusBlank && f.Raw == "":
		return "", read.TextCell
	case f.Status == form.StatusNumber && len(f.Raw) > 0 && read.IsDigit(f.Raw[len(f.Raw)-1]):
		return f.Value.String(), read.NumberCell
	case f.Raw == "":
		return f.Value.String(), read.TextCell
	}
	return f.Raw, read.TextCell
}

// sheet turns the canvas into a sheet as readers return it: with merges spread.
func (c *canvas) sheet() read.Sheet {
	s := read.Sheet{Name: c.name}
	put := func(i, j int, x read.Cell) {
		for len(s.Rows) <= i {
			s.Rows = append(s.Rows, read.Row{Number: len(s.Rows) + 1})
		}
		for len(s.Rows[i].Cells) <= j {
			s.Rows[i].Cells = append(s.Rows[i].Cells, read.Cell{})
		}
		s.Rows[i].Cells[j] = x
	}
	for _, p := range c.cells {
		if p.text == "" && p.top == p.bottom && p.left == p.right {
			continue // spreadsheets do not store empty cells
		}
		for i := p.top; i <= p.bottom; i++ {
			for j := p.left; j <= p.right; j++ {
				x := read.Cell{Text: p.text, Kind: p.kind}
				if i > p.top || j > p.left {
					x.Covered, x.OriginRow, x.OriginCol = true, int32(p.top), uint16(p.left)
				}
				put(i, j, x)
			}
		}
	}
	return s
}

func (c *canvas) shift(rows, columns int) *canvas {
	for i := range c.cells {
		p := &c.cells[i]
		p.top, p.bottom, p.left, p.right = p.top+rows, p.bottom+rows, p.left+columns, p.right+columns
	}
	return c
}

// relabel changes the text of headings and labels.
func (c *canvas) relabel(change func(string) string) *canvas {
	for i := range c.cells {
		if p := &c.cells[i]; p.look == headLook || p.look == labelLook {
			p.text = change(p.text)
		}
	}
	return c
}

// unmerge splits merged headings and labels; with repeat each of their cells has the
// text, otherwise only the first.
func (c *canvas) unmerge(repeat bool) *canvas {
	var cells []patch
	for _, p := range c.cells {
		if p.look == titleLook {
			cells = append(cells, p)
			continue
		}
		for i := p.top; i <= p.bottom; i++ {
			for j := p.left; j <= p.right; j++ {
				q := p
				q.top, q.bottom, q.left, q.right = i, i, j, j
				if first := i == p.top && j == p.left; !first && (!repeat || p.look == figureLook || p.look == sectionLook) {
					q.text, q.kind = "", read.TextCell
				}
				cells = append(cells, q)
			}
		}
	}
	c.cells = cells
	return c
}

// insertRow inserts a blank row and stretches the merges that cross it.
func (c *canvas) insertRow(at int) *canvas {
	for i := range c.cells {
		p := &c.cells[i]
		if p.top >= at {
			p.top++
		}
		if p.bottom >= at {
			p.bottom++
		}
	}
	return c
}

func (c *canvas) insertColumn(at int) *canvas {
	for i := range c.cells {
		p := &c.cells[i]
		if p.left >= at {
			p.left++
		}
		if p.right >= at {
			p.right++
		}
	}
	return c
}

// find returns the index of the first cell with a text.
func (c *canvas) find(text string) int {
	for i := range c.cells {
		if c.cells[i].text == text {
			return i
		}
	}
	return -1
}

// rowOf returns the row of an item's figures.
func (c *canvas) rowOf(table, item string) int {
	for _, p := range c.cells {
		if p.key.Table == table && p.key.Item == item {
			return p.top
		}
	}
	return -1
}

// drop removes the cells that fulfil a condition.
func (c *canvas) drop(when func(*patch) bool) *canvas {
	var kept []patch
	for i := range c.cells {
		if !when(&c.cells[i]) {
			kept = append(kept, c.cells[i])
		}
	}
	c.cells = kept
	return c
}

// namedSections yields the sections of a form without its title, with the heading of each
// taken out.
func (c *canvas) namedSections() iter.Seq2[string, *canvas] {
	return func(yield func(string, *canvas) bool) {
		for _, section := range c.drop(func(p *patch) bool { return p.look == titleLook }).sections() {
			heading := ""
			section.drop(func(p *patch) bool {
				if p.look == sectionLook {
					heading = p.text
				}
				return p.look == sectionLook
			})
			if !yield(heading, section) {
				return
			}
		}
	}
}

// sections splits the canvas at its section headings; the title belongs to the first.
func (c *canvas) sections() []*canvas {
	var parts []*canvas
	var tops []int
	for _, p := range c.cells {
		if p.look == sectionLook {
			tops = append(tops, p.top)
			parts = append(parts, &canvas{name: "Sheet" + string(rune('1'+len(parts)))})
		}
	}
	if len(parts) == 0 {
		return nil
	}
	for _, p := range c.cells {
		if p.look == titleLook {
			for k := range parts {
				q := p
				q.top, q.bottom = 0, 0
				parts[k].cells = append(parts[k].cells, q)
			}
			continue
		}
		k := len(tops) - 1
		for k > 0 && p.top < tops[k] {
			k--
		}
		p.top, p.bottom = p.top-tops[k]+2, p.bottom-tops[k]+2
		parts[k].cells = append(parts[k].cells, p)
	}
	return parts
}

// understand imports canvases as the sheets of one file.
func understand(file string, canvases ...*canvas) []Result {
	var sheets []read.Sheet
	for _, c := range canvases {
		sheets = append(sheets, c.sheet())
	}
	return understandSheets(file, sheets)
}

func understandSheets(file string, sheets []read.Sheet) []Result {
	var results []Result
	newInterpreter(&Options{}).sheets(source{path: file, clues: fileClues(file)}, sheets, func(r Result) { results = append(results, r) })
	return results
}

// mustBe checks that a layout gives one report with every figure right.
func mustBe(t *testing.T, want *form.Report, results []Result) *form.Report {
	t.Helper()
	if len(results) != 1 || results[0].Err != nil {
		for _, r := range results {
			t.Logf("%s: %v %v", r.Sheet, explain(r.Err, "en"), explained(r.Questions))
		}
		t.Fatalf("%s %d: %d results", want.Unit, want.Year, len(results))
	}
	got := results[0].Report
	lines := differences(got, want)
	for _, line := range lines[:min(len(lines), 8)] {
		t.Errorf("%s %d: %s", want.Unit, want.Year, line)
	}
	if len(lines) > 0 {
		t.Errorf("%d differences; questions %v, remarks %v", len(lines), explained(results[0].Questions), got.Remarks)
	}
	if got.Unit != want.Unit || got.Year != want.Year || got.Edition != want.Edition {
		t.Errorf("identity %q %q %d %s, want %q %d %s", got.Region, got.Unit, got.Year, got.Edition, want.Unit, want.Year, want.Edition)
	}
	return got
}

func explained(questions []Question) []string {
	var all []string
	for i := range questions {
		all = append(all, questions[i].Explain("en"))
	}
	return all
}
