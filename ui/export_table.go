package ui

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/grid"
	"nianbao/ui/words"
)

// exportPage is how many rows are fetched at a time.
const exportPage = 10_000

// TableDocument is the table of a query as it leaves the program: the columns,
// rows and totals that the window shows, in the language of the tag (zh or en).
// Its rows are fetched while it is written.
func TableDocument(ctx context.Context, store *data.Store, q data.Query, tag string) (workbook.Table, error) {
	d, err := newTableDocument(ctx, store, q, words.OfTag(tag))
	if err != nil {
		return workbook.Table{}, err
	}
	return d.document(), nil
}

// tableDocument turns an answer of the store into a document: what the grid
// shows, a rate with its numerator and denominator in columns behind it.
type tableDocument struct {
	tableSheet
	ctx   context.Context
	store *data.Store
}

func newTableDocument(ctx context.Context, store *data.Store, q data.Query, say words.Language) (*tableDocument, error) {
	t, err := store.Table(ctx, q, data.Page{Limit: 1})
	if err != nil {
		return nil, err
	}
	all, err := store.Facets(ctx, data.Query{}, data.RegionList)
	if err != nil {
		return nil, err
	}
	return &tableDocument{tableSheet: newTableSheet(t, len(all.Regions) > 1, say), ctx: ctx, store: store}, nil
}

func (d *tableDocument) document() workbook.Table {
	return workbook.Table{Title: d.title(), Columns: d.columns(), Frozen: d.frozen(), Rows: d.fetched(), Total: d.totals(), Notes: d.notes(), NoteTab: d.say.Say(words.NotesTab)}
}

func (d *tableDocument) title() string {
	title := d.say.Say(viewName(d.table.Query.View))
	if q := d.table.Query; q.FromYear != 0 || q.ToYear != 0 {
		title += " " + yearText(q, d.say)
	}
	return title
}

// hasParts tells whether a column's cells are rates, whose numerator and denominator stand behind.
func (d *tableDocument) hasParts(c data.Column) bool {
	if c.Compare != data.ThisYear && c.Compare != data.Prior {
		return false
	}
	if d.table.Query.Rows == data.ItemRows {
		return d.table.Query.View == data.Measures
	}
	return c.IsRate()
}

// columns are the grid's headings; hidden is none of them.
func (d *tableDocument) columns() []workbook.TableColumn {
	var list []workbook.TableColumn
	for col, h := range d.headings {
		head := workbook.TableColumn{Heading: h.Group, Title: h.Title, Unit: h.Unit, Numeric: h.Numeric}
		list = append(list, head)
		if i, ok := d.figure(col); ok && d.hasParts(d.table.Columns[i]) {
			list = append(list[:len(list)-1], d.rateHeads(head)...)
		}
	}
	return list
}

// rateHeads are the headings of a rate and its two parts.
func (d *tableDocument) rateHeads(head workbook.TableColumn) []workbook.TableColumn {
	numerator, denominator := d.say.Say(words.ExportNumerator), d.say.Say(words.ExportDenominator)
	if head.Heading == "" {
		head.Heading, head.Title = head.Title, d.say.Say(words.ExportRate)
		if d.table.Query.Rows == data.ItemRows { // not every item is a rate
			head.Title = d.say.Say(words.ExportValue)
		}
	} else {
		numerator, denominator = d.say.Say(words.ExportPart, head.Title, numerator), d.say.Say(words.ExportPart, head.Title, denominator)
	}
	part := func(title string) workbook.TableColumn {
		return workbook.TableColumn{Heading: head.Heading, Title: title, Numeric: true}
	}
	return []workbook.TableColumn{head, part(numerator), part(denominator)}
}

// fetched are the rows of the table, page after page.
func (d *tableDocument) fetched() iter.Seq2[[]workbook.TableCell, error] {
	return func(yield func([]workbook.TableCell, error) bool) {
		for offset := 0; offset < d.table.Count; offset += exportPage {
			page, err := d.store.Rows(d.ctx, d.table.Query, data.Page{Offset: offset, Limit: exportPage})
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range page {
				if !yield(d.row(row), nil) {
					return
				}
			}
		}
	}
}

