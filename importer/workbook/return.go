package workbook

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// Return is the return copy (退回件) for the body that handed in a report: its own
// workbook with the faulty cells coloured and commented, and a list of corrections to
// make as the first sheet.
type Return struct {
	Report   form.Report
	Findings []form.Finding
	Repairs  []form.Repair
	// Original is the content of the file handed in. If it is not a
	// workbook that can be marked, the filled-in official form is marked instead.
	Original []byte
	Language form.Language
	Behind   []Table // on separate sheets at the end
}

// ReturnedAs is the workbook from which a return copy was made.
type ReturnedAs int

// The workbooks from which a return copy is made.
const (
	MarkedOriginal ReturnedAs = iota // a copy of the body's own workbook
	MarkedForm                       // the official form filled in with its figures
)

// WriteReturn writes the return copy as a workbook. The original is never changed.
func WriteReturn(w io.Writer, r Return) (ReturnedAs, error) {
	as := MarkedOriginal
	file, places, err := r.original()
	if err != nil {
		as = MarkedForm
		if file, places, err = r.filled(); err != nil {
			return as, fmt.Errorf("write return copy: %w", err)
		}
	}
	defer file.Close()
	m := marker{file: file, ret: r, places: places, styles: map[styleOnFill]int{}, wrong: map[form.Source]bool{}}
	if err := m.mark(); err != nil {
		return as, fmt.Errorf("write return copy: %w", err)
	}
	if err := m.behind(); err != nil {
		return as, fmt.Errorf("write return copy: %w", err)
	}
	if err := file.Write(w); err != nil {
		return as, fmt.Errorf("write return copy: %w", err)
	}
	return as, nil
}

// original opens the body's own workbook. The strict reader has accepted its content
// first, so that excelize is safe to use on it.
func (r Return) original() (*excelize.File, map[form.Key]form.Source, error) {
	if _, err := read.Sheets(r.Report.File, r.Original, read.Options{}); err != nil {
		return nil, nil, err
	}
	const unzipped, part = 64 << 20, 16 << 20
	file, err := excelize.OpenReader(bytes.NewReader(r.Original), excelize.Options{RawCellValue: true, UnzipSizeLimit: unzipped, UnzipXMLSizeLimit: part})
	if err != nil {
		return nil, nil, err
	}
	places := map[form.Key]form.Source{}
	for _, f := range r.Report.Figures {
		places[f.Key] = f.Source
		if index, err := file.GetSheetIndex(f.Source.Sheet); err != nil || index < 0 {
			return nil, nil, fmt.Errorf("no sheet %q", f.Source.Sheet)
		}
	}
	return file, places, nil
}

// filled writes the official form and records the position of each figure in
// it.
func (r Return) filled() (*excelize.File, map[form.Key]form.Source, error) {
	e := form.EditionByID(r.Report.Edition)
	if e == nil {
		return nil, nil, fmt.Errorf("no edition %q", r.Report.Edition)
	}
	file := excelize.NewFile()
	places := map[form.Key]form.Source{}
	fw := formWriter{file: file, report: &r.Report, index: r.Report.Index(), places: places}
	if err := fw.write(e.Layout(r.Report.OneRowOther()), OneSheet); err != nil {
		file.Close()
		return nil, nil, err
	}
	return file, places, nil
}

// marker adds colours, comments and the list to a workbook.
type marker struct {
	file   *excelize.File
	ret    Return
	places map[form.Key]form.Source
	styles map[styleOnFill]int // style of a cell → the same, coloured
	wrong  map[form.Source]bool
}

// styleOnFill is a cell style with a different fill.
type styleOnFill struct {
	style int
	fill  string
}

// flaw is one line of the list.
type flaw struct {
	number int
	form.Finding
	repair string // proposed, "" if none
	cells  []form.Source
}

func (m *marker) mark() error {
	flaws := m.flaws()
	comments := map[form.Source][]string{}
	for _, f := range flaws {
		for _, at := range f.cells {
			comments[at] = append(comments[at], m.comment(f))
		}
	}
	places := make([]form.Source, 0, len(comments))
	for at := range comments {
		places = append(places, at)
	}
	slices.SortFunc(places, func(a, b form.Source) int {
		return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Cell, b.Cell))
	})
	for _, at := range places {
		if err := m.markCell(at, strings.Join(comments[at], "\n\n")); err != nil {
			return err
		}
	}
	return m.list(flaws)
}

// flaws returns the findings that the body must look at, the most serious first, each with the
// cells involved.
func (m *marker) flaws() []flaw {
	findings := slices.Clone(m.ret.Findings)
	order := map[form.Severity]int{form.SeverityError: 0, form.SeverityWarning: 1, form.SeverityHint: 2}
	slices.SortStableFunc(findings, func(a, b form.Finding) int { return cmp.Compare(order[a.Severity], order[b.Severity]) })
	var flaws []flaw
	for i, finding := range findings {
		f := flaw{number: i + 1, Finding: finding, repair: m.proposal(finding)}
		f.cells = m.cells(finding)
		flaws = append(flaws, f)
	}
	return flaws
}

