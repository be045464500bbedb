package read

import (
	"strings"
	"unicode/utf8"
)

// readCSV reads a text file: delimited lines as one sheet, lines without a
// delimiter as running text.
func readCSV(in *input) ([]Sheet, error) {
	if isBinary(in.content) {
		return nil, &ReadError{Kind: UnknownFormat}
	}
	text, err := decodeText(in.content, "")
	if err != nil {
		return nil, err
	}
	return readLines(strings.TrimRight(text, "\x1a"), in.opt)
}

// readLines reads decoded text.
func readLines(text string, opt Options) ([]Sheet, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	limits := opt.newBudget()
	if err := limits.takeText(len(text)); err != nil {
		return nil, err
	}
	delimiter, rest := delimiterOf(text)
	if delimiter == "" {
		return readProse(text, opt.newDocumentBudget())
	}
	p := fieldParser{text: rest, delimiter: delimiter}
	g := newGrid(limits)
	var split splitNumbers
	var fields []textField
	for row := 0; p.more(); row++ {
		if row >= maxGridRows {
			return nil, tooLarge(ReasonCells)
		}
		if fields = p.line(fields[:0]); len(fields) > maxTextColumns {
			return nil, tooLarge(ReasonCells)
		}
		var cells []Cell
		if delimiter == "," || delimiter == "，" {
			cells = split.cells(fields)
		} else {
			cells = plainCells(fields)
		}
		for col, c := range cells {
			if c.Text == "" && c.Look == nil {
				continue
			}
			if err := g.put(row, col, c); err != nil {
				return nil, err
			}
		}
	}
	rows, err := g.finish()
	if err == nil && len(rows) == 0 {
		err = &ReadError{Kind: Empty}
	}
	if err != nil {
		return nil, err
	}
	return []Sheet{{Rows: rows}}, nil
}

// readProse makes each line a paragraph.
func readProse(text string, limits *budget) ([]Sheet, error) {
	var blocks []block
	for line := range strings.Lines(text) {
		if err := limits.takeCells(1); err != nil {
			return nil, err
		}
		blocks = append(blocks, block{text: strings.TrimRight(line, "\r\n")})
	}
	return readDocument(blocks, limits)
}

func plainCells(fields []textField) []Cell {
	cells := make([]Cell, len(fields))
	for i, f := range fields {
		cells[i].Text = f.text
	}
	return cells
}

// fieldParser splits text into fields. As in spreadsheet programs, a quote within a field
// is an ordinary character, and so is one at its beginning that is never closed.
type fieldParser struct {
	text      string
	delimiter string
	noClosing bool // no quote from here on closes a field
}

func (p *fieldParser) more() bool { return p.text != "" }

// line appends the fields of the next line.
func (p *fieldParser) line(to []textField) []textField {
	for {
		quoted := strings.HasPrefix(p.text, `"`) || strings.HasPrefix(p.text, `="`)
		field, last := p.field()
		to = append(to, textField{asTyped(field), quoted})
		if last || len(to) > maxTextColumns {
			return to
		}
	}
}

// asTyped returns a field without the marks by which programs protect text that looks
// like a number from spreadsheet programs: ="39", '39, and tabs, which are blank anyway.
func asTyped(field string) string {
	if inner, ok := strings.CutPrefix(field, `="`); ok && strings.HasSuffix(inner, `"`) {
		return strings.TrimSuffix(inner, `"`)
	}
	if inner, ok := strings.CutPrefix(field, "'"); ok && inner != "" && IsDigit(inner[0]) {
		return inner
	}
	return field
}

// field returns the next field and whether it is the last of its line.
func (p *fieldParser) field() (field string, last bool) {
	if text := p.text; strings.HasPrefix(text, `="`) && !p.noClosing {
		p.text = text[1:]
		if _, closes := p.closingQuote(); !closes {
			p.text = text
		}
	}
	if strings.HasPrefix(p.text, `"`) && !p.noClosing {
		end, closes := p.closingQuote()
		if closes {
			field = strings.ReplaceAll(p.text[1:end], `""`, `"`)
			p.text = p.text[end+1:]
			return strings.ReplaceAll(field, "\r\n", "\n"), p.separator()
		}
		p.noClosing = end < 0
	}
	end := strings.IndexAny(p.text, "\r\n"+p.delimiter)
	if end < 0 {
		end = len(p.text)
	}
	field = p.text[:end]
	p.text = p.text[end:]
	return field, p.separator()
}

