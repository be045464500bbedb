package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/data/form"
)

// RebuildOptions are the reader that this package lacks, and a progress callback.
type RebuildOptions struct {
	// Read reads stored files and passes their reports to take, in the order of the
	// files. A report's error says why it cannot be read; the report may then be nil. An
	// error that take returns ends the reading.
	Read func(ctx context.Context, files []StoredFile, take func(file int, r *form.Report, err error) error) error
	// Progress receives the number of stored files read so far. It may be nil.
	Progress func(done, total int)
}

// StoredFile is an original with what is recorded about the reports from it.
type StoredFile struct {
	Hash, Path string
	Content    func() ([]byte, error) // ErrNoOriginal if it was not kept
	Reports    []form.Report          // as recorded: body, year, sheet and evidence, no figures
	// Insist says that the file by itself did not yield the recorded body or year: Read
	// must take what is recorded as the user's answer.
	Insist bool
}

// Rebuilt is the outcome of a rebuild.
type Rebuilt struct {
	Reports, Revisions, Figures int       // in the new database; figures of the reports in force
	Missing                     []Unread  // in the order of their import
	Differences                 []Differs // at most mostDifferences
	Different                   int       // all differences, listed or not
	Originals                   int       // in the new database
	Samples                     int       // reports of the program's own examples, which are left out
}

// Unread is a report that could not be read again from its original.
type Unread struct {
	Body        Body
	Year        int
	File, Sheet string
	InForce     bool
	Err         error // ErrNoOriginal, ErrNotInFile or why it cannot be read
}

// ErrNotInFile says that a file no longer yields a report that was once read from it.
var ErrNotInFile = errors.New("the report was not found in its file")

// Rebuild writes a new database at to from the records of the database at from: reports
// are read from their originals again; imports, revisions, corrections, decisions and
// saved views are copied. Then the two are compared. The new file contains its originals,
// like one that Backup wrote, and gets its name only once it is complete. If there is
// already something at to, the error is fs.ErrExist.
//
// It opens from like any other database, so that an earlier version is upgraded, and
// returns the errors of Open.
func Rebuild(ctx context.Context, from, to string, opts RebuildOptions) (result Rebuilt, err error) {
	if _, err := os.Lstat(to); err == nil {
		return result, &fs.PathError{Op: "rebuild", Path: to, Err: fs.ErrExist}
	}
	from, err = bringUpToDate(ctx, from)
	if err != nil {
		return result, err
	}
	release, err := claim(from)
	if err != nil {
		return result, err
	}
	defer release()
	folder, err := os.MkdirTemp(filepath.Dir(to), ".nianbao-*")
	if err != nil {
		return result, err
	}
	defer os.RemoveAll(folder)
	part := filepath.Join(folder, "rebuilt.duckdb")
	s, err := Open(ctx, part, Options{beside: from})
	if err != nil {
		return result, fmt.Errorf("rebuild %s: %w", from, err)
	}
	r := &rebuild{store: s, from: from, opts: opts, result: &result}
	err = errors.Join(r.run(ctx), s.Close())
	if err == nil {
		err = moveNew(s.Path(), to)
	}
	if err != nil {
		return result, fmt.Errorf("rebuild %s: %w", from, duckdbError(err))
	}
	return result, nil
}

// bringUpToDate opens and closes a database, which must exist, so that a log is replayed,
// the schema upgraded and the remains of a crash repaired. It returns the path without
// links.
func bringUpToDate(ctx context.Context, path string) (string, error) {
	if _, err := os.Stat(path); err != nil {
		return "", err
	}
	s, err := Open(ctx, path, Options{})
	if err != nil {
		return "", err
	}
	return s.Path(), s.Close()
}

// rebuild is a rebuild under way. Its store is the new database, to which the old one is
// attached read-only under the name source.
type rebuild struct {
	store  *Store
	conn   *sql.Conn
	from   string
	opts   RebuildOptions
	result *Rebuilt

	originals *originalIndex
	recorded  []recorded // in the order of their ids
	known     map[reportKey]bool
	names     map[int][]Body // of each body
	files     []StoredFile
	reportsOf [][]int        // by file: indexes of recorded
	whys      map[int]error  // why a report cannot be read, by index of recorded
	done      map[int64]bool // ids of the reports that are written
	pending   batch

	figureDiffers map[reportKey]bool // reports with a differing figure
}

func (r *rebuild) run(ctx context.Context) (err error) {
	if r.conn, err = r.store.db.Conn(ctx); err != nil {
		return err
	}
	defer r.conn.Close()
	if r.originals, err = indexOriginals(r.from, r.store.db, `source.store.kept_originals`); err != nil {
		return err
	}
	defer r.originals.close()
	for _, step := range []func(context.Context) error{r.copyRecords, r.copyOriginals, r.readRecorded, r.readFiles, r.closeGaps, r.relabel, r.amend, r.finish, r.compare, r.endSamples} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	checkpoint(ctx, r.conn)
	return nil
}

// finish compares the reports with each other.
func (r *rebuild) finish(ctx context.Context) error {
	if err := r.store.compareAll(ctx, r.conn); err != nil {
		return err
	}
	_, err := r.conn.ExecContext(ctx, `UPDATE store.checked SET rules = ?`, form.RulesVersion)
	return err
}

// endSamples records that the examples are gone.
func (r *rebuild) endSamples(ctx context.Context) error {
	_, err := r.conn.ExecContext(ctx, `UPDATE store.steps SET undone_at = now() FROM store.imports i WHERE i.import_id = steps.import_id AND sample AND undone_at IS NULL`)
	return err
}

// closeGaps makes a report whose predecessor could not be read follow the one before
// that.
func (r *rebuild) closeGaps(ctx context.Context) error {
	previous := map[int64]int64{}
	for i := range r.recorded {
		previous[r.recorded[i].id] = r.recorded[i].previous
	}
	for i := range r.recorded {
		id, before := r.recorded[i].id, r.recorded[i].previous
		for before != 0 && !r.done[before] {
			before = previous[before]
		}
		if before == r.recorded[i].previous || !r.done[id] {
			continue
		}
		for _, table := range []string{"reports", "revisions"} {
			if _, err := r.conn.ExecContext(ctx, `UPDATE store.`+table+` SET previous = nullif(CAST(? AS BIGINT), 0) WHERE report_id = ?`, before, id); err != nil {
				return err
			}
		}
	}
	return nil
}
