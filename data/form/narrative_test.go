package form

import "testing"

func narrated(section, text string) *Report {
	r := filled("2021")
	set(r, Key{ApplicationsTable, "carried-over", "natural-person"}, 2)
	set(r, Key{ApplicationsTable, "carried-over", TotalColumnID}, 2)
	set(r, Key{ApplicationsTable, "carried-forward", "natural-person"}, 2)
	set(r, Key{ApplicationsTable, "carried-forward", TotalColumnID}, 2)
	set(r, Key{"fees", "fee", "amount"}, 3)
	r.Narrative = []Passage{{section, text}}
	return r
}

func TestNumbersInTheTextAreComparedWithTheTables(t *testing.T) {
	for text, want := range map[string]int{
		"2023年，共收到政府信息公开申请12件。":    0,
		"全年共收到政府信息公开申请 14 件，均已办结。": 0, // received and carried over
		"全年共收到政府信息公开申请15件。":        1,
		"全年新收依申请公开申请１５件，上年结转2件。":   1,
		"上年结转申请3件。":                1,
		"结转下年度继续办理2件。":             0,
		"结转下年度4件。":                 1,
		"其中网上收到政府信息公开申请7件。":        0, // a part
		"共收到政府信息公开申请1,015件。":       1,
		"收到人大建议15件。":               0,
		"共答复申请12件。":                0,
		"2023年本机关未收取行政事业性收费。":      1,
		"本年度收取行政事业性收费3万元。":         0,
	} {
		if got := Check(narrated("一", text)); len(got) != want {
			t.Errorf("%s: %d findings, want %d: %+v", text, len(got), want, got)
		}
	}
}

func TestAnEmptySectionFiveIsReported(t *testing.T) {
	for text, want := range map[string]int{"": 1, "无。": 1, "一是主动公开的深度不够，二是依申请办理不够规范，将加强培训。": 0} {
		if got := Check(narrated("五", text)); len(got) != want {
			t.Errorf("%q: %d findings, want %d", text, len(got), want)
		}
	}
}
