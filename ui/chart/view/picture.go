package view

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nianbao/ui/chart"
)

// pictureItems is how many items are painted as Fyne objects. With more, the frame rate would fall
// below 60 a second, and one picture is faster.
const pictureItems = 1500

// picture paints a whole list as one object.
type picture struct {
	raster *canvas.Raster
	fonts  *chart.Fonts
	source [2]fyne.Resource
}

// paint returns the object, or nil if the theme's fonts cannot be read.
func (p *picture) paint(l chart.List, items []chart.Item, ground color.NRGBA, size fyne.Size) fyne.CanvasObject {
	if !p.load() {
		return nil
	}
	l.Items = items
	if p.raster == nil {
		p.raster = canvas.NewRaster(nil)
	}
	p.raster.Generator = func(w, _ int) image.Image {
		return l.Image(p.fonts, ground, float64(w)/max(1, l.Width))
	}
	p.raster.Move(fyne.NewPos(0, 0))
	p.raster.Resize(size)
	p.raster.Refresh()
	return p.raster
}

// load reads the fonts of the current theme, once.
func (p *picture) load() bool {
	theme := fyne.CurrentApp().Settings().Theme()
	source := [2]fyne.Resource{theme.Font(fyne.TextStyle{}), theme.Font(fyne.TextStyle{Bold: true})}
	if p.fonts != nil && source == p.source {
		return true
	}
	fonts, err := chart.NewFonts(source[0].Content(), source[1].Content())
	if err != nil {
		fyne.LogError("Cannot read the fonts of the theme", err)
		return false
	}
	p.fonts, p.source = fonts, source
	return true
}
