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
)

// sheetOfTexts makes a sheet of texts; those that are numbers become numbers.
func sheetOfTexts(rows [][]string) read.Sheet {
	s := read.Sheet{Name: "Sheet1"}
	for i, texts := range rows {
		r := read.Row{Number: i + 1}
		for _, text := range texts {
			c := read.Cell{Text: text}
			if _, err := strconv.Atoi(text); err == nil {
				c.Kind = read.NumberCell
			}
			r.Cells = append(r.Cells, c)
		}
		s.Rows = append(s.Rows, r)
	}
	return s
}

// listingPlan is a random listing with the figures that must be read from it.
type listingPlan struct {
	random *rand.Rand
	name   string
	units  []string
	years  []int
	items  []form.Item
	kinds  []form.Column
	truth  map[string]map[form.Key]int
	rows   [][]string
}

func planListing(random *rand.Rand) *listingPlan {
	e := form.EditionByID("2021")
	p := &listingPlan{random: random, units: []string{"石桥镇", "青山镇", "白水乡", "东关街道"}[:1+random.IntN(4)], years: []int{2023, 2022}[:1+random.IntN(2)], truth: map[string]map[form.Key]int{}}
	var items []form.Item
	for _, t := range e.Tables {
		for _, it := range t.Leaves() {
			if (t.ID == form.ApplicationsTable || t.ID == "licensing" || t.ID == "enforcement") && !isWeak(form.Normalise(it.Label).Text) || it.ID == "outcome-total" {
				items = append(items, it)
			}
		}
	}
	random.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	p.items = items[:2+random.IntN(len(items)-2)]
	p.kinds = e.Table(form.ApplicationsTable).Columns
	return p
}

func (p *listingPlan) label(it *form.Item) string {
	if p.random.IntN(2) == 0 {
		return it.Short
	}
	return it.Label
}

func (p *listingPlan) key(it *form.Item) form.Key {
	e := form.EditionByID("2021")
	for i := range e.Tables {
		if t := &e.Tables[i]; t.Item(it.ID) != nil {
			if total := t.TotalColumn(); total != nil {
				return form.Key{Table: t.ID, Item: it.ID, Column: total.ID}
			}
			return form.Key{Table: t.ID, Item: it.ID, Column: t.Columns[0].ID}
		}
	}
	panic(it.ID)
}

// number is a figure, which may be blank, or look like a year.
func (p *listingPlan) number(unit string, year int, k form.Key) string {
	n := []int{p.random.IntN(10), p.random.IntN(3000), 2000 + p.random.IntN(40), 11398889}[p.random.IntN(4)]
	at := unit + strconv.Itoa(year)
	if p.truth[at] == nil {
		p.truth[at] = map[form.Key]int{}
	}
	if p.random.IntN(12) == 0 {
		return ""
	}
	p.truth[at][k] = n
	return strconv.Itoa(n)
}

func (p *listingPlan) yearText(year int) string {
	return strconv.Itoa(year) + []string{"", "年", "年度"}[p.random.IntN(3)]
}

func (p *listingPlan) title(words string) {
	unit := "临江区"
	if len(p.units) == 1 {
		unit += p.units[0]
	}
	p.rows = append(p.rows, []string{"江南省云州市" + unit + "2023年" + words})
}

// long has a row for each figure, with the columns in any order.
func (p *listingPlan) long() {
	heads := []string{"单位", "年度", "项目", "数量"}
	if p.random.IntN(2) == 0 {
		heads = append(heads, "计量单位")
	}
	order := p.random.Perm(len(heads))
	last := slices.Index(order, 3)
	order[last], order[len(order)-1] = order[len(order)-1], order[last] // the number stands after its item
	line := func(texts ...string) {
		var row []string
		for _, j := range order {
			row = append(row, texts[j])
		}
		p.rows = append(p.rows, row)
	}
	line(append(slices.Clone(heads), "")...)
	for _, unit := range p.units {
		for _, year := range p.years {
			for i := range p.items {
				line(unit, p.yearText(year), p.label(&p.items[i]), p.number(unit, year, p.key(&p.items[i])), "件")
			}
		}
	}
}

// across has a column for each year, for one body or with bodies in the first column.
func (p *listingPlan) across() {
	p.title("年报数据")
	hasUnits := len(p.units) > 1 || p.random.IntN(2) == 0
	var head []string
	if hasUnits {
		head = append(head, []string{"单位", "乡镇", "单位名称"}[p.random.IntN(3)])
	}
	head = append(head, []string{"指标", "项目", "统计项目", "内容"}[p.random.IntN(4)])
	relative := p.random.IntN(3) == 0
	for i, year := range p.years {
		switch {
		case len(p.years) == 1 && p.random.IntN(2) == 0:
			head = append(head, []string{"数量", "件数", "数值", "本年"}[p.random.IntN(4)])
		case relative:
			head = append(head, []string{"本年", "上年"}[i])
		default:
			head = append(head, p.yearText(year))
		}
	}
	change := len(p.years) == 2 && p.random.IntN(2) == 0
	if change {
		head = append(head, []string{"增减", "同比", "变化情况"}[p.random.IntN(3)])
	}
	p.rows = append(p.rows, head)
	once := p.random.IntN(2) == 0
	for _, unit := range p.units {
		for i := range p.items {
			var row []string
			if hasUnits && i > 0 && once {
				row = append(row, "")
			} else if hasUnits {
				row = append(row, unit)
			}
			row = append(row, p.label(&p.items[i]))
			for _, year := range p.years {
				row = append(row, p.number(unit, year, p.key(&p.items[i])))
			}
			if change {
				row = append(row, strconv.Itoa(p.random.IntN(50)))
			}
			p.rows = append(p.rows, row)
		}
		if p.random.IntN(4) == 0 {
			p.rows = append(p.rows, nil)
		}
	}
}

