package ui

import (
	"fyne.io/fyne/v2"

	"nianbao/ui/control"
	"nianbao/ui/words"
)

// twoPanelsWidth is the width of the window from which findings and source have a panel
// each, at both sides of the form. Below it they share one.
const twoPanelsWidth = pageWidth + 2*pageMargin + findingListWidth + sourcePanelWidth + 20

// widestPanel is the width up to which a panel grows with the window.
const widestPanel = 340

// fold arranges the panels around the form for a width of the window; 0 is not known yet.
func (p *reportPane) fold(width float32) {
	p.narrow = width > 0 && width < twoPanelsWidth
	room := min(max((width-pageWidth-2*pageMargin-20)/2, findingListWidth), widestPanel)
	for _, ground := range []*control.Background{p.findings.ground, p.source.ground} {
		ground.Min = fyne.NewSize(room, 0)
	}
	p.showPanel(p.sourceShown)
}

// showPanel shows the source, or else the findings, if there is room for one of them only.
func (p *reportPane) showPanel(source bool) {
	p.sourceShown = source
	content := control.NewDock(nil, nil, p.findings.box, p.source.box, p.middle)
	if p.narrow {
		say := p.shell.say
		p.panels.SetOptions([]control.Option{{Label: say.Say(words.ReportFindings), Chosen: !source}, {Label: say.Say(words.SourcePanel), Chosen: source}})
		panel := p.findings.box
		if source {
			panel = p.source.box
		}
		content = control.NewDock(nil, nil, control.NewDock(control.Pad(p.panels, 8, 6), nil, nil, nil, panel), nil, p.middle)
	}
	p.main.Objects = []fyne.CanvasObject{content}
	p.main.Refresh()
}
