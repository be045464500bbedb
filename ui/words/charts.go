package words

// What charts say themselves: marks, notes and the sentences of their text twins.
var (
	ChangePoints     = Word{"%s 个百分点", "%s points"}
	ChangeAside      = Word{"（%s）", " (%s)"}
	ChartNoCases     = Word{"没有办件", "no cases"}
	ChartListComma   = Word{"、", ", "}
	ChartClauseComma = Word{"，", ", "}
	ChartStop        = Word{"。", "."}

	ChartPartsMissing  = Word{"，另 %d 项未填", ", %d parts blank"}
	ChartUnparted      = Word{"（另有 %s只填了总计）", " (%s more reported as totals only)"}
	ChartPartsDisagree = Word{"各项 %s ≠ 总计 %s", "parts %s ≠ total %s"}
	ChartOwnScales     = Word{"各栏刻度不同，只在栏内比较长短。", "Each panel has its own scale; compare lengths within a panel only."}
	ChartLogScale      = Word{"对数刻度：每格是前一格的十倍，0 单列。", "Logarithmic scale: each step is ten times the one before; 0 has a place of its own."}
	ChartLogAxis       = Word{"对数刻度", "logarithmic"}
	ChartZoomed        = Word{"横轴不从 0 起，只比较变化的长短。", "The axis does not start at 0; compare the changes only."}

	ChartRank         = Word{"名次", "Rank"}
	ChartInterval     = Word{"95% 区间", "95% interval"}
	ChartIntervalLow  = Word{"95% 区间下限", "95% interval from"}
	ChartIntervalHigh = Word{"95% 区间上限", "95% interval to"}
	ChartPart         = Word{"分子", "Numerator"}
	ChartCases        = Word{"件数", "Cases"}
	ChartIntervalNote = Word{"横线为 95%% 区间（Wilson）；区间重叠的单位，名次先后不宜作评判。空心点为小样本（少于 %d 件）。", "Lines are 95%% intervals (Wilson); where they overlap, a difference in rank means little. Hollow dots are small samples (fewer than %d cases)."}
	ChartSmall        = Word{"小样本（少于 %d 件），不排名", "small sample (fewer than %d cases), not ranked"}
	ChartSmallBand    = Word{"小样本 %d 个单位，少于 %d 件，不排名", "%d small samples, fewer than %d cases, not ranked"}
	ChartPooled       = Word{"合计 %s", "overall %s"}

	ChartFunnelNote  = Word{"件数越少，比率越易偶然起落：落在实线（99.8%）之外才值得查问，虚线为 95%。", "With fewer cases, rates vary more by chance: only those beyond the solid line (99.8%) call for questions. The dashed line is 95%."}
	ChartStanding    = Word{"判断", "Standing"}
	ChartWithin      = Word{"在正常波动之内", "within chance variation"}
	ChartBeyondInner = Word{"超出 95% 界限", "beyond the 95% limits"}
	ChartBeyondOuter = Word{"超出 99.8% 界限", "beyond the 99.8% limits"}
	ChartLimit       = Word{"%s 界限%s", "%s limit %s"}

	ChartPanelsSame = Word{"%s，各格同一刻度：%s–%s。", "%s, one scale for all: %s–%s."}
	ChartPanelsOwn  = Word{"%s，各格刻度不同，只看走势，不比高低。", "%s, each on its own scale: compare shapes, not heights."}

	ChartIn          = Word{"转入", "in"}
	ChartOut         = Word{"转出", "out"}
	ChartLink        = Word{"衔接", "Link"}
	ChartLinkHolds   = Word{"一致", "equal"}
	ChartLinkBroken  = Word{"不一致，差 %s", "differs by %s"}
	ChartLinkUnknown = Word{"无法核对", "cannot be checked"}
	ChartChainNote   = Word{"转入：上年结转；转出：结转下年度。实线表示上一年转出等于下一年转入；断线上的数是相差件数；点线无法核对。", "In: carried over; out: carried forward. Solid line: carried forward equals carried over the next year; broken line: they differ by the number shown; dotted line: cannot be checked."}

	ChartTotalOf      = Word{"%s 年合计", "Total %s"}
	ChartOthers       = Word{"其余 %d 个单位", "%d other units"}
	ChartOnlyAfter    = Word{"%s 年没有数的 %d 个单位", "no figure in %s: %d units"}
	ChartCoverageNote = Word{"只有一个年度有数，不是增减。", "These units have a figure for one of the two years only, so they show no change."}
	ChartChange       = Word{"增减", "Change"}

	ChartYear       = Word{"年度", "Year"}
	ChartYearBefore = Word{"上年 %s", "%s the year before"}
	ChartSameBefore = Word{"可比上年 %s", "%s for the same units"}
	ChartThisYear   = Word{"本年", "This year"}
	ChartCoverage   = Word{"已报 %d/%d", "%d of %d reported"}
	ChartMissing    = Word{"，缺 %s", ", missing %s"}

	ChartTrendSentence     = Word{"%[1]s：%[2]d 年 %[3]s，%[4]d 年 %[5]s", "%[1]s: %[3]s in %[2]d, %[5]s in %[4]d"}
	ChartPointSentence     = Word{"%s：%d 年 %s", "%s: %d %s"}
	ChartStackSentence     = Word{"%s 共 %s，其中最多的是%s，占 %s。", "%s: %s in total; the largest part is %s (%s)."}
	ChartMostSentence      = Word{"%s最多的是%s（%s）", "%s is highest at %s (%s)"}
	ChartHeatSentence      = Word{"%d 个单位、%d 个年度，共 %d 个数；最大的是 %s，%s。", "%d units, %d years, %d figures; the largest is %s with %s."}
	ChartRankSentence      = Word{"%d 个单位参加排名，最高%s %s，最低%s %s；另有 %d 个单位属小样本，不排名。", "%d units are ranked: the highest is %s with %s, the lowest %s with %s; %d more are small samples and not ranked."}
	ChartRankNone          = Word{"%d 个单位参加排名，%d 个单位少于 %d 件，不排名。", "%d units are ranked, %d have fewer than %d cases and are not."}
	ChartFunnelSentence    = Word{"合计 %s；%d 个单位中 %d 个超出 95%% 界限，其中 %d 个超出 99.8%% 界限", "Overall %s; of %d units, %d lie beyond the 95%% limits, %d of them beyond the 99.8%% limits"}
	ChartChainSentence     = Word{"%d 处年度衔接，一致 %d 处，不一致 %d 处，无法核对 %d 处。", "%d links between years: %d hold, %d do not, %d cannot be checked."}
	ChartWaterfallSentence = Word{"%s 年合计 %s，%s 年 %s，%s", "%s: %s; %s: %s, %s"}
	ChartMostRise          = Word{"增加最多的是%s（%s）", "the largest increase is %s (%s)"}
	ChartMostFall          = Word{"减少最多的是%s（%s）", "the largest decrease is %s (%s)"}
)
