package form

import "testing"

func TestAPluralFollowsTheNumberBeforeIt(t *testing.T) {
	w := Both("%s：%d 份报告", "%s: %d {report is|reports are} 100%% {done|ready}")
	for n, want := range map[int]string{1: "x: 1 report is 100% done", 0: "x: 0 reports are 100% ready", 21: "x: 21 reports are 100% ready"} {
		if got := English.Say(w, "x", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := English.Say(Both("%s 行", "%s {row|rows}"), "1"); got != "1 row" {
		t.Errorf("a number that is already text: %q", got)
	}
	if got := English.Say(Both("{%s|%d}", "{%s|%d}"), "a", 2); got != "{a|2}" {
		t.Errorf("braces of another kind: %q", got)
	}
	if got := English.Say(Both("%s：%d 行", "%s: %d {row|rows}"), "{a|b}", 1); got != "{a|b}: 1 row" {
		t.Errorf("braces in a value: %q", got)
	}
}
