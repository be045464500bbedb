package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// A heading is understood as a whole or not at all: 行政处罚（件） is the figure of the
// form, 行政处罚（上年） and 行政处罚（立案） are others. noteEffect is the effect of the
// notes around a label on its meaning.
type noteEffect int

const (
	notesPlain   noteEffect = iota // the notes change nothing
	notesUnclear                   // a note is not understood; it may be an explanation
	notesOther                     // the notes make it another figure
)

// otherNotes occur in notes that make a figure another one.
var otherNotes = []string{
	"上年", "去年", "上一年", "前年", "往年", "同期", "同比", "环比", "增", "减", "占", "比例", "比重", "比上", "较上", "率", "%", "‰", "排", "名次", "位次", "半年", "季度", "月", "历年", "累计", "立案", "受理", "金额", "罚款", "罚没", "没收",
	"人次", "人数", "平均", "人均", "时限", "时长", "天", "工作日", "差额", "差值", "预计", "计划", "目标", "其中", "未", "已撤销", "撤销", "涉", "措施", "执行", "简易程序", "一般程序", "普通程序", "当场", "人民币",
}

// explanations are the beginnings of notes that explain how a figure is counted.
var explanations = []string{"含", "包括", "包含", "指", "即", "注:", "注意", "详见", "见", "按", "根据", "依据", "区分", "只计", "不计", "以", "自", "本列", "请", "填", "单位"}

var (
	yearNote  = regexp.MustCompile(`^(20\d\d)年?度?$`)
	wholeYear = regexp.MustCompile(`^(?:20\d\d年)?0?1月?[-—–~～至到]12月$|12月31日|年底$|年末$`)
	yearAhead = regexp.MustCompile(`^(20\d\d)年度?`)
	division  = regexp.MustCompile(`^(?:按|分|各类?|其中)?(?:不同|各)?(?:申请人|申请主体|类型|类别|情形|对象|主体|结果|原因|情况)*(?:类型|类别|情况|分类|划分|统计|分)?$`)
	yearLast  = regexp.MustCompile(`(20\d\d)年度?$`)
)

// readNotes returns the effect of the notes around a label with these terms, and the year that
// they give, 0 if none.
func readNotes(notes []string, terms []term, isMoney func(term) bool) (what noteEffect, year int) {
	for _, note := range notes {
		note = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(note, "计量"), "单位"), ":")
		switch {
		case isEmptyNote(note):
		case yearNote.MatchString(note):
			year = yearCell(note)
		case read.IsScaledCount(note), division.MatchString(note):
		case strings.TrimPrefix(strings.TrimSuffix(note, "类"), "政府") == "信息公开" && allTerms(terms, isAboutDisclosure):
		case isAmount(note):
			if !allTerms(terms, isMoney) {
				return notesOther, 0
			}
		case startsWithAny(note, explanations):
			what = max(what, notesUnclear)
		case containsAny(note, otherNotes):
			return notesOther, 0
		default:
			what = max(what, notesUnclear)
		}
	}
	return what, year
}

// isAmount reports whether a note is a unit of money, or says that a figure is an amount.
func isAmount(note string) bool {
	return read.YuanPerUnit(note) > 0 || note == "金额" || note == "收费金额" || note == "总金额"
}

// isAboutDisclosure reports whether a term is counted for the disclosure of information
// only, so that a note need not say so.
func isAboutDisclosure(t term) bool {
	return t.table == form.ApplicationsTable || t.table == form.ReviewTable
}

func allTerms(terms []term, holds func(term) bool) bool {
	for _, t := range terms {
		if !holds(t) {
			return false
		}
	}
	return len(terms) > 0
}

// isMoney reports whether a term names a figure in money, or an item that has one.
func (v *vocabulary) isMoney(t term) bool {
	w := v.tables[t.table]
	if t.column != "" {
		return w.column(t.column).Money
	}
	for i := range w.columns {
		if w.columns[i].Money {
			return true
		}
	}
	return false
}

func startsWithAny(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// understand finds out what a label means with its notes, and for which year.
func (v *vocabulary) understand(r *phrase, text string) {
	notes, behind := form.Notes(text)
	if len(notes) == 0 && behind == "" {
		r.terms, r.year = v.named(r.label.Text)
		return
	}
	if r.label.Remark != "" {
		if r.terms = v.words[r.label.Text+r.label.Remark]; r.terms != nil {
			return
		}
	}
	r.terms, r.year = v.named(r.label.Text + behind)
	if r.terms == nil {
		return
	}
	v.takeNotes(r, []*phrase{{text: r.label.Text, label: r.label, terms: r.terms}}, notes)
}

// named returns what a name without notes can mean, and the year before or after it.
func (v *vocabulary) named(name string) ([]term, int) {
	if terms := v.wordsOf(name); terms != nil {
		return terms, 0
	}
	for _, year := range []*regexp.Regexp{yearAhead, yearLast} {
		if m := year.FindStringSubmatch(name); m != nil {
			if terms := v.wordsOf(year.ReplaceAllString(name, "")); terms != nil {
				return terms, yearCell(m[1])
			}
		}
	}
	return nil, 0
}

// otherFigureWords are words of headings over figures that the form does not have.
var otherFigureWords = []string{
	"上年", "去年", "同期", "同比", "环比", "增减", "增长", "增幅", "占比", "比例", "比重", "排名", "名次", "上半年", "下半年", "季度", "历年", "累计", "立案", "金额", "罚款", "罚没", "人次", "人数", "平均", "时限", "差额",
}

// headsOtherFigures reports whether a heading over others says that the figures below it are
// not those of the form: 同比增减, 罚款金额, 上半年, 办结率.
func headsOtherFigures(text string) bool {
	text = squeeze(text)
	const longest = 8
	if utf8.RuneCountInString(text) > longest || strings.HasPrefix(text, "其中") {
		return false
	}
	return containsAny(text, otherFigureWords) || strings.HasSuffix(text, "率") || strings.ContainsAny(text, "%‰")
}
