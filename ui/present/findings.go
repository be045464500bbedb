package present

import (
	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
	"slices"
)

func SeverityName(s form.Severity) words.Word {
	switch s {
	case form.SeverityError:
		return words.SeverityError
	case form.SeverityWarning:
		return words.SeverityWarning
	}
	return words.SeverityHint
}

// Shows tells whether the list shows a finding.
func (c Choice) Shows(f data.Found) bool {
	return c.HasSeverity(f) && c.HasRule(f) && c.HasYear(f) && c.HasWeight(f)
}

// HasWeight leaves out, where only problems are asked for, what was set aside, and hints
// unless it is hints that are asked for.
func (c Choice) HasWeight(f data.Found) bool {
	if c.AllFindings {
		return true
	}
	return f.Decision != data.Ignored && (f.Severity != form.SeverityHint || len(c.Severities) > 0)
}

func (c Choice) HasSeverity(f data.Found) bool {
	return len(c.Severities) == 0 || slices.Contains(c.Severities, f.Severity)
}

func (c Choice) HasRule(f data.Found) bool {
	return len(c.Rules) == 0 || slices.Contains(c.Rules, f.Rule)
}

func (c Choice) HasYear(f data.Found) bool {
	return len(c.FindingYears) == 0 || slices.Contains(c.FindingYears, f.Year)
}

func RuleName(id form.RuleID, say words.Language) string {
	r, ok := form.RuleByID(id)
	if !ok {
		return string(id)
	}
	return say.Say(r.Name)
}

func RuleMeaning(id form.RuleID, say words.Language) string {
	r, _ := form.RuleByID(id)
	return say.Say(r.Meaning)
}

// findingText is what a finding says in one line.
func findingText(f data.Found, say words.Language) string { return f.Message(say) }
