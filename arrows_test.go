package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// arrows says which of our packages each of our packages may import.
var arrows = map[string][]string{
	".":                      {"ui", "ui/cli", "ui/errorlog", "data"},
	"ui":                     {"ui/present", "importer", "importer/workbook", "data", "data/form", "ui/chart", "ui/chart/view", "ui/control", "ui/errorlog", "ui/font", "ui/grid", "ui/icon", "ui/inbox", "ui/look", "ui/page", "ui/palette", "ui/sql", "ui/tabular", "ui/task", "ui/textsearch", "ui/words"},
	"ui/cli":                 {"ui/errorlog", "ui/present", "ui/words", "importer", "data", "data/form"},
	"ui/present":             {"importer", "importer/document", "importer/workbook", "data", "data/form", "ui/chart", "ui/font", "ui/palette", "ui/tabular", "ui/words"},
	"ui/chart":               {"ui/palette", "ui/words"},
	"ui/chart/view":          {"ui/chart", "ui/palette"},
	"ui/control":             {"ui/look", "ui/palette", "ui/words"},
	"ui/errorlog":            {},
	"ui/font":                {},
	"ui/grid":                {"ui/control", "ui/look", "ui/tabular"},
	"ui/icon":                {},
	"ui/inbox":               {"data/form", "ui/present", "ui/control", "ui/grid", "ui/look", "ui/tabular", "ui/words"},
	"ui/look":                {"ui/palette", "ui/font", "ui/words"},
	"ui/page":                {"ui/control", "ui/look"},
	"ui/palette":             {},
	"ui/sql":                 {"ui/present", "importer/workbook", "data", "data/form", "ui/chart", "ui/control", "ui/grid", "ui/look", "ui/tabular", "ui/task", "ui/words"},
	"ui/tabular":             {},
	"ui/task":                {},
	"ui/textsearch":          {"data", "ui/control", "ui/look", "ui/task", "ui/words"},
	"ui/uitest":              {"importer", "importer/workbook", "data", "data/form"},
	"ui/words":               {"data/form"},
	"data":                   {"data/form"},
	"importer":               {"importer/read", "data/form"},
	"importer/read":          {"data/form"},
	"importer/read/readtest": {},
	"importer/workbook":      {"importer/read", "data/form"},
	"importer/document":      {"data/form"},
	"data/form":              {},
	"data/form/formtest":     {"data/form"},
}

// homes says which packages may import a library; no others may.
var homes = map[string][]string{
	"github.com/xuri/excelize/": {"importer/read", "importer/workbook"},
	"github.com/duckdb/":        {"data"},
	"github.com/spf13/":         {"ui/cli"},
	"codeberg.org/go-pdf/":      {"ui/chart", "importer/read/readtest"},
	"github.com/klippa-app/":    {"importer/read"},
	"github.com/tetratelabs/":   {"importer/read"},
	"github.com/go-gl/":         {"ui"},
	"fyne.io/":                  {".", "ui", "ui/chart/view", "ui/control", "ui/grid", "ui/inbox", "ui/look", "ui/page", "ui/sql", "ui/task", "ui/textsearch"},
}

func TestPackagesImportOnlyWhatTheArrowsAllow(t *testing.T) {
	for dir, imports := range importsByFolder(t) {
		allowed, known := arrows[dir]
		if !known {
			t.Errorf("%s is in no arrow: add it to the diagram in CONTRIBUTING.md and here", dir)
		}
		for _, path := range imports {
			ours, isOurs := strings.CutPrefix(path, "nianbao/")
			if isOurs && !contains(allowed, ours) {
				t.Errorf("%s must not import %s", dir, path)
			}
			if dir == "data/form" && strings.Contains(path, ".") {
				t.Errorf("data/form imports only the standard library, not %s", path)
			}
			for library, home := range homes {
				if strings.HasPrefix(path, library) && !contains(home, dir) {
					t.Errorf("%s must not import %s", dir, path)
				}
			}
		}
	}
}

// importsByFolder lists what the program's own files import, tests aside.
func importsByFolder(t *testing.T) map[string][]string {
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != "." && strings.HasPrefix(entry.Name(), "."), entry.Name() == "testdata":
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[dir] = append(found[dir], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}
