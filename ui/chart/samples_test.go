package chart

import "fmt"

func demoWords() Words { return Words{} }

func seam(broken bool) []Seam {
	return []Seam{{After: 2020, Label: "报告格式改版", Note: "2021 年度起使用新格式，本指标前后可比", Broken: broken}}
}

// pingtan is the applications of one county over both editions of the form, as published.
func pingtan() Trend {
	return Trend{
		Title: "政府信息公开申请", Subtitle: "福建省平潭综合实验区 · 2019–2022", Unit: "件",
		Years: pingtanYears(), Seams: seam(false), Words: demoWords(),
		Series: []Series{
			{Name: "本年新收", Values: pingtanOf("received")},
			{Name: "予以公开", Values: pingtanOf("granted")},
			{Name: "无法提供", Values: pingtanOf("unavailable")},
		},
	}
}

func pingtanYears() []int { return []int{2019, 2020, 2021, 2022} }

func pingtanOf(item string) []Value {
	var out []Value
	for _, year := range pingtanYears() {
		out = append(out, published("平潭综合实验区管委会", year, item))
	}
	return out
}

// yinghai is a town with a single year.
func yinghai() Trend {
	return Trend{
		Title: "行政处罚处理决定数量", Subtitle: "北京市大兴区瀛海镇", Unit: "件", Years: []int{2023},
		Series: []Series{{Name: "瀛海镇", Values: []Value{published("北京市大兴区瀛海镇人民政府", 2023, "penalty")}}}, Words: demoWords(),
	}
}

// money has fractions and a missing year.
func money() Trend {
	s := Series{Name: "收费金额", Values: []Value{KnownValue(24252.311082), {}, KnownValue(31000.5), {Text: "未填"}, KnownValue(18000), KnownValue(12.25)}}
	return Trend{
		Title: "行政事业性收费", Unit: "万元", Years: []int{2017, 2018, 2019, 2020, 2021, 2022},
		Series: []Series{s}, Seams: seam(true), Words: demoWords(),
	}
}

// many returns n units over ten years with gaps, from a fixed formula.
func many(n int) Trend {
	t := Trend{Title: fmt.Sprintf("本年新收申请（%d 个单位）", n), Unit: "件", Seams: seam(false), Words: demoWords()}
	for year := 2015; year < 2025; year++ {
		t.Years = append(t.Years, year)
	}
	for k := range n {
		s := Series{Key: fmt.Sprint("unit-", k), Name: fmt.Sprintf("示例%c镇", '甲'+rune(k))}
		for i := range t.Years {
			v := KnownValue(float64((k*37+i*i*(k%5+1)+i*13)%97) + float64(k))
			if (k+i)%11 == 7 {
				v = Value{}
			}
			s.Values = append(s.Values, v)
		}
		t.Series = append(t.Series, s)
	}
	return t
}

func values(numbers ...float64) []Value {
	out := make([]Value, len(numbers))
	for i, n := range numbers {
		out[i] = KnownValue(n)
	}
	return out
}
