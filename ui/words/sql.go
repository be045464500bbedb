package words

// The pane for SQL.
var (
	MenuTools      = Word{"工具", "Tools"}
	PaneSQL        = Word{"SQL", "SQL"}
	SQLMenu        = Word{"SQL 查询", "SQL query"}
	SQLRun         = Word{"运行", "Run"}
	SQLRunHint     = Word{"Ctrl+Enter", "Ctrl+Enter"}
	SQLStop        = Word{"停止", "Stop"}
	SQLRecent      = Word{"最近的语句", "Recent statements"}
	SQLRecentHint  = Word{"搜索语句", "Search statements"}
	SQLNoRecent    = Word{"还没有运行过语句", "No statement has been run yet"}
	SQLViews       = Word{"可查询的视图", "Views you can query"}
	SQLViewsHint   = Word{"点一下插入名称", "Click a name to insert it"}
	SQLSearch      = Word{"搜索视图和列", "Search views and columns"}
	SQLBounds      = Word{"只读：不会改动数据。最多列出 %s 行，用时不超过 %d 秒。", "Read-only: your data is not changed. At most %s rows and %d seconds."}
	SQLRunning     = Word{"正在运行…", "Running…"}
	SQLStopped     = Word{"已停止", "Stopped"}
	SQLAnswered    = Word{"%s 行 × %s 列，用时 %s 毫秒", "%s rows × %s columns in %s ms"}
	SQLCut         = Word{"只列出前 %s 行，还有更多；请加条件，或用 LIMIT 取一部分。用时 %s 毫秒", "Showing the first %s rows; there are more. Add conditions or a LIMIT. %s ms"}
	SQLMistake     = Word{"语句有误：%s", "The statement has an error: %s"}
	SQLNotReadOnly = Word{"这里只能查询：请写一条 SELECT 语句，只用左边列出的视图；不能改动数据，也不能读写其他文件。", "Only a single SELECT over the views on the left can run here; it cannot change data or touch other files."}
	SQLTimeout     = Word{"超过 %d 秒仍未完成，已停止；请缩小范围。", "Stopped after %d seconds. Narrow the query down."}
	SQLNothing     = Word{"写一条查询语句，按 Ctrl+Enter 运行", "Write a statement and press Ctrl+Enter"}
	SQLNull        = Word{"空", "null"}
	SQLStatement   = Word{"语句", "Statement"}
	SQLFileName    = Word{"查询结果", "Query result"}
	SQLCopy        = Word{"复制结果", "Copy the result"}
)