// blocks has the kinds of applicants side by side, for the items of each body.
func (p *listingPlan) blocks() {
	p.title("年报汇总表")
	head := []string{"单位", "项目"}
	for _, c := range p.kinds {
		head = append(head, c.Label)
	}
	p.rows = append(p.rows, head)
	for _, unit := range p.units {
		for i := range p.items {
			k := p.key(&p.items[i])
			if k.Table != form.ApplicationsTable {
				continue
			}
			row := []string{unit, p.label(&p.items[i])}
			for _, c := range p.kinds {
				k.Column = c.ID
				row = append(row, p.number(unit, 2023, k))
			}
			p.rows = append(p.rows, row)
		}
	}
}

// split has the kinds of applicants side by side, each divided by years.
func (p *listingPlan) split() {
	p.units = p.units[:1]
	p.title("年报数据")
	over, under := []string{"指标"}, []string{""}
	for _, c := range p.kinds {
		for _, year := range p.years {
			over, under = append(over, c.Label), append(under, strconv.Itoa(year)+"年")
		}
	}
	p.rows = append(p.rows, over, under)
	for i := range p.items {
		k := p.key(&p.items[i])
		if k.Table != form.ApplicationsTable {
			continue
		}
		row := []string{p.label(&p.items[i])}
		for _, c := range p.kinds {
			for _, year := range p.years {
				k.Column = c.ID
				row = append(row, p.number(p.units[0], year, k))
			}
		}
		p.rows = append(p.rows, row)
	}
}

func (p *listingPlan) String() string {
	var lines []string
	for _, row := range p.rows {
		lines = append(lines, strings.Join(row, " | "))
	}
	return p.name + "\n" + strings.Join(lines, "\n")
}

// judged compares the figures read with those of a plan. It returns what is wrong, and
// whether all figures were read.
func (p *listingPlan) judged(results []Result) (wrong string, whole bool) {
	left := 0
	for _, figures := range p.truth {
		left += len(figures)
	}
	for _, r := range results {
		if r.Err != nil || r.Report == nil {
			continue
		}
		for _, f := range r.Report.Figures {
			if !f.Status.HasValue() {
				continue
			}
			n, known := p.truth[r.Report.Unit+strconv.Itoa(r.Report.Year)][f.Key]
			if !known || form.Count(int64(n)) != f.Value {
				return fmt.Sprintf("%s %d %s is %s (%s), want %d %v", r.Report.Unit, r.Report.Year, f.Key, f.Value, f.Source.Cell, n, known), false
			}
			left--
		}
	}
	return "", left == 0
}

func TestARandomListingIsReadCompletelyOrAskedAbout(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 27))
	const tables = 600
	lost := 0
	for range tables {
		p := planListing(random)
		ways := []struct {
			name string
			draw func()
		}{{"long", p.long}, {"across", p.across}, {"blocks", p.blocks}, {"split", p.split}}
		way := ways[random.IntN(len(ways))]
		p.name = way.name
		way.draw()
		results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts(p.rows)})
		wrong, whole := p.judged(results)
		if wrong != "" {
			t.Errorf("%s\n%s", wrong, p)
		}
		if !whole {
			lost++
			asked := false
			for _, r := range results {
				asked = asked || r.Err != nil || len(r.Questions) > 0
			}
			if !asked {
				t.Errorf("figures are missing without a word: %s", p)
			}
			t.Logf("not whole: %s %v %v", p, explain(results[0].Err, "en"), explained(results[0].Questions))
		}
	}
	if lost > tables/20 {
		t.Errorf("%d of %d were not read whole", lost, tables)
	}
}

func TestAFormWhoseNumbersLookLikeYearsIsNotAListing(t *testing.T) {
	r := form.Report{Unit: "黄村镇", Region: "北京市大兴区", Agency: "北京市大兴区黄村镇人民政府", Year: 2022, Edition: "2021"}
	for i, k := range form.EditionByID("2021").Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Raw: strconv.Itoa(2000 + i%100), Value: form.Count(int64(2000 + i%100))})
	}
	mustBe(t, &r, understand("a.xlsx", canvasOf(&r)))
}

func TestAUnitAboveTheNumbersOfAListingApplies(t *testing.T) {
	key := form.Key{Table: "fees", Item: "fee", Column: "amount"}
	for head, want := range map[string]string{"数量（元）": "25.1", "数量（万元）": "251000", "数量": "251000"} {
		results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts([][]string{
			{"江南省云州市临江区石桥镇2023年年报数据"}, {"指标", head}, {"行政事业性收费", "251000"},
		})})
		if got := readOf(results, key); len(got) != 1 || got[0] != want {
			t.Errorf("under %s it is %v, want %s", head, got, want)
		}
	}
}
