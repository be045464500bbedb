package chart

import (
	"fmt"
	"math"
	"strconv"
)

// drawer is any model.
type drawer interface {
	Draw(Frame) List
	TextEquivalent() TextEquivalent
}

// kinds are the models of the golden files, one or more of each kind.
func kinds() map[string]drawer {
	return map[string]drawer{
		"stack-years": outcomesOf("平潭综合实验区管委会", false), "stack-share": outcomesOf("平潭综合实验区管委会", true),
		"stack-bodies": outcomesOfBodies(), "stack-one": outcomesOf("北京市大兴区瀛海镇人民政府", true), "stack-empty": Stack{},
		"bars-years": enforcementByYear(), "bars-bodies": enforcementByBody(), "bars-panels": enforcementOfTowns(40), "bars-empty": Bars{}, "bars-shared": sharedBars(),
		"heat-years": heat(12), "heat-300": heat(300), "heat-empty": Heat{},
		"ranking": rankingOfTowns(24), "ranking-300": rankingOfTowns(300), "ranking-counts": rankingOfCounts(), "ranking-one": rankingOfYinghai(), "ranking-empty": Ranking{},
		"funnel": funnel(40), "funnel-300": funnel(300), "funnel-bodies": funnelOfBodies(), "funnel-one": Funnel{Title: "公开率", Volume: "办结件数", Points: rankingOfYinghai().Entries}, "funnel-empty": Funnel{},
		"multiples": multiples(20, false), "multiples-own": multiples(20, true), "multiples-300": multiples(300, false), "multiples-empty": Multiples{},
		"chain": chain(), "chain-300": chainOfTowns(300), "chain-empty": Chain{},
		"waterfall": waterfall(18), "waterfall-zoomed": waterfallOfYears(), "waterfall-empty": Waterfall{},
		"card": cardOfYinghai(), "card-count": cardOfPingtan(), "card-empty": Card{Name: "新收申请", Unit: "件", Value: Value{Text: "未填"}, Expected: 18, Reported: 0},
	}
}

func outcomeSeries(at func(item string) []Value) []Series {
	var out []Series
	for _, o := range [][2]string{{"granted", "予以公开"}, {"granted-in-part", "部分公开"}, {"refused", "不予公开"}, {"unavailable", "无法提供"}, {"not-processed", "不予处理"}, {"other", "其他处理"}} {
		out = append(out, Series{Key: o[0], Name: o[1], Values: at(o[0])})
	}
	return out
}

// outcomesOf returns the outcomes of one body over its years.
func outcomesOf(unit string, share bool) Stack {
	s := Stack{Title: "办理结果构成", Subtitle: unit, Unit: "件", Head: "年度", Share: share}
	var years []int
	for _, r := range reports() {
		if r.Unit == unit {
			years = append(years, r.Year)
			s.Categories = append(s.Categories, Category{Name: strconv.Itoa(r.Year)})
			s.Totals = append(s.Totals, published(unit, r.Year, "outcome-total"))
			s.Broken = append(s.Broken, r.Year == 2020) // as published
		}
		if r.Year == 2020 && r.Unit == unit {
			s.Seams = []Seam{{After: 1, Label: "报告格式改版", Note: "结果各组前后可比"}}
		}
	}
	s.Series = outcomeSeries(func(item string) (out []Value) {
		for _, year := range years {
			out = append(out, published(unit, year, item))
		}
		return out
	})
	return s
}

// outcomesOfBodies compares a city with towns, and with an office that left its outcomes blank.
func outcomesOfBodies() Stack {
	s := Stack{Title: "办理结果构成", Subtitle: "已收集的单位，最近年度", Unit: "件", Head: "单位", Share: true, Note: "上海市政府办公厅 2019 年只填总计，各结果未填，不画。"}
	last := lastReports()
	for _, r := range last {
		s.Categories = append(s.Categories, Category{Name: r.Unit})
	}
	s.Series = outcomeSeries(func(item string) (out []Value) {
		for _, r := range last {
			out = append(out, published(r.Unit, r.Year, item))
		}
		return out
	})
	return s
}

func lastReports() []report {
	var out []report
	for _, r := range reports() {
		if n := len(out); n > 0 && out[n-1].Unit == r.Unit {
			out = out[:n-1]
		}
		out = append(out, r)
	}
	return out
}

func enforcement(at func(item string) []Value) []Series {
	return []Series{{Key: "licence", Name: "行政许可", Values: at("licence")}, {Key: "penalty", Name: "行政处罚", Values: at("penalty")}, {Key: "coercion", Name: "行政强制", Values: at("coercion")}}
}

