package ui

import (
	_ "embed"

	"fyne.io/fyne/v2"

	"nianbao/ui/icon"
)

//go:embed drop.svg
var dropSVG []byte

// programIcon is the program's mark.
func programIcon() fyne.Resource { return fyne.NewStaticResource("icon.png", icon.PNG) }

// dropImage is the picture of reports on the first screen.
func dropImage() fyne.Resource { return fyne.NewStaticResource("drop.svg", dropSVG) }
