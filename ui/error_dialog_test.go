package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/importer"
	"nianbao/importer/read"
	"nianbao/ui/control"
	"nianbao/ui/errorlog"
	"nianbao/ui/words"
)

// withLog gives the window a log and returns its path.
func (s *shell) withLog(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "errors.log")
	s.errors = errorlog.New(path, func() string { return "nianbao test, DuckDB v1" })
	return path
}

// dialogShown returns the texts and buttons of the topmost dialog.
func dialogShown(s *shell) (text string, buttons map[string]*control.Button) {
	buttons = map[string]*control.Button{}
	top := s.window.Canvas().Overlays().Top()
	if top == nil {
		return "", buttons
	}
	for _, o := range test.LaidOutObjects(top) {
		switch o := o.(type) {
		case *control.Paragraph:
			text += o.Text() + "\n"
		case *control.Button:
			buttons[o.Text] = o
		}
	}
	return text, buttons
}

func TestAnUnforeseenErrorOffersAReportWithoutTheUsersData(t *testing.T) {
	s := openShell(t)
	log := s.withLog(t)
	s.showError(fmt.Errorf("read 瀛海镇 of /home/zhang/瀛海镇 2023.xlsx: %w", errors.New("INTERNAL Error: value 2390 of '平潭' is odd")))
	text, buttons := dialogShown(s)
	if !strings.Contains(text, log) || strings.Contains(text, "INTERNAL") || strings.Contains(text, "瀛海") {
		t.Errorf("the dialog says %q", text)
	}
	button := buttons["复制错误报告"]
	if button == nil {
		t.Fatalf("the buttons are %v", buttons)
	}
	test.Tap(button)
	report := s.app.Clipboard().Content()
	for _, want := range []string{"nianbao test, DuckDB v1", "window, pane", "errors.errorString", "showError", "*.xlsx"} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is not in the report:\n%s", want, report)
		}
	}
	for _, not := range []string{"瀛海", "平潭", "2390", "2023.", "zhang", "/home"} {
		if strings.Contains(report, not) {
			t.Errorf("%q is in the report:\n%s", not, report)
		}
	}
	if content, err := os.ReadFile(log); err != nil || !strings.Contains(string(content), "2390") {
		t.Errorf("the log has %q, %v", content, err)
	}
}

func TestAnExplainedErrorOffersNoReportAndIsNotLogged(t *testing.T) {
	s := openShell(t)
	log := s.withLog(t)
	s.showError(data.ErrTimeout)
	text, buttons := dialogShown(s)
	if text == "" || buttons["复制错误报告"] != nil || buttons[words.Chinese.Say(words.OK)] == nil {
		t.Errorf("%q, %v", text, buttons)
	}
	test.Tap(buttons[words.Chinese.Say(words.OK)])
	s.showError(context.Canceled)
	if _, err := os.Stat(log); err == nil || s.window.Canvas().Overlays().Top() != nil {
		t.Error("there is a log or a dialog")
	}
}

func TestAnImportLineWithAnInternalErrorOffersTheLogAndAReport(t *testing.T) {
	s := openShell(t)
	log := s.withLog(t)
	s.state.open(ImportPane)
	fault := &read.ReadError{Kind: read.OurFault, Err: &importer.PanicError{Value: "index of 瀛海镇 out of range"}}
	s.imports.cancel = func() {}
	s.imports.finish([]line{{file: "/x/瀛海镇.xlsx", err: fault}, {file: "/x/b.xlsx", err: &read.ReadError{Kind: read.Empty}}}, 0, nil)
	p := s.panes[ImportPane].(*importPane)
	selectLine(p, 0)
	if !strings.Contains(p.detail.Text(), log) || !p.actions.frames[3].Visible() {
		t.Errorf("the line says %q", p.detail.Text())
	}
	test.Tap(p.actions.report)
	if report := s.app.Clipboard().Content(); !strings.Contains(report, "importer.PanicError") || strings.Contains(report, "瀛海") {
		t.Errorf("the report is %s", report)
	}
	selectLine(p, 1)
	if strings.Contains(p.detail.Text(), log) || p.actions.frames[3].Visible() {
		t.Errorf("the other line says %q", p.detail.Text())
	}
}
