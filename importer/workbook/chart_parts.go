package workbook

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// finishCharts makes the charts of a workbook valid by the schema and stores the values
// that they draw with them, so that they can be seen where nothing is calculated. Excelize
// gives a value axis the properties of a category axis, takes the x of a scatter chart for
// text, and leaves the values out.
func finishCharts(f *excelize.File) (err error) {
	f.Pkg.Range(func(name, content any) bool {
		part, isPart := content.([]byte)
		if !isPart || !strings.HasPrefix(name.(string), "xl/charts/chart") {
			return true
		}
		var made string
		if made, err = finishedChart(f, string(part)); err != nil {
			return false
		}
		f.Pkg.Store(name, []byte(made))
		return true
	})
	return err
}

func finishedChart(f *excelize.File, part string) (string, error) {
	valueAxis := regexp.MustCompile(`(?s)<valAx>.*?</valAx>`)
	ofCategories := regexp.MustCompile(`<(auto|lblAlgn|lblOffset|noMultiLvlLbl) val="[^"]*"></(auto|lblAlgn|lblOffset|noMultiLvlLbl)>`)
	part = valueAxis.ReplaceAllStringFunc(part, func(axis string) string { return ofCategories.ReplaceAllString(axis, "") })
	across := regexp.MustCompile(`(?s)<xVal><strRef>(.*?)</strRef></xVal>`)
	part = across.ReplaceAllString(part, `<xVal><numRef>$1</numRef></xVal>`)
	var failed error
	reference := regexp.MustCompile(`(?s)<(str|num)Ref><f>([^<]*)</f>(<numCache>.*?</numCache>)?</(str|num)Ref>`)
	part = reference.ReplaceAllStringFunc(part, func(ref string) string {
		match := reference.FindStringSubmatch(ref)
		cache, err := chartCache(f, match[1], match[2])
		if err != nil {
			failed = err
		}
		return fmt.Sprintf(`<%[1]sRef><f>%[2]s</f>%[3]s</%[1]sRef>`, match[1], match[2], cache)
	})
	return part, failed
}

// chartCache is the values of the cells that a chart refers to; kind is str or num. Empty
// cells have none.
func chartCache(f *excelize.File, kind, escaped string) (string, error) {
	var reference string
	if err := xml.Unmarshal([]byte("<f>"+escaped+"</f>"), &reference); err != nil {
		return "", err
	}
	sheet, cells, ok := strings.Cut(strings.ReplaceAll(reference, "$", ""), "!")
	if !ok {
		return "", fmt.Errorf("a chart refers to %q", reference)
	}
	sheet = strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")
	first, last, isRange := strings.Cut(cells, ":")
	if !isRange {
		last = first
	}
	left, top, err := excelize.CellNameToCoordinates(first)
	if err != nil {
		return "", err
	}
	right, bottom, err := excelize.CellNameToCoordinates(last)
	if err != nil {
		return "", err
	}
	var points strings.Builder
	n := 0
	for row := top; row <= bottom; row++ {
		for column := left; column <= right; column++ {
			at, err := excelize.CoordinatesToCellName(column, row)
			if err != nil {
				return "", err
			}
			value, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if err != nil {
				return "", err
			}
			if _, err := strconv.ParseFloat(value, 64); value != "" && (kind == "str" || err == nil) {
				fmt.Fprintf(&points, `<pt idx="%d"><v>`, n)
				_ = xml.EscapeText(&points, []byte(value)) // a strings.Builder never fails
				points.WriteString(`</v></pt>`)
			}
			n++
		}
	}
	format := ""
	if kind == "num" {
		format = `<formatCode>General</formatCode>`
	}
	return fmt.Sprintf(`<%[1]sCache>%[2]s<ptCount val="%[3]d"></ptCount>%[4]s</%[1]sCache>`, kind, format, n, points.String()), nil
}
