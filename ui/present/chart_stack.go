package present

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// partsChart describes a chart that shows the parts of a whole by unit, region or year.
type partsChart struct {
	title string
	view  data.View
	parts []string    // item ids, in form order
	whole string      // item id of the total
	rule  form.RuleID // the identity that binds them; "" if the total is computed from them
}

// outcomesPicture draws the outcomes of applications.
func outcomesPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	c := partsChart{title: r.Language.Say(words.KindOutcomes), view: data.Outcomes, whole: "outcome-total", rule: applications().ItemTotalRule}
	for _, it := range applicationItems() {
		if it.Heading != "" && it.Group == "" && !it.IsTotal {
			c.parts = append(c.parts, it.ID)
		}
	}
	return c.picture(ctx, store, r)
}

// reasonsPicture draws the rows of a group.
func reasonsPicture(group string) func(context.Context, *data.Store, ChartRequest) (Picture, error) {
	return func(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
		kind, _ := ChartKindByName(r.Kind)
		c := partsChart{title: r.Language.Say(kind.Name), view: data.Outcomes, whole: group}
		for _, it := range applicationItems() {
			if it.Group == group {
				c.parts = append(c.parts, it.ID)
			}
		}
		return c.picture(ctx, store, r)
	}
}

// applicationItems are the rows and groups of section 三 in the latest edition.
func applicationItems() []form.Item { return applications().Items }

// applications is section 三 in the latest edition.
func applications() *form.Table {
	return form.Latest().Table(form.ApplicationsTable)
}

func (c partsChart) picture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	q := splitQuery(r)
	q.View, q.Items = c.view, append(append([]string{}, c.parts...), c.whole)
	n, err := readNumbers(ctx, store, q)
	if err != nil {
		return Picture{}, err
	}
	rows, err := splitRows(ctx, store, n, r)
	if err != nil {
		return Picture{}, err
	}
	rows.order(n, form.Key{Table: form.ApplicationsTable, Item: c.whole, Column: form.TotalColumnID}.String())
	say := r.Language
	s := chart.Stack{
		Title: c.title, Subtitle: splitSubtitle(rows, r), Unit: UnitName("件", say), Head: headOf(r.Split, say),
		Share: !r.Counts, Categories: rows.categories, Words: ChartWords(say),
	}
	if s.Share && !r.Brief {
		s.Note = say.Say(words.NoteShare)
	}
	for _, column := range n.Columns {
		values := rows.values(n, column, say)
		if column.Key.Item == c.whole {
			s.Totals = values
			continue
		}
		s.Series = append(s.Series, chart.Series{Key: column.ID, Name: partName(column, say), Values: values})
	}
	s.Seams = rows.seams(n.Columns, r)
	s.Broken, err = c.broken(ctx, store, rows, q)
	return Picture{Model: s, DrillDown: rows.drillDown(n.Columns, c.view)}, err
}

// broken returns for each bar whether one of its reports breaks the identity.
func (c partsChart) broken(ctx context.Context, store *data.Store, rows bars, q data.Query) ([]bool, error) {
	if c.rule == "" {
		return nil, nil
	}
	found, err := store.Findings(ctx, data.FindingFilter{Query: q, Rules: []form.RuleID{c.rule}, Severities: []form.Severity{form.SeverityError}})
	list := make([]bool, len(rows.rows))
	for i, row := range rows.rows {
		list[i] = slices.ContainsFunc(found, func(f data.Found) bool {
			body := row.Body == f.Body || row.Body.Unit == "" && row.Body.Region == f.Body.Region
			if rows.years != nil {
				body = true
			}
			return body && (row.Year == 0 || row.Year == f.Year)
		})
	}
	return list, err
}

// partName names a part without its group, which the title names.
func partName(c data.Column, say words.Language) string { return say.Say(c.Title) }

// splitQuery is the request's query with one row for each bar.
func splitQuery(r ChartRequest) data.Query {
	q := r.Query
	switch r.Split {
	case ByYear:
		q.Rows = data.YearRows
	case ByRegion:
		q.Rows = data.RegionRows
	default:
		q.Rows = data.ReportRows // the rows of one year are reports, so that cells without a number have their raw text
	}
	if r.Split != ByYear && r.Year != 0 { // Year is 0 if there is no report
		q = ofYear(q, r.Year)
	}
	return q
}

// bars are the rows of a table as categories of a chart.
type bars struct {
	rows       []data.Row // nil for a year without a report
	years      []int      // if the bars are years
	year       int        // if the bars are of one year
	categories []chart.Category
	known      []bool
}

