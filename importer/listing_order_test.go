package importer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

var (
	receivedKey = form.Key{Table: form.ApplicationsTable, Item: "received", Column: form.TotalColumnID}
	grantedKey  = form.Key{Table: form.ApplicationsTable, Item: "granted", Column: form.TotalColumnID}
	penaltyKey  = form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}
)

// yearFigures are the figures of the tables below, by year.
var yearFigures = map[int]map[form.Key]int64{
	2021: {receivedKey: 12, grantedKey: 7, penaltyKey: 30},
	2022: {receivedKey: 15, grantedKey: 8, penaltyKey: 40},
	2023: {receivedKey: 16, grantedKey: 9, penaltyKey: 50},
}

var yearItems = []struct {
	label string
	key   form.Key
}{{"本年新收政府信息公开申请数量", receivedKey}, {"予以公开", grantedKey}, {"行政处罚", penaltyKey}}

// mustBeYears fails unless the results are the figures of these years and nothing is asked.
func mustBeYears(t *testing.T, what string, results []Result, years ...int) {
	t.Helper()
	if len(results) != len(years) {
		t.Errorf("%s: %d results: %+v", what, len(results), results)
		return
	}
	for _, r := range results {
		isAsked := slices.ContainsFunc(r.Questions, func(q Question) bool { return q.Blocking })
		if r.Err != nil || isAsked || r.Report.Unit != "柳河镇" || !slices.Contains(years, r.Report.Year) {
			t.Errorf("%s: %v, questions %+v of %s %d", what, r.Err, r.Questions, r.Report.Unit, r.Report.Year)
			continue
		}
		for key, want := range yearFigures[r.Report.Year] {
			if f := r.Report.Figure(key); f == nil || f.Value != form.Count(want) {
				t.Errorf("%s: %d %s: %+v, want %d", what, r.Report.Year, key, f, want)
			}
		}
		if len(r.Report.Figures) != len(yearItems) {
			t.Errorf("%s: %d has %d figures", what, r.Report.Year, len(r.Report.Figures))
		}
	}
}

func TestSumsAndMeansBesideYearsAreReportedAsNotRead(t *testing.T) {
	for _, heads := range [][]string{
		{"2021", "2022", "2023", "合计", "平均"}, {"2021年", "2022年", "2023年", "总计", "年均"},
		{"合计", "2021年度", "2022年度", "2023年度", "平均值"}, {"小计", "均值", "2021年", "2022年", "2023年"},
	} {
		rows := [][]string{{"柳河镇人民政府政府信息公开情况"}, append([]string{"指标"}, heads...)}
		for _, it := range yearItems {
			row := []string{it.label}
			for _, head := range heads {
				year, _ := strconv.Atoi(strings.TrimRight(head, "年度"))
				n := yearFigures[year][it.key]
				if n == 0 {
					n = 99
				}
				row = append(row, strconv.Itoa(int(n)))
			}
			rows = append(rows, row)
		}
		results := understandSheets("a.xlsx", []read.Sheet{sheetOfTexts(rows)})
		mustBeYears(t, strings.Join(heads, "|"), results, 2021, 2022, 2023)
		said := fmt.Sprintf("%+v", results)
		for _, head := range heads {
			if !strings.HasPrefix(head, "2") && !strings.Contains(said, head) {
				t.Errorf("%v: %s is not named", heads, head)
			}
		}
	}
}

func TestALongTableMayHaveItsColumnsInAnyOrder(t *testing.T) {
	columns := []string{"数值", "指标", "单位", "年份"}
	for first := range 24 {
		order := permutation(columns, first)
		rows := [][]string{order}
		for _, it := range yearItems {
			for year := 2021; year <= 2023; year++ {
				cells := map[string]string{"数值": strconv.Itoa(int(yearFigures[year][it.key])), "指标": it.label, "单位": "柳河镇", "年份": strconv.Itoa(year)}
				var row []string
				for _, c := range order {
					row = append(row, cells[c])
				}
				rows = append(rows, row)
			}
		}
		mustBeYears(t, strings.Join(order, "|"), understandSheets("a.csv", []read.Sheet{sheetOfTexts(rows)}), 2021, 2022, 2023)
	}
}

// permutation is the n-th order of the texts.
func permutation(texts []string, n int) []string {
	rest := slices.Clone(texts)
	var list []string
	for len(rest) > 0 {
		i := n % len(rest)
		n /= len(rest)
		list, rest = append(list, rest[i]), slices.Delete(rest, i, i+1)
	}
	return list
}

func TestAHeadingMayCombineAYearWithAWordForNumbers(t *testing.T) {
	for _, behind := range []string{"年数值", "年数量", "年度数", "年件数", "年（件）", "年数据"} {
		rows := [][]string{{"柳河镇人民政府政府信息公开情况"}, {"指标", "2023" + behind, "2022" + behind}}
		for _, it := range yearItems {
			rows = append(rows, []string{it.label, strconv.Itoa(int(yearFigures[2023][it.key])), strconv.Itoa(int(yearFigures[2022][it.key]))})
		}
		mustBeYears(t, behind, understandSheets("a.xlsx", []read.Sheet{sheetOfTexts(rows)}), 2022, 2023)
	}
}
