package importer

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/read/readtest"
)

// mutation changes a workbook in a way in which real reports differ. It must not change
// the number of any figure.
type mutation struct {
	name  string
	apply func(c *canvas, random *rand.Rand)
}

var mutations = []mutation{
	{"shift the origin", func(c *canvas, random *rand.Rand) { c.shift(random.IntN(6), random.IntN(5)) }},
	{"unmerge", func(c *canvas, random *rand.Rand) { c.unmerge(random.IntN(2) == 0) }},
	{"unmerge some", func(c *canvas, random *rand.Rand) {
		var some, rest canvas
		for _, p := range c.cells {
			if random.IntN(3) == 0 {
				some.cells = append(some.cells, p)
			} else {
				rest.cells = append(rest.cells, p)
			}
		}
		some.unmerge(random.IntN(2) == 0)
		c.cells = append(rest.cells, some.cells...)
	}},
	{"respell", func(c *canvas, random *rand.Rand) {
		all := spellers()
		spell := all[random.IntN(len(all))].spell
		for i := range c.cells {
			if p := &c.cells[i]; (p.look == headLook || p.look == labelLook) && p.text != "" && random.IntN(2) == 0 {
				p.text = spell(p.text)
			}
		}
	}},
	{"misspell", func(c *canvas, random *rand.Rand) {
		slips := map[string]string{} // each label is misspelt in the same way wherever it occurs
		for i := range c.cells {
			p := &c.cells[i]
			if p.look != headLook && p.look != labelLook {
				continue
			}
			if _, ok := slips[p.text]; !ok {
				slips[p.text] = p.text
				if r := []rune(p.text); len(r) > 1 && random.IntN(12) == 0 && !strings.Contains(p.text, "万元") {
					at := random.IntN(len(r))
					slips[p.text] = string(slices.Delete(r, at, at+1))
				}
			}
			p.text = slips[p.text]
		}
	}},
	{"drop rows", func(c *canvas, random *rand.Rand) {
		for range 1 + random.IntN(3) {
			rows := c.figureRows()
			at := rows[random.IntN(len(rows))]
			c.drop(func(p *patch) bool { return p.top == at && p.bottom == at })
			if random.IntN(2) == 0 {
				c.closeRow(at)
			}
		}
	}},
	{"add rows", func(c *canvas, random *rand.Rand) {
		for range 1 + random.IntN(2) {
			rows := c.figureRows()
			c.addRow(rows[random.IntN(len(rows))], []string{"其他情形", "其中：转办", "备注", "小计", "9.其他", "合计", "（八）其他"}[random.IntN(7)], random)
		}
	}},
	{"repeat the heading", func(c *canvas, random *rand.Rand) {
		rows := c.rowsOf(form.ApplicationsTable)
		c.repeatHead(rows[random.IntN(len(rows))])
	}},
	{"open rows and columns", func(c *canvas, random *rand.Rand) {
		for range 1 + random.IntN(2) {
			c.insertRow(random.IntN(c.height() + 1))
		}
		if random.IntN(2) == 0 {
			c.insertColumn(random.IntN(form.LayoutWidth))
		}
	}},
	{"add a column", func(c *canvas, random *rand.Rand) {
		at := 8 + random.IntN(8)
		c.insertColumn(at)
		rows := c.rowsOf(form.ApplicationsTable)
		if len(rows) == 0 {
			return
		}
		c.cells = append(c.cells, patch{top: rows[0] - 1, bottom: rows[0] - 1, left: at, right: at, text: []string{"法人小计", "", "备注", "其中：个人"}[random.IntN(4)], look: headLook})
		for _, row := range rows {
			if random.IntN(2) == 0 {
				c.cells = append(c.cells, patch{top: row, bottom: row, left: at, right: at, text: strconv.Itoa(random.IntN(90)), kind: read.NumberCell})
			}
		}
	}},
	{"merge figures", func(c *canvas, random *rand.Rand) {
		for i := range c.cells {
			p := &c.cells[i]
			if p.look != figureLook || random.IntN(25) != 0 {
				continue
			}
			right, bottom := p.right, p.bottom
			if random.IntN(2) == 0 {
				right++
			} else {
				bottom++
			}
			free := true
			for k := range c.cells {
				q := &c.cells[k]
				if k != i && q.left <= right && q.right >= p.left && q.top <= bottom && q.bottom >= p.top {
					free = free && q.look == figureLook && q.text == "" && q.left >= p.left && q.right <= right && q.top >= p.top && q.bottom <= bottom
				}
			}
			if free {
				p.right, p.bottom = right, bottom
			}
		}
	}},
	{"lose headings", func(c *canvas, random *rand.Rand) {
		for i := range c.cells {
			p := &c.cells[i]
			if (p.look == headLook || p.look == sectionLook) && random.IntN(15) == 0 && !c.isRepeated(p) {
				p.text = ""
			}
		}
	}},
	{"lose section titles", func(c *canvas, random *rand.Rand) {
		c.drop(func(p *patch) bool { return p.look == sectionLook && random.IntN(2) == 0 })
	}},
	{"spell the numbers", func(c *canvas, random *rand.Rand) {
		paddings := slices.DeleteFunc(readtest.Paddings(), func(p readtest.Padding) bool { return p.NotInXML })
		for i := range c.cells {
			if p := &c.cells[i]; p.look == figureLook && p.text != "" && random.IntN(2) == 0 {
				p.kind, p.text = read.TextCell, paddings[random.IntN(len(paddings))].Around(spelt(p.text, random))[random.IntN(3)]
			}
		}
	}},
	{"number the columns", func(c *canvas, random *rand.Rand) {
		if rows := c.rowsOf(form.ApplicationsTable); len(rows) > 0 {
			c.insertRow(rows[0])
			left := c.leftOf(form.ApplicationsTable)
			for j := range 7 {
				c.cells = append(c.cells, patch{top: rows[0], bottom: rows[0], left: left + j, right: left + j, text: strconv.Itoa(j + 1), kind: read.NumberCell, look: headLook})
			}
		}
	}},
	{"swap columns", func(c *canvas, random *rand.Rand) {
		left := c.leftOf(form.ApplicationsTable)
		a, b := left+1+random.IntN(5), left+1+random.IntN(5)
		for i := range c.cells {
			p := &c.cells[i]
			if p.left == p.right && (p.key.Table == form.ApplicationsTable || p.look == headLook && c.isHeadOf(form.ApplicationsTable, p)) {
				if p.left == a {
					p.left, p.right = b, b
				} else if p.left == b {
					p.left, p.right = a, a
				}
			}
		}
	}},
	{"drop a column", func(c *canvas, random *rand.Rand) {
		at := c.leftOf(form.ApplicationsTable) + random.IntN(7)
		c.drop(func(p *patch) bool {
			return p.left == at && p.right == at && (p.key.Table == form.ApplicationsTable || p.look == headLook && c.isHeadOf(form.ApplicationsTable, p))
		})
	}},
	{"scribble", func(c *canvas, random *rand.Rand) {
		for range 3 {
			text := []string{"共3页", "2024", "12", "填表人：李四", "联系电话", "单位：件", "附件2", "无"}[random.IntN(8)]
			i, j := random.IntN(c.height()+3), form.LayoutWidth+3+random.IntN(4)
			c.cells = append(c.cells, patch{top: i, bottom: i, left: j, right: j, text: text, look: headLook})
		}
	}},
	{"write below", func(c *canvas, random *rand.Rand) {
		c.cells = append(c.cells, patch{top: c.height() + 1, bottom: c.height() + 1, left: 0, right: 5, text: "填表人：张三　联系电话：010-12345678", look: headLook})
	}},
}

