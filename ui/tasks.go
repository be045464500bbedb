package ui

import (
	"context"

	"fyne.io/fyne/v2"
)

// tasks runs work beside the UI goroutine. Tests replace it by one that runs everything at once.
type tasks struct {
	start func(work func()) // off the UI goroutine
	show  func(done func()) // back on it
}

// background is the runner of the real window.
func background() tasks {
	return tasks{
		start: func(work func()) { go work() },
		show:  fyne.Do,
	}
}

// lane asks one question at a time: a new one cancels the one under way, whose answer is
// dropped, however late it comes. It is used on the UI goroutine.
type lane struct {
	tasks      tasks
	generation int
	ctx        context.Context // of the question under way
	cancel     context.CancelFunc
}

func newLane(t tasks) *lane { return &lane{tasks: t} }

// drop cancels the question under way and forgets its answer.
func (l *lane) drop() {
	l.generation++
	if l.cancel != nil {
		l.cancel()
		l.ctx, l.cancel = nil, nil
	}
}

// ask runs work beside the UI goroutine and hands its result to done, on it.
func ask[T any](l *lane, work func(context.Context) (T, error), done func(T, error)) {
	l.drop()
	l.ctx, l.cancel = context.WithCancel(context.Background())
	askMore(l, work, done)
}

// askMore asks a further question that lives as long as the one asked last: pages of a table.
func askMore[T any](l *lane, work func(context.Context) (T, error), done func(T, error)) {
	ctx, generation := l.ctx, l.generation
	l.tasks.start(func() {
		answer, err := work(ctx)
		l.tasks.show(func() {
			if generation != l.generation {
				return
			}
			done(answer, err)
		})
	})
}
