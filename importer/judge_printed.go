package importer

import (
	"nianbao/data/form"
	"nianbao/importer/read"
)

// vagueFigures are figures of a report of which the file does not say for certain
// what they are, because of how it is printed.
type vagueFigures map[form.Key]read.Vagueness

// settle lets arithmetic judge vague figures. One that is in a column by the gaps
// in the text alone is taken unless an identity with it fails; one whose digits are
// doubtful is taken only if there is an identity with it and all of them hold. The
// others are left out and asked about.
func (v vagueFigures) settle(r *form.Report) []Question {
	if len(v) == 0 {
		return nil
	}
	holds, fails := map[form.Key]bool{}, map[form.Key]bool{}
	for _, j := range r.Judge() {
		to := fails
		switch j.Verdict {
		case form.NotJudged:
			continue
		case form.Pass, form.PassWithBlanks:
			to = holds
		}
		for _, side := range [][]form.Key{j.Left, j.Right} {
			for _, k := range side {
				to[k] = true
			}
		}
	}
	var questions []Question
	kept := r.Figures[:0]
	for _, f := range r.Figures {
		why, isVague := v[f.Key]
		if !isVague || !fails[f.Key] && (why == read.Spaced || holds[f.Key]) {
			kept = append(kept, f)
			continue
		}
		questions = append(questions, Question{Kind: AskPrinted, Key: f.Key, Found: []string{f.Raw}, Source: f.Source})
		r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleAmbiguous, Key: f.Key, Text: f.Raw, Source: f.Source})
	}
	r.Figures = kept
	return questions
}