// separator skips the delimiter or line end after a field and reports whether the line
// ends.
func (p *fieldParser) separator() (last bool) {
	for _, ending := range []string{"\r\n", "\n", "\r"} {
		if rest, ok := strings.CutPrefix(p.text, ending); ok {
			p.text = rest
			return true
		}
	}
	if p.text == "" {
		return true
	}
	p.text = p.text[len(p.delimiter):]
	return false
}

// closingQuote returns the position of the quote that closes the field at the
// beginning of the text: one followed by a delimiter or the end of the line.
// Any other quote beyond the end of the line shows that this one was never
// meant to open a field. at is negative if there is no closing quote.
func (p *fieldParser) closingQuote() (at int, closes bool) {
	lines := false
	for i := 1; i < len(p.text); i++ {
		n := strings.IndexByte(p.text[i:], '"')
		if n < 0 {
			break
		}
		lines = lines || strings.ContainsAny(p.text[i:i+n], "\r\n")
		i += n
		switch after := p.text[i+1:]; {
		case after == "", after[0] == '\r', after[0] == '\n', strings.HasPrefix(after, p.delimiter):
			return i, true
		case after[0] == '"':
			i++
		case lines:
			return i, false
		}
	}
	return -1, false
}

// delimiterOf returns the delimiter of a text, "" if there is none, and the
// text without the line sep=, with which Excel declares one.
func delimiterOf(text string) (delimiter, rest string) {
	if hint, ok := strings.CutPrefix(text, "sep="); ok && hint != "" {
		_, n := utf8.DecodeRuneInString(hint)
		if after := hint[n:]; after == "" || after[0] == '\r' || after[0] == '\n' {
			return hint[:n], strings.TrimPrefix(strings.TrimPrefix(after, "\r"), "\n")
		}
	}
	best := 0
	for _, d := range []string{",", ";", "|", "，"} {
		if score := agreement(text, d); score > best {
			best, delimiter = score, d
		}
	}
	switch tabs := agreement(text, "\t"); {
	case delimiter != "" && padsWithTabs(text, delimiter):
		text = strings.ReplaceAll(text, "\t", "")
	case tabs > 0 && tabs >= best:
		delimiter = "\t"
	}
	return delimiter, text
}

// sampledLines is the number of lines that agreement examines.
const sampledLines = 200

// agreement counts the lines that have the delimiter as often as most lines do.
// A delimiter that is also punctuation has to occur in most lines.
func agreement(text, delimiter string) int {
	counts := map[int]int{}
	lines, with := 0, 0
	for line := range strings.Lines(text) {
		if IsBlank(line) {
			continue
		}
		if lines++; lines > sampledLines {
			break
		}
		if n := strings.Count(line, delimiter); n > 0 {
			counts[n]++
			with++
		}
	}
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	if delimiter == "\t" {
		return 4 * with
	}
	if 2*with < lines || delimiter == "，" && (lines < 3 || 5*most < 4*lines) {
		return 0
	}
	return most
}

// padsWithTabs reports whether all tabs of a text are at the beginning or end of fields
// that another delimiter separates: programs put them there so that spreadsheet programs
// take numbers for text.
func padsWithTabs(text, delimiter string) bool {
	lines, tabs := 0, 0
	for line := range strings.Lines(text) {
		if lines++; lines > sampledLines {
			break
		}
		line = strings.TrimRight(line, "\r\n")
		for i := range len(line) {
			if line[i] != '\t' {
				continue
			}
			tabs++
			before, after := strings.TrimRight(line[:i], "\t"), strings.TrimLeft(line[i:], "\t")
			ends := after == "" || after[0] == '"' || strings.HasPrefix(after, delimiter)
			starts := before == "" || before[len(before)-1] == '"' || strings.HasSuffix(before, delimiter)
			if !ends && !starts {
				return false
			}
		}
	}
	return tabs > 0
}
