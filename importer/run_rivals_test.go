package importer

import "testing"

func TestFileNamesTellWhichVersionIsTheLatest(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  int
		word  string
	}{
		{[]string{"石桥镇初稿.xlsx", "石桥镇定稿.xlsx", "石桥镇修改稿.xlsx"}, 1, "定稿"},
		{[]string{"石桥镇初稿.xlsx", "石桥镇（更正）.xlsx", "石桥镇.xlsx"}, 1, "更正"},
		{[]string{"石桥镇.xlsx", "石桥镇草稿.xlsx"}, 0, ""},
		{[]string{"石桥镇初稿.xlsx", "石桥镇草稿.xlsx"}, -1, ""},
		{[]string{"石桥镇.xlsx", "石桥镇(1).xlsx"}, -1, ""},
		{[]string{"石桥镇.xlsx", "石桥镇(1).xlsx", "石桥镇终稿.xlsx"}, 2, "终稿"},
	} {
		if at, word := LikeliestVersion(c.names); at != c.want || word != c.word {
			t.Errorf("%v: %d by %q, want %d by %q", c.names, at, word, c.want, c.word)
		}
	}
}
