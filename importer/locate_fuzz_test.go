package importer

import (
	"slices"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// textsOfTheForm are all labels of all editions and the texts around them, from which
// random grids are made.
func textsOfTheForm() []string {
	texts := []string{"", "", "0", "7", "2,390", "/", "\u00a0", "\u00a01", "\u30001", "2023", "2023年", "单位", "年度", "瀛海镇", "旧宫镇", "合计", "小计", "数据1", "数据2", "信息内容", form.CornerBalance, form.CornerKinds,
		"第二十条第（一）项", "北京市大兴区瀛海镇人民政府2023年政府信息公开工作年度报告", "行政复议-结果维持", "不予公开1.属于国家秘密", "其他-其他", "总计-总计", "公", "开"}
	for _, e := range form.Editions() {
		for _, t := range e.Tables {
			texts = append(texts, t.Label)
			for _, it := range t.Items {
				texts = append(texts, it.Label, it.Short, it.Heading)
			}
			for _, c := range t.Columns {
				texts = append(texts, c.Label, c.Heading)
			}
		}
	}
	return texts
}

// gridOf makes a sheet from bytes: one for the width, six for merges, then three for each
// cell: two choose a text and one its spelling.
func gridOf(data []byte, texts []string, spell []speller) read.Sheet {
	if len(data) < 8 {
		return read.Sheet{Name: "Sheet1"}
	}
	width := int(data[0])%12 + 1
	merges, data := data[1:7], data[7:]
	c := canvas{name: "Sheet1"}
	taken := map[[2]int]bool{}
	for i := 0; len(data) >= 3; i, data = i+1, data[3:] {
		at := [2]int{i / width, i % width}
		if taken[at] || at[0] > 60 {
			continue
		}
		p := patch{top: at[0], left: at[1], bottom: at[0], right: at[1], text: cellText(data, texts, spell), kind: read.TextCell}
		if m := merges[i%len(merges)]; m%5 == 0 {
			p.right = min(p.left+int(m/5)%3, width-1)
			p.bottom = p.top + int(m/15)%3
		}
		for r := p.top; r <= p.bottom; r++ {
			for j := p.left; j <= p.right; j++ {
				if taken[[2]int{r, j}] {
					p.bottom, p.right = p.top, p.left
				}
			}
		}
		for r := p.top; r <= p.bottom; r++ {
			for j := p.left; j <= p.right; j++ {
				taken[[2]int{r, j}] = true
			}
		}
		c.cells = append(c.cells, p)
	}
	return c.sheet()
}

// cellText leaves a text unchanged for half of all spelling bytes.
func cellText(data []byte, texts []string, spell []speller) string {
	text := texts[(int(data[0])<<8|int(data[1]))%len(texts)]
	if how := int(data[2]); how >= 128 {
		return spell[how%len(spell)].spell(text)
	}
	return text
}

// tableBytes are the bytes from which gridOf makes a table of the form, with all texts
// spelt alike.
func tableBytes(t *form.Table, texts []string, how byte) []byte {
	data := []byte{byte(len(t.Columns)), 1, 1, 1, 1, 1, 1}
	put := func(text string) {
		at := slices.Index(texts, text)
		data = append(data, byte(at>>8), byte(at), how)
	}
	put("信息内容")
	for _, c := range t.Columns {
		put(c.Label)
	}
	for _, it := range t.Items {
		put(it.Label)
		for i := range t.Columns {
			put([]string{"7", "2,390", "0"}[i%3])
		}
	}
	return data
}

// For any grid: no panic, no figure twice, no cell for two figures unless it is a dash,
// only figures of the edition, and each figure equals the text of its cell.
func FuzzLocate(f *testing.F) {
	texts := textsOfTheForm()
	f.Add([]byte("\x07abcdefghijklmnopqrstuvwxyz0123456789"))
	f.Add([]byte{8, 5, 10, 15, 20, 25, 30, 40, 41, 42, 43, 44, 45, 46, 47, 2, 3, 4, 5, 6, 7, 8, 9, 60, 2, 3, 4})
	spell := spellers()
	for how := 128; how < 128+len(spell); how++ {
		e := form.Editions()[how%2]
		f.Add(tableBytes(&e.Tables[how%len(e.Tables)], texts, byte(how)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, r := range understandSheets("a.xlsx", []read.Sheet{gridOf(data, texts, spell)}) {
			if r.Report == nil {
				continue
			}
			keys, cells := map[form.Key]bool{}, map[string]form.Figure{}
			for _, figure := range r.Report.Figures {
				if keys[figure.Key] {
					t.Errorf("%s twice", figure.Key)
				}
				keys[figure.Key] = true
				if other, ok := cells[figure.Source.Cell]; ok && figure.Status.HasValue() {
					t.Errorf("%s gives %s and %s", figure.Source.Cell, figure.Key, other.Key)
				}
				cells[figure.Source.Cell] = figure
				if figure.Status == form.StatusBlank && !read.IsBlank(figure.Raw) {
					t.Errorf("%s is blank, but the cell holds %q", figure.Key, figure.Raw)
				}
				if figure.Status.HasValue() && read.IsBlank(figure.Raw) {
					t.Errorf("%s is %s out of nothing", figure.Key, figure.Value)
				}
			}
		}
	})
}

func FuzzLabels(f *testing.F) {
	for _, text := range textsOfTheForm() {
		f.Add(text)
	}
	words := newVocabulary()
	f.Fuzz(func(t *testing.T, text string) {
		r := words.lookUp(text)
		for x := range r.allTerms() {
			if words.tables[x.table] == nil {
				t.Errorf("%q: a term of no table", text)
			}
		}
		for _, m := range meaningsOf([]*phrase{r}) {
			if m.item == "" && m.column == "" {
				t.Errorf("%q means nothing in %s", text, m.table)
			}
		}
	})
}
