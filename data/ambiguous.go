package data

import (
	"strings"

	"nianbao/data/form"
)

// ambiguousReport is a report of this import that names its body without all the places above
// it: another body may turn out to fit the name as well.
type ambiguousReport struct {
	Body  // as the file names it
	given string
	id    int64
	year  int
	file  string
	sheet string
}

// noteAmbiguous remembers a report that was saved under a name that can mean other bodies
// too.
func (imp *Import) noteAmbiguous(stated Body, e *storedReport) {
	if isWhole(stated.Region) {
		return
	}
	if imp.ambiguous == nil {
		imp.ambiguous = map[string][]ambiguousReport{}
	}
	r := &e.report
	imp.ambiguous[stated.Unit] = append(imp.ambiguous[stated.Unit], ambiguousReport{stated, r.Unit, e.id, r.Year, r.File, r.Sheet})
}

// isWhole reports whether a region begins with a province, so that nothing above it is
// left out.
func isWhole(region string) bool {
	for _, city := range []string{"北京市", "上海市", "天津市", "重庆市"} {
		if strings.HasPrefix(region, city) {
			return true
		}
	}
	return strings.Contains(region, "省") || strings.Contains(region, "自治区")
}

// doubtAmbiguous records the reports of this import that can belong to a new body as well.
func (imp *Import) doubtAmbiguous(b Body) {
	var rest []ambiguousReport
	for _, l := range imp.ambiguous[b.Unit] {
		candidates := imp.saved.find(l.Body)
		if !fits(l.Region, b.Region) || len(candidates) < 2 {
			rest = append(rest, l)
			continue
		}
		imp.doubts = append(imp.doubts, form.Doubt{ReportID: l.id, File: l.file, Sheet: l.sheet, Region: l.Region, Unit: l.Unit, Given: l.given, Year: l.year, Candidates: fullNames(candidates)})
	}
	if len(rest) < len(imp.ambiguous[b.Unit]) {
		imp.ambiguous[b.Unit] = rest
	}
}

// Doubted returns the reports that turned out to be doubtful since the last call. The
// caller takes them back and asks.
func (imp *Import) Doubted() []form.Doubt {
	list := imp.doubts
	imp.doubts = nil
	return list
}
