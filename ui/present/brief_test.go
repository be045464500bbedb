package present

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/uitest"
	"nianbao/ui/words"
)

// sampleFacts are the reports of the invented district for two years.
func sampleFacts(t *testing.T) BriefFacts {
	t.Helper()
	f, err := readBriefFacts(t.Context(), uitest.SampleStore(t), BriefRequest{Query: data.Query{Regions: []string{sampleDistrict}}, Year: 2024})
	if err != nil || len(f.Now) != 8 || len(f.Before) != 8 {
		t.Fatalf("%d and %d reports (%v)", len(f.Now), len(f.Before), err)
	}
	return f
}

// numbersOf are the figures of a report that are numbers. A group whose parts are printed
// has their sum.
func numbersOf(r *form.Report) map[form.Key]int64 {
	numbers := map[form.Key]int64{}
	for _, f := range r.Figures {
		if f.Status != form.StatusNumber && f.Status != form.StatusNoted {
			continue
		}
		numbers[f.Key] += f.Value.Int()
		for _, group := range []string{"refused", "unavailable", "not-processed"} {
			if strings.HasPrefix(f.Item, group+"-") {
				numbers[form.Key{Table: f.Table, Item: group, Column: f.Column}] += f.Value.Int()
			}
		}
	}
	return numbers
}

// plainSum adds up one metric of one report with no code of the program: ok only if each
// figure has a number.
func plainSum(numbers map[form.Key]int64, sums [][]form.SignedKey) (out []int64, ok bool) {
	for _, terms := range sums {
		n := int64(0)
		for _, term := range terms {
			number, known := numbers[term.Key]
			if !known {
				return nil, false
			}
			if term.Minus {
				number = -number
			}
			n += number
		}
		out = append(out, n)
	}
	return out, true
}

// plainFacts are the sums of a metric over all reports, over those of both years, and over
// the same bodies the year before.
type plainFacts struct {
	all, same, before  []int64
	bodies, sameBodies int
	of, was            map[data.Body]int64
}

func plainly(f BriefFacts, sums [][]form.SignedKey, numbers func(*form.Report) map[form.Key]int64) plainFacts {
	p := plainFacts{all: make([]int64, 2), same: make([]int64, 2), before: make([]int64, 2), of: map[data.Body]int64{}, was: map[data.Body]int64{}}
	for i := range f.Now {
		now, ok := plainSum(numbers(&f.Now[i]), sums)
		if !ok {
			continue
		}
		body := data.Body{Region: f.Now[i].Region, Unit: f.Now[i].Unit}
		p.bodies++
		p.of[body] = now[0]
		for j, n := range now {
			p.all[j] += n
		}
		for k := range f.Before {
			if f.Before[k].Unit != body.Unit || f.Before[k].Region != body.Region || f.Before[k].Edition != f.Now[i].Edition {
				continue
			}
			if was, ok := plainSum(numbers(&f.Before[k]), sums); ok {
				p.sameBodies++
				p.was[body] = was[0]
				for j := range was {
					p.before[j], p.same[j] = p.before[j]+was[j], p.same[j]+now[j]
				}
			}
		}
	}
	return p
}

