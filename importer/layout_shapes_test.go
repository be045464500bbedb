package importer

import (
	"fmt"
	"strconv"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/workbook"
)

func TestEachSectionMayHaveItsOwnSheet(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		mustBe(t, r, understand("a.xlsx", canvasOf(r).sections()...))
	})
}

// tablesOf splits a canvas into one sheet for each table of the form.
func tablesOf(r *form.Report) []*canvas {
	e := form.EditionByID(r.Edition)
	index := r.Index()
	var all []*canvas
	for i := range e.Tables {
		one := form.Edition{Tables: e.Tables[i : i+1]}
		c := &canvas{name: "表" + strconv.Itoa(i+1)}
		for _, p := range one.Layout(r.OneRowOther())[0].Cells {
			if p.Kind == form.SectionCell {
				continue
			}
			q := patch{top: p.Top, left: p.Left, bottom: p.Bottom, right: p.Right, text: p.Text, look: lookOf(p.Kind), key: p.Key}
			if p.Kind == form.FigureCell {
				q.text, q.kind = valueText(index[p.Key])
			}
			c.cells = append(c.cells, q)
		}
		all = append(all, c)
	}
	return all
}

func TestEachTableMayHaveItsOwnSheet(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		mustBe(t, r, understand(workbook.FormTitle(r)+".xlsx", tablesOf(r)...))
	})
}

func TestTheOrderOfTheTablesDoesNotMatter(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		tables := tablesOf(r)
		all := &canvas{name: "Sheet1", cells: []patch{{right: 5, text: workbook.FormTitle(r), look: titleLook}}}
		for i := len(tables) - 1; i >= 0; i-- {
			height := 2
			for _, p := range all.cells {
				height = max(height, p.bottom+2)
			}
			all.cells = append(all.cells, tables[i].shift(height, 0).cells...)
		}
		mustBe(t, r, understand("a.xlsx", all))
	})
}

func TestAHeadingRepeatedAfterAPageBreakIsSkipped(t *testing.T) {
	for _, item := range []string{"granted", "refused-third-party", "unavailable-to-create", "not-processed-confirm", "outcome-total", "carried-forward"} {
		eachReport(t, func(t *testing.T, r *form.Report) {
			c := canvasOf(r)
			at := c.rowOf(form.ApplicationsTable, item)
			head := c.cells[c.find(form.CornerBalance)]
			for range 3 {
				c.insertRow(at)
			}
			for _, p := range c.cells {
				if p.look == headLook && p.top >= head.top && p.bottom <= head.bottom {
					p.top, p.bottom = p.top+at-head.top, p.bottom+at-head.top
					c.cells = append(c.cells, p)
				}
			}
			// A page break splits the merges that it crosses.
			for i := range c.cells {
				if p := &c.cells[i]; p.look == labelLook && p.top < at && p.bottom > at {
					rest := *p
					rest.top = at + 3
					p.bottom = at - 1
					c.cells = append(c.cells, rest)
				}
			}
			mustBe(t, r, understand("a.xlsx", c))
		})
	}
}

func TestAnExtraColumnIsIgnoredWithARemark(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		c := canvasOf(r)
		head := c.cells[c.find("法律服务机构")]
		at := head.left + 2 // after 其他
		c.insertColumn(at)
		c.cells = append(c.cells, patch{top: head.top, bottom: head.bottom, left: at, right: at, text: "法人小计", look: headLook})
		for _, p := range c.cells {
			if p.look == figureLook && p.key.Table == form.ApplicationsTable && p.key.Column == "total" {
				c.cells = append(c.cells, patch{top: p.top, bottom: p.top, left: at, right: at, text: "77", kind: read.NumberCell, look: figureLook})
			}
		}
		got := mustBe(t, r, understand("a.xlsx", c))
		if !hasRemark(got, "unknown-label", "法人小计") {
			t.Errorf("no word on the column 法人小计: %v", got.Remarks)
		}
	})
}

