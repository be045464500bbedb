package present

import (
	"slices"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/words"
)

// SeverityName names a severity.
func SeverityName(s form.Severity) words.Word {
	switch s {
	case form.SeverityError:
		return words.SeverityError
	case form.SeverityWarning:
		return words.SeverityWarning
	}
	return words.SeverityHint
}

// Shows reports whether the list of findings shows a finding.
func (c Choice) Shows(f data.Found) bool {
	return c.HasSeverity(f) && c.HasRule(f) && c.HasYear(f) && c.HasImportance(f)
}

// HasImportance reports whether a finding is a problem: neither a hint nor ignored, unless the user
// chose to see those too.
func (c Choice) HasImportance(f data.Found) bool {
	if c.AllFindings {
		return true
	}
	return f.Decision != data.Ignored && (f.Severity != form.SeverityHint || len(c.Severities) > 0)
}

// HasSeverity reports whether the chosen severities include that of a finding.
func (c Choice) HasSeverity(f data.Found) bool {
	return len(c.Severities) == 0 || slices.Contains(c.Severities, f.Severity)
}

// HasRule reports whether the chosen rules include that of a finding.
func (c Choice) HasRule(f data.Found) bool {
	return len(c.Rules) == 0 || slices.Contains(c.Rules, f.Rule)
}

// HasYear reports whether the chosen years include that of a finding.
func (c Choice) HasYear(f data.Found) bool {
	return len(c.FindingYears) == 0 || slices.Contains(c.FindingYears, f.Year)
}

// RuleName names a rule; it is the id if there is no such rule.
func RuleName(id form.RuleID, say words.Language) string {
	r, ok := form.RuleByID(id)
	if !ok {
		return string(id)
	}
	return say.Say(r.Name)
}

// RuleMeaning explains what a rule requires; "" if there is no such rule.
func RuleMeaning(id form.RuleID, say words.Language) string {
	r, _ := form.RuleByID(id)
	return say.Say(r.Meaning)
}

// findingText describes a finding in one line.
func findingText(f data.Found, say words.Language) string { return f.Message(say) }

// RepairText proposes in a few words how to repair a finding: the likeliest way.
func RepairText(f data.Found, repairs []form.Repair, say words.Language) string {
	switch {
	case form.IsTied(repairs):
		return say.Say(words.RepairTiedShort, repairs[0].Message(say))
	case len(repairs) > 0:
		return repairs[0].Message(say)
	case f.Verdict == form.Fail && !f.Across:
		return say.Say(words.RepairNone)
	}
	return ""
}

// DecisionName names the user's decision on a finding.
func DecisionName(d data.Decision) words.Word {
	switch d {
	case data.Confirmed:
		return words.DecisionConfirmed
	case data.Ignored:
		return words.DecisionIgnored
	}
	return words.DecisionPending
}
