package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// backupEnding is that of database files; a backup is one.
const backupEnding = ".duckdb"

// saveBackup asks the user where to save a backup, and writes it.
func (s *shell) saveBackup() {
	if s.isBusy() {
		return
	}
	name := s.say.Say(words.BackupName, time.Now().Format("20060102")) + backupEnding
	newSaveDialog(s, s.say.Say(words.BackupTitle), name, s.backUp).show()
}

// isBusy tells the user to wait while an import is running.
func (s *shell) isBusy() bool {
	if s.imports.running {
		s.showMessage(s.say.Say(words.ImportBusy), s.say.Say(words.ImportBusyText))
	}
	return s.imports.running
}

// backUp writes a backup to a path, where the user lets it replace a file.
func (s *shell) backUp(path string) {
	if err := present.CheckTarget(path, s.store.Path(), s.store.Path()+".wal"); err != nil {
		s.showError(err)
		return
	}
	_, err := os.Lstat(path)
	opts := data.BackupOptions{Replace: err == nil}
	s.wait(waitJob{title: words.BackupTitle, doing: words.BackupDoing, work: func(ctx context.Context, tell func(done, total int64)) error {
		opts.Progress = tell
		return s.store.Backup(ctx, path, opts)
	}, done: func(err error) {
		if err != nil {
			s.showError(err)
			return
		}
		size := int64(0)
		if info, err := os.Stat(path); err == nil {
			size = info.Size()
		}
		s.trace.note("backed up", "to", path, "bytes", size)
		s.showMessage(s.say.Say(words.BackupDone), s.say.Say(words.BackupDoneText, path, sizeText(size)))
	}})
}

// chooseBackup lets the user choose a backup to restore, and says what would happen.
func (s *shell) chooseBackup() {
	if s.isBusy() {
		return
	}
	newFileDialog(s, s.say.Say(words.RestoreTitle), fileKind{is: isDatabaseName, next: words.RestoreNext, hint: words.RestoreHint}, s.askRestore).show()
}

// askRestore looks into a backup and asks whether it is to replace the database.
func (s *shell) askRestore(path string) {
	s.tasks.Start(func() {
		found, err := data.Inspect(context.Background(), path)
		if errors.Is(err, data.ErrAlreadyOpen) {
			err = data.ErrSameFile
		}
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			s.trace.note("restore asked", "reports", found.Reports)
			question := s.say.Say(words.RestoreAsk, filepath.Base(path), s.contents(found), filepath.Base(s.store.Path()), present.Count(s.inventory.reports))
			s.confirm(question, words.RestoreConfirm, func() { s.restore(path) })
			s.tracePlaces()
		})
	})
}

// contents says what a backup holds.
func (s *shell) contents(c data.Contents) string {
	if c.Reports == 0 {
		return s.say.Say(words.RestoreEmpty)
	}
	years := strconv.Itoa(c.FirstYear)
	if c.LastYear != c.FirstYear {
		years += "–" + strconv.Itoa(c.LastYear)
	}
	return s.say.Say(words.RestoreContents, present.Count(c.Reports), years, c.LastImport.Local().Format("2006-01-02 15:04"))
}

// restore makes a backup ready beside the database; what swaps the two closes this shell.
func (s *shell) restore(path string) {
	if s.isBusy() {
		return
	}
	var ready *data.Restore
	s.wait(waitJob{title: words.RestoreTitle, doing: words.RestoreDoing, work: func(ctx context.Context, tell func(done, total int64)) (err error) {
		ready, err = data.PrepareRestore(ctx, path, s.store.Path(), tell)
		if err == nil && ctx.Err() != nil {
			err = errors.Join(ctx.Err(), ready.Discard())
		}
		return err
	}, done: func(err error) {
		if err != nil {
			s.showError(err)
			return
		}
		s.onRestore(ready)
	}})
}