// splitRows makes a category of each row. A year without a report keeps its place.
func splitRows(ctx context.Context, store *data.Store, n numbers, r ChartRequest) (bars, error) {
	b := bars{year: r.Year}
	names := NewBodyNames(rowBodies(n.Rows), r.Language)
	var files map[int64]string
	var err error
	switch r.Split {
	case ByRegion:
		names.nameless, err = nameless(ctx, store, splitQuery(r))
	case ByUnit:
		files, err = store.Files(ctx, splitQuery(r))
	}
	for _, row := range n.Rows {
		if r.Split == ByYear {
			for len(b.years) > 0 && b.years[len(b.years)-1] < row.Year-1 {
				b.add(data.Row{Year: b.years[len(b.years)-1] + 1}, chart.Category{}, false)
			}
			b.add(row, chart.Category{Note: r.Language.Say(words.ChartSummedUp, row.Reports)}, true)
			continue
		}
		note := sourceOf(files, row.ReportID, r.Language)
		if r.Split == ByRegion {
			note = r.Language.Say(words.ChartSummedUp, row.Reports)
		}
		b.rows, b.known = append(b.rows, row), append(b.known, true)
		b.categories = append(b.categories, chart.Category{Key: BodyID(row.Body), Name: names.Name(row.Body), Note: note})
	}
	return b, err
}

// order sorts units by their number in a column, the largest first, and years in their order.
func (b *bars) order(n numbers, column string) {
	if b.years != nil {
		return
	}
	at := make([]int, len(b.rows))
	for i := range at {
		at[i] = i
	}
	size := func(i int) float64 {
		if cell := n.cell(b.rows[i], column); cell.Status.HasValue() {
			return cell.Value.Float()
		}
		return -1
	}
	slices.SortStableFunc(at, func(i, j int) int { return cmp.Compare(size(j), size(i)) })
	rows, categories := make([]data.Row, len(at)), make([]chart.Category, len(at))
	for i, from := range at {
		rows[i], categories[i] = b.rows[from], b.categories[from]
	}
	b.rows, b.categories = rows, categories
}

// add appends a year.
func (b *bars) add(row data.Row, c chart.Category, known bool) {
	c.Key = strconv.Itoa(row.Year)
	c.Name = c.Key
	b.rows, b.known = append(b.rows, row), append(b.known, known)
	b.years, b.categories = append(b.years, row.Year), append(b.categories, c)
}

// values are the cells of a column, one for each bar.
func (b bars) values(n numbers, c data.Column, say words.Language) []chart.Value {
	list := make([]chart.Value, len(b.rows))
	for i, row := range b.rows {
		list[i] = chart.Value{Text: say.Say(words.ChartNoReport)}
		if b.known[i] {
			list[i] = cellValue(n.cell(row, c.ID), c, say)
		}
	}
	return list
}

func (b bars) seams(columns []data.Column, r ChartRequest) []chart.Seam {
	return rowSeams(b.years, columns, r)
}

// drillDown leads from a bar to its reports.
func (b bars) drillDown(columns []data.Column, view data.View) func(chart.Hit) (Target, bool) {
	return func(h chart.Hit) (Target, bool) {
		if b.years != nil {
			return Target{Year: ParseYear(h.Category), View: view}, true
		}
		p := targetOf(h.Category, b.year)
		if c, ok := data.ColumnByID(h.Key); ok {
			p.Cell = c.Key
		}
		p.View = view
		return p, p.known()
	}
}

// splitSubtitle says which year or years the chart covers, and how many units.
func splitSubtitle(b bars, r ChartRequest) string {
	if r.Split == ByYear {
		return yearSpan(b.years)
	}
	if len(b.rows) == 0 {
		return ""
	}
	return r.Language.Say(countWord(r.Split), strconv.Itoa(r.Year), len(b.rows))
}

func countWord(split ChartSplit) words.Word {
	if split == ByRegion {
		return words.ChartYearRegions
	}
	return words.ChartYearUnits
}

// enforcementPicture draws licences, penalties and coercive measures side by side; they are
// never added up.
func enforcementPicture(ctx context.Context, store *data.Store, r ChartRequest) (Picture, error) {
	q := splitQuery(r)
	q.View = data.Enforcement
	n, err := readNumbers(ctx, store, q)
	if err != nil {
		return Picture{}, err
	}
	rows, err := splitRows(ctx, store, n, r)
	if err != nil {
		return Picture{}, err
	}
	rows.order(n, Penalties.String())
	say := r.Language
	b := chart.Bars{
		Title: say.Say(words.KindEnforcement), Subtitle: splitSubtitle(rows, r), Unit: UnitName("件", say),
		Head: headOf(r.Split, say), Categories: rows.categories, Words: ChartWords(say),
	}
	for _, c := range n.Columns {
		b.Series = append(b.Series, chart.Series{Key: c.ID, Name: say.Say(c.Title), Values: rows.values(n, c, say)})
	}
	b.Seams = rows.seams(n.Columns, r)
	return Picture{Model: b, DrillDown: rows.drillDown(n.Columns, data.Enforcement)}, nil
}
