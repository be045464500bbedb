package ui

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/ui/control"
	"nianbao/ui/grid"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// findingsPane lists what the checks found in the reports of the choice.
type findingsPane struct {
	shell      *shell
	box        fyne.CanvasObject
	severities *control.Choice
	rules      *control.Dropdown
	grid       *grid.Grid
	empty      fyne.CanvasObject
	title      *control.Text
	detail     *widget.Label
	lane       *lane

	all   []data.Found // of the query
	shown []data.Found // of the severities and rules chosen
}

// findingsLimit is how many findings are listed; a truncated list says so.
const findingsLimit = 20_000

func newFindingsPane(s *shell) *findingsPane {
	p := &findingsPane{shell: s, lane: newLane(s.tasks)}
	p.severities = control.NewSegments(p.severityOptions())
	p.severities.OnTap = func(i int) { s.state.change(func(c *Choice) { c.Severities = severityChoice(i) }) }
	p.rules = control.NewDropdown(control.NewTicks(s.say.Say(words.FindingsRuleHint), s.say.Say(words.FilterNothing), control.Many), fyne.NewSize(320, 380), true)
	p.rules.OnPick = func(id string) { s.state.change(func(c *Choice) { c.Rules = toggled(c.Rules, id) }) }
	p.grid = grid.New(marks(s.say))
	p.grid.OnSelect = func(r grid.Range) { p.explain(r.Row0) }
	p.title = control.NewText("", control.TextStyle{Bold: true})
	p.detail = widget.NewLabel("")
	p.detail.Wrapping = wrapping(s.say)
	p.empty = container.NewStack(control.NewGround(look.Surface), container.NewCenter(control.NewText(s.say.Say(words.NoFindings), control.TextStyle{Size: theme.SizeNameSubHeadingText, Color: look.Muted, Fixed: true})))
	width := control.NewGap(0)
	width.Min = fyne.NewSize(200, 30)
	bar := container.New(layout.NewCustomPaddedHBoxLayout(10), container.NewCenter(p.severities), container.NewCenter(container.NewStack(width, p.rules)))
	room := control.NewGround(look.Surface)
	room.Min = fyne.NewSize(0, 112)
	about := control.NewDock(control.NewRule(look.Border), nil, nil, nil, container.NewStack(room, control.NewDock(pad(p.title, 12, 6), nil, nil, nil, container.NewVScroll(pad(p.detail, 6, 0)))))
	list := container.NewStack(control.NewGround(look.Surface), p.grid, p.empty)
	p.box = control.NewDock(control.NewDock(nil, control.NewRule(look.Border), nil, nil, pad(bar, 12, 5)), about, nil, nil, list)
	return p
}

// severities in the order of the segments, behind “all”.
func severities() []form.Severity {
	return []form.Severity{form.SeverityError, form.SeverityWarning, form.SeverityHint}
}

func severityChoice(segment int) []form.Severity {
	if segment == 0 {
		return nil
	}
	return severities()[segment-1 : segment]
}

func severityName(s form.Severity) words.Word {
	switch s {
	case form.SeverityError:
		return words.SeverityError
	case form.SeverityWarning:
		return words.SeverityWarning
	}
	return words.SeverityHint
}

func (p *findingsPane) content() fyne.CanvasObject { return p.box }

func (p *findingsPane) focus() { p.shell.window.Canvas().Focus(p.grid) }

func (p *findingsPane) load() {
	q := p.shell.state.choice.Query
	ask(p.lane, func(ctx context.Context) ([]data.Found, error) {
		return p.shell.store.Findings(ctx, data.FindingFilter{Query: q, Limit: findingsLimit})
	}, func(found []data.Found, err error) {
		if err != nil {
			p.shell.fail(err)
			return
		}
		p.all = found
		p.show()
	})
}

// show narrows the findings to the severities and rules chosen.
func (p *findingsPane) show() {
	c := p.shell.state.choice
	p.shown = nil
	for _, f := range p.all {
		if c.hasSeverity(f) && c.hasRule(f) {
			p.shown = append(p.shown, f)
		}
	}
	p.severities.SetOptions(p.severityOptions())
	p.showRules()
	p.grid.SetData(grid.Data{Columns: p.columns(), Rows: len(p.shown), Frozen: 2, Cell: p.cell})
	p.empty.Hide()
	if len(p.shown) == 0 {
		p.empty.Show()
	}
	p.explain(0)
	p.shell.status.show()
	p.shell.trace.note("findings", "rows", len(p.shown), "all", len(p.all))
}

func (p *findingsPane) summary() string {
	if len(p.all) == findingsLimit {
		return p.shell.say.Say(words.FindingsTruncated, number(findingsLimit))
	}
	return p.shell.say.Say(words.FindingsCount, number(len(p.shown)))
}

func (c Choice) hasSeverity(f data.Found) bool {
	return len(c.Severities) == 0 || slices.Contains(c.Severities, f.Severity)
}

func (c Choice) hasRule(f data.Found) bool {
	return len(c.Rules) == 0 || slices.Contains(c.Rules, f.Rule)
}

func (p *findingsPane) severityOptions() []control.Option {
	c, say := p.shell.state.choice, p.shell.say
	counts, all := map[form.Severity]int{}, 0
	for _, f := range p.all {
		if c.hasRule(f) {
			counts[f.Severity]++
			all++
		}
	}
	options := []control.Option{{Label: say.Say(words.SeverityAll) + " " + strconv.Itoa(all), Chosen: len(c.Severities) == 0}}
	for _, s := range severities() {
		options = append(options, control.Option{Label: say.Say(severityName(s)) + " " + strconv.Itoa(counts[s]), Chosen: slices.Contains(c.Severities, s)})
	}
	return options
}

func (p *findingsPane) showRules() {
	c, say := p.shell.state.choice, p.shell.say
	counts := map[string]int{}
	for _, f := range p.all {
		if c.hasSeverity(f) {
			counts[f.Rule]++
		}
	}
	var lines []control.Tick
	for _, r := range form.Rules() {
		on := slices.Contains(c.Rules, r.ID)
		if counts[r.ID] > 0 || on {
			lines = append(lines, control.Tick{ID: r.ID, Label: ruleName(r.ID, say), Count: strconv.Itoa(counts[r.ID]), On: on})
		}
	}
	p.rules.Ticks.SetLines(lines)
	switch len(c.Rules) {
	case 0:
		p.rules.SetText(say.Say(words.FindingsAllRules))
	case 1:
		p.rules.SetText(ruleName(c.Rules[0], say))
	default:
		p.rules.SetText(say.Say(words.FindingsRules, len(c.Rules)))
	}
}

func ruleName(id string, say words.Language) string {
	r, ok := form.RuleByID(id)
	if !ok {
		return id
	}
	return sayWords(say, data.Words{Chinese: r.Name, English: r.English})
}
