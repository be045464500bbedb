package importer

import (
	"regexp"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// EmptyFormError says that no cell of a form is a number.
type EmptyFormError struct {
	Sheet string
	Text  string // the first text with a number in it, "" if no cell has any
}

// Error returns the English explanation.
func (e *EmptyFormError) Error() string { return e.Explain(form.English) }

// Explain returns the explanation in one line.
func (e *EmptyFormError) Explain(lang form.Language) string {
	where := form.Both("表中", "the table")
	if e.Sheet != "" {
		where = form.Both("工作表“"+e.Sheet+"”", "sheet “"+e.Sheet+"”")
	}
	if e.Text != "" {
		return lang.Say(form.Both("%s各格写的是文字（如“%s”），没有一格只是一个数，未录入；请每格只填一个数", "%s has texts such as “%s” and no cell that is just a number; it was left out: enter one number per cell"), lang.Say(where), e.Text)
	}
	return lang.Say(form.Both("%s没有填写任何数字，未录入", "%s has no numbers and was left out"), lang.Say(where))
}

var countInText = regexp.MustCompile(`\d(?:余|多)?万?(?:件|起|宗|条|次|份|元|个)`)

// textWithNumber returns the first text that counts something below the headings of a table,
// shortened; "" if there is none.
func (b *draft) textWithNumber() string {
	const longest = 20 // characters
	for _, f := range b.fragments {
		rows := b.sheets[0].Rows
		for i := f.top + 1; i < len(rows); i++ {
			for j := range rows[i].Cells {
				text := strings.TrimSpace(rows[i].Cells[j].Text)
				if rows[i].Paragraph || !countInText.MatchString(read.Tidy(text)) || strings.ContainsAny(text, ":：注") {
					continue
				}
				if letters := []rune(text); len(letters) > longest {
					return string(letters[:longest]) + "…"
				}
				return text
			}
		}
	}
	return ""
}

// NoUnitsError says that a summary table has a total, but no unit.
type NoUnitsError struct{ Sheet string }

// Error returns the English explanation.
func (e *NoUnitsError) Error() string { return e.Explain(form.English) }

// Explain returns the explanation in one line.
func (e *NoUnitsError) Explain(lang form.Language) string {
	if e.Sheet == "" {
		return lang.Say(form.Both("汇总表只有合计，没有一个单位，未录入", "the summary has a total but no unit; it was left out"))
	}
	return lang.Say(form.Both("工作表“%s”的汇总表只有合计，没有一个单位，未录入", "the summary on sheet “%s” has a total but no unit; it was left out"), e.Sheet)
}

// hasNumber reports whether a report has any number.
func hasNumber(r *form.Report) bool {
	for i := range r.Figures {
		if r.Figures[i].Status.HasValue() {
			return true
		}
	}
	return false
}
