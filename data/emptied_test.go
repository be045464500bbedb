package data

import (
	"cmp"
	"errors"
	"testing"

	"nianbao/data/form"
)

func TestABlankTableInALaterFormIsAskedAboutUntilAnswered(t *testing.T) {
	full := realReport(t, "daxing_yinghai_2023")
	blank := full
	blank.File, blank.Hash, blank.Sheet, blank.Figures = "新.xlsx", "abc", "表", nil
	for _, f := range full.Figures {
		if f.Table == "enforcement" {
			f.Status, f.Value, f.Raw = form.StatusBlank, 0, ""
		}
		blank.Figures = append(blank.Figures, f)
	}
	for _, c := range []struct {
		name   string
		line   Verdict // in the import that asked; "" if it recorded none
		body   string  // that it asked about, the report's if ""
		named  bool
		want   Verdict // "" if it is asked again
		figure string
	}{
		{"unanswered", Asked, "", false, "", "2390"},
		{"imported by itself the first time", "", "", true, "", "2390"},
		{"imported by itself after it was asked", Asked, "", true, Replaced, "未填"},
		{"imported by itself after another body of the sheet was asked about", Asked, "别处镇", true, "", "2390"},
		{"left out", LeftOut, "", false, Unchanged, "2390"},
	} {
		s := openStore(t)
		save(t, s, full)
		save := func(r form.Report, line Verdict) (Saved, error) {
			imp, err := s.Begin(t.Context(), ImportOptions{Label: "later"})
			if err != nil {
				t.Fatal(err)
			}
			saved, failure := imp.Save(t.Context(), r)
			if line != "" {
				body := Body{Region: r.Region, Unit: cmp.Or(c.body, r.Unit)}
				imp.Record(t.Context(), Line{Verdict: line, File: r.File, Sheet: r.Sheet, Body: body, Year: r.Year, Hash: r.Hash})
			}
			if err := imp.Finish(t.Context()); err != nil {
				t.Fatal(err)
			}
			return saved, failure
		}
		var rival *form.RivalError
		if c.line != "" {
			if _, err := save(blank, c.line); !errors.As(err, &rival) || rival.Emptied != "enforcement" || rival.File != full.File {
				t.Fatalf("%s: %v", c.name, err)
			}
		}
		blank.Named = c.named
		saved, err := save(blank, "")
		blank.Named = false
		if saved.Verdict != c.want || (c.want == "") != errors.As(err, &rival) {
			t.Errorf("%s: %q, %v, want %q", c.name, saved.Verdict, err, c.want)
		}
		if got := one(t, s, `SELECT coalesce(max(penalty_decisions::INTEGER)::VARCHAR, '未填') FROM enforcement`); got != c.figure {
			t.Errorf("%s: %s in force, want %s", c.name, got, c.figure)
		}
	}
}
