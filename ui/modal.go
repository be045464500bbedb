package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/control"
	"nianbao/ui/words"
)

// modal is a dialog over the window. Every dialog is one of these, so that Escape closes
// each of them, Enter does its main action, and the window's shortcuts sleep behind it.
type modal struct {
	shell   *shell
	popUp   *widget.PopUp
	content fyne.CanvasObject
	scroll  *container.Scroll // around the content, if the window is too low for it
	accept  func()            // on Enter; nil does nothing
	cancel  func()            // on Escape; nil closes the dialog
	closed  func()            // called when the dialog has closed; may be nil
}

// newModal returns a dialog that Show opens.
func (s *shell) newModal(title string, content fyne.CanvasObject, accept func()) *modal {
	m := &modal{shell: s, content: content, accept: accept}
	head := control.NewText(strings.TrimSuffix(title, "…"), control.TextStyle{Size: theme.SizeNameSubHeadingText, Bold: true})
	m.scroll = container.NewVScroll(content)
	m.popUp = widget.NewModalPopUp(control.Pad(control.NewDock(control.Pad(head, 0, 6), nil, nil, nil, m.scroll), 20, 14), s.window.Canvas())
	return m
}

// showModal opens a dialog.
func (s *shell) showModal(title string, content fyne.CanvasObject, accept func()) *modal {
	m := s.newModal(title, content, accept)
	m.Show()
	return m
}

// showPage opens a dialog with something to read, in a room that a low window shortens.
func (s *shell) showPage(title words.Word, content fyne.CanvasObject, room fyne.Size) {
	scroll := container.NewVScroll(control.Pad(content, 0, 4))
	var m *modal
	hide := func() { m.Hide() }
	buttons := container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), mainButton(s.say.Say(words.Close), hide))
	m = s.showModal(s.say.Say(title), container.NewStack(s.dialogRoom(room.Width, room.Height), control.NewDock(nil, control.Pad(buttons, 0, 8), nil, nil, scroll)), hide)
}

// Show opens the dialog above all others.
func (m *modal) Show() {
	s := m.shell
	s.closePopUps()
	s.modals = append(s.modals, m)
	m.Fit()
	m.popUp.Show()
	s.tasks.Show(s.tracePlaces)
}

// Hide closes the dialog. The focus returns to what had it before. Fyne closes whatever
// is above a dialog with it, so those above are opened again.
func (m *modal) Hide() {
	s := m.shell
	i := slices.Index(s.modals, m)
	if i < 0 {
		return
	}
	above := slices.Clone(s.modals[i+1:])
	for _, other := range above {
		other.popUp.Hide()
	}
	s.modals = append(s.modals[:i:i], above...)
	m.popUp.Hide()
	for _, other := range above {
		other.popUp.Show()
	}
	if m.closed != nil {
		m.closed()
	}
	s.tracePlaces()
}

// Fit makes the dialog as large as its content, but not larger than the window.
func (m *modal) Fit() {
	room := m.popUp.Canvas.Size().SubtractWidthHeight(dialogEdge, dialogEdge+dialogHead)
	m.scroll.SetMinSize(m.content.MinSize().Min(room.Max(fyne.NewSize(200, 100))))
	m.popUp.Resize(m.popUp.MinSize())
}

// dialogRoom is the room of a dialog that is mostly a list: less high in a low window.
func (s *shell) dialogRoom(width, height float32) *control.Background {
	room := control.NewGap(0)
	room.Min = fyne.NewSize(width, max(160, min(height, s.window.Canvas().Size().Height-dialogEdge-dialogHead)))
	return room
}

// What a dialog takes around its content: margins, and its title with the window's menu.
const (
	dialogEdge = 56
	dialogHead = 70
)

// isAsking reports whether a dialog is open.
func (s *shell) isAsking() bool { return len(s.modals) > 0 }

// topModal is the dialog in front, nil if none is open.
func (s *shell) topModal() *modal {
	if len(s.modals) == 0 {
		return nil
	}
	return s.modals[len(s.modals)-1]
}

// closePopUps closes lists and menus that are open above the window or a dialog, and
// reports whether there was one.
func (s *shell) closePopUps() bool {
	overlays := s.window.Canvas().Overlays()
	open := overlays.List()
	if len(open) <= len(s.modals) {
		return false
	}
	overlays.Remove(open[len(s.modals)])
	return true
}

// typedInModal handles a key while a dialog is open, and reports whether one is.
func (s *shell) typedInModal(e *fyne.KeyEvent) bool {
	m := s.topModal()
	if m == nil {
		return false
	}
	switch e.Name {
	case fyne.KeyEscape:
		if m.cancel != nil {
			m.cancel()
		} else {
			m.Hide()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.accept != nil {
			m.accept()
		}
	}
	return true
}
