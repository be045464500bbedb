package ui

import (
	"bytes"
	"context"
	"errors"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/chart"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// drawn is the chart as shown, without the series that are switched off.
func (p *chartPane) drawn() chart.Model { return p.picture.Model.Without(p.hidden) }

// outgoing is the chart shown, with filters and notes in its caption.
func (p *chartPane) outgoing() chart.Model { return p.picture.Outgoing(p.drawn()) }

// copyText puts the sentence and the numbers on the clipboard.
func (p *chartPane) copyText() {
	if p.picture.Model == nil {
		return
	}
	p.shell.app.Clipboard().SetContent(p.outgoing().TextEquivalent().Text())
	p.shell.status.showSelection(p.shell.say.Say(words.TextCopied))
}

// copyPicture puts the chart on the clipboard as a picture.
func (p *chartPane) copyPicture() {
	s := p.shell
	if p.picture.Model == nil {
		return
	}
	model, say := p.outgoing(), s.say
	s.tasks.Start(func() {
		var png bytes.Buffer
		err := present.WritePicture(&png, model, present.PNG, say)
		if err == nil {
			err = copyPicture(context.Background(), png.Bytes())
		}
		s.tasks.Show(func() {
			switch {
			case errors.Is(err, errNoPictureTool):
				s.showMessage(say.Say(words.CopyPicture), say.Say(words.ErrorNoPictureTool))
			case err != nil:
				s.showError(err)
			default:
				s.status.showSelection(say.Say(words.PictureCopied))
				s.trace.note("picture copied", "bytes", png.Len())
			}
		})
	})
}

// saveAs asks the user where to save the chart in a format and writes it.
func (p *chartPane) saveAs(format present.ChartFormat) {
	s := p.shell
	if p.picture.Model == nil {
		return
	}
	model := p.outgoing()
	name := model.TextEquivalent().Title + "." + string(format)
	newSaveDialog(s, s.say.Say(words.SaveChart), name, func(path string) { p.writeTo(path, model, format) }).show()
}

// writeTo writes a chart to a path; a failure leaves no incomplete file.
func (p *chartPane) writeTo(path string, model chart.Model, format present.ChartFormat) {
	s, say := p.shell, p.shell.say
	s.saveFile(path, func(w io.Writer) error { return present.WritePicture(w, model, format, say) }, func(bytes int) {
		s.status.showSelection(say.Say(words.ChartSaved, path))
		s.trace.note("chart saved", "file", path, "bytes", bytes)
	})
}

// exportItems are the menu items that export the chart.
func (p *chartPane) exportItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, f := range present.ChartFormats() {
		items = append(items, fyne.NewMenuItem(p.shell.say.Say(formatWord(f)), func() { p.saveAs(f) }))
	}
	return items
}

func formatWord(f present.ChartFormat) words.Word {
	switch f {
	case present.SVG:
		return words.SaveSVG
	case present.PDF:
		return words.SavePDF
	case present.XLSX:
		return words.SaveXLSX
	case present.TXT:
		return words.SaveTXT
	}
	return words.SavePNG
}

// showExport opens the list of formats above the bottom line of the pane.
func (p *chartPane) showExport() {
	menu := widget.NewPopUpMenu(fyne.NewMenu("", p.exportItems()...), p.shell.window.Canvas())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.out)
	menu.ShowAtPosition(at.AddXY(p.out.Size().Width-menu.MinSize().Width, -menu.MinSize().Height-2))
}
