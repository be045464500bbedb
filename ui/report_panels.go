package ui

import (
	"fyne.io/fyne/v2"

	"nianbao/ui/control"
	"nianbao/ui/words"
)

// Widths of the window. From the first, findings and source have a panel each, at both
// sides of the form; below it they share one, which below the second is shown on demand.
const (
	aroundPage     = 2*pageMargin + 20
	twoPanelsWidth = pageWidth + aroundPage + findingListWidth + sourcePanelWidth
	onePanelWidth  = leastPage + aroundPage + findingListWidth
)

// Widths between which the form adapts to the window.
const (
	leastPage  = 620
	widestPage = 840
)

// widestPanel is the width up to which a panel grows with the window.
const widestPanel = 340

// fold arranges the panels around the form for a width of the window; 0 is not known yet.
func (p *reportPane) fold(width float32) {
	p.narrow = width > 0 && width < twoPanelsWidth
	if narrowest := p.narrow && width < onePanelWidth; narrowest != p.narrowest {
		p.narrowest, p.panelHidden = narrowest, narrowest
	}
	room := min(max((width-pageWidth-aroundPage)/2, findingListWidth), widestPanel)
	switch {
	case width == 0:
	case !p.narrow:
		p.setPageWidth(width - aroundPage - 2*room)
	case p.panelHidden:
		p.setPageWidth(width - aroundPage)
	default:
		p.setPageWidth(width - aroundPage - room)
	}
	for _, ground := range []*control.Background{p.findings.ground, p.source.ground} {
		ground.Min = fyne.NewSize(room, 0)
	}
	p.showPanel(p.sourceShown)
}

func (p *reportPane) setPageWidth(width float32) {
	width = float32(int(min(max(width, leastPage), widestPage)))
	p.page.SetWidth(width)
	p.heading.SetWidth(width)
}

// tapPanel shows a panel, or hides the one shown.
func (p *reportPane) tapPanel(source bool) {
	p.panelHidden = !p.panelHidden && p.sourceShown == source
	p.sourceShown = source
	p.fold(p.shell.folding.width)
}

// showPanel shows the source, or else the findings, if there is room for one of them only.
func (p *reportPane) showPanel(source bool) {
	p.sourceShown = source
	control.SetVisible(p.panels, p.narrow)
	content := control.NewDock(nil, nil, p.findings.box, p.source.box, p.middle)
	if p.narrow {
		say := p.shell.say
		p.panels.SetOptions([]control.Option{{Label: say.Say(words.ReportFindings), Chosen: !source && !p.panelHidden}, {Label: say.Say(words.SourcePanel), Chosen: source && !p.panelHidden}})
		content = control.NewDock(nil, nil, p.findings.box, nil, p.middle)
		switch {
		case p.panelHidden:
			content = control.NewDock(nil, nil, nil, nil, p.middle)
		case source:
			content = control.NewDock(nil, nil, p.source.box, nil, p.middle)
		}
	}
	p.tools.Refresh()
	p.main.Objects = []fyne.CanvasObject{content}
	p.main.Refresh()
}
