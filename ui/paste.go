package ui

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nianbao/data"
	"nianbao/ui/words"
)

// paste imports the report on the clipboard. If a text field has the focus, it gets a
// single line as usual, but never a table.
func (s *shell) paste() {
	clipboard := s.app.Clipboard()
	text := clipboard.Content()
	field, isField := s.window.Canvas().Focused().(interface {
		fyne.Shortcutable
		SelectedText() string
	})
	switch {
	case isField && !strings.ContainsAny(strings.TrimSpace(text), "\t\n"):
		field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		return
	case s.window.Canvas().Overlays().Top() != nil: // a dialog is open
		return
	}
	s.tasks.Start(func() {
		html := s.copiedHTML(context.Background())
		s.tasks.Show(func() { s.pasteText(richer(html, text)) })
	})
}

// richer returns the HTML if it holds a table: it keeps the merged cells that plain text
// loses.
func richer(html, text string) string {
	if strings.Contains(strings.ToLower(html), "<table") {
		return html
	}
	return text
}

func (s *shell) pasteText(text string) {
	if !strings.ContainsAny(strings.TrimSpace(text), "\t\n") && richer(text, "") == "" {
		s.showMessage(s.say.Say(words.PasteEmpty), s.say.Say(words.PasteEmptyText))
		return
	}
	s.importPaths(job{pasted: text, options: data.ImportOptions{Label: s.say.Say(words.PasteLabel)}})
}

// longestAsk is how long a program of the system may take to return the clipboard.
const longestAsk = 2 * time.Second

// clipboardHTML returns the clipboard as HTML, or "" if it is not HTML or no program of
// the system can tell: Fyne's own clipboard has plain text only.
func clipboardHTML(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, longestAsk)
	defer cancel()
	for _, tool := range htmlTools(runtime.GOOS, os.Getenv) {
		path, err := exec.LookPath(tool[0])
		if err != nil {
			continue
		}
		if out, err := exec.CommandContext(ctx, path, tool[1:]...).Output(); err == nil && len(out) > 0 {
			return string(out)
		}
	}
	return ""
}

// htmlTools are the programs that return the clipboard as HTML, the likelier one first.
func htmlTools(system string, getenv func(string) string) [][]string {
	switch system {
	case "windows":
		return [][]string{{"powershell", "-NoProfile", "-STA", "-Command",
			"[Console]::OutputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; $d = [Windows.Forms.Clipboard]::GetDataObject(); if ($d.GetDataPresent('HTML Format')) { $s = $d.GetData('HTML Format'); if ($s -is [IO.Stream]) { (New-Object IO.StreamReader($s, [Text.Encoding]::UTF8)).ReadToEnd() } else { $s } }"}}
	case "darwin":
		return [][]string{{"sh", "-c", `osascript -e 'the clipboard as «class HTML»' | sed 's/^«data HTML//; s/»$//' | xxd -r -p`}}
	}
	x, wayland := []string{"xclip", "-selection", "clipboard", "-t", "text/html", "-o"}, []string{"wl-paste", "--no-newline", "--type", "text/html"}
	if getenv("WAYLAND_DISPLAY") != "" {
		return [][]string{wayland, x}
	}
	return [][]string{x, wayland}
}
