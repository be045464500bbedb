package importer

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/read/readtest"
)

// eachReport runs a layout for every published report.
func eachReport(t *testing.T, layout func(t *testing.T, r *form.Report)) {
	t.Helper()
	for _, r := range realReports(t) {
		layout(t, &r)
	}
}

func TestTheFormMayBeginAtAnyCell(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		for _, by := range [][2]int{{0, 0}, {1, 0}, {0, 1}, {5, 3}, {17, 11}} {
			mustBe(t, r, understand("a.xlsx", canvasOf(r).shift(by[0], by[1])))
		}
	})
}

func TestLabelsMayBeUnmergedOrRepeated(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		mustBe(t, r, understand("a.xlsx", canvasOf(r).unmerge(true)))
		mustBe(t, r, understand("a.xlsx", canvasOf(r).unmerge(false)))
	})
}

// spellings are ways in which real reports spell the labels of the form.
var spellings = map[string]func(string) string{
	"spaced":          func(s string) string { return strings.Join(strings.Split(s, ""), " ") },
	"wide spaces":     func(s string) string { return "\u3000" + strings.Join(strings.Split(s, ""), "\u3000") + "\u00a0" },
	"vertical":        func(s string) string { return strings.Join(strings.Split(s, ""), "\n") },
	"wrapped":         func(s string) string { r := []rune(s); return string(r[:len(r)/2]) + "\r\n" + string(r[len(r)/2:]) },
	"half-width":      strings.NewReplacer("（", "(", "）", ")", "，", ",", "、", ",", "“", `"`, "”", `"`, "：", ":").Replace,
	"comma ordinals":  strings.NewReplacer("1.", "1、", "2.", "2、", "3.", "3、", "4.", "4、", "5.", "5、", "6.", "6、", "7.", "7、", "8.", "8、").Replace,
	"wide ordinals":   strings.NewReplacer("1.", "１．", "2.", "２．", "3.", "３．", "4.", "４．", "5.", "５．").Replace,
	"no quotes":       strings.NewReplacer("“", "", "”", "", "、", "").Replace,
	"square brackets": strings.NewReplacer("（", "【", "）", "】").Replace,
	"with unit":       func(s string) string { return s + "（件）" },
	"no brackets":     strings.NewReplacer("（区分处理的，只计这一情形，不计其他情形）", "", "（单位：万元）", "").Replace,
	"zero width":      func(s string) string { return "\ufeff" + strings.Join(strings.Split(s, ""), "\u200b") },
}

// speller is one way to write a text.
type speller struct {
	name  string
	spell func(string) string
}

// spellers are the ways to write any text of a report: unchanged, as real reports spell
// labels, and with each padding around it and between its characters.
func spellers() []speller {
	all := []speller{{"as it is", func(s string) string { return s }}}
	for _, name := range spellingNames {
		all = append(all, speller{name, spellings[name]})
	}
	for _, p := range readtest.Paddings() {
		if p.NotInXML {
			continue
		}
		all = append(all,
			speller{p.Name + " around", func(s string) string { return p.Around(s)[2] }},
			speller{p.Name + " within", func(s string) string { return p.Inside(s)[0] }})
	}
	return all
}

func TestInvisibleCharactersInALabelChangeNothing(t *testing.T) {
	for _, s := range spellers() {
		t.Run(s.name, func(t *testing.T) {
			eachReport(t, func(t *testing.T, r *form.Report) {
				c := canvasOf(r).relabel(s.spell)
				for i := range c.cells {
					if p := &c.cells[i]; p.look == titleLook || p.look == sectionLook {
						p.text = s.spell(p.text)
					}
				}
				mustBe(t, r, understand("a.xlsx", c))
			})
		})
	}
}

func TestFiguresAreReadInAnySpellingAndPadding(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 1))
	for _, p := range readtest.Paddings() {
		t.Run(p.Name, func(t *testing.T) {
			eachReport(t, func(t *testing.T, r *form.Report) {
				truth := distinct(*r, random)
				c := canvasOf(&truth)
				for i := range c.cells {
					if q := &c.cells[i]; q.look == figureLook && q.text != "" {
						q.kind, q.text = read.TextCell, p.Around(spelt(q.text, random))[random.IntN(3)]
					}
				}
				if questioned, wrong := judge(&truth, c, understand("a.xlsx", c)); questioned || wrong != "" {
					t.Errorf("%s %d: questioned %t %s", r.Unit, r.Year, questioned, wrong)
				}
			})
		})
	}
}