// cells returns the cells of a finding: the figure that it is reported at and
// those that a repair would change, or else the row or column that it names.
func (m *marker) cells(f form.Finding) []form.Source {
	var cells []form.Source
	add := func(k form.Key) {
		if at, ok := m.places[k]; ok && at.Cell != "" && !slices.Contains(cells, at) {
			cells = append(cells, at)
		}
	}
	add(f.Key)
	for _, repair := range form.Likeliest(form.RepairsFor(f, m.ret.Repairs)) {
		for _, change := range repair.Changes {
			add(change.Key)
			m.wrong[m.places[change.Key]] = true
		}
	}
	if len(cells) == 0 && f.Key.Table != "" {
		for _, figure := range m.ret.Report.Figures {
			k := figure.Key
			if k.Table == f.Key.Table && figure.Status == form.StatusBlank && (k.Item == f.Key.Item || f.Key.Item == "") && (k.Column == f.Key.Column || f.Key.Column == "") {
				add(k)
			}
		}
	}
	return cells
}

// proposal describes the likeliest repairs of the finding, one on each line, and asks to
// choose one if several are equally likely.
func (m *marker) proposal(f form.Finding) string {
	repairs := form.RepairsFor(f, m.ret.Repairs)
	text := strings.Join(form.Proposals(repairs, m.ret.Language), "\n")
	if form.IsTied(repairs) {
		text += "\n" + m.ret.Language.Say(form.Both("（并列：算术上无法区分，请按台账择一）", "(They tie: arithmetic cannot tell which; the records can.)"))
	}
	return text
}

func (m *marker) comment(f flaw) string {
	rule, _ := form.RuleByID(f.Rule)
	lang := m.ret.Language
	text := fmt.Sprintf("【%d】%s\n%s", f.number, lang.Say(rule.Name), f.Message(m.ret.Language))
	if f.repair != "" {
		text += "\n" + lang.Say(form.Both("建议：", "Proposed: ")) + f.repair
	}
	return text
}

// markCell colours a cell without changing the rest of its style, and adds a
// comment.
func (m *marker) markCell(at form.Source, text string) error {
	colour := partFill
	if m.wrong[at] {
		colour = wrongFill
	}
	style, err := m.file.GetCellStyle(at.Sheet, at.Cell)
	if err != nil {
		return err
	}
	coloured, ok := m.styles[styleOnFill{style, colour}]
	if !ok {
		look, err := m.file.GetStyle(style)
		if err != nil {
			return err
		}
		look.Fill = fillOf(colour)
		if coloured, err = m.file.NewStyle(look); err != nil {
			return err
		}
		m.styles[styleOnFill{style, colour}] = coloured
	}
	if err := m.file.SetCellStyle(at.Sheet, at.Cell, at.Cell, coloured); err != nil {
		return err
	}
	if err := m.file.DeleteComment(at.Sheet, at.Cell); err != nil {
		return err
	}
	return m.file.AddComment(at.Sheet, excelize.Comment{Cell: at.Cell, Author: "年报通览", Width: 320, Height: 60 + 16*uint(strings.Count(text, "\n")+len(text)/60),
		Paragraph: []excelize.RichTextRun{{Text: text}}})
}

// list adds the list as the first sheet, with one line for each finding.
func (m *marker) list(flaws []flaw) error {
	lang := m.ret.Language
	name := m.freeName(lang.Say(form.Both("退回清单", "To correct")))
	before := m.file.GetSheetList()[0]
	if _, err := m.file.NewSheet(name); err != nil {
		return err
	}
	if err := m.file.MoveSheet(name, before); err != nil {
		return err
	}
	index, err := m.file.GetSheetIndex(name)
	if err != nil {
		return err
	}
	m.file.SetActiveSheet(index)
	page := listPage{file: m.file, name: name, lang: lang}
	return page.write(&m.ret.Report, flaws)
}

// behind writes the tables at the end, under names that the workbook does not
// have yet.
func (m *marker) behind() error {
	if len(m.ret.Behind) == 0 {
		return nil
	}
	styles, err := newTableStyles(m.file)
	if err != nil {
		return err
	}
	for i := range m.ret.Behind {
		m.ret.Behind[i].Title = m.freeName(m.ret.Behind[i].Title)
	}
	return writeBehind(m.file, styles, m.ret.Behind)
}

func (m *marker) freeName(name string) string {
	taken := m.file.GetSheetList()
	for i, free := 2, name; ; i++ {
		if !slices.Contains(taken, free) {
			return free
		}
		free = name + strconv.Itoa(i)
	}
}
