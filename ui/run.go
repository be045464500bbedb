package ui

import (
	"context"
	"errors"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"nianbao/ui/words"
)

// Options say what the window opens.
type Options struct {
	Path    string // of the database
	Version string // of the program
}

// ErrNoDisplay says that there is no screen to open a window on.
var ErrNoDisplay = errors.New(words.Chinese.Say(words.ErrorNoDisplay) + "\n" + words.English.Say(words.ErrorNoDisplay))

const appID = "cn.nianbao.desktop"

// Run opens the window on a database and returns when it is closed. A database that does not
// open is explained in the window, which offers what can be done. The error is ErrNoDisplay
// where there is no screen.
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
	d := newDoor(a, o, background())
	d.trace = newTracer()
	a.Lifecycle().SetOnStarted(func() { d.open() })
	stop := context.AfterFunc(ctx, func() { fyne.Do(d.close) })
	defer stop()
	d.window.ShowAndRun()
	return d.closeStore()
}
