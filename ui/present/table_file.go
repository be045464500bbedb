package present

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// TableFile is a table to write, with its path and format. Window and command line write
// the same.
type TableFile struct {
	Query    data.Query
	Path     string                // its extension decides the format: .xlsx, .csv or .parquet
	Encoding workbook.TextEncoding // of a .csv
	ByYear   bool                  // for Parquet: a folder with one file per year
	Language form.Language
}

// TableFormats lists the extensions of the formats in which tables can be written.
func TableFormats() []string { return []string{".xlsx", ".csv", ".parquet"} }

// Encodings lists the names of the encodings of a .csv, the default first.
func Encodings() []string { return []string{"utf-8", "gb18030"} }

// EncodingOf is the encoding with a name; for an unknown name, it is the default.
func EncodingOf(name string) workbook.TextEncoding {
	if name == Encodings()[1] {
		return workbook.GB18030
	}
	return workbook.UTF8
}

// ErrTableFormat says that tables cannot be written in the format of the path's extension.
var ErrTableFormat = errors.New("a table is written as .xlsx, .csv or .parquet")

// WriteTable writes all rows of a table as the window shows them, with headings and total, and
// returns the number of rows. It calls progress, which may be nil, with the number of rows written
// so far. An existing file is replaced only when the new one is complete. Besides errors of the
// file system, it returns ErrTableFormat, workbook.ErrTooManyRows, data.ErrNoYear and
// data.ErrExists.
func WriteTable(ctx context.Context, store *data.Store, f TableFile, progress func(done, total int)) (int, error) {
	d, err := NewTableDocument(ctx, store, f.Query, f.Language)
	if err != nil {
		return 0, fmt.Errorf("export: %w", err)
	}
	if f.ByYear || formatOf(f.Path) == ".parquet" {
		if err := store.WriteParquet(ctx, f.Query, f.Path, f.ByYear); err != nil {
			return 0, &WriteError{f.Path, err}
		}
		return d.Table.Count, nil
	}
	t := d.Document()
	t.Rows = CountingRows(t.Rows, d.Table.Count, progress)
	if err := WriteDocument(ctx, t, f.Path, f.Encoding); err != nil || formatOf(f.Path) != ".csv" || len(t.Behind) == 0 {
		return d.Table.Count, err
	}
	return d.Table.Count, WriteDocument(ctx, t.Behind[0], RevisionsPath(f.Path, f.Language), f.Encoding)
}

// RevisionsPath is the path of the list of corrections, which a .csv cannot hold itself.
func RevisionsPath(path string, say words.Language) string {
	return say.Say(words.RevisionsFile, strings.TrimSuffix(path, filepath.Ext(path)))
}

func formatOf(path string) string { return strings.ToLower(filepath.Ext(path)) }

// CountingRows reports every few hundred rows how many have passed.
func CountingRows(rows iter.Seq2[[]workbook.TableCell, error], total int, progress func(done, total int)) iter.Seq2[[]workbook.TableCell, error] {
	if progress == nil {
		return rows
	}
	return func(yield func([]workbook.TableCell, error) bool) {
		done := 0
		for row, err := range rows {
			if !yield(row, err) {
				return
			}
			if done++; done%500 == 0 || done == total {
				progress(done, total)
			}
		}
	}
}

// WriteDocument writes a table to a path. An existing file is replaced only when the new one is
// complete.
func WriteDocument(ctx context.Context, t workbook.Table, path string, as workbook.TextEncoding) error {
	write := func(w io.Writer) error { return workbook.WriteTable(w, t) }
	switch formatOf(path) {
	case ".xlsx":
	case ".csv":
		write = func(w io.Writer) error { return workbook.WriteTableCSV(w, t, as) }
	default:
		return fmt.Errorf("export %s: %w", path, ErrTableFormat)
	}
	return WriteFile(path, func(w io.Writer) error { return write(untilCancelled{ctx, w}) })
}

// untilCancelled is a writer that fails once its context is cancelled.
type untilCancelled struct {
	ctx context.Context
	io.Writer
}

// Write writes unless the context is cancelled.
func (w untilCancelled) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Writer.Write(b)
}
