package textsearch

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/look"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// openPane returns a pane in a window of its own, and the hits that it opened. The search
// finds the words in one line, as often as the bound allows.
func openPane(t *testing.T, say words.Language, line string) (*Pane, *[]data.TextHit) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	window := test.NewTempWindow(t, nil)
	var opened []data.TextHit
	p := New(Window{
		Tasks: task.Runner{Start: func(work func()) { work() }, Show: func(done func()) { done() }}, Canvas: window.Canvas(), Language: say,
		Search: func(_ context.Context, text string, most int) (*data.TextHits, error) {
			found := &data.TextHits{}
			at := strings.Index(line, text)
			for range most {
				if at >= 0 && text != "" {
					found.Hits = append(found.Hits, data.TextHit{Body: data.Body{Region: "东平县", Unit: "柳河镇"}, Year: 2023, Section: "五", Line: line, From: at, To: at + len(text)})
				}
			}
			found.IsCut = len(found.Hits) > 0 && text == "培训"
			return found, nil
		},
		Open: func(h data.TextHit) { opened = append(opened, h) }, Fail: func(err error) { t.Errorf("the window is told of %v", err) },
		Changed: func() {}, Trace: func(string, ...any) {},
	}, &Session{})
	window.SetContent(p.Content())
	window.Resize(fyne.NewSize(1100, 600))
	return p, &opened
}

func TestHitsAreListedWithContextAndOpenTheirReport(t *testing.T) {
	line := strings.Repeat("公开的深度还不够，", 8) + "人手不足，" + strings.Repeat("将加强培训。", 40)
	p, opened := openPane(t, words.Chinese, line)
	if p.empty.Text() == "" {
		t.Error("nothing says what is searched")
	}
	test.Type(p.search, "人手不足")
	if p.length() != mostHits || p.said.Text() != "500 处" || p.empty.Text() != "" {
		t.Fatalf("%d hits, %q, %q", p.length(), p.said.Text(), p.empty.Text())
	}
	row := newHitRow()
	row.show(p.found.Hits[0], words.Chinese)
	if got := row.text(); !strings.HasPrefix(got, "东平县柳河镇  2023|五、存在的主要问题及改进情况|…") || !strings.Contains(got, "不够，[人手不足]，将加强") {
		t.Errorf("the row is %s", got)
	}
	p.list.Select(3)
	if len(*opened) != 1 || (*opened)[0].Line != line {
		t.Errorf("opened %+v", *opened)
	}
	p.search.SetText("培训")
	if !strings.Contains(p.said.Text(), "500") || !strings.Contains(p.said.Text(), "还有更多") {
		t.Errorf("a bounded search says %q", p.said.Text())
	}
	p.search.SetText("没有这个词")
	if p.length() != 0 || p.empty.Text() == "" {
		t.Errorf("%d hits, %q", p.length(), p.empty.Text())
	}
}

func TestTextsAreShortenedToFit(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	text := strings.Repeat("公开", 5000)
	got := cut(text, 200, 13, fyne.TextStyle{})
	if width := fyne.MeasureText(got, 13, fyne.TextStyle{}).Width; width > 200 || width < 150 || !strings.HasSuffix(got, "…") {
		t.Errorf("%q is %g wide", got, width)
	}
	if got := cut("公开", 200, 13, fyne.TextStyle{}); got != "公开" {
		t.Errorf("a short text becomes %q", got)
	}
	if got := cut(text, 5, 13, fyne.TextStyle{}); got != "" {
		t.Errorf("without room there is %q", got)
	}
}
