package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/words"
)

// waitDialog covers the window during long work, shows its progress and lets the user
// cancel it.
type waitDialog struct {
	shell   *shell
	dialog  *modal
	cancel  context.CancelFunc
	bar     *control.Progress
	count   *control.Text
	stop    *control.Button
	counted func(done, total int64) string
	ended   func() // called at the end, because the window is waiting to close
}

// waitJob is work during which the user waits.
type waitJob struct {
	title, doing words.Word
	counted      func(done, total int64) string // nil: done and total are bytes
	work         func(ctx context.Context, tell func(done, total int64)) error
	done         func(error) // receives the error of work, which is context.Canceled if the user cancelled
}

// wait does work off the UI goroutine under a dialog, then calls done. The work reports
// its progress.
func (s *shell) wait(job waitJob) {
	ctx, cancel := context.WithCancel(context.Background())
	d := &waitDialog{shell: s, counted: job.counted, cancel: cancel, bar: control.NewProgress(), count: control.NewText("", control.TextStyle{Color: look.Muted}), ended: func() {}}
	d.stop = control.NewButton(s.say.Say(words.Cancel), d.end)
	room := control.NewGap(0)
	room.Min = fyne.NewSize(exportWidth, 0)
	content := container.NewStack(room, container.New(layout.NewCustomPaddedVBoxLayout(10),
		control.NewText(s.say.Say(job.doing), control.TextStyle{Size: theme.SizeNameSubHeadingText, Bold: true}),
		d.bar, d.count, control.NewGap(2),
		container.New(layout.NewCustomPaddedHBoxLayout(8), layout.NewSpacer(), control.Outlined(d.stop))))
	d.dialog = s.newModal(s.say.Say(job.title), content, nil)
	d.dialog.cancel, s.waiting = d.end, d
	d.dialog.Show()
	s.trace.note("waiting")
	if d.counted == nil {
		d.counted = func(done, total int64) string { return s.say.Say(words.WaitBytes, sizeText(done), sizeText(total)) }
	}
	tell := d.throttled()
	s.tasks.Start(func() {
		err := job.work(ctx, tell)
		s.tasks.Show(func() {
			cancel()
			s.waiting = nil
			d.dialog.Hide()
			job.done(err)
			d.ended()
		})
	})
}

// end asks the work to stop; the dialog stays until it has.
func (d *waitDialog) end() {
	d.cancel()
	d.stop.Disable()
}

// throttled passes progress on to the UI goroutine, not too often.
func (d *waitDialog) throttled() func(done, total int64) {
	var last time.Time
	return func(done, total int64) {
		if time.Since(last) < exportPace {
			return
		}
		last = time.Now()
		d.shell.tasks.Show(func() {
			d.bar.SetShare(float64(done) / float64(max(total, 1)))
			d.count.SetText(d.counted(done, total))
		})
	}
}
