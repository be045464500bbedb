// Package uitest opens stores for the tests of the window's packages: empty ones, and ones with the
// program's own samples. It does not know Fyne.
package uitest

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/importer/workbook"
)

// SampleReports is the number of reports in the samples.
const SampleReports = 53

// Store opens a store at a path, and closes it when the test ends.
func Store(t testing.TB, path string) *data.Store {
	t.Helper()
	store, err := data.Open(t.Context(), path, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// SampleStore opens a store with the samples: a copy of one into which they were imported once.
func SampleStore(t testing.TB) *data.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.duckdb")
	Write(t, path, SampleBytes(t))
	return Store(t, path)
}

var sample struct {
	once  sync.Once
	bytes []byte
}

// SampleBytes is the database file of a store with the samples.
func SampleBytes(t testing.TB) []byte {
	t.Helper()
	sample.once.Do(func() {
		store, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "sample.duckdb"), data.Options{})
		if err != nil {
			t.Fatal(err)
		}
		paths, err := workbook.WriteSamples(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		Import(t, store, data.ImportOptions{Label: "示例", Sample: true}, paths...)
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		if sample.bytes, err = os.ReadFile(store.Path()); err != nil {
			t.Fatal(err)
		}
	})
	if sample.bytes == nil {
		t.Fatal("the samples could not be imported")
	}
	return sample.bytes
}

// Import imports files; a file that fails ends the test.
func Import(t testing.TB, store *data.Store, options data.ImportOptions, paths ...string) {
	t.Helper()
	imp, err := store.Begin(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	results, err := importer.Run(t.Context(), paths, importer.Options{
		Save: func(ctx context.Context, r form.Report) error {
			_, err := imp.Save(ctx, r)
			return err
		},
		Keep: imp.Keep,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Err != nil {
			t.Fatalf("import %s: %v", r.File, r.Err)
		}
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// Write writes a file and returns its path.
func Write(t testing.TB, path string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
