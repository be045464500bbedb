package ui

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/look"
	"nianbao/ui/present"
)

// benchTable is a window over the samples with the widest table.
func benchTable(b *testing.B) *tablePane {
	b.Helper()
	app := test.NewTempApp(b)
	store, err := data.Open(context.Background(), filepath.Join(b.TempDir(), "bench.duckdb"), data.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	s := newShell(app, test.NewTempWindow(b, nil), store, atOnce())
	s.onQuit = func() {}
	s.appearance = look.Light
	s.applyLook()
	s.start()
	s.window.Resize(fyne.NewSize(1920, 1080))
	s.openSample()
	s.state.open(TablePane)
	s.state.change(func(c *present.Choice) { c.Query = data.Query{Rows: data.FigureRows} })
	return s.tablePane()
}

// BenchmarkCellOfTheTable measures what a frame does for each visible cell.
func BenchmarkCellOfTheTable(b *testing.B) {
	p := benchTable(b)
	rows, columns := p.grid.Data().Rows, len(p.sheet.IDs)
	p.cell(0, 0)
	for i := 0; b.Loop(); i++ {
		p.cell(i%min(rows, pageSize), i%columns)
	}
}

// BenchmarkFrameOfTheTable measures one step of the wheel, over cached rows and over rows
// that must be fetched.
func BenchmarkFrameOfTheTable(b *testing.B) {
	p := benchTable(b)
	down := &fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -30}}
	for i := 0; b.Loop(); i++ {
		p.grid.Scrolled(down)
		if i%500 == 499 {
			p.grid.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
		}
	}
}

// BenchmarkAPageOfCells makes the cells of a page that has arrived.
func BenchmarkAPageOfCells(b *testing.B) {
	p := benchTable(b)
	p.shell.state.change(func(c *present.Choice) { c.Query = data.Query{View: data.Everything} })
	var rows []data.Row
	for len(rows) < pageSize {
		rows = append(rows, p.table.Rows...)
	}
	for b.Loop() {
		p.sheet.Rows(rows[:pageSize])
	}
	b.ReportMetric(float64(pageSize*len(p.sheet.IDs)), "cells")
}
