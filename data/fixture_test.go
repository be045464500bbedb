package data

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// template is a database file that is created once and copied for each test that
// starts from it.
type template struct {
	once    sync.Once
	content []byte
}

// The files that tests start from: an empty one, and one with someReports.
var emptyFile, someFile template

// open opens a copy of the file; fill creates its content the first time.
func (p *template) open(t testing.TB, fill func(*Store)) *Store {
	t.Helper()
	p.once.Do(func() {
		s := openAt(t, filepath.Join(t.TempDir(), "template.duckdb"))
		fill(s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(s.Path())
		if err != nil {
			t.Fatal(err)
		}
		p.content = content
	})
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := os.WriteFile(path, p.content, 0o644); err != nil {
		t.Fatal(err)
	}
	return openAt(t, path)
}

// openStore opens an empty store.
func openStore(t testing.TB) *Store {
	t.Helper()
	return emptyFile.open(t, func(*Store) {})
}

// openSome opens a store with someReports.
func openSome(t testing.TB) *Store {
	t.Helper()
	return someFile.open(t, func(s *Store) { save(t, s, someReports(t)...) })
}

// narrowed limits a query to what a column needs, because a query of few columns is
// planned much faster than one of hundreds. It changes nothing if the rows are items.
func narrowed(q Query, c Column) Query {
	switch {
	case q.Rows == ItemRows:
	case c.Role == FigureColumn:
		q.Items = []string{c.Key.Item}
	default:
		q.Items = []string{c.Metric.ID}
	}
	return q
}
