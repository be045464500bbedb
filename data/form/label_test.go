package form

import "testing"

func TestALabelIsSplitIntoOrdinalTextAndRemark(t *testing.T) {
	for label, want := range map[string]Label{
		"三 、本 年 度办理结果":             {"三", "本年度办理结果", ""},
		"（一） 予以公开":                 {"一", "予以公开", ""},
		"(二)部分公开(区分处理的, 只计这一情形)":   {"二", "部分公开", "区分处理的只计这一情形"},
		"1．属于国家秘密":                 {"1", "属于国家秘密", ""},
		"1、申请人无正当理由逾期不补正、行政机关不再处理": {"1", "申请人无正当理由逾期不补正行政机关不再处理", ""},
		"３. 危及\"三安全一稳定\"":          {"3", "危及三安全一稳定", ""},
		"三安全一稳定":                   {"", "三安全一稳定", ""},
		"\u00a0总\u3000计\n":         {"", "总计", ""},
		"（七）总 计":                   {"七", "总计", ""},
		"2023年新收":                  {"", "2023年新收", ""},
		"本年增/减":                    {"", "本年增/减", ""},
		"本年收费金额（单位：万元）":            {"", "本年收费金额", "单位万元"},
		"第二十条 第（一）项":               {"", "第二十条第", "一项"},
		"":                         {},
		"（）":                       {},
	} {
		if got := Normalise(label); got != want {
			t.Errorf("%q: got %+v, want %+v", label, got, want)
		}
	}
}

func TestSpellingsSeenInRealReportsFindTheirItem(t *testing.T) {
	applications := EditionByID("2021").Table(ApplicationsTable)
	for _, c := range []struct{ group, label, want string }{
		{"", "本年新收政府信息公开申请数量", "received"},
		{"", "一、本年新收 政府信息公开申请数量", "received"},
		{"", "二、上年结转政府信息公开申请数量（件）", "carried-over"},
		{"", "(二) 部分公开 (区分处理的, 只计这一情形, 不计其他情形)", "granted-in-part"},
		{"", "四、结转下一年度继续办理", "carried-forward"},
		{"refused", "2.其他法律行政止公开", "refused-by-law"},
		{"refused", "2.其他法律、行政法规禁止公开", "refused-by-law"},
		{"refused", "8.属于行政查询事顶", "refused-inquiry"},
		{"not-processed", "5.要求行政机关确认或重 新出具已获取信息", "not-processed-confirm"},
		{"other", "1.逾期不补正", "other-not-corrected"},
		{"other", "1. 申请人无正当理由逾期不补正, 行政机关不再处理其政府信息公开申请", "other-not-corrected"},
		{"other", "3、其他", "other-other"},
	} {
		got, how, ok := MatchItem(Normalise(c.label), applications.Members(c.group))
		if !ok || got.ID != c.want {
			t.Errorf("%q in group %q: %q (closeness %d), want %q", c.label, c.group, got.ID, how, c.want)
		}
	}
}

func TestAnUnknownLabelMatchesNothing(t *testing.T) {
	applications := EditionByID("2021").Table(ApplicationsTable)
	for _, label := range []string{"其他主动公开文件", "法人小计", "属于", "备注", "12", ""} {
		if got, how, ok := MatchItem(Normalise(label), applications.Items); ok {
			t.Errorf("%q matched %q (closeness %d)", label, got.ID, how)
		}
	}
}

func FuzzNormaliseIsStable(f *testing.F) {
	for _, seed := range []string{"（一）予以公开", "1．其他", "总 计", "((((", "一、", "）（", "（00A", "\xef00A"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, label string) {
		got := Normalise(label)
		// A number after a mark is an ordinal only once the mark is gone.
		if again := Normalise(got.Text); again.Ordinal == "" && again.Remark == "" && again.Text != got.Text {
			t.Errorf("%q: %q, then %q", label, got.Text, again.Text)
		}
	})
}