// spelt writes a whole number in one of the ways that do not change it.
func spelt(digits string, random *rand.Rand) string {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return digits
	}
	for {
		all := (readtest.Number{Whole: n}).Spellings()
		if s := all[random.IntN(len(all))]; !s.Noted {
			return s.Text
		}
	}
}

func TestLabelsMayBeSpeltAsInRealReports(t *testing.T) {
	for name, spell := range spellings {
		t.Run(name, func(t *testing.T) {
			eachReport(t, func(t *testing.T, r *form.Report) {
				if name == "with unit" {
					c := canvasOf(r)
					for i := range c.cells {
						if p := &c.cells[i]; p.look == labelLook && !strings.HasSuffix(p.text, "）") {
							p.text = spell(p.text)
						}
					}
					mustBe(t, r, understand("a.xlsx", c))
					return
				}
				mustBe(t, r, understand("a.xlsx", canvasOf(r).relabel(spell)))
			})
		})
	}
}

func TestLabelsMayLackTheirOrdinals(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		mustBe(t, r, understand("a.xlsx", canvasOf(r).relabel(func(s string) string {
			rest := strings.TrimLeft(s, "一二三四五六七（）、12345678.")
			if rest == "安全一稳定”" || strings.HasPrefix(s, "三类") || rest == "" || strings.HasPrefix(s, "（本列") || strings.HasPrefix(s, "第二十条") {
				return s
			}
			return rest
		})))
	})
}

func TestLabelsMayBeAbbreviated(t *testing.T) {
	short := strings.NewReplacer(
		"行政规范性文件", "规范性文件", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正",
		"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费",
		"2.其他法律行政法规禁止公开", "2.其他法律行政止公开", "一、本年新收政府信息公开申请数量", "本年新收", "四、结转下年度继续办理", "四、结转下一年度继续办理",
		"现行有效件数", "现行有效件", "结果维持", "维持", "结果纠正", "纠正", "尚未审结", "审结", "本年增/减", "本年增/", "社会公益组织", "社会公益",
	)
	eachReport(t, func(t *testing.T, r *form.Report) {
		mustBe(t, r, understand("a.xlsx", canvasOf(r).relabel(short.Replace)))
	})
}

func TestAMisspeltLabelIsRecognisedByItsNeighbours(t *testing.T) {
	wrong := strings.NewReplacer("3.危及“三安全一稳定”", "3.危害“三安全一隐定”", "8.属于行政查询事项", "8.行政查询", "5.属于三类内部事务信息", "5.内部事务", "1.信访举报投诉类申请", "1.信访投诉")
	eachReport(t, func(t *testing.T, r *form.Report) {
		mustBe(t, r, understand("a.xlsx", canvasOf(r).relabel(wrong.Replace)))
	})
}

func TestSectionHeadingsMayBeMissingOrMisnumbered(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		lost := canvasOf(r).drop(func(p *patch) bool { return p.look == sectionLook })
		mustBe(t, r, understand("a.xlsx", lost))
		wrong := canvasOf(r)
		for i := range wrong.cells {
			if p := &wrong.cells[i]; p.look == sectionLook {
				p.text = "一、" + strings.TrimLeft(p.text, "二三四、")
			}
		}
		mustBe(t, r, understand("a.xlsx", wrong))
	})
}

func TestNumbersMayBePaddedText(t *testing.T) {
	eachReport(t, func(t *testing.T, r *form.Report) {
		c := canvasOf(r)
		for i := range c.cells {
			if p := &c.cells[i]; p.look == figureLook && p.text != "" {
				p.kind, p.text = read.TextCell, "\u00a0"+p.text+"\u3000"
			}
		}
		mustBe(t, r, understand("a.xlsx", c))
	})
}
