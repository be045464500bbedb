package present

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// ExportPage is how many rows are fetched at a time.
const ExportPage = 10_000

// TableDocument turns rows of the store into a document. It has what the grid shows, and after each
// rate two columns with its numerator and denominator.
type TableDocument struct {
	TableSheet
	ctx       context.Context
	store     *data.Store
	revisions []data.Amendment // of the reports it is made from
}

// NewTableDocument reads the columns, totals and number of rows of a query; the rows are fetched
// while the document is written.
func NewTableDocument(ctx context.Context, store *data.Store, q data.Query, say words.Language) (*TableDocument, error) {
	t, err := store.Table(ctx, q, data.Page{Limit: 1})
	if err != nil {
		return nil, err
	}
	all, err := store.Facets(ctx, data.Query{}, data.RegionList)
	if err != nil {
		return nil, err
	}
	revisions, err := store.Amendments(ctx, q)
	if err != nil {
		return nil, err
	}
	return &TableDocument{TableSheet: NewTableSheet(t, len(all.Regions) > 1, say), ctx: ctx, store: store, revisions: revisions}, nil
}

// Document is the table with its notes, for the writers of files.
func (d *TableDocument) Document() workbook.Table {
	return workbook.Table{Title: d.title(), Columns: d.columns(), Frozen: d.Frozen(), Rows: d.fetched(), Total: d.totals(), Notes: d.notes(), NoteTab: d.Say.Say(words.NotesTab),
		Behind: Revisions(d.revisions, d.Say)}
}

func (d *TableDocument) title() string {
	title := d.Say.Say(ViewName(d.Table.Query.View))
	if q := d.Table.Query; q.FromYear != 0 || q.ToYear != 0 {
		title += " " + YearText(q, d.Say)
	}
	return title
}

// hasParts reports whether a column's cells are rates, which numerator and denominator follow.
func (d *TableDocument) hasParts(c data.Column) bool {
	if c.Compare != data.ThisYear && c.Compare != data.Prior {
		return false
	}
	if d.Table.Query.Rows == data.ItemRows {
		return d.Table.Query.View == data.Measures
	}
	return c.IsRate()
}

// columns are the headings of the grid.
func (d *TableDocument) columns() []workbook.TableColumn {
	var list []workbook.TableColumn
	for col, h := range d.Headings {
		head := workbook.TableColumn{Heading: h.Group, Title: h.Title, Unit: h.Unit, Numeric: h.Numeric}
		list = append(list, head)
		if i, ok := d.Figure(col); ok && d.hasParts(d.Table.Columns[i]) {
			list = append(list[:len(list)-1], d.rateHeads(head)...)
		}
	}
	return list
}

// rateHeads are the headings of a rate, its numerator and its denominator.
func (d *TableDocument) rateHeads(head workbook.TableColumn) []workbook.TableColumn {
	numerator, denominator := d.Say.Say(words.ExportNumerator), d.Say.Say(words.ExportDenominator)
	if head.Heading == "" {
		head.Heading, head.Title = head.Title, d.Say.Say(words.ExportRate)
		if d.Table.Query.Rows == data.ItemRows { // not every item is a rate
			head.Title = d.Say.Say(words.ExportValue)
		}
	} else {
		numerator, denominator = d.Say.Say(words.ExportPart, head.Title, numerator), d.Say.Say(words.ExportPart, head.Title, denominator)
	}
	part := func(title string) workbook.TableColumn {
		return workbook.TableColumn{Heading: head.Heading, Title: title, Numeric: true}
	}
	return []workbook.TableColumn{head, part(numerator), part(denominator)}
}

