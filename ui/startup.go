package ui

import (
	"context"
	"errors"
	"os"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// startup is the window before its store is open. It explains why a store does not open
// and offers what can be done; once it is open, the shell fills the window.
type startup struct {
	app     fyne.App
	window  fyne.Window
	options Options
	tasks   task.Runner
	trace   *tracer
	lane    *task.Lane

	baseScale float64 // of the system, without the user's size of text

	store   *data.Store
	closing sync.Once // of the store
	shell   *shell
	say     words.Language
	onClose func() // the window is about to close
}

// The initial size of the window, which fitScreen makes smaller if the screen is.
const (
	firstWidth  = 1320
	firstHeight = 690
)

func newStartup(a fyne.App, o Options, t task.Runner) *startup {
	d := &startup{app: a, window: a.NewWindow(words.Chinese.Say(words.AppName)), options: o, tasks: t, lane: task.NewLane(t), onClose: func() {}}
	prefs := a.Preferences()
	d.baseScale = baseScale(os.Getenv)
	setScale(d.baseScale, prefs.IntWithFallback(prefTextSize, usualTextSize))
	d.say = words.OfTag(prefs.String(prefLanguage))
	a.Settings().SetTheme(themeFor(look.Appearance(prefs.Int(prefAppearance))))
	d.window.SetContent(control.NewBackground(theme.ColorNameBackground))
	d.window.SetPadded(false)
	d.window.SetMaster()
	d.window.Resize(fyne.NewSize(float32(prefs.FloatWithFallback(prefWidth, firstWidth)), float32(prefs.FloatWithFallback(prefHeight, firstHeight))))
	d.window.CenterOnScreen()
	d.window.SetCloseIntercept(d.close)
	return d
}

// open opens the store and then fills the window with the shell.
func (d *startup) open() {
	task.Ask(d.lane, func(ctx context.Context) (*data.Store, error) {
		return data.Open(ctx, d.options.Path, data.Options{})
	}, func(store *data.Store, err error) {
		if err != nil {
			d.explain(err)
			return
		}
		d.fill(store)
		d.shell.showNotices()
		d.trace.note("ready", "path", store.Path())
	})
}

// fill fills the window with a shell on a store.
func (d *startup) fill(store *data.Store) {
	d.store = store
	d.shell = newShell(d.app, d.window, store, d.tasks)
	d.shell.trace, d.shell.about.program, d.shell.errors = d.trace, d.options.Version, d.options.Log
	d.shell.baseScale = d.baseScale
	d.shell.onQuit, d.shell.onRestore, d.shell.onOpen = d.close, d.restore, d.openOther
	d.shell.loadPreferences()
	d.shell.rememberDatabase()
	d.shell.start()
}

// explain shows why the store does not open and what can be done.
func (d *startup) explain(err error) {
	const doing = "opening the database"
	p := present.Explain(err, d.say)
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(10), layout.NewSpacer())
	if p.Unforeseen {
		if path := d.options.Log.Note(doing, err); path != "" {
			p.Text = d.say.Say(words.ErrorLogged, p.Text, path)
		}
		report := d.options.Log.Report(doing, err)
		buttons.Add(control.NewButton(d.say.Say(words.ErrorCopyReport), func() { d.app.Clipboard().SetContent(report) }))
	}
	text := widget.NewLabel(p.Text)
	text.Wrapping = wrapping(d.say)
	var damaged *data.DamagedError
	if errors.As(err, &damaged) && damaged.Log != "" {
		aside := control.NewButton(d.say.Say(words.SetLogAside), d.setLogAside)
		aside.Importance = widget.HighImportance
		buttons.Add(aside)
	}
	buttons.Add(control.NewButton(d.say.Say(words.Retry), d.open))
	buttons.Add(control.NewButton(d.say.Say(words.Quit), d.close))
	room := control.NewGap(0)
	room.Min = fyne.NewSize(560, 0)
	card := container.NewVBox(control.NewText(p.Title, control.TextStyle{Size: theme.SizeNameHeadingText, Bold: true}), control.NewGap(4), text, control.NewGap(10), buttons)
	framed := container.NewStack(room, control.NewFrame(look.Surface, look.Border, 8), control.Pad(card, 24, 20))
	d.window.SetContent(container.NewStack(control.NewBackground(theme.ColorNameBackground), container.NewCenter(framed)))
	d.trace.note("closed door", "error", err)
}

// setLogAside moves a damaged log, with the changes in it, out of the way and opens the
// store again.
func (d *startup) setLogAside() {
	task.Ask(d.lane, func(context.Context) ([]string, error) { return data.SetLogAside(d.options.Path) }, func(_ []string, err error) {
		if err != nil {
			d.explain(err)
			return
		}
		d.open()
	})
}

// close ends the program: an import under way is cancelled first and keeps what it has
// saved; a backup is removed.
func (d *startup) close() {
	size := d.window.Canvas().Size()
	d.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	d.app.Preferences().SetFloat(prefHeight, float64(size.Height))
	if d.shell != nil && d.shell.imports.running {
		d.shell.imports.onDone = d.leave
		d.shell.imports.stop()
		return
	}
	if d.shell != nil && d.shell.waiting != nil {
		d.shell.waiting.ended = d.leave
		d.shell.waiting.end()
		return
	}
	d.leave()
}

func (d *startup) leave() {
	d.onClose()
	d.window.Close()
}

func (d *startup) closeStore() (err error) {
	d.closing.Do(func() {
		if d.store != nil {
			err = d.store.Close()
		}
	})
	return err
}

// quit closes the window, which waits for a running import.
func (s *shell) quit() { s.onQuit() }
