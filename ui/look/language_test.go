package look

import (
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/words"
)

func TestFyneSwitchesLanguageAndBack(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		language   words.Language
		save, name string
	}{{words.Chinese, "保存", "名称"}, {words.English, "Save", "Name"}, {words.Chinese, "保存", "名称"}} {
		if err := SetLanguage(c.language); err != nil {
			t.Fatal(err)
		}
		if got := lang.L("Save"); got != c.save {
			t.Errorf("%s: Save is %q, want %q", c.language.Name(), got, c.save)
		}
		if got := lang.X("file.name", "Name"); got != c.name {
			t.Errorf("%s: file.name is %q, want %q", c.language.Name(), got, c.name)
		}
	}
}
