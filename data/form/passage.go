package form

import "strings"

// Heading returns the official heading of the passage's section.
func (p Passage) Heading() string {
	switch p.Section {
	case "一":
		return "一、总体情况"
	case "五":
		return "五、存在的主要问题及改进情况"
	case "六":
		return "六、其他需要报告的事项"
	}
	return p.Section
}

// IsBehindTables reports whether the section comes after the tables.
func (p Passage) IsBehindTables() bool { return p.Section == "五" || p.Section == "六" }

// Paragraph is one line of a passage.
type Paragraph struct {
	Text     string
	IsQuoted bool // quoted by the finding
}

// Paragraphs splits the passage into its lines and marks those the finding is
// about: the one it quotes, or all if the whole text repeats another.
func (p Passage) Paragraphs(f Finding) []Paragraph {
	quoted := lettersAndDigits(foldText(f.Text))
	var list []Paragraph
	for _, line := range strings.Split(p.Text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, Paragraph{line, f.IsOfText() && (f.Rule == RuleLookAlike || overlap(lettersAndDigits(foldText(line)), quoted))})
		}
	}
	return list
}

// overlap reports whether one text contains the other. A quoted sentence can be longer
// than a line: without a full stop it continues in the next one.
func overlap(a, b string) bool {
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// IsOfText reports whether the finding is about the text of the report.
func (f Finding) IsOfText() bool {
	return f.Rule == RuleNarrative || f.Rule == RuleLookAlike && f.Key.Table == ""
}
