package importer

import (
	"path/filepath"
	"strings"

	"nianbao/data/form"
)

// The places that evidence comes from, and the fields that it is for.
const (
	placeTitle    = "title"
	placeSheet    = "sheet"
	placeFile     = "file"
	placeFolder   = "folder"
	placeWorkbook = "workbook"
	placeTables   = "tables"
	placeText     = "text"
	placeUser     = "user"

	fieldUnit    = "unit"
	fieldRegion  = "region"
	fieldYear    = "year"
	fieldEdition = "edition"
)

// How far each place is trusted. Titles are written for the report; files and
// folders are named by whoever handles them.
const (
	trustUser     = 1.0
	trustTitle    = 0.95
	trustCell     = 0.9
	trustLine     = 0.85
	trustSheet    = 0.8
	trustFile     = 0.7
	trustWorkbook = 0.65
	trustPeriod   = 0.6
	trustFolder   = 0.5
	trustText     = 0.4
	trustDoubtful = 0.1
)

// clue is what one place says about a report's body or year.
type clue struct {
	body   body // its unit is "" if the clue is about the year
	year   int  // 0 if the clue is about the body
	kind   yearKind
	place  string
	detail string
	trust  float64
}

// cluesIn reads a text that names a report: a title, or the name of a sheet, a
// file or a folder.
func cluesIn(text, place string, trust float64) []clue {
	var clues []clue
	bodies, _ := bodiesIn(text)
	for i, b := range bodies {
		t := trust
		if i > 0 || b.level == noLevel && b.region == "" {
			t *= 0.8
		}
		clues = append(clues, clue{body: b, place: place, detail: text, trust: t})
	}
	if c, doubtful := periodDoubt(text, place); doubtful {
		clues = append(clues, c)
	}
	for _, m := range yearsIn(squeeze(text)) {
		c := clue{year: m.value, kind: m.kind, place: place, detail: text, trust: trust}
		switch m.kind {
		case yearOfDate:
			c.trust = min(trust, trustDoubtful*2)
		case yearOfPeriod:
			c.trust = min(trust, trustPeriod)
		case yearDoubtful:
			c.trust = trustDoubtful
		case yearBare:
			c.trust *= 0.9
		}
		clues = append(clues, c)
	}
	return clues
}

// fileClues reads the names of a file and of the folders above it, nearest
// first.
func fileClues(path string) []clue {
	base := filepath.Base(path)
	clues := cluesIn(strings.TrimSuffix(base, filepath.Ext(base)), placeFile, trustFile)
	dir, trust := filepath.Dir(path), trustFolder
	for range 3 {
		name := filepath.Base(dir)
		if name == "." || name == string(filepath.Separator) || name == dir {
			break
		}
		clues = append(clues, cluesIn(name, placeFolder, trust)...)
		dir, trust = filepath.Dir(dir), trust-0.1
	}
	return clues
}

// unitWords and yearWords precede a body or a year: 填报单位：瀛海镇.
var (
	unitWords = []string{"填报单位", "报送单位", "单位名称", "填报机关", "机关名称", "行政机关名称", "编制单位", "报告单位", "编制机关", "单位"}
	yearWords = []string{"报告年度", "统计年度", "填报年度", "年度", "报告年份", "年份"}
)

// notice is a text in a sheet that is not part of a table of the form.
type notice struct {
	row, col int
	text     string
	next     string // text of the cell to its right
	running  bool   // a paragraph
	words    *vocabulary
	read     bool
	says     []clue // once read
}

const (
	longestTitle = 60 // characters
	maxNotices   = 400
)

// clues returns what a notice says about the report.
func (n *notice) clues() []clue {
	if !n.read {
		n.says, n.read = n.words.cluesOf(n), true
	}
	return n.says
}

func (n *notice) readClues() []clue {
	text := squeeze(n.text)
	if c, ok := n.labelled(text); ok {
		return c
	}
	length := len([]rune(text))
	if length > longestTitle {
		return periodClues(text)
	}
	if n.isTitle() {
		return cluesIn(n.text, placeTitle, trustTitle)
	}
	if b, ok := parseBody(text); ok && (b.region != "" || b.agency != b.unit) {
		return []clue{{body: b, place: placeTitle, detail: n.text, trust: trustLine}}
	}
	return periodClues(text)
}

// isTitle reports whether a notice is the title of a report.
func (n *notice) isTitle() bool {
	text := squeeze(n.text)
	if len([]rune(text)) > longestTitle || strings.ContainsAny(text, "。；;") {
		return false
	}
	for _, word := range []string{"年度报告", "年报", "报告", "统计表", "汇总表", "情况表", "信息公开"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// labelled reads “填报单位：瀛海镇” and “年度：2023”, in one cell or two.
func (n *notice) labelled(text string) ([]clue, bool) {
	label, value, _ := strings.Cut(text, ":")
	if value == "" {
		value = squeeze(n.next)
	}
	if value == "" || len([]rune(value)) > longestTitle {
		return nil, false
	}
	label = strings.Trim(label, "()")
	for _, word := range unitWords {
		if label != word {
			continue
		}
		value = strings.Trim(strings.NewReplacer("(公章)", "", "(盖章)", "", "(章)", "").Replace(value), "()")
		if b, ok := parseBody(value); ok {
			return []clue{{body: b, place: placeTitle, detail: n.text + " " + n.next, trust: trustCell}}, true
		}
		if mayBeLabel(value) && word != "单位" {
			return []clue{{body: body{unit: value, agency: value}, place: placeTitle, detail: n.text + " " + n.next, trust: trustFolder}}, true
		}
	}
	for _, word := range yearWords {
		if label == word && yearCell(value) != 0 {
			return []clue{{year: yearCell(value), place: placeTitle, detail: n.text + " " + n.next, trust: trustCell}}, true
		}
	}
	return nil, false
}

// periodClues reads the year from running text: the period that the figures
// cover, or a sentence that mentions one year.
func periodClues(text string) []clue {
	var clues []clue
	for _, m := range yearsIn(text) {
		switch m.kind {
		case yearOfPeriod:
			clues = append(clues, clue{year: m.value, kind: m.kind, place: placeText, detail: text, trust: trustPeriod})
		case yearOfReport:
			clues = append(clues, clue{year: m.value, kind: m.kind, place: placeText, detail: text, trust: trustText})
		}
	}
	return clues
}

// evidence turns a clue into what the report keeps.
func (c *clue) evidence(field, value string, chosen bool) form.Evidence {
	detail := strings.TrimSpace(c.detail)
	if runes := []rune(detail); len(runes) > longestTitle {
		detail = string(runes[:longestTitle]) + "…"
	}
	return form.Evidence{Field: field, Value: value, Place: c.place, Detail: detail, Confidence: c.trust, Chosen: chosen}
}
