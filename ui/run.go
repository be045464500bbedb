package ui

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"nianbao/ui/errorlog"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// Options say what the window opens.
type Options struct {
	Path    string // of the database
	Version string // of the program
	Log     *errorlog.Log
}

// ErrNoDisplay means that there is no screen to open a window on.
var ErrNoDisplay error = noDisplay{}

type noDisplay struct{}

func (noDisplay) Error() string { return "no display" }

// Explain returns the words for the user.
func (noDisplay) Explain(say words.Language) string { return say.Say(words.ErrorNoDisplay) }

const appID = "cn.nianbao.desktop"

// Run opens the window on a database and returns when it is closed. If the database does
// not open, the window explains why and offers what can be done. The error is
// ErrNoDisplay if there is no screen.
func Run(ctx context.Context, o Options) error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		return ErrNoDisplay
	}
	app.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: words.Chinese.Say(words.AppName), Version: o.Version, Icon: programIcon(),
		Migrations: map[string]bool{"fyneDo": true},
	})
	a := app.NewWithID(appID)
	a.SetIcon(programIcon())
	o.Log.CatchCrashes()
	d := newStartup(a, o, task.Background())
	d.trace = newTracer()
	d.onClose = d.exitAnyway
	a.Lifecycle().SetOnStarted(func() {
		fitScreen(d.window)
		d.open()
	})
	ctx, release := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer release()
	stop := context.AfterFunc(ctx, func() { fyne.Do(d.close); d.exitAnyway() })
	defer stop()
	d.window.ShowAndRun()
	return d.closeStore()
}

// patience is how long Fyne may take to quit.
const patience = 3 * time.Second

// exitAnyway ends the process if Fyne does not. Fyne 2.8 waits forever if an event
// arrives just as its loop ends, and the database would stay locked.
func (d *startup) exitAnyway() {
	time.AfterFunc(patience, func() {
		_ = d.closeStore()
		os.Exit(0)
	})
}
