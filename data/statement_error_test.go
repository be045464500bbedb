package data

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"nianbao/data/form"
)

func TestAStatementErrorNamesTheWrongWord(t *testing.T) {
	s := openSome(t)
	for statement, want := range map[string]struct {
		fault StatementFault
		word  string
		near  string
	}{
		`SELEC unit FROM reports`:                            {BadSyntax, "SELEC", ""},
		`SELECT unit FORM reports`:                           {BadSyntax, "reports", ""},
		`SELECT unit FROM reports WHERE`:                     {BadSyntax, "", ""},
		`SELECT (unit FROM reports`:                          {BadSyntax, "FROM", ""},
		`SELECT unti FROM reports`:                           {UnknownName, "unti", "unit"},
		`SELECT r.unti FROM reports r`:                       {UnknownName, "unti", ""},
		`SELECT unit FROM report`:                            {UnknownView, "report", "reports"},
		`SELECT unit FROM reports GROUP BY yaer`:             {UnknownName, "yaer", "year"},
		`SELECT unit, count(*) FROM reports GROUP BY year`:   {NotGrouped, "unit", ""},
		`SELECT cuont(*) FROM reports`:                       {UnknownFunction, "cuont", "count"},
		`SELECT unit FROM reports JOIN figures USING (year)`: {AmbiguousName, "unit", ""},
		`SELECT CAST(unit AS INTEGER) FROM reports`:          {UnsuitableValue, "", ""},
		`SELECT * FROM reports WHERE year = 'x'`:             {UnsuitableValue, "x", ""},
		`SELECT unit FROM reports LIMIT 'a'`:                 {UnsuitableValue, "a", ""},
		`SELECT DATE 'x'`:                                    {UnsuitableValue, "x", ""},
		`SELECT CAST(9999999999 AS INT)`:                     {UnsuitableValue, "9999999999", ""},
		`SELECT json('{')`:                                   {UnsuitableValue, "{", ""},
		`SELECT unit + 1 FROM reports`:                       {UnsuitableTypes, "", ""},
		`SELECT unit FROM reports ORDER BY 99`:               {BadPosition, "", ""},
		`SELECT (SELECT item_id FROM figures)`:               {SeveralRows, "", ""},
		`SELECT unit FROM reports UNION SELECT 1, 2`:         {UnevenColumns, "", ""},
		`SELECT unit FROM reports LIMIT -1`:                  {BadLimit, "", ""},
		`SELECT regexp_matches(unit, '(') FROM reports`:      {BadPattern, "", ""},
	} {
		_, err := s.SQL(t.Context(), statement, Limits{})
		var e *StatementError
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", statement, err)
			continue
		}
		if e.Fault != want.fault || want.word != "" && !strings.EqualFold(e.Word, want.word) || want.near != "" && !slices.Contains(e.Near, want.near) {
			t.Errorf("%s: fault %d at %q near %q, want %+v: %v", statement, e.Fault, e.Word, e.Near, want, e.Err)
		}
		if text := e.Explain(form.Chinese); !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) || strings.Contains(text, "Error") || strings.Contains(text, "%s") {
			t.Errorf("%s: said as %q", statement, text)
		}
	}
}

func TestPivotAndExplainWorkOnTheViews(t *testing.T) {
	s := openSome(t)
	for _, statement := range []string{
		`PIVOT reports ON year USING count(*) GROUP BY unit`,
		`pivot (SELECT unit, year FROM reports) ON year USING count(*)`,
		`PIVOT reports ON unit USING first(year) GROUP BY region ORDER BY region LIMIT 3`,
		`PIVOT reports ON year IN (2022, 2023) USING count(*) GROUP BY unit`,
		`SELECT * FROM reports PIVOT (count(*) FOR year IN (2022, 2023))`,
		`EXPLAIN SELECT unit FROM reports`, `explain FROM figures WHERE value > 3`, `EXPLAIN PIVOT reports ON year USING count(*) GROUP BY unit`,
	} {
		if answer, err := s.SQL(t.Context(), statement, Limits{}); err != nil || len(answer.Rows) == 0 {
			t.Errorf("%s: %v", statement, err)
		}
	}
	answer, err := s.SQL(t.Context(), `PIVOT reports ON year USING count(*)::INTEGER GROUP BY edition`, Limits{})
	if err != nil || len(answer.Columns) < 2 || !answer.Columns[1].IsNumeric {
		t.Fatalf("%+v %v", answer, err)
	}
	for _, statement := range []string{
		`EXPLAIN DELETE FROM reports`, `EXPLAIN ANALYZE DELETE FROM store.reports`, `EXPLAIN SELECT 1; DROP TABLE store.wide`, `EXPLAIN COPY reports TO 'x'`,
		`PIVOT read_csv('/etc/passwd') ON column0 USING count(*)`, `PIVOT reports ON (SELECT 1; DROP TABLE store.wide) USING count(*)`, `EXPLAIN EXPLAIN DROP TABLE store.wide`,
		`PIVOT '/etc/passwd' ON year USING count(*)`, `PIVOT reports ON year USING count(*); DROP TABLE store.wide`,
	} {
		if answer, err := s.SQL(t.Context(), statement, Limits{}); err == nil {
			t.Errorf("%s was answered with %d rows", statement, len(answer.Rows))
		}
	}
	if one(t, s, `SELECT count(*) > 0 FROM reports`) != "true" {
		t.Error("the reports are gone")
	}
}
