package words

import "nianbao/data/form"

// The pane for SQL.
var (
	MenuTools      = form.Both("工具", "Tools")
	PaneSQL        = form.Both("SQL", "SQL")
	SQLMenu        = form.Both("SQL 查询", "SQL query")
	SQLRun         = form.Both("运行", "Run")
	SQLRunHint     = form.Both("Ctrl+Enter", "Ctrl+Enter")
	SQLStop        = form.Both("停止", "Stop")
	SQLRecent      = form.Both("最近的语句", "Recent statements")
	SQLRecentHint  = form.Both("搜索语句", "Search statements")
	SQLNoRecent    = form.Both("还没有运行过语句", "No statement has been run yet")
	SQLViews       = form.Both("可查询的视图", "Views you can query")
	SQLViewsHint   = form.Both("点一下插入名称", "Click a name to insert it")
	SQLSearch      = form.Both("搜索视图和列", "Search views and columns")
	SQLBounds      = form.Both("只读：不会改动数据。最多列出 %s 行，用时不超过 %d 秒。", "Read-only: your data is not changed. At most %s {row|rows} and %d {second|seconds}.")
	SQLRunning     = form.Both("正在运行…", "Running…")
	SQLStopped     = form.Both("已停止", "Stopped")
	SQLAnswered    = form.Both("%s 行 × %s 列，用时 %s 毫秒", "%s {row|rows} × %s {column|columns} in %s ms")
	SQLCut         = form.Both("只列出前 %s 行，还有更多；请加条件，或用 LIMIT 取一部分。用时 %s 毫秒", "Showing the first %s {row|rows}; there are more. Add conditions or a LIMIT. %s ms")
	SQLMistake     = form.Both("语句有误：%s", "The statement has an error: %s")
	SQLNotReadOnly = form.Both("这里只能查询：请写一条 SELECT 语句，只用左边列出的视图；不能改动数据，也不能读写其他文件。", "Only a single SELECT over the views on the left can run here; it cannot change data or touch other files.")
	SQLTimeout     = form.Both("超过 %d 秒仍未完成，已停止；请缩小范围。", "Stopped after %d {second|seconds}. Narrow the query down.")
	SQLNothing     = form.Both("写一条查询语句，按 Ctrl+Enter 运行", "Write a statement and press Ctrl+Enter")
	SQLNull        = form.Both("空", "null")
	SQLStatement   = form.Both("语句", "Statement")
	SQLFileName    = form.Both("查询结果", "Query result")
	SQLCopy        = form.Both("复制结果", "Copy the result")
)