func TestALocalRowIsIgnoredWithARemark(t *testing.T) {
	for _, place := range []struct{ table, before, label string }{
		{"rules", "normative-document", "其他主动公开文件"},
		{form.ApplicationsTable, "granted-in-part", "（一）之二 延期答复"},
		{form.ApplicationsTable, "refused-inquiry", "9.其他不予公开情形"},
		{form.ApplicationsTable, "carried-forward", "合计"},
	} {
		eachReport(t, func(t *testing.T, r *form.Report) {
			c := canvasOf(r)
			at := c.rowOf(place.table, place.before)
			c.insertRow(at)
			var like []patch
			for _, p := range c.cells {
				if p.top == at+1 && p.look != sectionLook && p.bottom == p.top {
					p.top, p.bottom = at, at
					switch p.look {
					case labelLook:
						p.text = place.label
					case figureLook:
						p.text, p.kind, p.key = "55", read.NumberCell, form.Key{}
					}
					like = append(like, p)
				}
			}
			c.cells = append(c.cells, like...)
			got := mustBe(t, r, understand("a.xlsx", c))
			if !hasRemark(got, "unknown-label", place.label) {
				t.Errorf("no word on the row %s: %v", place.label, got.Remarks)
			}
		})
	}
}

func hasRemark(r *form.Report, rule form.RuleID, text string) bool {
	for _, m := range r.Remarks {
		if m.Rule == rule && m.Text == text {
			return true
		}
	}
	return false
}

func TestOnlyTheTotalColumnMayBeFilled(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		want := *r
		want.Figures = append([]form.Figure(nil), r.Figures...)
		for i := range want.Figures {
			if f := &want.Figures[i]; f.Table == form.ApplicationsTable && f.Column != "total" {
				f.Status, f.Value, f.Raw = form.StatusBlank, 0, ""
			}
		}
		mustBe(t, &want, understand("a.xlsx", canvasOf(&want)))
		mustBe(t, &want, understand("a.xlsx", canvasOf(&want).unmerge(false)))
	})
}

func TestHeadingsMayBeOneColumnOff(t *testing.T) {
	for _, by := range []int{-1, 1} {
		eachReport(t, func(t *testing.T, r *form.Report) {
			c := canvasOf(r).shift(0, 2)
			for i := range c.cells {
				p := &c.cells[i]
				if p.look == headLook && p.left > 2 && c.isHeadOf(form.ApplicationsTable, p) {
					p.left, p.right = p.left+by, p.right+by
				}
			}
			mustBe(t, r, understand("a.xlsx", c))
		})
	}
}

// isHeadOf reports whether a heading stands above the figures of a table.
func (c *canvas) isHeadOf(table string, p *patch) bool {
	first, last := -1, -1
	for _, q := range c.cells {
		if q.key.Table == table {
			if first < 0 {
				first = q.top
			}
			last = q.top
		}
	}
	return p.top >= first-3 && p.bottom <= last
}

func TestSpansOfHeadingsAndFiguresMayDiffer(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		c := canvasOf(r)
		// Section 四 gets an extra column in each heading, whose figure is the next
		// one's: the n-th figure still belongs to the n-th heading.
		for i := range c.cells {
			p := &c.cells[i]
			if p.look != figureLook || p.key.Table != form.ReviewTable {
				if c.isHeadOf(form.ReviewTable, p) && p.look == headLook {
					p.left, p.right = 2*p.left, 2*p.right+1
				}
				continue
			}
			n := p.left
			p.left, p.right = 2*n-1, 2*n
			if n == 0 {
				p.left, p.right = 0, 0
			} else if n == form.LayoutWidth-1 {
				p.right = 2*n + 1
			}
		}
		mustBe(t, r, understand("a.xlsx", c))
	})
}

