package ui

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

// exportPage is how many rows are fetched at a time.
const exportPage = 10_000

// TableDocument is the table of a query as it leaves the program: the columns,
// rows and totals that the window shows, in the language of the tag (zh or en).
// Its rows are fetched while it is written.
func TableDocument(ctx context.Context, store *data.Store, q data.Query, tag string) (importer.Table, error) {
	t, err := store.Table(ctx, q, data.Page{Limit: 1})
	if err != nil {
		return importer.Table{}, err
	}
	d := &tableDocument{ctx: ctx, store: store, table: t, say: words.OfTag(tag)}
	d.names, d.ends = rowNames(t.Query.Rows, d.say), rowEnds(t.Query.Rows, d.say)
	doc := importer.Table{Title: d.title(), Columns: d.columns(), Frozen: min(2, len(d.names)), Rows: d.rows(), Total: d.total(), Notes: d.notes(), NoteTab: d.say.Say(words.NotesTab)}
	return doc, nil
}

// tableDocument turns an answer of the store into a document.
type tableDocument struct {
	ctx   context.Context
	store *data.Store
	table *data.Table
	say   words.Language
	names []rowName
	ends  []rowName
}

func (d *tableDocument) title() string {
	title := d.say.Say(viewName(d.table.Query.View))
	if q := d.table.Query; q.FromYear != 0 || q.ToYear != 0 {
		title += " " + yearText(q, d.say)
	}
	return title
}

// hasParts tells whether numerator and denominator stand behind a column.
func (d *tableDocument) hasParts(c data.Column) bool {
	if d.table.Query.Rows == data.ItemRows {
		return c.Compare == data.ThisYear && d.table.Query.View == data.Measures
	}
	return c.IsRate() && c.Compare == data.ThisYear
}

func (d *tableDocument) columns() []importer.TableColumn {
	var list []importer.TableColumn
	for _, n := range d.names {
		list = append(list, importer.TableColumn{Title: d.say.Say(n.title), Numeric: n.numeric})
	}
	for _, c := range d.table.Columns {
		list = append(list, d.heads(c)...)
	}
	for _, n := range d.ends {
		list = append(list, importer.TableColumn{Title: d.say.Say(n.title), Numeric: n.numeric})
	}
	return list
}

// heads are the heading of a column and, of a rate, of its two parts.
func (d *tableDocument) heads(c data.Column) []importer.TableColumn {
	head := importer.TableColumn{Heading: sayWords(d.say, c.Heading), Title: sayWords(d.say, c.Title), Unit: unitName(c.Unit, d.say), Numeric: true}
	if !d.hasParts(c) {
		return []importer.TableColumn{head}
	}
	numerator, denominator := head, head
	numerator.Unit, denominator.Unit = "", ""
	numerator.Title = d.say.Say(words.ExportPart, head.Title, d.say.Say(words.ExportNumerator))
	denominator.Title = d.say.Say(words.ExportPart, head.Title, d.say.Say(words.ExportDenominator))
	if head.Heading == "" {
		head.Heading, head.Title = head.Title, d.say.Say(words.ExportRate)
		numerator.Heading, numerator.Title = head.Heading, d.say.Say(words.ExportNumerator)
		denominator.Heading, denominator.Title = head.Heading, d.say.Say(words.ExportDenominator)
	}
	return []importer.TableColumn{head, numerator, denominator}
}

func (d *tableDocument) rows() iter.Seq2[[]importer.TableCell, error] {
	return func(yield func([]importer.TableCell, error) bool) {
		for offset := 0; ; offset += exportPage {
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
			if len(page) < exportPage {
				return
			}
		}
	}
}

func (d *tableDocument) row(r data.Row) []importer.TableCell {
	var cells []importer.TableCell
	for _, n := range d.names {
		cells = append(cells, n.cell(r))
	}
	for i, c := range d.table.Columns {
		measure := c
		if r.Measure != nil {
			measure = *r.Measure
			measure.Compare = c.Compare
		}
		cells = append(cells, d.cell(r.Cells[i], measure))
		if d.hasParts(c) {
			cells = append(cells, rateParts(r.Cells[i])...)
		}
	}
	for _, n := range d.ends {
		cells = append(cells, n.cell(r))
	}
	return cells
}

func (d *tableDocument) total() []importer.TableCell {
	if d.table.Total == nil {
		return nil
	}
	cells := []importer.TableCell{exportText(d.say.Say(words.TotalRow))}
	for range d.names[1:] {
		cells = append(cells, importer.TableCell{})
	}
	for i, c := range d.table.Columns {
		cells = append(cells, d.cell(d.table.Total[i].Cell, c))
		if d.hasParts(c) {
			cells = append(cells, rateParts(d.table.Total[i].Cell)...)
		}
	}
	return cells
}

// rateParts are numerator and denominator of a rate.
func rateParts(c data.Cell) []importer.TableCell {
	if c.Rate == nil {
		return []importer.TableCell{{}, {}}
	}
	return []importer.TableCell{{Kind: importer.NumberCell, Number: c.Rate.Numerator}, {Kind: importer.NumberCell, Number: c.Rate.Denominator}}
}

// cell is a number with its format, or the words in its place.
func (d *tableDocument) cell(c data.Cell, column data.Column) importer.TableCell {
	if word, ok := cellNote(c, column); ok {
		return exportText(d.say.Say(word))
	}
	if !c.Status.HasValue() {
		return exportText(d.standIn(c))
	}
	if c.Rate != nil {
		share, _ := c.Rate.Share()
		return importer.TableCell{Kind: importer.ShareCell, Share: share}
	}
	kinds := map[data.Comparison]importer.TableCellKind{data.Change: importer.DifferenceCell, data.Percent: importer.PercentCell, data.Points: importer.PointsCell}
	kind, known := kinds[column.Compare]
	if !known {
		kind = importer.NumberCell
	}
	return importer.TableCell{Kind: kind, Number: c.Value}
}

// standIn says why a cell has no number.
func (d *tableDocument) standIn(c data.Cell) string {
	switch c.Status {
	case form.StatusText:
		return c.Raw
	case form.StatusNA:
		return d.say.Say(words.MarkNA)
	case data.Missing:
		return d.say.Say(words.MarkMissing)
	}
	return d.say.Say(words.MarkBlank)
}

// notes say what the table is of.
func (d *tableDocument) notes() []importer.TableNote {
	var list []importer.TableNote
	add := func(name words.Word, text string) {
		list = append(list, importer.TableNote{Name: d.say.Say(name), Text: text})
	}
	q := d.table.Query
	add(words.NotesView, d.say.Say(viewName(q.View)))
	var chosen []string
	for _, f := range filters(Choice{Query: q}, d.say) {
		chosen = append(chosen, f.text)
	}
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
			add(words.NotesMeasure, sayWords(d.say, data.Words{Chinese: m.Name + "：" + m.Definition, English: m.English + ": " + m.Defined}))
		}
	}
	return list
}
