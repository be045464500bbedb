package words

// Overview and charts.
var (
	PaneOverview = Word{"总览", "Overview"}
	PaneCharts   = Word{"图表", "Charts"}

	KindTrend        = Word{"趋势", "Trend"}
	KindOutcomes     = Word{"办理结果构成", "Outcomes"}
	KindRefusals     = Word{"不予公开的理由", "Grounds for refusal"}
	KindUnavailable  = Word{"无法提供的理由", "Reasons information was unavailable"}
	KindNotProcessed = Word{"不予处理的理由", "Reasons for not processing"}
	KindEnforcement  = Word{"行政许可、处罚与强制", "Licences, penalties, coercive measures"}
	KindHeat         = Word{"热力图（单位 × 年度）", "Heat map (unit × year)"}
	KindRanking      = Word{"排名", "Ranking"}
	KindFunnel       = Word{"漏斗图（比率与件数）", "Funnel (rate against cases)"}
	KindMultiples    = Word{"小多图", "Small multiples"}
	KindChain        = Word{"结转衔接", "Carry-over chain"}
	KindChange       = Word{"增减分解", "What changed"}

	ChartAgainstBefore     = Word{"比上年 %s", "%s on the year before"}
	ChartWithoutConditions = Word{"合计行上的条件只在数据表中起作用", "conditions on sums apply to the table only"}
	ChartScope             = Word{"范围：%s", "Scope: %s"}
	ChartSource            = Word{"来源：%s", "source: %s"}
	TrendOmittedCases      = Word{"按件数取前 %d 个单位，另有 %d 个未画出", "The %d units with the most cases; %d more are not drawn"}
	ChartFewCases          = Word{"部分年度件数少于 %d，起落多属偶然", "some years have fewer than %d cases; changes there are mostly chance"}
	ChartOfEach            = Word{"各单位%s", "%s by unit"}
	ChartSeamBrief         = Word{"改版", "revised"}
	ChartSummedUp          = Word{"%d 份报告合计", "sum of %d reports"}
	ChartYearUnits         = Word{"%s 年 · %d 个单位", "%s · %d units"}
	ChartYearRegions       = Word{"%s 年 · %d 个地区", "%s · %d regions"}
	ChartVolume            = Word{"件数（分母）", "Cases (denominator)"}
	NoteShare              = Word{"每条为 100%；未填的项不计入，条后注明。", "Each bar is 100%; blank parts are left out and counted after the bar."}

	SplitUnits    = Word{"按单位", "By unit"}
	SplitRegions  = Word{"按地区", "By region"}
	SplitYears    = Word{"按年度", "By year"}
	SplitTogether = Word{"合计", "Total"}
	WayShare      = Word{"占比", "Shares"}
	WayCounts     = Word{"件数", "Counts"}
	WaySameScale  = Word{"同一刻度", "One scale"}
	WayOwnScale   = Word{"各自刻度", "Own scales"}

	SheetTexts    = Word{"文字", "As text"}
	SheetBase     = Word{"起点", "Base"}
	SheetTotal    = Word{"合计", "Total"}
	SheetRise     = Word{"增加", "Rise"}
	SheetFall     = Word{"减少", "Fall"}
	SheetCoverage = Word{"只有一年有数", "One year only"}
	SheetRanking  = Word{"比率旁的区间为 95% 区间（Wilson）；名次为 – 的是小样本，不排名。", "Intervals are 95% (Wilson); – marks small samples, which are not ranked."}
	SheetChain    = Word{"图中是每个年度上年结转与上一年结转下年之差：0 表示衔接一致。", "The chart shows carried over minus carried forward the year before: 0 means that the link holds."}

	ChartStatus        = Word{"%s · 数据 %d 行", "%s · %d rows of data"}
	TwinShow           = Word{"文字与数据", "As text"}
	TwinHide           = Word{"收起文字", "Hide text"}
	CopyText           = Word{"复制文字", "Copy as text"}
	CopyPicture        = Word{"复制图片", "Copy picture"}
	SaveChart          = Word{"导出图表…", "Export chart…"}
	SavePNG            = Word{"图片（PNG）…", "Picture (PNG)…"}
	SaveSVG            = Word{"矢量图（SVG）…", "Vector picture (SVG)…"}
	SavePDF            = Word{"PDF…", "PDF…"}
	SaveXLSX           = Word{"Excel 图表和数据…", "Excel chart and data…"}
	SaveTXT            = Word{"文字和数据…", "Text and data…"}
	CopyChartText      = Word{"复制图表的文字", "Copy the chart as text"}
	CopyChartPicture   = Word{"复制图表的图片", "Copy the chart as a picture"}
	TextCopied         = Word{"已复制图表的文字和数据", "Chart text and numbers copied"}
	PictureCopied      = Word{"已复制图片", "Picture copied"}
	ChartSaved         = Word{"已写出 %s", "Saved %s"}
	ErrorNoPictureTool = Word{"这台电脑上没有能把图片放进剪贴板的程序。请安装 xclip（X11）或 wl-clipboard（Wayland），或改用“导出图表”。", "No program on this computer can put pictures on the clipboard. Install xclip (X11) or wl-clipboard (Wayland), or export the chart instead."}

	CardDisputes = Word{"复议诉讼", "Disputes"}
	CardNoBefore = Word{"上年没有报告", "no report the year before"}
	CardNoSame   = Word{"上年没有可比的数", "nothing comparable the year before"}

	OverviewTitle    = Word{"%s · %s 年", "%s · %s"}
	OverviewAll      = Word{"全部地区", "All regions"}
	OverviewUnits    = Word{"%s等 %d 个单位", "%s and others (%d units)"}
	OverviewYear     = Word{"年度", "Year"}
	OverviewCoverage = Word{"%d 个单位中 %d 个已有 %d 年报告", "of %d units, %d have a report for %d"}
	OverviewSame     = Word{"增减只比较两年都有数的单位（“可比上年”）", "changes cover the units with figures for both years"}
	OverviewWho      = Word{"缺 %d 个 ›", "%d missing ›"}
	OverviewUnusual  = Word{"这一年的异常", "Unusual this year"}
	OverviewNothing  = Word{"没有超出阈值的情况", "Nothing exceeds the thresholds"}
	OverviewRest     = Word{"另有 %d 处较轻的；选定地区或单位后列出", "%d less striking ones are not listed; choose a region or unit to see them"}
	OverviewUnjudged = Word{"件数少于 %d 的比率不作判断（%s：%d 个单位）", "rates based on fewer than %d cases are not judged (%s: %d units)"}
	OverviewMissing  = Word{"还没有 %d 年报告的单位", "Units without a report for %d"}
	OverviewRoster   = Word{"单位名单是本数据库中任一年度报告过、且符合筛选条件的单位。", "The list covers every unit that reported in any year in this database and matches the filters."}
	OverviewEnlarge  = Word{"放大 ›", "Enlarge ›"}
	OverviewStatus   = Word{"%d 年 · %d 份报告 · %d 条异常", "%d · %d reports · %d remarks"}

	RemarkFaults     = Word{"%d 份报告（%s）有 %d 处勾稽关系不成立，引用这些数字前请先核对。", "%d reports (%s) break %d identities. Check them before quoting their figures."}
	RemarkMore       = Word{" 等另外 %d 个", " and %d more"}
	RemarkAbsent     = Word{"%s %d 年有报告，还没有 %d 年的报告。", "%s reported for %d but not yet for %d."}
	RemarkLastReport = Word{"最近一份是 %d 年", "last report: %d"}
	RemarkRise       = Word{"%s%s %s，上年 %s，是上年的 %s 倍。", "%s: %s %s, up from %s, %s times the year before."}
	RemarkFall       = Word{"%s%s %s，上年 %s，少了 %s%%。", "%s: %s %s, down from %s, %s%% less."}
	RemarkDigit      = Word{"相差悬殊，请核对原文是否多录或少录了位数。", " So large a gap may mean a digit too many or too few; check the original."}
	RemarkBelow      = Word{"%s%s %s，低于全部单位合计 %s 的正常波动下限 %s。", "%s: %s %s; all units together have %s, and chance alone would rarely take a unit below %s."}
	RemarkAbove      = Word{"%s%s %s，高于全部单位合计 %s 的正常波动上限 %s。", "%s: %s %s; all units together have %s, and chance alone would rarely take a unit above %s."}
	RemarkShift      = Word{"%d 个单位合计%s %s，%d 年为 %s，%s，超出偶然波动。", "%d units together: %s %s; in %d it was %s (%s), beyond chance."}

	RuleFaults  = Word{"报告内的合计、勾稽关系或与上年的结转衔接按表内数字不成立，且各项都是数字。", "Listed where a sum, a balance or the link to last year’s report does not hold although all of its parts are numbers."}
	RuleAbsent  = Word{"上年有报告、本年没有报告的单位。", "Units with a report for the year before and none for this year."}
	RuleJump    = Word{"上年和本年中较大的不少于 %d 件、上年不少于 %d 件，本年达到上年的 2 倍或不到一半，且相差超过 3 倍标准差（3×√(本年＋上年)）才列出。", "Listed where the larger of the two years is at least %d and the year before at least %d, the number doubles or halves, and it changes by more than three standard deviations (3×√(this year + last year))."}
	RuleOutlier = Word{"件数不少于 %d、可比单位不少于 %d 个，且比率在合计比率的 99.8%% 控制界限（二项分布）之外才列出。", "Listed for at least %d cases among at least %d units, where the rate lies beyond the 99.8%% control limits (binomial) around the pooled rate."}
	RuleShift   = Word{"只比较两年都有数的单位；两年件数都不少于 %d，且两个 95%% 区间（Wilson）不重叠才列出。", "Covers only units with figures for both years; listed where both years have at least %d cases and the 95%% intervals (Wilson) do not overlap."}

	EvidenceChange   = Word{"增减", "Change"}
	EvidenceChance   = Word{"偶然波动范围", "Chance variation"}
	EvidenceAll      = Word{"全部单位合计", "All units together"}
	EvidenceLimits   = Word{"99.8% 控制界限", "99.8% limits"}
	EvidenceRule     = Word{"列出的标准：%s", "Criterion: %s"}
	EvidenceDefined  = Word{"计算方法：%s", "Definition: %s"}
	EvidenceTable    = Word{"看数据表", "Show the table"}
	EvidenceChart    = Word{"看趋势图", "Show the trend"}
	EvidenceFault    = Word{"看核对结果", "Show the findings"}
	EvidenceSame     = Word{"本年（两年都有数的 %d 个单位）", "This year (the %d units with figures for both years)"}
	EvidenceSameWas  = Word{"上年（同样 %d 个单位）", "Year before (the same %d units)"}
	EvidenceBefore   = Word{"上年", "Previous year"}
	EvidenceCoverage = Word{"填报单位", "Coverage"}
	EvidenceUnits    = Word{"%d 个，应有 %d 个", "%d of %d units"}
)
