package grid

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/ui/look"
)

func TestTitlesBreakEvenlyBetweenWords(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	for _, c := range []struct {
		text string
		room float64
		want []string
	}{
		{"予以公开", 60, []string{"予以公开"}},
		{"办理结果总计", 62, []string{"办理结", "果总计"}},
		{"", 60, []string{""}},
		{"本年新收政府信息公开申请数量", 84, []string{"本年新收政府信", "息公开申请数量"}},
		{"其他法律行政法规禁止公开，", 60, []string{"其他法律行", "政法规禁止", "公开，"}},
		{"carried forward to next year", 60, []string{"carried", "forward", "to next …"}},
		{"公开", 5, []string{"…", "…"}},
	} {
		if got := breakTitle(c.text, c.room, 12); !slices.Equal(got, c.want) {
			t.Errorf("%q in %v points breaks into %q, want %q", c.text, c.room, got, c.want)
		}
	}
}
