package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/present"
)

// saidIn are the texts in an object.
func saidIn(o fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *control.Text:
			all = append(all, o.Text())
		case *control.Paragraph:
			all = append(all, o.Text())
		}
	}
	return strings.Join(all, "|")
}

func TestTheReportViewShowsTheSourcesAndTheirDifferences(t *testing.T) {
	s := openShell(t)
	path := titledForm(t, t.TempDir(), "瀛海镇2022.xlsx", "瀛海镇", 2022)
	drop(s, path)
	name := present.ReportName{Body: data.Body{Region: "北京市大兴区", Unit: "瀛海镇"}, Year: 2022}
	whole, err := present.ReadReportDetails(t.Context(), s.store, name)
	if err != nil {
		t.Fatal(err)
	}
	summary := whole.Report
	summary.Kind, summary.File, summary.Sheet, summary.Hash, summary.Figures = form.SummarySource, "/x/全区汇总.xlsx", "汇总", "h", nil
	for _, f := range whole.Report.Figures {
		switch f.Key {
		case penalties:
			f.Value += form.Count(5)
		case form.Key{Table: "enforcement", Item: "coercion", Column: "decisions"}:
		default:
			continue
		}
		f.Source = form.Source{Sheet: "汇总", Cell: "C7"}
		summary.Figures = append(summary.Figures, f)
	}
	imp, err := s.store.Begin(t.Context(), data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := imp.Save(context.Background(), summary); err != nil {
		t.Fatal(err)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.openReport(name, nil, form.Key{})
	p := s.reportPane()
	if got := saidIn(p.source.body); !strings.Contains(got, "来源（2）") || !strings.Contains(got, "全区汇总.xlsx") || !strings.Contains(got, "不一致 1 项") || !strings.Contains(got, "印证 1 项") {
		t.Errorf("the report shows %s", got)
	}
	s.openReport(name, nil, penalties)
	got := saidIn(p.source.body)
	if !strings.Contains(got, "其他来源的数字不同") || !strings.Contains(got, (whole.Figures[penalties].Value+form.Count(5)).Grouped()) || !strings.Contains(got, "C7") {
		t.Errorf("the figure shows %s", got)
	}
	if _, earlier, _ := strings.Cut(got, "历次取值"); strings.Contains(earlier, "全区汇总") {
		t.Errorf("a further source is taken for an earlier value: %s", earlier)
	}
	if other := (form.Key{Table: "enforcement", Item: "coercion", Column: "decisions"}); p.details.Differing(other) != nil || len(p.details.Differing(penalties)) != 1 {
		t.Error("a source that says the same differs")
	}
}