func enforcementByYear() Bars {
	b := Bars{Title: "行政执法处理决定数量", Subtitle: "福建省平潭综合实验区 · 2019–2022", Unit: "件", Head: "年度", Seams: []Seam{{After: 1, Label: "报告格式改版"}}}
	for _, year := range pingtanYears() {
		b.Categories = append(b.Categories, Category{Name: strconv.Itoa(year)})
	}
	b.Series = enforcement(pingtanOf)
	return b
}

func enforcementByBody() Bars {
	b := Bars{Title: "行政执法处理决定数量", Subtitle: "已收集的单位，最近年度", Unit: "件", Head: "单位"}
	last := lastReports()
	for _, r := range last {
		b.Categories = append(b.Categories, Category{Name: r.Unit})
	}
	b.Series = enforcement(func(item string) (out []Value) {
		for _, r := range last {
			out = append(out, published(r.Unit, r.Year, item))
		}
		return out
	})
	return b
}

func enforcementOfTowns(n int) Bars {
	b := Bars{Title: "行政执法处理决定数量", Subtitle: "示例区各镇街 · 2023", Unit: "件", Head: "单位"}
	for k := range n {
		b.Categories = append(b.Categories, Category{Key: fmt.Sprint("unit-", k), Name: town(k)})
	}
	b.Series = enforcement(func(item string) (out []Value) {
		for k := range n {
			v := KnownValue(float64((k*73 + len(item)*31) % 89))
			switch {
			case item == "penalty":
				v.Number = float64(400 + (k*7919)%2400)
			case k%9 == 4:
				v = Value{Text: "未填"}
			case k%13 == 6:
				v = Value{}
			}
			out = append(out, v)
		}
		return out
	})
	return b
}

func sharedBars() Bars {
	b := enforcementByYear()
	b.Title, b.Unit = "申请与结果", "件"
	b.Series = []Series{{Name: "本年新收", Values: pingtanOf("received")}, {Name: "予以公开", Values: pingtanOf("granted")}, {Name: "无法提供", Values: pingtanOf("unavailable")}}
	return b
}

func town(k int) string {
	const first, second = "东西南北中上下前后新大小长高", "河山庄桥林湖坪寨店岭溪营沟台"
	a, b := []rune(first), []rune(second)
	name := string(a[k%len(a)]) + string(b[(k/len(a))%len(b)])
	if k >= len(a)*len(b) {
		name += strconv.Itoa(k / (len(a) * len(b)))
	}
	if k%5 == 3 {
		return name + "街道"
	}
	return name + "镇"
}

func heat(n int) Heat {
	t := many(1)
	h := Heat{Title: "本年新收申请", Subtitle: "示例区各镇街 · 2015–2024", Unit: "件", Head: "单位", Seams: []Seam{{After: 5, Label: "报告格式改版", Note: "前后可比"}}}
	for _, year := range t.Years {
		h.Columns = append(h.Columns, Category{Name: strconv.Itoa(year)})
	}
	for k := range n {
		s := Series{Key: fmt.Sprint("unit-", k), Name: town(k)}
		for i := range h.Columns {
			v := KnownValue(math.Floor(float64((k*37+i*i*(k%5+1)+i*13)%97) * float64((k*k)%7) / 3))
			switch (k*3 + i) % 17 {
			case 5:
				v = Value{}
			case 9:
				v = Value{Text: "未填"}
			}
			s.Values = append(s.Values, v)
		}
		h.Rows = append(h.Rows, s)
	}
	return h
}

func entries(n int) []Entry {
	var out []Entry
	for k := range n {
		whole := float64(8 + (k*k*31)%420)
		rate := 0.68 + 0.2*math.Sin(float64(k*k))*math.Sqrt(30/whole)
		if k%11 == 5 {
			rate -= 0.25
		}
		e := Entry{Key: fmt.Sprint("unit-", k), Name: town(k), Fraction: Fraction{math.Round(min(1, max(0, rate)) * whole), whole}}
		if k%17 == 13 {
			e.Fraction, e.Count = Fraction{}, Value{Text: "没有该年报告"}
		}
		out = append(out, e)
	}
	return out
}

func rankingOfTowns(n int) Ranking {
	k := Ranking{Title: "公开率", Subtitle: "示例区各镇街 · 2023 · （予以公开＋部分公开）÷ 办结", Head: "单位", Entries: entries(n)}
	k.Entries[1].Fraction, k.Entries[2].Fraction = Fraction{30, 40}, Fraction{60, 80}
	return k
}

func rankingOfCounts() Ranking {
	k := Ranking{Title: "行政处罚", Subtitle: "最近年度", Unit: "件", Head: "单位", Counts: true}
	for _, r := range lastReports() {
		k.Entries = append(k.Entries, Entry{Name: r.Unit, Count: published(r.Unit, r.Year, "penalty")})
	}
	return k
}

