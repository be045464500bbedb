package ui

import (
	"context"
	"strings"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// export offers the table in front: the findings, the rows of a statement, or else the
// figures.
func (s *shell) export() {
	if s.exportDialog != nil || s.isAsking() || s.inventory.reports == 0 && s.state.pane != SQLPane {
		return
	}
	switch s.state.pane {
	case SQLPane:
		s.sqlPane().Export()
		return
	case FindingsPane:
		s.findingsPane().export()
		return
	}
	s.state.open(TablePane)
	s.tablePane().export()
}

// export offers the table as it is shown.
func (p *tablePane) export() {
	if p.table == nil { // the pane has just been opened
		p.exportNext = true
		return
	}
	s, q := p.shell, p.query
	s.showExport(present.Export{
		Name: present.FileName(s.exportName(s.say.Say(present.ViewName(q.View)), q)), About: p.exportFacts(), Rows: p.table.Count, Cells: p.table.Count * len(p.sheet.IDs),
		HasYears: q.HasYear(), Typed: true,
		Write: func(ctx context.Context, to present.Destination, progress func(done, total int)) (int, error) {
			return present.WriteTable(ctx, s.store, present.TableFile{Query: q, Path: to.Path, Encoding: to.Encoding, ByYear: to.ByYear, Language: s.say}, progress)
		},
		Text: func(ctx context.Context) (string, error) {
			d, err := present.NewTableDocument(ctx, s.store, q, s.say)
			if err != nil {
				return "", err
			}
			return present.DocumentText(d.Document())
		},
	})
}

// exportName returns a file name that describes content and reports: 办理结果 2021–2023.
func (s *shell) exportName(name string, q data.Query) string {
	switch {
	case len(q.Units) == 1:
		name = q.Units[0].Unit + " " + name
	case len(q.Regions) == 1:
		name = present.RegionName(q.Regions[0], s.say) + " " + name
	}
	if q.FromYear != 0 || q.ToYear != 0 {
		name += " " + present.YearText(q, s.say)
	}
	return name
}

// exportFacts say what the table contains, like the notes of the file.
func (p *tablePane) exportFacts() [][2]string {
	say, q := p.shell.say, p.query
	size := say.Say(words.ExportSize, present.Count(p.table.Count), present.Count(len(p.sheet.IDs)))
	if p.query.HasTotal() {
		size += say.Say(words.ExportWithTotal)
	}
	chosen := present.FilterTexts(present.Choice{Query: q}, say)
	if len(chosen) == 0 {
		chosen = []string{say.Say(words.NotesNoFilter)}
	}
	return [][2]string{
		{say.Say(words.NotesView), say.Say(present.ViewName(q.View))},
		{say.Say(words.ExportExtent), size},
		{say.Say(words.NotesFilters), strings.Join(chosen, say.Say(words.ListComma))},
	}
}
