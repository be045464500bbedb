package words

import "nianbao/data/form"

// Backup and restore in the window.
var (
	BackupMenu     = form.Both("备份…", "Back up…")
	BackupTitle    = form.Both("备份", "Backup")
	BackupName     = form.Both("年报通览备份%s", "nianbao-backup-%s")
	BackupDoing    = form.Both("正在写备份", "Writing the backup")
	BackupDone     = form.Both("已备份", "Backed up")
	BackupDoneText = form.Both("备份文件：%s（%s）。其中有数据、原文件、核对结论和保存的视图；可直接打开，也可复制到其他电脑上打开。", "The backup is %s (%s). It has the data, the originals, your decisions and the saved views; it can be opened directly, also on another machine.")

	RestoreMenu     = form.Both("从备份恢复…", "Restore a backup…")
	RestoreTitle    = form.Both("从备份恢复", "Restore a backup")
	RestoreNext     = form.Both("下一步", "Next")
	RestoreHint     = form.Both("点选一个备份文件；恢复前会再询问", "Select a backup; you will be asked before anything is replaced")
	RestoreAsk      = form.Both("用备份代替现在的数据库？\n备份：%s，%s\n现在：%s，%s 份报告\n现在的数据库不会删除，会保存在旁边，文件名后加上日期和时间。", "Replace the current database with the backup?\nBackup: %s, %s\nCurrent: %s, %s {report|reports}\nThe current database is not deleted: it stays in the same folder, with date and time added to its name.")
	RestoreContents = form.Both("%s 份报告，%s 年，最近导入于 %s", "%s {report|reports} of %s, last import %s")
	RestoreEmpty    = form.Both("没有报告", "no reports")
	RestoreConfirm  = form.Both("恢复", "Restore")
	RestoreDoing    = form.Both("正在读取备份", "Reading the backup")
	RestoreDone     = form.Both("已恢复", "Restored")
	RestoreDoneText = form.Both("现在显示的是备份中的数据。恢复前的数据库保存在 %s，需要时可以从它恢复。", "The data shown now is that of the backup. The previous database is kept as %s and can be restored from there.")
	RestoreGap      = form.Both("其中 %d 个原文件读不出，没有恢复；数字不受影响。", "%d {original|originals} could not be read and were not restored; no figure is affected.")

	WaitBytes = form.Both("%s / %s", "%s of %s")
)
