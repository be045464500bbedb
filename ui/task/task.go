// Package task runs work off the UI goroutine and hands the results back to it.
//
// Nothing else in the window has a go statement or calls fyne.Do. The package knows no widgets and
// nothing of the work.
package task

import (
	"context"

	"fyne.io/fyne/v2"
)

// Runner runs work off the UI goroutine. Tests replace it with one that runs everything at once.
type Runner struct {
	Start func(work func()) // runs work off the UI goroutine
	Show  func(done func()) // runs done on it
}

// Background is the runner of the real window.
func Background() Runner {
	return Runner{
		Start: func(work func()) { go work() },
		Show:  fyne.Do,
	}
}

// Lane has one request under way at a time: a new one cancels the previous one, whose result is
// dropped however late it comes. A Lane is used on the UI goroutine only.
type Lane struct {
	runner     Runner
	generation int
	ctx        context.Context // of the request under way
	cancel     context.CancelFunc
}

// NewLane returns a lane with nothing under way.
func NewLane(r Runner) *Lane { return &Lane{runner: r} }

// Drop cancels the request under way; its result will not be shown.
func (l *Lane) Drop() {
	l.generation++
	if l.cancel != nil {
		l.cancel()
		l.ctx, l.cancel = nil, nil
	}
}

// Ask runs work off the UI goroutine and hands its result to done, on the UI goroutine.
func Ask[T any](l *Lane, work func(context.Context) (T, error), done func(T, error)) {
	l.Drop()
	l.ctx, l.cancel = context.WithCancel(context.Background())
	AskMore(l, work, done)
}

// AskMore makes a further request, such as a page of a table, that is cancelled together with the
// last Ask.
func AskMore[T any](l *Lane, work func(context.Context) (T, error), done func(T, error)) {
	ctx, generation := l.ctx, l.generation
	l.runner.Start(func() {
		result, err := work(ctx)
		l.runner.Show(func() {
			if generation != l.generation {
				return
			}
			done(result, err)
		})
	})
}
