package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/ui/present"
	"nianbao/ui/words"
)

// sources calls visit for each declaration in the program's own files, tests aside.
func sources(t *testing.T, visit func(path string, d ast.Decl)) {
	t.Helper()
	files := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != "." && strings.HasPrefix(entry.Name(), "."), entry.Name() == "testdata":
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err == nil {
			for _, d := range file.Decls {
				visit(filepath.ToSlash(path), d)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The text of an error is read where the program recognises DuckDB's messages, and
// written to the log. It must be used nowhere else, because it would reach the user.
func TestErrorTextsAreUsedOnlyInTheLog(t *testing.T) {
	allowed := []string{
		"data/errors.go openError", "data/errors.go duckdbError", "data/errors.go isDiskFull", "data/schema.go *", "data/statement_error.go statementError",
		"importer/workbook/table_csv.go *", "ui/cli/output.go writeCSV", // an error of encoding/csv, returned
		"ui/errorlog/entry.go full", "ui/errorlog/entry.go ownText", "ui/errorlog/entry.go text",
	}
	sources(t, func(path string, d ast.Decl) {
		name := nameOf(d)
		if name == "Error" || slices.Contains(allowed, path+" "+name) || slices.Contains(allowed, path+" *") {
			return
		}
		ast.Inspect(d, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			method, isMethod := call.Fun.(*ast.SelectorExpr)
			if isMethod && method.Sel.Name == "Error" && len(call.Args) == 0 {
				t.Errorf("%s %s takes the text of an error; use present.Explain", path, name)
			}
			if isMethod && slices.Contains([]string{"Say", "say", "tell", "remark", "complain", "SetText", "NewLabel", "Sprint", "Sprintf", "Fprint", "Fprintf", "Fprintln", "Println", "Printf"}, method.Sel.Name) {
				for _, arg := range call.Args {
					if of, ok := arg.(*ast.Ident); ok && of.Name == "err" {
						t.Errorf("%s %s prints an error; use present.Explain", path, name)
					}
				}
			}
			return true
		})
	})
}

// Errors for which Explain has no words, because no user can cause them or because the
// error that wraps them is explained: they are noted in the log.
var untold = []string{
	"data.errNotCompact", "data.ErrUnknownGrain", "data.ErrNotSaved", "data.ErrBadImportState", "data.ErrWrongHash", "importer.ErrNoForm", "importer.ErrStop", "present.ErrUnknownChart",
	"ui.ErrNoDisplay", "cli.errReported", "ui.errNoPictureTool", // told by their callers
	"cli.usageError", "importer.PanicError",
	"form.RivalError", "form.WhichBodyError", // asked about
	"data.errPreviewed",                                                                         // never returned
	"form.ErrPresumed", "form.ErrNotANumber", "form.ErrNumberTooLarge", "form.ErrNumberTooFine", // of a value, which then has another status
}

func TestTheWordsOfEveryErrorAreTested(t *testing.T) {
	tested := ""
	for _, path := range []string{"ui/present/explain_test.go", "importer/words_test.go", "importer/run_collect_test.go", "data/statement_error_test.go", "ui/present/target_test.go"} {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		tested += string(content)
	}
	found := 0
	check := func(path, name string) {
		found++
		full := filepath.Base(filepath.Dir(path)) + "." + name
		if !strings.Contains(tested, name) && !slices.Contains(untold, full) {
			t.Errorf("%s in %s has no words that a test reads: add it to explain_test.go", full, path)
		}
	}
	sources(t, func(path string, d ast.Decl) {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.Name == "Error" && d.Recv != nil && len(d.Type.Params.List) == 0 {
				of := d.Recv.List[0].Type
				if star, ok := of.(*ast.StarExpr); ok {
					of = star.X
				}
				if name := of.(*ast.Ident).Name; name != "noDisplay" {
					check(path, name)
				}
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				value, ok := spec.(*ast.ValueSpec)
				if !ok || d.Tok != token.VAR {
					continue
				}
				for _, name := range value.Names {
					if strings.HasPrefix(name.Name, "Err") && !strings.HasPrefix(path, "ui/words/") || strings.HasPrefix(name.Name, "err") {
						check(path, name.Name)
					}
				}
			}
		}
	})
	if found < 40 {
		t.Errorf("only %d errors were found: the test looks in the wrong place", found)
	}
}

// Each text from which the program makes an error is given to Explain, which must not let
// it through.
func TestNoErrorShowsItsOwnText(t *testing.T) {
	made := 0
	sources(t, func(path string, d ast.Decl) {
		ast.Inspect(d, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			function, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || function.Sel.Name != "Errorf" && function.Sel.Name != "New" {
				return true
			}
			of, _ := function.X.(*ast.Ident)
			literal, isLiteral := call.Args[0].(*ast.BasicLit)
			if of == nil || of.Name != "fmt" && of.Name != "errors" || !isLiteral {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			made++
			for _, cause := range []error{errors.New("IO Error: a cause nobody foresaw"), &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrClosed}} {
				err := fmt.Errorf("%s: %w", text, cause)
				for _, say := range words.Languages() {
					m := present.Explain(err, say)
					if strings.Contains(m.Text, text) || strings.Contains(m.Text, "foresaw") || strings.Contains(m.Text, "closed") || !m.Unforeseen {
						t.Errorf("%s: %q is told as %+v", path, text, m)
					}
				}
			}
			return true
		})
	})
	if made < 100 {
		t.Errorf("only %d errors were found: the test looks in the wrong place", made)
	}
}
