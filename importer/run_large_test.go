package importer

import (
	"context"
	"errors"
	"runtime/debug"
	"testing"
)

func TestALargeFileWaitsOnlyForEarlierOnes(t *testing.T) {
	turns := newLargeFiles()
	if err := turns.wait(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	turns.finish(2)
	waited := make(chan error)
	go func() { waited <- turns.wait(t.Context(), 2) }()
	turns.finish(0)
	select {
	case <-waited:
		t.Fatal("job 1 is not over")
	default:
	}
	turns.finish(1)
	if err := <-waited; err != nil {
		t.Fatal(err)
	}
}

func TestAWaitingFileGivesUpWhenTheRunIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := newLargeFiles().wait(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestConcurrentImportsRestoreTheGarbageCollectorSettings(t *testing.T) {
	before := debug.SetGCPercent(111)
	defer debug.SetGCPercent(before)
	limit := debug.SetMemoryLimit(-1)
	first, second := tuneHeap(), tuneHeap()
	first()
	if now := debug.SetGCPercent(importGrowth); now != importGrowth {
		t.Errorf("growth is %d while an import runs", now)
	}
	second()
	if now := debug.SetGCPercent(111); now != 111 {
		t.Errorf("growth stays at %d", now)
	}
	if now := debug.SetMemoryLimit(-1); now != limit {
		t.Errorf("the limit stays at %d", now)
	}
}
