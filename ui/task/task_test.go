package task

import (
	"context"
	"testing"
)

func TestANewRequestCancelsThePreviousOneAndDropsItsResult(t *testing.T) {
	var waiting []func()
	l := NewLane(Runner{Start: func(work func()) { waiting = append(waiting, work) }, Show: func(done func()) { done() }})
	cancelled := map[int]bool{}
	var results []int
	for n := range 3 {
		Ask(l, func(ctx context.Context) (int, error) {
			cancelled[n] = ctx.Err() != nil
			return n, ctx.Err()
		}, func(n int, err error) {
			if err != nil {
				t.Errorf("result %d: %v", n, err)
			}
			results = append(results, n)
		})
	}
	for _, i := range []int{2, 0, 1} {
		waiting[i]()
	}
	if len(results) != 1 || results[0] != 2 {
		t.Errorf("results %v came through, want the last alone", results)
	}
	if !cancelled[0] || !cancelled[1] || cancelled[2] {
		t.Errorf("cancelled are %v, want the first two", cancelled)
	}
}

func TestDropDiscardsTheResultsOfWaitingRequests(t *testing.T) {
	var waiting []func()
	l := NewLane(Runner{Start: func(work func()) { waiting = append(waiting, work) }, Show: func(done func()) { done() }})
	shown := 0
	work := func(ctx context.Context) (bool, error) { return ctx.Err() != nil, nil }
	Ask(l, work, func(bool, error) { shown++ })
	AskMore(l, work, func(bool, error) { shown++ })
	waiting[0]()
	l.Drop()
	if waiting[1](); shown != 1 {
		t.Errorf("%d results are shown, want the first alone", shown)
	}
}
