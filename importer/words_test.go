package importer

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func TestEveryReadErrorHasItsOwnWordsInBothLanguages(t *testing.T) {
	seen := map[string]string{}
	check := func(err error, name string) {
		for _, lang := range form.Languages() {
			words := explain(fmt.Errorf("read x: %w", err), lang)
			if other, twice := seen[words]; twice {
				t.Errorf("%s and %s are both %q", name, other, words)
			}
			seen[words] = name
			if strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Han, r) }) == (lang == "en") {
				t.Errorf("%s in %s: %q", name, lang, words)
			}
			if strings.Contains(words, "\n") {
				t.Errorf("%s takes more than a line: %q", name, words)
			}
		}
	}
	for kind := read.UnknownFormat; kind <= read.OurFault; kind++ {
		if kind != read.Damaged && kind != read.TooLarge {
			check(&read.ReadError{Kind: kind}, fmt.Sprintf("kind %d", kind))
		}
	}
	for reason := read.ReasonNone; reason <= read.ReasonDepth; reason++ {
		if reason != read.ReasonMalformed { // it has the words of ReasonNone
			check(&read.ReadError{Kind: read.Damaged, Reason: reason}, fmt.Sprintf("reason %d", reason))
		}
	}
}

func TestMessagesNameTheFileSheetAndCell(t *testing.T) {
	err := &read.ReadError{Kind: read.Damaged, Reason: read.ReasonStringIndex, Part: "xl/worksheets/sheet1.xml", Sheet: "瀛海镇", Cell: "H23"}
	if got, want := explain(err, "zh"), "文件已损坏：引用的文本不存在（工作表“瀛海镇”，单元格 H23）；请用 Excel 或 WPS 打开检查并另存，或请报送单位重新发送"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// explain puts an error of this package into words, as the program does.
func explain(err error, lang form.Language) string {
	var known interface{ Explain(form.Language) string }
	if errors.As(err, &known) {
		return known.Explain(lang)
	}
	return ""
}
