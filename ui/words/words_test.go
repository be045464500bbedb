package words

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"nianbao/data/form"
	"nianbao/ui/font"
)

func TestEveryTextIsInBothLanguagesWithTheSameVerbs(t *testing.T) {
	verb := regexp.MustCompile(`%[-+0-9.]*[a-z]`)
	all := everyWord(t)
	if len(all) < 100 {
		t.Fatalf("found only %d words", len(all))
	}
	for name, w := range all {
		if w.Chinese == "" || w.English == "" {
			t.Errorf("%s lacks a language: %q, %q", name, w.Chinese, w.English)
		}
		if zh, en := verb.FindAllString(w.Chinese, -1), verb.FindAllString(w.English, -1); !slices.Equal(zh, en) {
			t.Errorf("%s: verbs differ: %v in Chinese, %v in English", name, zh, en)
		}
	}
}

func TestTheEmbeddedFontHasEveryCharacterOfTheTexts(t *testing.T) {
	face, err := sfnt.Parse(font.Regular)
	if err != nil {
		t.Fatal(err)
	}
	for name, w := range everyWord(t) {
		for _, char := range w.Chinese + w.English {
			index, err := face.GlyphIndex(nil, char)
			if err != nil {
				t.Fatal(err)
			}
			if index == 0 && !unicode.IsSpace(char) {
				t.Errorf("%s: the font lacks %c (%U)", name, char, char)
			}
		}
	}
}

func TestFynesTranslationsAreJSONForEachLanguage(t *testing.T) {
	for l, want := range map[Language]string{Chinese: "取消", English: "Cancel"} {
		var bundle map[string]string
		if err := json.Unmarshal(Toolkit(l), &bundle); err != nil {
			t.Fatal(err)
		}
		if bundle["Cancel"] != want {
			t.Errorf("%s: Cancel is %q, want %q", l.Name(), bundle["Cancel"], want)
		}
	}
}

func TestAnUnknownTagMeansChinese(t *testing.T) {
	for tag, want := range map[string]Language{"": Chinese, "zh": Chinese, "en": English, "fr": Chinese} {
		if got := OfTag(tag); got != want {
			t.Errorf("tag %q gives %s, want %s", tag, got.Name(), want.Name())
		}
	}
}

// everyWord reads the words from the source, so that nobody has to keep a list of them.
func everyWord(t *testing.T) map[string]Word {
	t.Helper()
	all := map[string]Word{}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || name == "language.go" || name == "toolkit.go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, name := range spec.Names {
				all[name.Name] = literal(t, spec.Values[i])
			}
			return false
		})
	}
	for key, w := range toolkit() {
		all["toolkit "+key] = w
	}
	return all
}

func literal(t *testing.T, value ast.Expr) Word {
	t.Helper()
	var sides []string
	for _, e := range value.(*ast.CallExpr).Args {
		text, err := strconv.Unquote(e.(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		sides = append(sides, text)
	}
	if len(sides) != 2 {
		t.Fatalf("a word has %d sides, want 2: %v", len(sides), sides)
	}
	return form.Both(sides[0], sides[1])
}

func TestEveryPluralFollowsANumber(t *testing.T) {
	marker, verb := regexp.MustCompile(`\{[^{}|]*\|[^{}|]*\}`), regexp.MustCompile(`%[ds]`)
	found := 0
	for name, w := range everyWord(t) {
		for _, at := range marker.FindAllStringIndex(w.English, -1) {
			if found++; !verb.MatchString(w.English[:at[0]]) {
				t.Errorf("%s has a plural before any number: %q", name, w.English)
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d plurals were found", found)
	}
}
