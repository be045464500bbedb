package words

import "nianbao/data/form"

// The pane that searches texts.
var (
	PaneText          = form.Both("正文", "Texts")
	TextSearchMenu    = form.Both("搜索正文", "Search the texts")
	TextSearchHint    = form.Both("搜索正文，多个词用空格分开", "Search the texts; separate words by spaces")
	TextSearchAbout   = form.Both("搜索年报正文：一、总体情况，五、存在的主要问题，六、其他事项", "Search sections 一, 五 and 六 of the reports")
	TextSearchNothing = form.Both("筛选出的年报正文中没有这些词", "No text of the chosen reports has these words")
	TextSearchHits    = form.Both("%d 处", "%d {hit|hits}")
	TextSearchCut     = form.Both("只列出前 %d 处，还有更多；请加词或缩小筛选范围", "The first %d {hit|hits}; there are more. Add words or filters.")
)