func TestSectionFourMayBeSplitOrVertical(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		table := form.EditionByID(r.Edition).Table(form.ReviewTable)
		index := r.Index()
		for name, place := range map[string]func(c *canvas, top, i, j int, it form.Item, col form.Column, f *form.Figure){
			"three pieces": func(c *canvas, top, i, j int, it form.Item, col form.Column, f *form.Figure) {
				c.cell(top+5*i, j, col.Label, headLook)
				c.figure(top+5*i+1, j, f)
				if j == 0 {
					c.cells = append(c.cells, patch{top: top + 5*i - 1, bottom: top + 5*i - 1, left: 0, right: 4, text: it.Label, look: headLook})
				}
			},
			"rows of items": func(c *canvas, top, i, j int, it form.Item, col form.Column, f *form.Figure) {
				c.cell(top, j+1, col.Label, headLook)
				c.cell(top+1+i, 0, it.Label, labelLook)
				c.figure(top+1+i, j+1, f)
			},
			"vertical": func(c *canvas, top, i, j int, it form.Item, col form.Column, f *form.Figure) {
				c.cell(top+5*i+j, 1, col.Label, labelLook)
				c.figure(top+5*i+j, 2, f)
				if j == 0 {
					c.cells = append(c.cells, patch{top: top + 5*i, bottom: top + 5*i + 4, left: 0, right: 0, text: it.Label, look: labelLook})
				}
			},
		} {
			t.Run(name, func(t *testing.T) {
				c := canvasOf(r)
				top := 0
				for _, p := range c.cells {
					if p.key.Table == form.ReviewTable {
						top = p.top
					}
				}
				c.drop(func(p *patch) bool { return c.isHeadOf(form.ReviewTable, p) && p.look != sectionLook })
				for i, it := range table.Items {
					for j, col := range table.Columns {
						place(c, top, i, j, it, col, index[form.Key{Table: table.ID, Item: it.ID, Column: col.ID}])
					}
				}
				mustBe(t, r, understand("a.xlsx", c))
			})
		}
	})
}

func (c *canvas) cell(i, j int, text string, l look) {
	for _, p := range c.cells {
		if p.top == i && p.left == j {
			return
		}
	}
	c.cells = append(c.cells, patch{top: i, bottom: i, left: j, right: j, text: text, look: l})
}

func (c *canvas) figure(i, j int, f *form.Figure) {
	text, kind := valueText(f)
	c.cells = append(c.cells, patch{top: i, bottom: i, left: j, right: j, text: text, kind: kind, look: figureLook, key: f.Key})
}

func TestSectionThreeMayBeTransposed(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		parts := canvasOf(r).sections()
		for i := range parts[1].cells {
			p := &parts[1].cells[i]
			if p.look == titleLook || p.look == sectionLook {
				continue
			}
			p.top, p.left, p.bottom, p.right = p.left+2, p.top, p.right+2, p.bottom
		}
		mustBe(t, r, understand("a.xlsx", parts...))
	})
}

func TestARowOfColumnNumbersIsNotData(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		c := canvasOf(r)
		for _, at := range []struct {
			item  form.Key
			first int
		}{{form.Key{Table: form.ApplicationsTable, Item: "received"}, 8}, {form.Key{Table: form.ReviewTable, Item: "reconsideration"}, 0}} {
			row := c.rowOf(at.item.Table, at.item.Item)
			c.insertRow(row)
			for j := at.first; j < form.LayoutWidth; j++ {
				c.cells = append(c.cells, patch{top: row, bottom: row, left: j, right: j, text: fmt.Sprint(j - at.first + 1), kind: read.NumberCell})
			}
		}
		mustBe(t, r, understand("a.xlsx", c))
	})
}

func TestAnUnrelatedTableBeforeTheFormDoesNotMatter(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		c := canvasOf(r).shift(6, 0)
		for i, line := range [][]string{{"索引号", "000014349/2024-00007"}, {"主题分类", "政务公开"}, {"发布日期", "2024-01-25"}, {"发文字号", "无"}} {
			for j, text := range line {
				c.cells = append(c.cells, patch{top: i, bottom: i, left: j, right: j, text: text})
			}
		}
		mustBe(t, r, understand("a.xlsx", c))
	})
}

func TestNumberedHeadingsMeanTheApplicantKindsInOrder(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		c := canvasOf(r)
		kinds := form.EditionByID(r.Edition).Table(form.ApplicationsTable).Columns
		for i := range c.cells {
			p := &c.cells[i]
			for k, col := range kinds[:6] {
				if p.look == headLook && p.text == col.Label && c.isHeadOf(form.ApplicationsTable, p) {
					p.text = "数据" + strconv.Itoa(k+1)
				}
			}
		}
		mustBe(t, r, understand("a.xlsx", c))
	})
}
