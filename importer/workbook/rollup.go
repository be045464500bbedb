package workbook

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"nianbao/data/form"
)

// WriteRollUp writes sums of reports as a workbook: the official form filled in with
// them, followed by a sheet for each table about the reports behind them. Notes of the
// tables are not written.
func WriteRollUp(w io.Writer, sums form.Report, tables ...Table) error {
	e := form.EditionByID(sums.Edition)
	if e == nil {
		return fmt.Errorf("write roll-up: no edition %q", sums.Edition)
	}
	f := excelize.NewFile()
	defer f.Close()
	fw := formWriter{file: f, report: &sums, index: sums.Index()}
	if err := fw.write(e.Layout(sums.OneRowOther()), OneSheet); err != nil {
		return fmt.Errorf("write roll-up: %w", err)
	}
	styles, err := newTableStyles(f)
	if err == nil {
		err = writeBehind(f, styles, tables)
	}
	if err == nil {
		err = f.Write(w)
	}
	if err != nil {
		return fmt.Errorf("write roll-up: %w", err)
	}
	return nil
}

// writeBehind writes tables on new sheets after the existing ones.
func writeBehind(f *excelize.File, styles tableStyles, tables []Table) error {
	for i := range tables {
		if err := (&tableWriter{file: f, table: &tables[i], styles: styles}).writeBehind(); err != nil {
			return err
		}
	}
	return nil
}

// writeBehind writes the table on a new sheet after the existing ones.
func (tw *tableWriter) writeBehind() error {
	name := sheetName(tw.table.Title)
	if _, err := tw.file.NewSheet(name); err != nil {
		return err
	}
	stream, err := tw.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	tw.stream = stream
	for _, step := range []func() error{tw.widths, tw.panes, tw.title, tw.headings, tw.rows, tw.stream.Flush} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
