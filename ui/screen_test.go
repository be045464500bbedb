package ui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// rect is a place on the window.
type rect struct{ left, top, right, bottom float32 }

func rectOf(at fyne.Position, size fyne.Size) rect {
	return rect{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

// slack is what a text may be outside its box by rounding.
const slack = 1

func (r rect) holds(in rect) bool {
	return in.left >= r.left-slack && in.right <= r.right+slack && in.top >= r.top-slack && in.bottom <= r.bottom+slack
}

// unlimited removes a limit in the directions in which a view scrolls.
func (r rect) unlimited(d container.ScrollDirection) rect {
	const far = 1e6
	if d == container.ScrollBoth || d == container.ScrollHorizontalOnly {
		r.left, r.right = -far, far
	}
	if d == container.ScrollBoth || d == container.ScrollVerticalOnly {
		r.top, r.bottom = -far, far
	}
	return r
}

// misfits are the texts that do not fit their box, or lie outside one of the boxes around it.
func misfits(o fyne.CanvasObject, at fyne.Position, limits []rect, path string) (found []string) {
	if !o.Visible() {
		return nil
	}
	at = at.Add(o.Position())
	box := rectOf(at, o.Size())
	if _, isText := o.(*canvas.Text); !isText && o.Size().IsZero() { // a layer that only groups
		box = box.unlimited(container.ScrollBoth)
	}
	switch o := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(o.Text) == "" {
			return nil
		}
		need := fyne.MeasureText(strings.TrimRight(o.Text, " "), o.TextSize, o.TextStyle)
		drawn := box
		switch o.Alignment {
		case fyne.TextAlignLeading:
			drawn.right = drawn.left + need.Width
		case fyne.TextAlignTrailing:
			drawn.left = drawn.right - need.Width
		default:
			middle := (drawn.left + drawn.right) / 2
			drawn.left, drawn.right = middle-need.Width/2, middle+need.Width/2
		}
		middle := (drawn.top + drawn.bottom) / 2
		drawn.top, drawn.bottom = middle-need.Height/2+need.Height/6, middle+need.Height/2-need.Height/6 // the room above and below letters may be outside
		for i, limit := range append(limits, box) {
			if !limit.holds(drawn) {
				return []string{fmt.Sprintf("%q at %.0f–%.0f, %.0f–%.0f is outside box %d of %s: %.0f–%.0f, %.0f–%.0f", o.Text,
					drawn.left, drawn.right, drawn.top, drawn.bottom, i, path, limit.left, limit.right, limit.top, limit.bottom)}
			}
		}
		return nil
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, misfits(child, at, append(limits[:len(limits):len(limits)], box), path+"/C")...)
		}
	case *container.Clip:
		inner := make([]rect, len(limits))
		for i, limit := range limits {
			inner[i] = limit.unlimited(container.ScrollBoth)
		}
		found = append(found, misfits(o.Content, at, inner, path+"/clip")...)
	case *container.Scroll:
		inner := make([]rect, len(limits)+1)
		for i, limit := range append(limits[:len(limits):len(limits)], box) {
			inner[i] = limit.unlimited(o.Direction)
		}
		found = append(found, misfits(o.Content, at, inner, path+"/scroll")...)
	case fyne.Widget:
		name := strings.TrimPrefix(fmt.Sprintf("%T", o), "*")
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, misfits(child, at, append(limits[:len(limits):len(limits)], box), path+"/"+name)...)
		}
	}
	return found
}

// screens are the sizes of windows to be tried, in Fyne's units, the menu's bar excepted.
func screens() []fyne.Size {
	return []fyne.Size{{Width: 1024, Height: 600}, {Width: 1093, Height: 614}, {Width: 1366, Height: 768}, {Width: 1600, Height: 900}, {Width: 1920, Height: 1080}, {Width: 3840, Height: 2160}}
}

const menuBar = 32

func TestEveryPaneFitsEveryScreenInBothLanguages(t *testing.T) {
	s := openSampleShell(t)
	s.window.SetPadded(false)
	s.openSQL()
	s.openUnits()
	s.searchTexts()
	at := slices.IndexFunc(s.inventory.units, func(u data.UnitFacet) bool { return u.Reports > 2 })
	report := present.ReportName{Body: s.inventory.units[at].Body, Year: s.inventory.units[at].LastYear}
	for _, l := range words.Languages() {
		s.setLanguage(l)
		for _, size := range screens() {
			size.Height -= menuBar
			s.window.Resize(size)
			for _, pane := range s.header.panes() {
				if pane == ReportPane {
					s.openReport(report, nil, present.Penalties)
				}
				s.state.open(pane)
				where := fmt.Sprintf("%s, pane %d at %.0f×%.0f", l.Tag(), pane, size.Width, size.Height)
				if need := s.window.Content().MinSize(); need.Width > size.Width || need.Height > size.Height {
					t.Errorf("%s needs %.0f×%.0f", where, need.Width, need.Height)
				}
				list := misfits(s.window.Content(), fyne.Position{}, nil, "")
				for i, m := range list {
					if i == 6 {
						t.Errorf("%s: %d more", where, len(list)-i)
						break
					}
					t.Errorf("%s: %s", where, m)
				}
			}
		}
	}
}

func TestTheSizeOfTextIsSteppedAndRemembered(t *testing.T) {
	s := openSampleShell(t)
	t.Setenv(scaleKey, "")
	s.stepTextSize(1)
	if s.textSize() != 110 || os.Getenv(scaleKey) != "1.1" {
		t.Errorf("one step up: %d, scale %s", s.textSize(), os.Getenv(scaleKey))
	}
	if label := s.header.quiet.Options()[0].Label; label != "110%" {
		t.Errorf("the header says %s", label)
	}
	s.window.Resize(s.window.Content().MinSize().AddWidthHeight(10, 10))
	if s.stepTextSize(1); s.textSize() != 110 {
		t.Errorf("text of %d%% is set although the window is too small for it", s.textSize())
	}
	s.setTextSize(usualTextSize)
	if os.Getenv(scaleKey) != "" {
		t.Errorf("the scale stays at %s", os.Getenv(scaleKey))
	}
}
