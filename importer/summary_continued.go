package importer

import (
	"nianbao/data/form"
	"nianbao/importer/read"
)

// takeContinuations reads the sheets without headings that continue the summary of the
// sheet before them, and lists the other rows of bodies with numbers that no table has.
func takeContinuations(pages []*page) {
	var before *page // the last page with a summary, or with its continuation
	for _, p := range pages {
		if len(p.found.summaries) > 0 {
			before = p
			p.listUnread(p)
			continue
		}
		if before == nil || len(p.found.fragments) > 0 {
			continue
		}
		if s := before.continuedOn(p); s != nil {
			p.found.summaries, p.texts = []*summary{s}, before.texts
			before = p
			continue
		}
		before.listUnread(p)
	}
}

// continuedOn returns the rows of a page as a continuation of this page's only summary,
// nil if some row is not that of a body or a total with its numbers in the same columns.
func (p *page) continuedOn(next *page) *summary {
	s := p.found.summaries[0]
	if len(p.found.summaries) > 1 || s.isPivoted || s.unit < 0 || s.year >= 0 || s.locator.view.flipped {
		return nil
	}
	l := newLocator(s.locator.words, newView(next.sheet, false))
	for i := range l.view.height {
		name := squeeze(l.view.at(i, s.unit).Text)
		if l.line(i).cells > 0 && (!isNameOfRow(name) && !isTotalName(name) || !s.hasFigures(l, i)) {
			return nil
		}
		for j := range l.view.rowWidth(i) {
			if isValue(l.view.at(i, j)) != s.hasValueAt(j) && !read.IsBlank(l.view.at(i, j).Text) && j > s.unit {
				return nil
			}
		}
	}
	own, table := *s, *s.locatedTable
	table.top, table.bottom, table.limit = -1, -1, l.view.height
	own.locatedTable, own.locator = &table, l
	own.rows, own.sums, own.empty, own.notUnits, own.unknown = nil, nil, nil, nil, nil
	own.takeRows(l)
	own.sums = nil // a total on this sheet includes the rows of the sheet before
	if len(own.rows) == 0 {
		return nil
	}
	return &own
}

// hasValueAt reports whether column j holds a figure.
func (s *summary) hasValueAt(j int) bool {
	for i := range s.fields {
		if s.columns[s.fields[i].index].left == j {
			return true
		}
	}
	return false
}

func isNameOfRow(text string) bool {
	_, ok := parseBody(text)
	return ok && !isNoBody(text)
}

// listUnread notes on this page the rows of another, or of its own, that begin with the
// name of a body and numbers, and belong to no table.
func (p *page) listUnread(of *page) {
	if len(of.found.fragments) > 0 {
		return
	}
	var names []string
	for i := range of.sheet.Rows {
		if name := of.nameOfUnread(i); name != "" {
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		p.unread = append(p.unread, Question{Kind: AskUnread, Found: names, Source: form.Source{Sheet: of.sheet.Name}})
	}
}

// nameOfUnread returns the name in a row that no summary has, "" if it has none or anything
// but numbers after it.
func (p *page) nameOfUnread(i int) string {
	for _, s := range p.found.summaries {
		if i >= s.above && i < s.below {
			return ""
		}
	}
	if p.isOfForeign(i) {
		return ""
	}
	name, numbers := "", 0
	cells := p.sheet.Rows[i].Cells
	for j := range cells {
		switch text := squeeze(cells[j].Text); {
		case text == "" || cells[j].Covered:
		case isValue(&cells[j]):
			numbers++
		case name != "" || p.sheet.Rows[i].Paragraph:
			return ""
		case !isNoBody(text) && !isTotalName(text):
			name, numbers = text, 0
		default:
			return ""
		}
	}
	if numbers == 0 {
		return ""
	}
	return name
}
