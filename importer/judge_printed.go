package importer

import (
	"strconv"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// vagueFigures are figures of a report that are uncertain because of how the file is
// printed.
type vagueFigures map[form.Key]read.Vagueness

// enoughSums is the number of sums that prove that the columns of a table without ruling lines
// were found.
const enoughSums = 5

// decide uses arithmetic to judge vague figures. A figure is taken if there is a sum with
// it and all such sums hold. One that is vague only because its table has no ruling lines
// is also taken if enough sums hold in that table and none fails. The others are left out
// and asked about.
func (v vagueFigures) decide(r *form.Report) (questions []Question) {
	if len(v) == 0 {
		return nil
	}
	holds, fails := v.judge(r)
	proven := len(fails) == 0 && len(holds) >= enoughSums
	var spaced []form.Figure
	kept := r.Figures[:0]
	for _, f := range r.Figures {
		why, isVague := v[f.Key]
		switch {
		case !isVague, !fails[f.Key] && (holds[f.Key] || why == read.Spaced && proven):
			kept = append(kept, f)
			continue
		case why == read.Spaced:
			spaced = append(spaced, f)
			continue
		}
		questions = append(questions, Question{Kind: AskPrinted, Key: f.Key, Found: []string{f.Raw}, Source: f.Source})
		r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleAmbiguous, Key: f.Key, Text: f.Raw, Source: f.Source})
	}
	r.Figures = kept
	if len(spaced) > 0 {
		questions = append(questions, Question{Kind: AskSpaced, Key: form.Key{Table: spaced[0].Table}, Found: []string{strconv.Itoa(len(spaced))}, Source: spaced[0].Source})
		r.Remarks = append(r.Remarks, form.Remark{Rule: form.RuleAmbiguous, Key: form.Key{Table: spaced[0].Table}, Text: spaced[0].Raw, Source: spaced[0].Source})
	}
	return questions
}

// judge returns the vague figures that occur in a sum that holds, and in one that fails.
func (v vagueFigures) judge(r *form.Report) (holds, fails map[form.Key]bool) {
	holds, fails = map[form.Key]bool{}, map[form.Key]bool{}
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
				if _, ok := v[k]; ok {
					to[k] = true
				}
			}
		}
	}
	return holds, fails
}
