package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"nianbao/data/form"
)

// Verdict says what saving a report did.
type Verdict string

// The verdicts of Import.Save.
const (
	Imported  Verdict = "imported"  // the first report of its body and year
	Replaced  Verdict = "replaced"  // a new revision; the old one is kept
	Added     Verdict = "added"     // a further source of a report that is there
	Unchanged Verdict = "unchanged" // nothing new in it
)

// Saved is the outcome of saving one report.
type Saved struct {
	Verdict  Verdict
	ReportID int64 // the report in force
	Body     Body  // the body of the report, under its full name
	Findings int   // found in the report by itself
	Errors   int   // how many of them have severity error
	// Superseded says that the file was imported before and another file has replaced its
	// report since: Unchanged, but not in force.
	Superseded bool
	// Pending are corrections of the replaced report from which this one differs: they
	// wait for Store.Confirm.
	Pending []PendingAmendment
	// Before is the file of the replaced report. Changed is the number of figures that differ
	// from it, and Lost the number of those that had a number there and have none now.
	Before        string
	Changed, Lost int
	// Adds, Confirms and Contradicts count the figures of a further source.
	Adds, Confirms, Contradicts int
}

// ImportOptions describe an import.
type ImportOptions struct {
	Label  string // what was imported, in words for the list of imports
	Sample bool   // the program's own examples, to be removed in one step
	// Rechecked receives how many of all reports have been checked again, which an import
	// does first if the rules have changed. It may be nil.
	Rechecked func(done, total int)
}

// Import is a running import: the one writer of a store. It is not safe for
// use by several goroutines at once.
type Import struct {
	store   *Store
	conn    *sql.Conn
	saved   *savedReports
	options ImportOptions
	id      int64
	first   int64 // id of the first report that it can save
	step    int64 // its step in the store
	lines   int   // recorded so far
	batchID int64
	started time.Time
	pending batch      // not written yet
	written *batch     // being written
	outcome chan error // receives the result of writing the batch
	counts  map[Verdict]int
	failed  []error
	// hasTexts says that the texts in force have changed.
	hasTexts  bool
	originals *originalWriter // nil until there are any
	withdrawn bool            // a report of an earlier import was taken back
	// amended are the corrections in effect or waiting to be confirmed.
	amended   map[reportKey][]Amendment
	seen      map[Body]bool                // bodies named by reports of this import, saved or not
	ambiguous map[string][]ambiguousReport // by unit as the file names it
	doubts    []form.Doubt
	rivals    map[reportKey]rival // bodies and years for which the user has to choose a report
	full      error               // why the disk takes no more reports, nil while it does
	done      bool
}

// A transaction has at most batchSize reports and batchRows rows of one table. Reports
// share one because it costs 20 ms, however small. Once a table has a full row group,
// 122,880 rows, DuckDB writes it into the file before the commit; with up to 100,000 rows
// it never did: see docs/upstream.md.
const (
	batchSize = 450
	batchRows = 90_000
)

// Begin starts an import. It returns ErrWriterBusy during another one. Finish must be
// called, even after a cancellation.
func (s *Store) Begin(ctx context.Context, options ImportOptions) (*Import, error) {
	if err := s.lockWriter(); err != nil {
		return nil, err
	}
	imp, err := s.begin(ctx, options)
	if err != nil {
		s.unlockWriter()
		return nil, fmt.Errorf("begin import: %w", err)
	}
	return imp, nil
}