func (d *tableDocument) row(r data.Row) []workbook.TableCell {
	var cells []workbook.TableCell
	for _, l := range d.leads {
		cells = append(cells, l.exported(r))
	}
	for i := range d.table.Columns {
		cells = append(cells, d.figures(r.Cells[i], i)...)
	}
	for _, l := range d.ends {
		cells = append(cells, l.exported(r))
	}
	return cells
}

func (d *tableDocument) totals() []workbook.TableCell {
	if d.table.Total == nil {
		return nil
	}
	cells := []workbook.TableCell{exportText(d.say.Say(words.TotalRow))}
	cells = append(cells, make([]workbook.TableCell, d.leading-1)...)
	for i := range d.table.Columns {
		cells = append(cells, d.figures(d.sum(i), i)...)
	}
	return append(cells, make([]workbook.TableCell, len(d.ends))...)
}

// figures are the cells of a column: of a rate it has two parts besides.
func (d *tableDocument) figures(c data.Cell, i int) []workbook.TableCell {
	column := d.table.Columns[i]
	if !d.hasParts(column) {
		return []workbook.TableCell{d.value(c, column)}
	}
	return append([]workbook.TableCell{d.value(c, column)}, rateParts(c)...)
}

// rateParts are numerator and denominator of a rate.
func rateParts(c data.Cell) []workbook.TableCell {
	if c.Rate == nil {
		return []workbook.TableCell{{}, {}}
	}
	return []workbook.TableCell{{Kind: workbook.NumberCell, Number: c.Rate.Numerator}, {Kind: workbook.NumberCell, Number: c.Rate.Denominator}}
}

// value is a number with its format, or the words in its place.
func (d *tableDocument) value(c data.Cell, column data.Column) workbook.TableCell {
	if word, ok := cellNote(c, column); ok {
		return exportText(d.say.Say(word))
	}
	if !c.Status.HasValue() {
		return exportText(fileText(figureCell(c, column, d.say), d.say))
	}
	if c.Rate != nil {
		share, _ := c.Rate.Share()
		return workbook.TableCell{Kind: workbook.ShareCell, Share: share}
	}
	kinds := map[data.Comparison]workbook.TableCellKind{data.Change: workbook.DifferenceCell, data.Percent: workbook.PercentCell, data.Points: workbook.PointsCell}
	kind, known := kinds[column.Compare]
	if !known {
		kind = workbook.NumberCell
	}
	return workbook.TableCell{Kind: kind, Number: c.Value}
}

// fileText is what a cell of the grid says, where the grid has a mark in its place too.
func fileText(c grid.Cell, say words.Language) string {
	if c.Text != "" {
		return c.Text
	}
	m := marks(say)
	return map[grid.Kind]string{grid.Blank: m.Blank, grid.NotAsked: m.NotAsked, grid.Missing: m.Missing}[c.Kind]
}

// notes say what the table is of.
func (d *tableDocument) notes() []workbook.TableNote {
	var list []workbook.TableNote
	add := func(name words.Word, text string) {
		list = append(list, workbook.TableNote{Name: d.say.Say(name), Text: text})
	}
	q := d.table.Query
	add(words.NotesView, d.say.Say(viewName(q.View)))
	chosen := filterTexts(Choice{Query: q}, d.say)
	if len(chosen) == 0 {
		chosen = []string{d.say.Say(words.NotesNoFilter)}
	}
	add(words.NotesFilters, strings.Join(chosen, d.say.Say(words.ListComma)))
	add(words.NotesRows, fmt.Sprint(d.table.Count))
	add(words.NotesMade, time.Now().Format("2006-01-02 15:04"))
	add(words.NotesLegend, d.say.Say(words.NotesLegendAre))
	if q.Compare {
		add(words.NotesChange, d.say.Say(words.NotesChangeAre))
	}
	if q.View == data.Measures {
		add(words.NotesRates, d.say.Say(words.NotesRatesAre))
		for _, m := range form.Metrics() {
			add(words.NotesMeasure, d.say.Say(form.Both(m.Name.Chinese+"："+m.Definition.Chinese, m.Name.English+": "+m.Definition.English)))
		}
	}
	return list
}
