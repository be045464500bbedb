package read

import "strings"

// textField is a field of a line of text.
type textField struct {
	text   string
	quoted bool
}

// splitNumbers detects lines in which commas between thousands were read as delimiters,
// because the numbers are not in quotes: such a line has more fields than the headings
// above it.
type splitNumbers struct {
	width int // number of fields of the widest heading so far
}

// cells returns the cells of a line. If commas between thousands make too many fields, it is
// uncertain which fields belong together, and the numbers of the line are in doubt.
func (s *splitNumbers) cells(fields []textField) []Cell {
	fields = withoutBlankEnd(fields)
	cells := make([]Cell, len(fields))
	for i, f := range fields {
		cells[i].Text = f.text
	}
	if s.takesHeading(fields) || s.width == 0 || len(fields) <= s.width {
		return cells
	}
	joints := jointsOf(fields)
	n := 0
	for _, is := range joints {
		if is {
			n++
		}
	}
	if n == 0 {
		return cells
	}
	if n == len(fields)-s.width {
		cells = joinedNumbers(fields, joints)
	}
	all := make([]string, len(fields))
	for i, f := range fields {
		all[i] = f.text
	}
	look := &Look{raw: strings.Join(all, ",") + "〔千分位逗号未加引号〕", doubt: true}
	for i := range cells {
		if text := Tidy(cells[i].Text); text != "" && IsDigit(text[0]) {
			cells[i].Look = look
		}
	}
	return cells
}

func withoutBlankEnd(fields []textField) []textField {
	for len(fields) > 0 && IsBlank(fields[len(fields)-1].text) {
		fields = fields[:len(fields)-1]
	}
	return fields
}

// takesHeading reports whether a line has texts and no number, and records its width.
func (s *splitNumbers) takesHeading(fields []textField) bool {
	texts := 0
	for _, f := range fields {
		switch text := Tidy(f.text); {
		case text == "":
		case IsDigit(text[0]) && !strings.HasSuffix(strings.TrimSuffix(text, "度"), "年"):
			return false
		default:
			texts++
		}
	}
	if texts < 2 {
		return false
	}
	s.width = max(s.width, len(fields))
	return true
}

// jointsOf returns for each field whether it can be the next three digits of the
// number in the field before it.
func jointsOf(fields []textField) []bool {
	joints := make([]bool, len(fields))
	for i := 1; i < len(fields); i++ {
		before := strings.TrimPrefix(strings.TrimSpace(fields[i-1].text), "-")
		digits, decimals, _ := strings.Cut(strings.TrimSpace(fields[i].text), ".")
		joints[i] = !fields[i].quoted && !fields[i-1].quoted && len(digits) == 3 && isDigits(digits+decimals) &&
			len(before) <= 3 && isDigits(before) && before != "" && (before[0] != '0' || joints[i-1])
	}
	return joints
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// joinedNumbers joins the fields of all numbers of a line.
func joinedNumbers(fields []textField, joints []bool) []Cell {
	var cells []Cell
	for i, f := range fields {
		if joints[i] {
			last := &cells[len(cells)-1]
			last.Text = strings.TrimSpace(last.Text) + "," + strings.TrimSpace(f.text)
			continue
		}
		cells = append(cells, Cell{Text: f.text})
	}
	return cells
}