// grouped writes a number with commas, for the test alone.
func grouped(n int64) string {
	digits := fmt.Sprint(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

func percent(part, whole float64) string { return fmt.Sprintf("%.1f%%", 100*part/whole) }

// wants are the numbers, as text and in order, that a clause must show, computed from the
// figures alone; ok is false if the clause must not be there.
func wants(f BriefFacts, p plainFacts, c Clause) (list []string, ok bool) {
	switch c.Rule {
	case RuleReported:
		return []string{fmt.Sprint(f.Year), fmt.Sprint(f.Expected), fmt.Sprint(f.Expected - len(f.Missing))}, true
	case RuleMissing:
		return []string{fmt.Sprint(len(f.Missing)), f.Missing[0].Unit}, len(f.Missing) > 0
	case RuleLevel:
		return []string{grouped(p.all[0]) + "件", fmt.Sprint(p.bodies) + "个"}, p.bodies > 0
	case RuleChange:
		from, to := p.before[0], p.same[0]
		switch {
		case to == from:
			list = []string{fmt.Sprint(p.sameBodies), "持平", grouped(to)}
		case to > from:
			list = []string{fmt.Sprint(p.sameBodies), grouped(from), "增至" + grouped(to), "增加" + grouped(to-from), "增长" + percent(float64(to-from), float64(from))}
		default:
			list = []string{fmt.Sprint(p.sameBodies), grouped(from), "减至" + grouped(to), "减少" + grouped(from-to), "下降" + percent(float64(from-to), float64(from))}
		}
		return list, from >= 10
	case RuleNewcomers:
		return []string{fmt.Sprint(p.bodies-p.sameBodies) + "个", grouped(p.all[0] - p.same[0])}, p.bodies > p.sameBodies && p.before[0] >= 10
	case RuleRate:
		return []string{percent(float64(p.all[0]), float64(p.all[1])), grouped(p.all[0]) + "/" + grouped(p.all[1]), fmt.Sprint(p.bodies)}, p.all[1] >= 30
	case RuleRateChange:
		was, is := float64(p.before[0])/float64(p.before[1]), float64(p.same[0])/float64(p.same[1])
		way := "提高"
		if is < was {
			way = "降低"
		}
		return []string{way + fmt.Sprintf("%.1f", 100*math.Abs(is-was)), grouped(p.before[0]) + "/" + grouped(p.before[1]), grouped(p.same[0]) + "/" + grouped(p.same[1])}, p.before[1] >= 30 && p.same[1] >= 30
	case RuleTop:
		var values []int64
		for _, n := range p.of {
			values = append(values, n)
		}
		slices.Sort(values)
		slices.Reverse(values)
		for i, b := range c.Bodies {
			if p.of[b] != values[i] {
				return nil, false
			}
			list = append(list, b.Unit+"（"+grouped(values[i]))
		}
		first := values[0] + values[1] + values[2]
		return append(list, percent(float64(first), float64(p.all[0])), grouped(first)+"/"+grouped(p.all[0])), len(values) >= 5 && p.all[0] >= 30 && values[2] > values[3]
	case RuleBodyChange:
		was, now := p.was[c.Bodies[0]], p.of[c.Bodies[0]]
		list = []string{c.Bodies[0].Unit, grouped(was), grouped(now)}
		return list, was >= 10 && max(was, now) >= 30 && (now >= 2*was || 2*now <= was)
	case RuleBroken:
		for i := range f.Now {
			if f.Now[i].Unit == c.Bodies[0].Unit {
				n := brokenIdentities(&f.Now[i])
				return []string{c.Bodies[0].Unit, fmt.Sprint(n) + "处"}, n > 0
			}
		}
	}
	return nil, false
}

// brokenIdentities counts the identities of edition 2021 that fail although all their
// parts are numbers.
func brokenIdentities(r *form.Report) (n int) {
	for _, id := range form.EditionByID(r.Edition).Identities(r.OneRowOther()) {
		var left, right form.Number
		whole := true
		for side, keys := range [][]form.Key{id.Left, id.Right} {
			for _, k := range keys {
				f := r.Figure(k)
				if f == nil || f.Status != form.StatusNumber && f.Status != form.StatusNoted {
					whole = false
					continue
				}
				if side == 0 {
					left += f.Value
				} else {
					right += f.Value
				}
			}
		}
		if whole && left != right {
			n++
		}
	}
	return n
}

// holdsInOrder reports whether a text has all of some parts, one after another.
func holdsInOrder(text string, parts []string) bool {
	for _, part := range parts {
		at := strings.Index(text, part)
		if at < 0 {
			return false
		}
		text = text[at+len(part):]
	}
	return true
}

// shaken changes a few random figures of both years.
func shaken(random *rand.Rand, f BriefFacts) BriefFacts {
	copied := func(list []form.Report) (out []form.Report) {
		for _, r := range list {
			r.Figures = slices.Clone(r.Figures)
			out = append(out, r)
		}
		return out
	}
	f.Now, f.Before = copied(f.Now), copied(f.Before)
	keys := briefKeys(nil)
	keys = append(keys, form.Key{Table: form.ReviewTable, Item: "reconsideration", Column: "total"}, form.Key{Table: form.ApplicationsTable, Item: "granted", Column: "total"})
	for range 1 + random.IntN(30) {
		list := [][]form.Report{f.Now, f.Before}[random.IntN(2)]
		if len(list) == 0 {
			continue
		}
		figure := list[random.IntN(len(list))].Figure(keys[random.IntN(len(keys))])
		switch {
		case figure == nil:
		case random.IntN(6) == 0:
			figure.Status, figure.Value = form.StatusBlank, 0
		case random.IntN(6) == 0:
			figure.Status, figure.Value, figure.Raw = form.StatusText, 0, "约80"
		default:
			figure.Status, figure.Value = form.StatusNumber, form.Count(random.Int64N([]int64{1, 12, 200, 20_000}[random.IntN(4)]))
		}
	}
	if random.IntN(3) == 0 {
		f.Before = f.Before[random.IntN(len(f.Before)+1):]
	}
	if random.IntN(3) == 0 {
		gone := f.Now[len(f.Now)-1]
		f.Now, f.Missing = f.Now[:len(f.Now)-1], []data.Body{{Region: gone.Region, Unit: gone.Unit}}
	}
	return f
}

func TestEachClauseOfABriefingFollowsFromTheFiguresOrIsOmitted(t *testing.T) {
	facts := sampleFacts(t)
	random := rand.New(rand.NewPCG(7, 8))
	seen := map[BriefRule]int{}
	for round := range 1000 {
		f := shaken(random, facts)
		said, plain := map[string]bool{}, map[string]plainFacts{}
		read := map[*form.Report]map[form.Key]int64{}
		numbers := func(r *form.Report) map[form.Key]int64 {
			if read[r] == nil {
				read[r] = numbersOf(r)
			}
			return read[r]
		}
		of := func(metric string) plainFacts {
			if _, known := plain[metric]; !known {
				plain[metric] = plainly(f, briefMetricOf(metric).sums, numbers)
			}
			return plain[metric]
		}
		for _, s := range BriefSections(f, words.Language(form.Chinese)) {
			for _, c := range slices.Concat(s.Sentences...) {
				seen[c.Rule]++
				said[string(c.Rule)+c.Metric] = true
				if list, ok := wants(f, of(c.Metric), c); !ok || !holdsInOrder(c.Text, list) {
					t.Fatalf("round %d: “%s” (%s %s) must say %q: %v", round, c.Text, c.Rule, c.Metric, list, ok)
				}
			}
		}
		for _, id := range []string{"received", "licence", "penalty", "coercion"} {
			for _, rule := range []BriefRule{RuleLevel, RuleChange, RuleNewcomers} {
				if _, must := wants(f, of(id), Clause{Rule: rule, Metric: id}); must != said[string(rule)+id] {
					t.Fatalf("round %d: the clause %s of %s is there: %v", round, rule, id, !must)
				}
			}
		}
		for _, id := range []string{"completion-rate", "disclosure-rate", "refusal-rate", "natural-person-share", "reconsideration-correction"} {
			if _, must := wants(f, of(id), Clause{Rule: RuleRate, Metric: id}); must != said[string(RuleRate)+id] {
				t.Fatalf("round %d: the rate %s is there: %v", round, id, !must)
			}
		}
	}
	for _, rule := range []BriefRule{RuleReported, RuleMissing, RuleLevel, RuleChange, RuleNewcomers, RuleRate, RuleRateChange, RuleTop, RuleBodyChange, RuleBroken} {
		if seen[rule] == 0 {
			t.Errorf("no clause of the rule %s was tried", rule)
		}
	}
}

func TestABriefingMakesNoComparisonAcrossASeam(t *testing.T) {
	store := uitest.SampleStore(t)
	f, err := readBriefFacts(t.Context(), store, BriefRequest{Query: data.Query{Regions: []string{sampleDistrict}}, Year: 2021})
	if err != nil || len(f.Before) == 0 {
		t.Fatal(len(f.Before), err)
	}
	m := briefMetric{id: "x", sums: [][]form.SignedKey{{{Key: form.Key{Table: "rules", Item: "normative-document", Column: "issued"}}}}}
	b := briefWriter{facts: f, now: briefReports(f.Now), before: map[data.Body]*briefReport{}, noted: map[string]bool{}}
	was := briefReports(f.Before)
	for i := range was {
		b.before[was[i].body] = &was[i]
	}
	if p := m.pair(b.now, b.before); p.all.bodies == 0 || p.same.bodies != 0 {
		t.Errorf("%d bodies have the figure, %d are compared across editions", p.all.bodies, p.same.bodies)
	}
}

func TestABriefingDocumentHasFootnotesChartsAndSources(t *testing.T) {
	store := districtStore(t)
	for _, say := range []words.Language{form.Chinese, form.English} {
		var b bytes.Buffer
		if err := WriteBrief(t.Context(), store, BriefRequest{Query: data.Query{Regions: []string{sampleDistrict}}, Language: say}, &b); err != nil {
			t.Fatal(err)
		}
		parts := zipParts(t, b.Bytes())
		text := string(parts["word/document.xml"])
		for _, want := range []string{say.Say(words.BriefSources), say.Say(words.BriefMethod), "328", "332", "东篱镇", `r:embed="picture3"`, `w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"`} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the document lacks %q", say, want)
			}
		}
		if n := strings.Count(string(parts["word/footnotes.xml"]), "<w:footnoteRef/>"); n < 10 || n != strings.Count(text, "<w:footnoteReference ") {
			t.Errorf("%s: %d footnotes", say, n)
		}
	}
}
