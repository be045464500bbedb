package data

import (
	"context"
	"errors"
	"time"
)

// accept adds a report to the batch and to the saved reports.
func (imp *Import) accept(e *storedReport) {
	if e.previous >= imp.firstUnwritten() { // it must be written before it can be superseded
		imp.flush(context.Background())
		e.previous = imp.saved.inForce[reportKeyOf(&e.report)].id
	}
	imp.hasTexts = imp.hasTexts || len(e.phrases) > 0 || e.previous != 0
	e.id, e.importedAt = imp.saved.nextReport, time.Now()
	imp.saved.nextReport++
	imp.enqueue(e)
}

// enqueue records a report as saved and adds it to the batch.
func (imp *Import) enqueue(e *storedReport) {
	var isNew bool
	if e.body, isNew = imp.saved.body(&e.report); isNew {
		imp.pending.bodies = append(imp.pending.bodies, body{e.body, e.report.Region, e.report.Unit})
	}
	imp.saved.remember(e)
	imp.pending.entries = append(imp.pending.entries, e)
	imp.pending.rows += max(len(e.report.Figures), len(e.phrases), len(e.findings))
}

// firstUnwritten is the id of the first report that may not be in the file yet.
func (imp *Import) firstUnwritten() int64 {
	for _, b := range []*batch{imp.written, &imp.pending} {
		if b != nil && len(b.entries) > 0 {
			return b.entries[0].id
		}
	}
	return imp.saved.nextReport
}

// flush writes the pending reports and waits until they are in the file.
func (imp *Import) flush(ctx context.Context) {
	imp.handOver(ctx)
	imp.awaitBatch(ctx)
}

// handOver starts writing the pending reports while others are prepared, one batch at a
// time. A batch is written to its end even if the import is cancelled: what Save accepted
// is kept.
func (imp *Import) handOver(ctx context.Context) {
	imp.awaitBatch(ctx)
	if imp.pending.isEmpty() {
		return
	}
	imp.originals.flush()
	b := imp.pending
	b.importID, b.id = imp.id, imp.nextBatch()
	imp.pending, imp.written, imp.outcome = batch{}, &b, make(chan error, 1)
	go func() { imp.outcome <- imp.store.writeBatch(context.WithoutCancel(ctx), imp.conn, b) }()
}

// awaitBatch waits for the batch being written. If that failed, it is written again
// report by report, so that a bad report does not take the others with it.
func (imp *Import) awaitBatch(ctx context.Context) {
	if imp.written == nil {
		return
	}
	err := <-imp.outcome
	b := *imp.written
	imp.written = nil
	switch {
	case err == nil:
	case errors.Is(err, ErrDiskFull): // writing them one by one would fail too
		imp.full = err
		imp.fail(b.entries, err)
	case errors.Is(err, ErrMustReopen):
		imp.fail(b.entries, err)
	default:
		imp.retry(context.WithoutCancel(ctx), b)
	}
}

func (imp *Import) nextBatch() int64 {
	imp.batchID++
	return imp.batchID
}

func (imp *Import) retry(ctx context.Context, b batch) {
	known, lost := map[int]bool{}, map[int64]bool{}
	for _, e := range b.entries {
		single := batch{id: imp.nextBatch(), importID: imp.id, entries: []*storedReport{e}}
		for _, body := range b.bodies {
			if body.id == e.body && !known[body.id] {
				single.bodies = append(single.bodies, body)
			}
		}
		if err := imp.store.writeBatch(ctx, imp.conn, single); err != nil {
			imp.fail(single.entries, err)
			lost[e.id] = true
			continue
		}
		known[e.body] = true
	}
	for i := range b.lines {
		if l := &b.lines[i]; lost[l.ReportID] {
			l.Verdict = Failed
		}
	}
	if rest := (batch{id: imp.nextBatch(), importID: imp.id, lines: b.lines, answers: b.answers}); !rest.isEmpty() {
		if err := imp.store.writeBatch(ctx, imp.conn, rest); err != nil {
			imp.failed = append(imp.failed, err)
		}
	}
	// Reports that failed must not count as saved.
	next := imp.saved.nextReport
	if fresh, err := readSavedReports(ctx, imp.conn); err == nil {
		imp.saved = fresh
		imp.saved.nextReport = max(next, fresh.nextReport)
		waiting := imp.pending
		imp.pending = batch{lines: waiting.lines, answers: waiting.answers}
		for _, e := range waiting.entries {
			imp.enqueue(e)
		}
	}
}

func (imp *Import) fail(entries []*storedReport, err error) {
	for _, e := range entries {
		r := &e.report
		imp.failed = append(imp.failed, &SaveError{File: r.File, Sheet: r.Sheet, Unit: r.Unit, Year: r.Year, Err: err})
		verdict := Imported
		if e.previous != 0 {
			verdict = Replaced
		}
		imp.counts[verdict]--
	}
}