var spellingNames = func() []string {
	var names []string
	for name := range spellings {
		if name != "with unit" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}()

func TestAMutatedWorkbookIsReadCorrectlyOrAskedAbout(t *testing.T) {
	reports := realReports(t)
	random := rand.New(rand.NewPCG(20, 23))
	const workbooks = 1000
	whole, asked := 0, 0
	for n := 0; n < workbooks; {
		truth := distinct(reports[random.IntN(len(reports))], random)
		c := canvasOf(&truth)
		var names []string
		for range 1 + random.IntN(4) {
			m := mutations[random.IntN(len(mutations))]
			names = append(names, m.name)
			m.apply(c, random)
		}
		if random.IntN(16) == 0 {
			names = append(names, "repeat a row with other numbers")
			rows := c.figureRows()
			c.addRow(rows[random.IntN(len(rows))], "", random)
		}
		if random.IntN(10) == 0 {
			names = append(names, "move the headings")
			moveHeadings(c, random)
		}
		if !c.isDisjoint() {
			continue
		}
		n++
		sheets := []*canvas{c}
		if random.IntN(5) == 0 {
			if parts := c.sections(); len(parts) > 1 && c.beginsWithSection() {
				sheets = parts
			}
		}
		questioned, wrong := judge(&truth, c, understand("a.xlsx", sheets...))
		if wrong != "" {
			t.Errorf("workbook %d %v of %s %d: %s", n, names, truth.Unit, truth.Year, wrong)
		}
		if questioned {
			asked++
		} else {
			whole++
		}
	}
	t.Logf("%d read whole, %d questioned", whole, asked)
	if whole < workbooks/3 {
		t.Errorf("only %d of %d were read without a question", whole, workbooks)
	}
}

// distinct gives each figure a different number, so that no mistake is hidden by equal
// numbers. Some stay blank.
func distinct(r form.Report, random *rand.Rand) form.Report {
	figures := append([]form.Figure(nil), r.Figures...)
	slices.SortFunc(figures, func(a, b form.Figure) int {
		return slices.Compare([]string{a.Table, a.Item, a.Column}, []string{b.Table, b.Item, b.Column})
	})
	for i := range figures {
		figures[i].Status, figures[i].Value = form.StatusNumber, form.Count(int64(1000+i))
		figures[i].Raw = figures[i].Value.String()
		// The single row of section 四 keeps its ends: if they were blank, nobody could
		// see that the headings are off by one.
		atEnd := figures[i].Table == form.ReviewTable && (figures[i].Column == "upheld" || figures[i].Column == form.TotalColumnID)
		if random.IntN(12) == 0 && !atEnd {
			figures[i].Status, figures[i].Value, figures[i].Raw = form.StatusBlank, 0, ""
		}
	}
	r.Figures = figures
	return r
}

// judge compares the figures read with the truth: each must be right, and one that was
// not read must be missing from the workbook or raise a question or a remark.
func judge(truth *form.Report, c *canvas, results []Result) (questioned bool, wrong string) {
	shown := map[form.Key]bool{}
	for _, p := range c.cells {
		if p.look == figureLook && p.key.Table != "" && p.text != "" {
			shown[p.key] = true
		}
	}
	index := truth.Index()
	read := map[form.Key]bool{}
	for _, r := range results {
		questioned = questioned || r.Err != nil || len(r.Questions) > 0
		if r.Report == nil {
			continue
		}
		questioned = questioned || len(r.Report.Remarks) > 0
		if r.Err != nil {
			continue // asked about, not read
		}
		for _, f := range r.Report.Figures {
			read[f.Key] = true
			want := index[f.Key]
			switch {
			case want == nil:
				return questioned, fmt.Sprintf("%s %s %s at %s is no figure of the report", f.Key, f.Status, f.Value, f.Source.Cell)
			case f.Status.HasValue() && f.Value != want.Value:
				return questioned, fmt.Sprintf("%s: %s at %s, want %s %s", f.Key, f.Value, f.Source.Cell, want.Status, want.Value)
			case f.Status == form.StatusText && want.Status.HasValue() && !questioned:
				return questioned, fmt.Sprintf("%s: %q at %s is text, want %s", f.Key, f.Raw, f.Source.Cell, want.Value)
			case f.Status == form.StatusBlank && want.Status != form.StatusBlank && shown[f.Key]:
				return questioned, fmt.Sprintf("%s: blank at %s, want %s", f.Key, f.Source.Cell, want.Value)
			}
		}
	}
	if !questioned {
		for k := range shown {
			if !read[k] {
				return false, fmt.Sprintf("%s was not read, and nothing says so", k)
			}
		}
	}
	return questioned, ""
}
