package importer

import (
	"path/filepath"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// The places where evidence is found, and the fields that it is about.
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

// clue is one indication of a report's body or year.
type clue struct {
	body      body // its unit is "" if the clue is about the year
	year      int  // 0 if the clue is about the body
	sealed    bool // the body fills the blank for it, on the line with the seal
	published bool // the body is that which published a web page
	unclear   bool // the content of the blank cannot be the name of one body
	kind      yearKind
	place     string
	detail    string
	trust     float64
}

// cluesIn reads a text that names a report: a title, or the name of a sheet, a
// file or a folder.
func cluesIn(text, place string, trust float64) []clue {
	var clues []clue
	bodies, leftover := bodiesIn(text)
	for i, b := range bodies {
		t := trust
		if i > 0 && !b.joined || b.level == noLevel && b.region == "" {
			t *= 0.8
		}
		if place != placeTitle && (strings.Contains(b.unit, "（") || len(leftover) > 0 && b.level != noLevel && b.level < townLevel) {
			t *= 0.4 // it need not be the district's own
		}
		clues = append(clues, clue{body: b, place: place, detail: text, trust: t})
	}
	if c, doubtful := periodDoubt(text, place); doubtful {
		clues = append(clues, c)
	}
	s := squeeze(text)
	if place == placeSheet {
		clues = append(clues, shortYear(s)...)
	}
	isRange := (place == placeFile || place == placeFolder) && isYearRange(s)
	for _, m := range yearsIn(s) {
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
		if isRange {
			c.trust = min(trust, trustDoubtful*2)
		}
		clues = append(clues, c)
	}
	return clues
}

// fileClues reads the names of a file and of the folders and archives above it,
// nearest first.
func fileClues(path string) []clue {
	path = absolute(path) // so that folders count wherever the program was started
	base := filepath.Base(path)
	clues := cluesIn(strings.TrimSuffix(base, filepath.Ext(base)), placeFile, trustFile)
	dir, trust := filepath.Dir(path), trustFolder
	for range 3 {
		name := filepath.Base(dir)
		if name == "." || name == string(filepath.Separator) || name == dir {
			break
		}
		clues = append(clues, cluesIn(read.TrimArchive(name), placeFolder, trust)...)
		dir, trust = filepath.Dir(dir), trust-0.1
	}
	return clues
}

// sheetText is a cell of text outside the tables of the form: a title, a blank to fill in, a
// paragraph.
type sheetText struct {
	row, col int
	text     string
	next     string // text of the cell to its right
	isFirst  bool   // no text stands before it in its row
	running  bool   // a paragraph
	words    *vocabulary
	read     bool
	says     []clue // cached by clues
}

const (
	longestTitle = 60 // characters
	maxTexts     = 400
)

// clues returns the clues in a sheetText.
func (n *sheetText) clues() []clue {
	if !n.read {
		n.says, n.read = n.words.cluesOf(n), true
	}
	return n.says
}

func (n *sheetText) readClues() []clue {
	before, clues, isFilled := n.fieldClues()
	if clues != nil {
		if before != "" {
			rest := sheetText{text: before}
			clues = append(clues, rest.readClues()...)
		}
		return clues
	}
	text := squeeze(n.text)
	length := len([]rune(text))
	if length > longestTitle {
		return periodClues(text)
	}
	if n.isTitle() {
		return cluesIn(n.text, placeTitle, trustTitle)
	}
	if !isFilled {
		if clues := n.sealOf(); clues != nil {
			return clues
		}
		if clues := n.unknownField(); clues != nil {
			return clues
		}
	}
	if b, ok := parseBody(text); ok && (b.region != "" || b.agency != b.unit) {
		return []clue{{body: b, place: placeTitle, detail: n.text, trust: trustLine}}
	}
	return periodClues(text)
}

// isTitle reports whether a sheetText is the title of a report.
func (n *sheetText) isTitle() bool {
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

// periodClues reads the year from running text: the period that the figures cover, or a
// sentence that mentions one year.
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

// evidence turns a clue into evidence that the report keeps.
func (c *clue) evidence(field, value string, chosen bool) form.Evidence {
	detail := strings.TrimSpace(c.detail)
	if runes := []rune(detail); len(runes) > longestTitle {
		detail = string(runes[:longestTitle]) + "…"
	}
	return form.Evidence{Field: field, Value: value, Place: c.place, Detail: detail, Confidence: c.trust, Chosen: chosen}
}