// fetched are the rows of the table, page after page.
func (d *TableDocument) fetched() iter.Seq2[[]workbook.TableCell, error] {
	return func(yield func([]workbook.TableCell, error) bool) {
		for offset := 0; offset < d.Table.Count; offset += ExportPage {
			page, err := d.store.Rows(d.ctx, d.Table.Query, data.Page{Offset: offset, Limit: ExportPage})
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

func (d *TableDocument) row(r data.Row) []workbook.TableCell {
	var cells []workbook.TableCell
	for _, l := range d.front {
		cells = append(cells, l.fileCell(r))
	}
	for i := range d.Table.Columns {
		cells = append(cells, d.figures(r.Cells[i], i)...)
	}
	for _, l := range d.behind {
		cells = append(cells, l.fileCell(r))
	}
	return cells
}

func (d *TableDocument) totals() []workbook.TableCell {
	if d.Table.Total == nil {
		return nil
	}
	cells := []workbook.TableCell{TextCell(d.totalName())}
	for _, l := range d.front[1:] {
		cells = append(cells, d.extentCell(l))
	}
	for i := range d.Table.Columns {
		cells = append(cells, d.figures(d.sum(i), i)...)
	}
	return append(cells, make([]workbook.TableCell, len(d.behind))...)
}

// extentCell is the extent of the totals in a column that names rows: a number if the column
// has numbers.
func (d *TableDocument) extentCell(l Dimension) workbook.TableCell {
	text := d.extent(l)
	if n, err := strconv.Atoi(text); err == nil {
		return workbook.TableCell{Kind: workbook.NumberCell, Number: form.Count(int64(n))}
	}
	return TextCell(text)
}

// figures are the cells for a column; a rate has numerator and denominator as well.
func (d *TableDocument) figures(c data.Cell, i int) []workbook.TableCell {
	column := d.Table.Columns[i]
	if !d.hasParts(column) {
		return []workbook.TableCell{d.value(c, column)}
	}
	return append([]workbook.TableCell{d.value(c, column)}, rateParts(c)...)
}

// rateParts are the numerator and denominator of a rate.
func rateParts(c data.Cell) []workbook.TableCell {
	if c.Rate == nil {
		return []workbook.TableCell{{}, {}}
	}
	return []workbook.TableCell{{Kind: workbook.NumberCell, Number: c.Rate.Numerator}, {Kind: workbook.NumberCell, Number: c.Rate.Denominator}}
}

// value is a number with its format, or the words that replace it.
func (d *TableDocument) value(c data.Cell, column data.Column) workbook.TableCell {
	if word, ok := cellNote(c, column); ok {
		return TextCell(d.Say.Say(word))
	}
	if !c.Status.HasValue() {
		return TextCell(FileText(figureCell(c, column, d.Say), d.Say))
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

// FileText is the text of a cell in a file, with words instead of the grid's marks.
func FileText(c tabular.Cell, say words.Language) string {
	if c.Text != "" {
		return c.Text
	}
	m := Marks(say)
	return map[tabular.Kind]string{tabular.Blank: m.Blank, tabular.NotAsked: m.NotAsked, tabular.Missing: m.Missing}[c.Kind]
}

// notes describe what the table contains.
func (d *TableDocument) notes() []workbook.TableNote {
	var list []workbook.TableNote
	add := func(name words.Word, text string) {
		list = append(list, workbook.TableNote{Name: d.Say.Say(name), Text: text})
	}
	q := d.Table.Query
	add(words.NotesView, d.Say.Say(ViewName(q.View)))
	chosen := FilterTexts(Choice{Query: q}, d.Say)
	if len(chosen) == 0 {
		chosen = []string{d.Say.Say(words.NotesNoFilter)}
	}
	add(words.NotesFilters, strings.Join(chosen, d.Say.Say(words.ListComma)))
	add(words.NotesRows, fmt.Sprint(d.Table.Count))
	add(words.NotesMade, time.Now().Format("2006-01-02 15:04"))
	add(words.NotesLegend, d.Say.Say(words.NotesLegendAre))
	if q.Compare {
		add(words.NotesChange, d.Say.Say(words.NotesChangeAre))
	}
	if q.View == data.Measures {
		add(words.NotesRates, d.Say.Say(words.NotesRatesAre))
		for _, m := range form.Metrics() {
			add(words.NotesMeasure, d.Say.Say(form.Both(m.Name.Chinese+"："+m.Definition.Chinese, m.Name.English+": "+m.Definition.English)))
		}
	}
	return list
}