func (s *Store) begin(ctx context.Context, options ImportOptions) (*Import, error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	outdated, err := isOutdated(ctx, conn)
	if err == nil && outdated {
		err = s.recheck(ctx, conn, options.Rechecked)
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	imp := &Import{store: s, conn: conn, options: options, started: time.Now(), counts: map[Verdict]int{}, seen: map[Body]bool{}, rivals: map[reportKey]rival{}}
	if imp.saved, err = readSavedReports(ctx, conn); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	imp.first = imp.saved.nextReport
	if imp.amended, err = s.amendedFigures(ctx); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	err = inTransaction(ctx, conn, func() error {
		err := conn.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(import_id), 0) FROM store.imports) + 1, (SELECT coalesce(max(batch_id), 0) FROM store.batches),
			(SELECT coalesce(max(step_id), 0) FROM store.steps) + 1`).Scan(&imp.id, &imp.batchID, &imp.step)
		if err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, `INSERT INTO store.imports VALUES (?, ?, ?, ?, NULL, 0, 0, 0, 0)`, imp.id, options.Label, options.Sample, imp.started); err != nil {
			return err
		}
		_, err = conn.ExecContext(ctx, `INSERT INTO store.steps VALUES (?, 'import', ?, ?, NULL, NULL, NULL)`, imp.step, imp.id, imp.started)
		return err
	})
	if err != nil {
		return nil, errors.Join(duckdbError(err), conn.Close())
	}
	return imp, nil
}

// ID is the number of the import, for Undo.
func (imp *Import) ID() int64 { return imp.id }

// Save accepts a report and says at once whether it is new. Reports are written in
// batches; Finish names those that could not be written after all. A report that cannot
// be stored is ErrInvalidReport and does not affect the others. Once the disk is full it
// returns ErrDiskFull: what was saved before is kept.
func (imp *Import) Save(ctx context.Context, r form.Report) (Saved, error) {
	if imp.done {
		return Saved{}, ErrBadImportState
	}
	if err := ctx.Err(); err != nil {
		return Saved{}, err
	}
	if imp.full != nil {
		return Saved{}, imp.full
	}
	stated := Body{r.Region, r.Unit}.tidy()
	err := imp.completeRegion(ctx, stated.Region)
	if err != nil {
		return Saved{}, err
	}
	found, err := imp.resolve(ctx, &r)
	if err != nil {
		return Saved{}, &SaveError{File: r.File, Sheet: r.Sheet, Unit: r.Unit, Year: r.Year, Err: err}
	}
	imp.seen[found] = true
	r.Region, r.Unit = found.Region, found.Unit
	e, err := imp.store.newEntry(r)
	if err != nil {
		return Saved{}, &SaveError{File: r.File, Sheet: r.Sheet, Unit: r.Unit, Year: r.Year, Err: err}
	}
	e.importID = imp.id
	saved, isNew, err := imp.classify(ctx, e)
	saved.Body = found
	if err != nil {
		return Saved{}, &SaveError{File: r.File, Sheet: r.Sheet, Unit: r.Unit, Year: r.Year, Err: err}
	}
	if r.Presumed && (saved.Verdict == Replaced || saved.Verdict == Added) {
		return Saved{}, &SaveError{File: r.File, Sheet: r.Sheet, Unit: r.Unit, Year: r.Year, Err: form.ErrPresumed}
	}
	if isNew {
		if imp.pending.isFull() { // before this report is taken, so that its lines are saved with it
			imp.handOver(ctx)
		}
		_, isOld := imp.saved.bodies[found]
		isOld = isOld && !imp.saved.hidden[found]
		imp.accept(e)
		if !isOld {
			imp.doubtAmbiguous(found)
		}
		imp.noteAmbiguous(stated, e)
	}
	imp.counts[saved.Verdict]++
	return saved, nil
}

// unconfirmed returns the corrections of a report from which the report that replaces it
// differs.
func (imp *Import) unconfirmed(e *storedReport) (list []PendingAmendment) {
	for _, a := range imp.amended[reportKeyOf(&e.report)] {
		later := e.report.Figure(a.Key)
		if later != nil && later.Value == a.Value && (later.Status == a.Status || later.Status == form.StatusNoted && a.Status == form.StatusNumber) {
			continue
		}
		if later != nil {
			copied := *later
			later = &copied
		}
		list = append(list, PendingAmendment{a, imp.saved.nextReport, later})
	}
	return list
}
