package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/uitest"
)

func TestAnotherDatabaseOpensInTheWindowAndIsRemembered(t *testing.T) {
	d := openStartup(t)
	first := d.store.Path()
	other := filepath.Join(t.TempDir(), "另一个.duckdb")
	d.shell.openDatabase(other)
	t.Cleanup(func() { d.closeStore() })
	if d.store.Path() != other || d.shell.inventory.reports != 0 || !strings.HasPrefix(d.window.Title(), "另一个.duckdb") {
		t.Fatalf("%s with %d reports is open, the title is %s", d.store.Path(), d.shell.inventory.reports, d.window.Title())
	}
	if recent := d.shell.recent(); len(recent) != 2 || recent[0] != other || recent[1] != first {
		t.Errorf("the recent databases are %v", recent)
	}
	d.shell.openDatabase(first)
	if d.shell.inventory.reports != uitest.SampleReports {
		t.Errorf("back in the first one there are %d reports", d.shell.inventory.reports)
	}
}

func TestAFileThatIsNoDatabaseLeavesTheWindowAsItIs(t *testing.T) {
	d := openStartup(t)
	first := d.store.Path()
	other := uitest.Write(t, filepath.Join(t.TempDir(), "其他.duckdb"), []byte("not a database"))
	d.shell.openDatabase(other)
	if d.store.Path() != first || d.shell.retired || !d.shell.isAsking() {
		t.Errorf("%s is open, a message is shown: %v", d.store.Path(), d.shell.isAsking())
	}
	if content, err := os.ReadFile(other); err != nil || string(content) != "not a database" {
		t.Errorf("the file is now %q", content)
	}
}

func TestADatabaseIsSavedUnderAnotherNameAndTheWindowGoesOnThere(t *testing.T) {
	d := openStartup(t)
	other := filepath.Join(t.TempDir(), "副本.duckdb")
	d.shell.copyDatabaseTo(other)
	if d.store.Path() != other || d.shell.inventory.reports != uitest.SampleReports {
		t.Errorf("%s with %d reports is open", d.store.Path(), d.shell.inventory.reports)
	}
}

func TestTheStartShowsTheRegionAndYearThatAreSet(t *testing.T) {
	d := openStartup(t)
	s := d.shell
	to := s.settings()
	to.region, to.year = yinghai().Region, latestYear
	last := s.inventory.years[len(s.inventory.years)-1].Year
	s.applySettings(to)
	if s.state.choice.Query.FromYear != 0 {
		t.Error("the settings filter before the next start")
	}
	d.shell.retire()
	d.fill(d.store)
	q := d.shell.state.choice.Query
	if q.FromYear != last || q.ToYear != last || len(q.Regions) != 1 || q.Regions[0] != to.region {
		t.Errorf("the start shows %d to %d of %v", q.FromYear, q.ToYear, q.Regions)
	}
}

func TestTheDefinitionsNameEveryMetricAndRule(t *testing.T) {
	s := openSampleShell(t)
	s.showDefinitions()
	shown := map[string]bool{}
	for _, o := range test.LaidOutObjects(s.topModal().content) {
		switch o := o.(type) {
		case *control.Text:
			shown[o.Text()] = true
		case *control.Paragraph:
			shown[o.Text()] = true
		}
	}
	for _, m := range form.Metrics() {
		if !shown[s.say.Say(m.Name)] || !shown[s.say.Say(m.Definition)] {
			t.Errorf("%s is not defined", s.say.Say(m.Name))
		}
	}
	for _, r := range form.Rules() {
		if !shown[s.say.Say(r.Name)] || !shown[s.say.Say(r.Meaning)] {
			t.Errorf("%s is not defined", s.say.Say(r.Name))
		}
	}
}
