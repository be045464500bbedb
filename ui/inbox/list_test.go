package inbox

import (
	"testing"

	"nianbao/ui/present"
	"nianbao/ui/tabular"
	"nianbao/ui/words"
)

// texts are the cells of the column of units, headings included.
func texts(l *List) (all []string) {
	for row := range l.Rows() {
		all = append(all, l.Cell(row, 1).Text)
	}
	return all
}

func listOf(groups ...present.ImportGroup) *List {
	l := NewList(words.Chinese)
	var lines []Line
	for i, g := range groups {
		lines = append(lines, Line{ID: i, Group: g, Unit: string(rune('甲' + i)), Year: 2023, Answerable: g.IsAsked()})
	}
	l.SetLines(lines, false)
	return l
}

func TestQuestionsComeFirstAndSettledGroupsAreCollapsed(t *testing.T) {
	l := listOf(present.NewLines, present.UnchangedLines, present.YearLines, present.NewLines)
	got := texts(l)
	want := []string{"▽ 年度待定  1", string(rune('甲' + 2)), "▽ 新报告  2", "甲", string(rune('甲' + 3)), "▷ 没有变化  1"}
	if len(got) != len(want) {
		t.Fatalf("the rows are %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func TestAHeadingCollapsesAndExpandsItsGroup(t *testing.T) {
	l := listOf(present.NewLines, present.UnchangedLines, present.NewLines)
	if !l.Fold(0) || l.Rows() != 2 {
		t.Fatalf("closed: %q", texts(l))
	}
	if !l.Fold(0) || l.Rows() != 4 || l.Fold(1) {
		t.Fatalf("opened: %q", texts(l))
	}
	if l.Open(1); l.Row(1) != 4 {
		t.Errorf("the unchanged line is in row %d: %q", l.Row(1), texts(l))
	}
}

func TestSelectingAHeadingMeansItsGroupAndTicksOverrideTheSelection(t *testing.T) {
	l := listOf(present.YearLines, present.NewLines, present.YearLines)
	if got := l.Chosen(0, 0); len(got) != 2 || got[0] != 0 || got[1] != 2 {
		t.Errorf("the heading stands for %v", got)
	}
	if got := l.Chosen(1, 3); len(got) != 2 {
		t.Errorf("the rows below it are %v", got)
	}
	if l.Tick(l.Row(1)) || l.Cell(l.Row(1), 0).Kind != tabular.Text {
		t.Error("a line that is not asked can be ticked")
	}
	if !l.Tick(l.Row(2)) || l.Cell(0, 0).Kind != tabular.Unticked {
		t.Error("with one of two lines ticked the heading is")
	}
	if got := l.Chosen(0, 0); len(got) != 1 || got[0] != 2 {
		t.Errorf("ticked are %v", got)
	}
	if l.Tick(0); len(l.Chosen(4, 4)) != 2 || l.Cell(0, 0).Kind != tabular.Ticked {
		t.Error("a tick on the heading does not tick the group")
	}
	if l.Tick(0); len(l.Chosen(4, 4)) != 1 {
		t.Error("a second tick does not remove them")
	}
}

func TestCandidatesForOneBodyAndYearAreListedTogether(t *testing.T) {
	l := NewList(words.Chinese)
	l.SetLines([]Line{{ID: 0, Group: present.RivalLines, Unit: "甲镇", Year: 2023}, {ID: 1, Group: present.RivalLines, Unit: "乙镇", Year: 2023},
		{ID: 2, Group: present.RivalLines, Unit: "甲镇", Year: 2023}}, false)
	if got := texts(l); got[1] != "甲镇" || got[2] != "甲镇" || got[3] != "乙镇" {
		t.Errorf("the rows are %q", got)
	}
}

func TestTheHeadingOfNewerVersionsCountsChangedFigures(t *testing.T) {
	l := NewList(words.Chinese)
	l.SetLines([]Line{{Group: present.NewerLines, Changed: 5}, {Group: present.NewerLines, Changed: 7}}, false)
	if got := l.Cell(0, 2).Text; got != "12 个数字不同" {
		t.Errorf("it says %q", got)
	}
}
