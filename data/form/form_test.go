package form

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden outlines")

func TestEachEditionMatchesItsGoldenOutline(t *testing.T) {
	for _, e := range Editions() {
		golden := filepath.Join("testdata", "edition"+e.ID+".txt")
		got := outline(e)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("edition %s differs from %s; run with -update and read the difference", e.ID, golden)
		}
	}
}

func outline(e *Edition) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %d–%d\n", e.ID, e.Authority, e.FirstYear, e.LastYear)
	for _, t := range e.Tables {
		fmt.Fprintf(&b, "\n%s  %s\n", t.ID, t.Label)
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "  | %-16s %s %s [%s]\n", c.ID, c.Heading, c.Label, c.Unit)
		}
		for _, it := range t.Items {
			mark := map[bool]string{true: "+", false: " "}[it.IsGroup]
			fmt.Fprintf(&b, "  %s %-26s %s / %s\n", mark, it.ID, it.Heading, it.Label)
		}
	}
	for _, id := range e.Identities(false) {
		fmt.Fprintf(&b, "\n%s %s:", id.Rule, id.Key)
		for _, side := range [][]Key{id.Left, id.Right} {
			for _, k := range side {
				fmt.Fprintf(&b, " %s.%s", k.Item, k.Column)
			}
			b.WriteString(" =")
		}
	}
	return strings.TrimSuffix(strings.ReplaceAll(b.String(), " =\n", "\n"), " =") + "\n"
}

func TestTheEditionsHaveTheCountsOfTheStatutoryForm(t *testing.T) {
	for id, want := range map[string]struct{ figures, identities int }{"2019": {198, 40}, "2021": {200, 42}} {
		e := EditionByID(id)
		if got := len(e.Keys()); got != want.figures {
			t.Errorf("edition %s: %d figures, want %d", id, got, want.figures)
		}
		if got := len(e.Identities(false)); got != want.identities {
			t.Errorf("edition %s: %d identities, want %d", id, got, want.identities)
		}
	}
	if got := len(EditionByID("2021").Identities(true)); got != 40 {
		t.Errorf("one-row （六）: %d identities, want 40", got)
	}
}

func TestTheReportingYearDecidesTheEdition(t *testing.T) {
	for year, want := range map[int]string{2019: "2019", 2020: "2019", 2021: "2021", 2026: "2021"} {
		if got := EditionOf(year); got == nil || got.ID != want {
			t.Errorf("%d: not edition %s", year, want)
		}
	}
	if e := EditionOf(2018); e != nil {
		t.Errorf("2018 has no edition, got %s", e.ID)
	}
}

func TestOnlyFiguresWithTheSameMeaningAreComparableAcrossEditions(t *testing.T) {
	for k, want := range map[Key]bool{
		{"applications", "granted", "total"}:        true,
		{"applications", "other", "natural-person"}: true,
		{"applications", "other-other", "total"}:    false,
		{"review", "reconsideration", "corrected"}:  true,
		{"enforcement", "penalty", "decisions"}:     true,
		{"licensing", "licence", "decisions"}:       true,
		{"licensing", "other-service", "decisions"}: false,
		{"rules", "normative-document", "in-force"}: false,
		{"fees", "fee", "amount"}:                   false,
		{"procurement", "procurement", "amount"}:    false,
		{"enforcement", "penalty", "items-before"}:  false,
		{"applications", "no-such-item", "total"}:   false,
	} {
		if got := Comparable(k, "2019", "2021"); got != want {
			t.Errorf("%s: comparable %v, want %v", k, got, want)
		}
	}
}

func TestLabelsOfAGroupAreNeverConfused(t *testing.T) {
	for _, e := range Editions() {
		for _, table := range e.Tables {
			for _, group := range groupsOf(table) {
				for _, it := range group {
					for _, label := range append([]string{it.Label, it.Short}, it.Aliases...) {
						got, _, ok := MatchItem(Normalise(label), group)
						if !ok || got.ID != it.ID {
							t.Errorf("edition %s %s: %q means %q (%v), want %q", e.ID, table.ID, label, got.ID, ok, it.ID)
						}
					}
				}
			}
			for _, c := range table.Columns {
				for _, label := range append([]string{c.Label}, c.Aliases...) {
					got, _, ok := MatchColumn(Normalise(label), table.Columns)
					if !ok || got.ID != c.ID {
						t.Errorf("edition %s %s: column %q means %q (%v), want %q", e.ID, table.ID, label, got.ID, ok, c.ID)
					}
				}
			}
		}
	}
}

func groupsOf(table Table) map[string][]Item {
	groups := map[string][]Item{}
	for _, it := range table.Items {
		groups[it.Group] = append(groups[it.Group], it)
	}
	return groups
}
