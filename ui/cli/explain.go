package cli

import (
	"context"
	"errors"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/present"
)

// explain turns an error into words for the user: what happened to which
// file, and what to do.
func (c Command) explain(err error) string {
	var (
		inUse   *data.InUseError
		damaged *data.DamagedError
		newer   *data.NewerError
		unkept  *data.KeepError
	)
	switch {
	case errors.As(err, &inUse):
		return c.Language.Say(form.Both("数据库 %s 正被另一个程序使用（进程号 %d）；请先关闭年报通览的窗口或那个程序。", "The database %s is in use by another program (process %d); close the window of Nianbao or that program first."), inUse.Path, inUse.PID)
	case errors.As(err, &damaged) && damaged.Log != "":
		return c.Language.Say(form.Both("数据库最近的改动记录 %s 已损坏；用窗口打开该数据库，可将其移开（保留副本）后继续使用。", "The log of the last changes %s is damaged; open the database in the window to move it aside (a copy is kept)."), damaged.Log)
	case errors.As(err, &damaged):
		return c.Language.Say(form.Both("数据库 %s 已损坏，无法读取；请换用备份，或另建数据库重新导入。", "The database %s is damaged; use a backup, or import again into a new one."), damaged.Path)
	case errors.As(err, &newer):
		return c.Language.Say(form.Both("数据库 %s 由更新版本的年报通览写成；请升级程序。", "The database %s was written by a later version of Nianbao; please upgrade."), newer.Path)
	case errors.As(err, &unkept):
		return c.Language.Say(form.Both("报告已存入数据库，但原文件没有留存（%v）；请检查磁盘空间和权限后重新导入。", "The reports were stored, but the files they came from were not kept (%v); check disk space and permissions and import again."), unkept.Err)
	case errors.Is(err, data.ErrNotADatabase):
		return c.Language.Say(form.Both("%s 不是年报通览的数据库；请用 --db 指定另一个文件。", "%s is no database of Nianbao; name another file with --db."), c.db)
	case errors.Is(err, data.ErrUnusablePath):
		return c.Language.Say(form.Both("数据库路径中不能有“?”；请换一个路径。", "The path of the database must not have a “?”; choose another."))
	case errors.Is(err, data.ErrNotReadOnly):
		return c.Language.Say(form.Both("只能执行一条只读的 SELECT 语句。", "Only one SELECT statement that reads is allowed."))
	case errors.Is(err, data.ErrTimeout):
		return c.Language.Say(form.Both("查询用时过长，已停止；请缩小范围。", "The statement took too long and was stopped; narrow it down."))
	case errors.Is(err, data.ErrWriterBusy):
		return c.Language.Say(form.Both("正在进行另一次导入，请稍候再试。", "Another import is under way; try again in a moment."))
	case errors.Is(err, present.ErrNothingToReturn):
		return c.Language.Say(form.Both("这份报告没有核对提示，或都已判定为忽略，无需退回；没有写出文件。", "Nothing was found in this report, or all of it was ignored: there is nothing to send back, and no file was written."))
	case errors.Is(err, present.ErrUnsuitableItem):
		return c.Language.Say(form.Both("这种图画不了这个事项：漏斗图（funnel）只画比率，增减分解（change）只画件数和金额。", "The chart does not draw this item: funnel draws rates, change draws counts and amounts."))
	case errors.Is(err, context.Canceled):
		return c.Language.Say(form.Both("已取消；已完成的部分保留。", "Cancelled; what was finished is kept."))
	}
	return err.Error()
}
