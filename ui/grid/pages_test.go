package grid

import (
	"slices"
	"testing"
)

func TestAPageIsRequestedOnceAndAgainAfterAFailure(t *testing.T) {
	var asked []int
	p := NewPages[int](10, 3, func(page int) { asked = append(asked, page) })
	for range 3 {
		if _, ok := p.Row(25); ok {
			t.Fatal("a row appeared from nowhere")
		}
	}
	p.Failed(2)
	p.Row(25)
	if !slices.Equal(asked, []int{2, 2}) {
		t.Errorf("asked for %v, want page 2 twice", asked)
	}
	p.Put(2, []int{20, 21, 22, 23, 24, 25})
	if row, ok := p.Row(25); !ok || row != 25 {
		t.Errorf("row 25 is %v, %v", row, ok)
	}
	if _, ok := p.Row(29); ok {
		t.Error("a row beyond a short last page exists")
	}
}

func TestOnlyRecentlyUsedPagesAreKept(t *testing.T) {
	p := NewPages[int](1, 2, func(int) {})
	p.Put(0, []int{0})
	p.Put(1, []int{1})
	p.Row(0)
	p.Put(2, []int{2})
	if _, ok := p.Row(1); ok {
		t.Error("the page unused for longest was kept")
	}
	if _, ok := p.Row(0); !ok {
		t.Error("a page in use was dropped")
	}
}
