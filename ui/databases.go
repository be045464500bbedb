package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// mostRecent is how many databases are offered to be opened again.
const mostRecent = 8

// databaseItems are the menu items about databases as files.
func (s *shell) databaseItems() []*fyne.MenuItem {
	recent := fyne.NewMenuItem(s.say.Say(words.DatabaseRecent), nil)
	recent.ChildMenu = fyne.NewMenu("")
	for _, path := range s.recent() {
		if path != s.store.Path() {
			recent.ChildMenu.Items = append(recent.ChildMenu.Items, s.named(path, nil, func() { s.openDatabase(path) }))
		}
	}
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	if recent.Disabled {
		recent.ChildMenu = nil
	}
	return []*fyne.MenuItem{
		s.item(words.DatabaseNew, nil, s.newDatabase),
		s.item(words.DatabaseOpen, nil, s.chooseDatabase), recent,
		s.item(words.DatabaseSaveAs, nil, s.saveDatabaseAs),
	}
}

// recent are the databases opened last that still exist, the latest first.
func (s *shell) recent() []string {
	return slices.DeleteFunc(s.app.Preferences().StringList(prefRecent), func(path string) bool {
		_, err := os.Stat(path)
		return err != nil
	})
}

// rememberDatabase puts the open database at the front of the recent ones.
func (s *shell) rememberDatabase() {
	path := s.store.Path()
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	list := slices.DeleteFunc(s.recent(), func(other string) bool { return other == path })
	s.app.Preferences().SetStringList(prefRecent, append([]string{path}, list[:min(len(list), mostRecent-1)]...))
}

// title is the title of the window: the database, and whether it can be changed.
func (s *shell) title() string {
	title := s.say.Say(words.TitleDatabase, filepath.Base(s.store.Path()), s.say.Say(words.AppName))
	if s.store.ReadOnly() {
		title = s.say.Say(words.TitleReadOnly, title)
	}
	return title
}

func (s *shell) chooseDatabase() {
	kind := fileKind{is: isDatabaseName, next: words.DatabaseOpenDo, hint: words.DatabaseHint}
	newFileDialog(s, s.say.Say(words.DatabaseOpen), kind, s.openDatabase).show()
}

func (s *shell) newDatabase() {
	newSaveDialog(s, s.say.Say(words.DatabaseNew), s.say.Say(words.DatabaseName)+backupEnding, func(path string) {
		if _, err := os.Stat(path); err == nil { // nothing is ever written over a database
			s.showMessage(s.say.Say(words.SaverExists), s.say.Say(words.DatabaseExists, path))
			return
		}
		s.openDatabase(path)
	}).show()
}

// openDatabase opens another database in the window, or creates it.
func (s *shell) openDatabase(path string) {
	if !s.isBusy() {
		s.onOpen(path)
	}
}

// saveDatabaseAs copies the database with its originals to a new file and goes on there.
func (s *shell) saveDatabaseAs() {
	if s.isBusy() {
		return
	}
	newSaveDialog(s, s.say.Say(words.DatabaseSaveAs), filepath.Base(s.store.Path()), s.copyDatabaseTo).show()
}

func (s *shell) copyDatabaseTo(path string) {
	if err := present.CheckTarget(path, s.store.Path(), s.store.Path()+".wal"); err != nil {
		s.showError(err)
		return
	}
	_, err := os.Lstat(path)
	opts := data.BackupOptions{Replace: err == nil}
	s.wait(waitJob{title: words.DatabaseSaveAs, doing: words.BackupDoing, work: func(ctx context.Context, tell func(done, total int64)) error {
		opts.Progress = tell
		return s.store.Backup(ctx, path, opts)
	}, done: func(err error) {
		if err != nil {
			s.showError(err)
			return
		}
		s.openDatabase(path)
	}})
}

// openOther opens another database and then closes the one before. If the other does not
// open, nothing changes but a message.
func (d *startup) openOther(path string) {
	type opened struct{ store, before *data.Store }
	before := d.store
	task.Ask(d.lane, func(ctx context.Context) (opened, error) {
		store, err := data.Open(ctx, path, data.Options{})
		return opened{store, before}, err
	}, func(o opened, err error) {
		if err != nil {
			d.shell.showError(err)
			return
		}
		d.shell.retire()
		d.options.Path = path
		d.fill(o.store)
		d.shell.showNotices()
		d.trace.note("opened", "path", path)
		d.tasks.Start(func() {
			ctx, cancel := context.WithTimeout(context.Background(), swapLongest)
			defer cancel()
			if err := errors.Join(o.before.WaitIdle(ctx), o.before.Close()); err != nil {
				d.options.Log.Note("closing a database", err)
			}
		})
	})
}