func yinghaiOf(item string) float64 {
	return published("北京市大兴区瀛海镇人民政府", 2023, item).Number
}

func yinghaiDisclosure() Fraction {
	return Fraction{yinghaiOf("granted") + yinghaiOf("granted-in-part"), yinghaiOf("outcome-total")}
}

func rankingOfYinghai() Ranking {
	return Ranking{Title: "公开率", Subtitle: "北京市大兴区", Head: "单位", Entries: []Entry{{Name: "瀛海镇", Fraction: yinghaiDisclosure()}}}
}

func funnel(n int) Funnel {
	return Funnel{Title: "公开率", Subtitle: "示例区各镇街 · 2023 · （予以公开＋部分公开）÷ 办结", Volume: "办结件数", Head: "单位", Points: entries(n)}
}

func funnelOfBodies() Funnel {
	n := Funnel{Title: "公开率", Subtitle: "最近年度", Volume: "办结件数", Head: "单位"}
	for _, r := range lastReports() {
		a, b, g := published(r.Unit, r.Year, "granted"), published(r.Unit, r.Year, "granted-in-part"), published(r.Unit, r.Year, "outcome-total")
		e := Entry{Name: r.Unit}
		if a.Known && b.Known && g.Known {
			e.Fraction = Fraction{a.Number + b.Number, g.Number}
		}
		n.Points = append(n.Points, e)
	}
	return n
}

func multiples(n int, own bool) Multiples {
	h := heat(n)
	m := Multiples{Title: h.Title, Subtitle: h.Subtitle, Unit: "件", Head: "单位", OwnScales: own, Years: many(1).Years, Series: h.Rows, Seams: seam(true)}
	return m
}

// chain is the published chain of one county, and units whose figures do not connect.
func chain() Chain {
	c := Chain{Title: "结转衔接", Subtitle: "上年结转与结转下年度", Unit: "件", Head: "单位", Years: pingtanYears()}
	c.Rows = []ChainRow{
		{Name: "平潭综合实验区", In: pingtanOf("carried-over"), Out: pingtanOf("carried-forward")},
		{Name: "示例镇", In: values(0, 3, 5, 0), Out: values(3, 4, 0, 2)},
		{Name: "缺报镇", In: []Value{KnownValue(1), {}, KnownValue(2), {Text: "未填"}}, Out: []Value{KnownValue(1), {}, KnownValue(2), KnownValue(0)}},
	}
	return c
}

func chainOfTowns(n int) Chain {
	c := Chain{Title: "结转衔接", Subtitle: "示例区各镇街", Unit: "件", Head: "单位", Years: many(1).Years}
	for k := range n {
		r := ChainRow{Key: fmt.Sprint("unit-", k), Name: town(k)}
		for i := range c.Years {
			r.In = append(r.In, KnownValue(float64((k+i)%4)))
			r.Out = append(r.Out, KnownValue(float64((k+i+1)%4)))
			if (k*7+i)%19 == 3 {
				r.Out[i].Number += float64(k % 5)
			}
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

func waterfall(n int) Waterfall {
	w := Waterfall{Title: "新收申请的增减", Subtitle: "示例区各镇街", Unit: "件", Head: "单位", Before: "2022", After: "2023"}
	for k := range n {
		m := Mover{Key: fmt.Sprint("unit-", k), Name: town(k), From: KnownValue(float64((k * 37) % 41)), To: KnownValue(float64((k*53 + 11) % 47))}
		switch k {
		case 5:
			m.From = Value{}
		case 9:
			m.To = Value{Text: "未填"}
		}
		w.Entries = append(w.Entries, m)
	}
	return w
}

// waterfallOfYears has changes that are small beside their totals.
func waterfallOfYears() Waterfall {
	w := waterfall(8)
	w.Entries = append(w.Entries, Mover{Name: "宿迁市", From: KnownValue(3480), To: published("宿迁市人民政府", 2023, "received")})
	return w
}

func cardOfYinghai() Card {
	rate, _ := yinghaiDisclosure().Rate()
	return Card{Name: "公开率", Style: NumberStyle{Decimals: 1, Percent: true}, Of: yinghaiDisclosure(), Value: KnownValue(rate), Before: Value{},
		Years: []int{2023}, History: []Value{KnownValue(rate)}, Expected: 20, Reported: 1, Missing: []string{"黄村镇", "西红门镇", "旧宫镇", "亦庄镇"}}
}

func cardOfPingtan() Card {
	course := pingtanOf("received")
	return Card{Name: "新收申请", Unit: "件", Value: course[3], Before: course[2], Years: pingtanYears(), History: course, Seams: seam(false), Expected: 1, Reported: 1}
}
