package read

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"nianbao/data/form"
	"nianbao/importer/read/readtest"
)

// lineOf writes a table of numbers as people and programs write it.
func tableText(numbers [][]int64, write func(string) string, delimiter string) string {
	var b strings.Builder
	b.WriteString(strings.Join([]string{"单位", "行政许可", "行政处罚", "行政强制"}, delimiter) + "\r\n")
	for i, row := range numbers {
		fields := []string{"第" + strconv.Itoa(i) + "镇"}
		for _, n := range row {
			fields = append(fields, write(strconv.FormatInt(n, 10)))
		}
		b.WriteString(strings.Join(fields, delimiter) + "\r\n")
	}
	return b.String()
}

func TestNumbersInTextFilesAreReadDespiteTabsAndFormulas(t *testing.T) {
	numbers := [][]int64{{3, 40, 1}, {1234, 2390, 5}, {0, 11398889, 390}, {12, 345, 678}, {100, 200, 300}}
	guards := map[string]func(string) string{
		"bare": func(s string) string { return s }, "quotes": func(s string) string { return `"` + s + `"` },
		"tab behind": func(s string) string { return s + "\t" }, "tab before": func(s string) string { return "\t" + s }, "tabs around": func(s string) string { return "\t" + s + "\t\t" },
		"tab in quotes": func(s string) string { return `"` + s + "\t\"" }, "tab before quotes": func(s string) string { return "\t\"" + s + `"` },
		"formula": func(s string) string { return `="` + s + `"` }, "formula in quotes": func(s string) string { return `"=""` + s + `"""` }, "apostrophe": func(s string) string { return "'" + s },
		"groups in quotes":    func(s string) string { return `"` + grouped(s) + `"` },
		"groups in a formula": func(s string) string { return `="` + grouped(s) + `"` },
	}
	for _, p := range readtest.Paddings() {
		if strings.ContainsAny(p.Text, "\n\r") {
			continue // it would end the line
		}
		guards["behind "+p.Name] = func(s string) string { return p.Text + s }
		guards["before "+p.Name] = func(s string) string { return s + p.Text }
	}
	for _, delimiter := range []string{",", ";", "，"} {
		for name, guard := range guards {
			if delimiter == "，" && strings.Contains(name, "groups") {
				continue
			}
			s := mustRead(t, []byte(tableText(numbers, guard, delimiter)))[0]
			for i, row := range numbers {
				for k, n := range row {
					c := s.At(i+1, k+1)
					if v := ValueOf(c, &countColumn, ""); v.Status != form.StatusNumber || v.Value != form.Count(n) {
						t.Errorf("%s by %q: %d is %q, %+v", name, delimiter, n, c.Text, v)
					}
				}
			}
		}
	}
}

func grouped(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func TestUnquotedThousandsSeparatorsAreAskedAbout(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 7))
	sizes := []int64{10, 100, 1000, 10_000, 1_000_000, 10_000_000}
	for range 3000 {
		row := make([]int64, 3)
		split := false
		for k := range row {
			row[k] = random.Int64N(sizes[random.IntN(len(sizes))])
			split = split || row[k] >= 1000
		}
		s := mustRead(t, []byte(tableText([][]int64{{3, 40, 1}, row, {7, 100, 200}}, grouped, ",")))[0]
		for k, n := range row {
			c := s.At(2, k+1)
			v := ValueOf(c, &countColumn, "")
			switch {
			case split && !v.Doubt:
				t.Errorf("%d of %v is taken from %q as %+v", n, row, c.Text, v)
			case !split && (v.Status != form.StatusNumber || v.Value != form.Count(n)):
				t.Errorf("%d of %v is %q, %+v", n, row, c.Text, v)
			}
		}
		for k, n := range []int64{7, 100, 200} {
			if v := ValueOf(s.At(3, k+1), &countColumn, ""); v.Value != form.Count(n) || v.Doubt {
				t.Errorf("the row below %v: %+v, want %d", row, v, n)
			}
		}
	}
}

func TestUTF16IsRecognisedWithoutAByteOrderMark(t *testing.T) {
	texts := map[string]string{"small": smallCSV, "numbers": tableText([][]int64{{3, 40, 1}, {12, 345, 678}}, grouped, ";"), "tabs": strings.ReplaceAll(smallCSV, ",", "\t"),
		"prose": "石桥镇2023年政府信息公开工作年度报告\r\n一、总体情况\r\n本年收到申请12件，办结11件。\r\n", "page": smallPage}
	for name, text := range texts {
		want := dump(mustRead(t, []byte(text)))
		for order, endian := range map[string]unicode.Endianness{"little": unicode.LittleEndian, "big": unicode.BigEndian} {
			encoded, err := unicode.UTF16(endian, unicode.IgnoreBOM).NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			sheets, err := Sheets(name, []byte(encoded), Options{})
			if err != nil || dump(sheets) != want {
				t.Errorf("%s, %s: %v\n%s\nwant\n%s", name, order, err, dump(sheets), want)
			}
		}
	}
	for name, content := range map[string][]byte{"zeros": make([]byte, 400), "numbers": []byte(strings.Repeat("\x01\x00\x02\x00", 50)), "text with a zero": []byte("a,b\x00\nc,d\n")} {
		if _, err := Sheets(name, content, Options{}); err == nil {
			t.Errorf("%s is taken for text", fmt.Sprint(name))
		}
	}
}
