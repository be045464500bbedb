package cli

import (
	"slices"
	"testing"
)

func TestATypoSuggestsTheRightName(t *testing.T) {
	items := []string{"received", "carried-over", "granted", "refused", "outcome-total", "carried-forward"}
	for wrong, want := range map[string]string{
		"recieved": "received", "receivd": "received", "RECEIVED": "received", " received ": "received", "rreceived": "received",
		"applications/received/total": "received", "applications/recieved/total": "received", "grant": "granted", "total": "outcome-total",
	} {
		if got := nearest(wrong, items); len(got) == 0 || got[0] != want {
			t.Errorf("nearest to %q is %q, want %s", wrong, got, want)
		}
	}
	if got := nearest("东蓠镇", []string{"石桥镇", "东篱镇", "南浦街道"}); got[0] != "东篱镇" {
		t.Errorf("nearest to 东蓠镇 is %q", got)
	}
	if got := nearest("carried", items); !slices.Equal(got, []string{"carried-over", "carried-forward"}) {
		t.Errorf("both names that begin so are meant: %q", got)
	}
}

func TestAShortListIsShownInFullIfNoNameIsSimilar(t *testing.T) {
	short := []string{"years", "kinds"}
	if got := nearest("xxxxxxxx", short); !slices.Equal(got, short) {
		t.Errorf("of two names %q are told", got)
	}
	long := []string{"a1", "b22", "c333", "d4444", "e55555", "f666666", "g7777777", "h88888888", "i999999999"}
	if got := nearest("qqqqqqqqqqqqq", long); len(got) != fewNames {
		t.Errorf("of nine names %q are told", got)
	}
	if got := nearest("x", nil); len(got) != 0 {
		t.Errorf("of no names %q are told", got)
	}
}

func TestTheNearestYearIsTheClosestInTime(t *testing.T) {
	years := []int{2019, 2020, 2021, 2022, 2023, 2024}
	if got := nearestYears(2025, years); !slices.Equal(got, []string{"2024", "2023", "2022"}) {
		t.Errorf("nearest to 2025 are %q", got)
	}
	if got := nearestYears(1990, years); got[0] != "2019" {
		t.Errorf("nearest to 1990 are %q", got)
	}
}
