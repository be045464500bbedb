package ui

import (
	"context"

	"nianbao/ui/present"
	"nianbao/ui/words"
)

// export offers the findings that the list shows.
func (p *findingsPane) export() {
	s, c := p.shell, p.shell.state.choice
	columns := len(present.FindingColumns(s.say))
	read := func(ctx context.Context) (*present.FindingsDocument, error) {
		return present.ReadFindings(ctx, s.store, c, s.say)
	}
	s.showExport(present.Export{
		Name: present.FileName(s.exportName(s.say.Say(words.FindingsFile), c.Query)), Rows: len(p.shown), Cells: len(p.shown) * columns,
		About: [][2]string{
			{s.say.Say(words.NotesFilters), present.FindingFilterText(c, s.say)},
			{s.say.Say(words.ExportExtent), s.say.Say(words.ExportSize, present.Count(len(p.shown)), present.Count(columns))},
		},
		Write: func(ctx context.Context, to present.Destination, progress func(done, total int)) (int, error) {
			list, err := read(ctx)
			if err != nil {
				return 0, err
			}
			list.Table.Rows = present.CountingRows(list.Table.Rows, list.Rows, progress)
			return list.Rows, present.WriteDocument(ctx, list.Table, to.Path, to.Encoding)
		},
		Text: func(ctx context.Context) (string, error) {
			list, err := read(ctx)
			if err != nil {
				return "", err
			}
			return present.DocumentText(list.Table)
		},
	})
}
