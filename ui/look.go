package ui

import (
	"os"
	"runtime"

	"nianbao/ui/look"
)

// themeFor is the theme for a choice. A Linux machine without a desktop session does not
// tell whether it is light or dark. Fyne then chooses dark, but a report is easier to
// read on light.
func themeFor(a look.Appearance) *look.Theme {
	if a == look.System && runtime.GOOS == "linux" && os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		a = look.Light
	}
	return look.New(a)
}
