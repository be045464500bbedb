package data

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/schema"

	"nianbao/data/form"
)

// readParquet reads a file with a reader other than DuckDB's own. It returns the
// values by column, with nil for NULL and decimals as form.Number.
func readParquet(t *testing.T, path string) (rows int64, columns map[string][]any) {
	t.Helper()
	f, err := file.OpenParquetFile(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	columns = map[string][]any{}
	for g := range f.NumRowGroups() {
		group := f.RowGroup(g)
		for i := range f.MetaData().Schema.NumColumns() {
			chunk, err := group.Column(i)
			if err != nil {
				t.Fatal(err)
			}
			name := chunk.Descriptor().Name()
			columns[name] = append(columns[name], readChunk(t, chunk, group.NumRows())...)
		}
	}
	return f.NumRows(), columns
}

func readChunk(t *testing.T, chunk file.ColumnChunkReader, n int64) []any {
	t.Helper()
	_, isDecimal := chunk.Descriptor().LogicalType().(schema.DecimalLogicalType)
	switch r := chunk.(type) {
	case *file.Int32ColumnChunkReader:
		return spread(t, r.ReadBatch, n, func(v int32) any { return int64(v) })
	case *file.Int64ColumnChunkReader:
		return spread(t, r.ReadBatch, n, func(v int64) any {
			if isDecimal {
				return form.Number(v)
			}
			return v
		})
	case *file.Float64ColumnChunkReader:
		return spread(t, r.ReadBatch, n, func(v float64) any { return v })
	case *file.ByteArrayColumnChunkReader:
		return spread(t, r.ReadBatch, n, func(v parquet.ByteArray) any { return string(v) })
	case *file.FixedLenByteArrayColumnChunkReader: // two's complement, the highest byte first
		return spread(t, r.ReadBatch, n, func(v parquet.FixedLenByteArray) any {
			return form.Number(binary.BigEndian.Uint64(v[len(v)-8:]))
		})
	}
	t.Fatalf("a column of %T", chunk)
	return nil
}

// spread puts the values into their rows; level 0 is NULL.
func spread[V any](t *testing.T, read func(int64, []V, []int16, []int16) (int64, int, error), n int64, convert func(V) any) []any {
	t.Helper()
	var list []any
	for int64(len(list)) < n {
		values, levels := make([]V, n), make([]int16, n)
		total, _, err := read(n, values, levels, nil)
		if err != nil || total == 0 {
			t.Fatalf("%d of %d values, %v", len(list), n, err)
		}
		next := 0
		for _, level := range levels[:total] {
			if level == 0 {
				list = append(list, nil)
				continue
			}
			list = append(list, convert(values[next]))
			next++
		}
	}
	return list
}

func TestAnotherReaderFindsTheNumbersOfTheTableInParquet(t *testing.T) {
	s := openSome(t)
	for i, q := range []Query{{View: Outcomes}, {View: Everything}, {View: Measures, Rows: RegionRows}, {View: Measures, Compare: true}, {View: Enforcement, Rows: UnitRows, Across: YearAxis, Compare: true},
		{View: Outcomes, Sort: []SortKey{{Column: "applications/granted/total", Descending: true}}, Conditions: []Condition{{Column: "applications/granted/total", Is: AtLeast, Value: form.Count(3)}}}} {
		path := filepath.Join(t.TempDir(), "表.parquet")
		if err := s.WriteParquet(t.Context(), q, path, false); err != nil {
			t.Fatalf("%d: %v", i, err)
		}
		rows, columns := readParquet(t, path)
		table, err := s.Table(t.Context(), q, Page{Limit: 10_000})
		if err != nil || int(rows) != len(table.Rows) {
			t.Fatalf("%d: %d rows, want %d, %v", i, rows, len(table.Rows), err)
		}
		for r, row := range table.Rows {
			for j, c := range table.Columns {
				if values := columns[parquetName(c)]; values == nil {
					t.Fatalf("no column %s", parquetName(c))
				} else {
					compareParquet(t, values[r], row.Cells[j], c)
				}
			}
		}
	}
}

func compareParquet(t *testing.T, value any, cell Cell, c Column) {
	t.Helper()
	size, known := cell.size()
	var got float64
	switch v := value.(type) {
	case nil:
		if known {
			t.Errorf("%s is NULL, want %+v", c.ID, cell)
		}
		return
	case form.Number:
		if !known || v != cell.Value {
			t.Errorf("%s is %s, want %+v", c.ID, v, cell)
		}
		return
	case float64:
		got = v
	}
	if c.IsRate() && c.Compare != Points {
		got *= 100
	}
	if !known || math.Abs(got-size) > 1e-6*max(1, math.Abs(size)) {
		t.Errorf("%s is %v, want %+v", c.ID, value, cell)
	}
}

func TestParquetDividedByYearHasOneFolderForEachYear(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2022, penalty, "5"), town(t, "甲镇", 2023, penalty, ""), town(t, "乙镇", 2023, penalty, "7"))
	dir := filepath.Join(t.TempDir(), "分年")
	if err := s.WriteParquet(t.Context(), Query{View: Enforcement}, dir, true); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "year=*", "*.parquet"))
	if err != nil || len(files) != 2 {
		t.Fatalf("%v, %v", files, err)
	}
	rows, columns := readParquet(t, files[1])
	if !strings.Contains(files[1], "year=2023") || rows != 2 || columns["year"] != nil || fmt.Sprint(columns["enforcement__penalty__decisions"]) != "[7 <nil>]" {
		t.Errorf("%s: %v", files[1], columns)
	}
	if err := s.WriteParquet(t.Context(), Query{}, dir, true); !errors.Is(err, ErrExists) {
		t.Errorf("got %v", err)
	}
	if err := s.WriteParquet(t.Context(), Query{Rows: UnitRows}, dir+"2", true); !errors.Is(err, ErrNoYear) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(exchangePath(s.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the exchange directory stays: %v", err)
	}
}

func TestItemsAndSingleFiguresCanBeWrittenAsParquet(t *testing.T) {
	s := openStore(t)
	save(t, s, town(t, "甲镇", 2023, penalty, "5"))
	for grain, rows := range map[Grain]int64{ItemRows: 3, FigureRows: 3} {
		path := filepath.Join(t.TempDir(), "t.parquet")
		if err := s.WriteParquet(t.Context(), Query{View: Enforcement, Rows: grain}, path, false); err != nil {
			t.Fatal(err)
		}
		if n, columns := readParquet(t, path); n != rows {
			t.Errorf("%s: %d rows, %v", grain, n, columns)
		}
	}
}
