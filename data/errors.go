package data

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/duckdb/duckdb-go/v2"
)

// Errors that callers test with errors.Is.
var (
	ErrUnknownReport  = errors.New("no such report")
	ErrUnknownImport  = errors.New("no such import")
	ErrUnknownColumn  = errors.New("no such column")
	ErrUnknownTest    = errors.New("no such condition")
	ErrUnknownGrain   = errors.New("no such kind of rows")
	ErrInvalidReport  = errors.New("report cannot be stored")
	ErrNotReadOnly    = errors.New("only one statement that reads is allowed")
	ErrWriterBusy     = errors.New("another import is under way")
	ErrNotSaved       = errors.New("the database did not keep the batch")
	ErrMustReopen     = errors.New("the database must be closed and opened again")
	ErrDiskFull       = errors.New("the disk is full")
	ErrNotADatabase   = errors.New("not a database of this program")
	ErrDamaged        = errors.New("a part of the database file is damaged")
	ErrNoDatabase     = errors.New("there is no database")
	ErrUnusablePath   = errors.New("DuckDB cannot open a path with “?” in it")
	ErrAlreadyOpen    = errors.New("this process has opened the file already")
	ErrTimeout        = errors.New("the statement took too long")
	ErrBadImportState = errors.New("the import is finished")
)

// InUseError says that another process holds the database file.
type InUseError struct {
	Path string
	PID  int // 0 if unknown
	Err  error
}

func (e *InUseError) Error() string {
	if e.PID == 0 {
		return fmt.Sprintf("%s is in use by another process", e.Path)
	}
	return fmt.Sprintf("%s is in use by process %d", e.Path, e.PID)
}

func (e *InUseError) Unwrap() error { return e.Err }

// DamagedError says that the file, or the log of its last changes, cannot be read. If Log
// is not "", SetLogAside makes the file usable again without the changes in the log.
type DamagedError struct {
	Path  string
	Log   string   // path of the write-ahead log, "" if the file itself is damaged
	Fault LogFault // of the log
	Err   error
}

func (e *DamagedError) Error() string {
	if e.Log != "" {
		return fmt.Sprintf("the log %s is damaged: %v", e.Log, e.Err)
	}
	return fmt.Sprintf("%s is damaged: %v", e.Path, e.Err)
}

func (e *DamagedError) Unwrap() error { return e.Err }

// NewerError says that a later version of the program wrote the file.
type NewerError struct {
	Path         string
	Found, Known int // schema versions
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("%s has schema version %d, this program knows %d", e.Path, e.Found, e.Known)
}

// SaveError says which report could not be saved.
type SaveError struct {
	File, Sheet string
	Unit        string
	Year        int
	Err         error
}

func (e *SaveError) Error() string {
	return fmt.Sprintf("%s %s: %s %d not saved: %v", e.File, e.Sheet, e.Unit, e.Year, e.Err)
}

func (e *SaveError) Unwrap() error { return e.Err }

var holder = regexp.MustCompile(`\(PID (\d+)\)`)

// openError returns an error that names the reason why a file does not open; nil stays
// nil.
func openError(path string, err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	switch {
	case strings.Contains(text, "not a valid DuckDB database"):
		return fmt.Errorf("open %s: %w", path, errors.Join(ErrNotADatabase, err))
	case strings.Contains(text, "Could not set lock"), strings.Contains(text, "already open in"), strings.Contains(text, "used by another process"):
		in := &InUseError{Path: path, Err: err}
		if m := holder.FindStringSubmatch(text); m != nil {
			in.PID, _ = strconv.Atoi(m[1])
		}
		return in
	case strings.Contains(text, "replaying WAL"), strings.Contains(text, ".wal"):
		return &DamagedError{Path: path, Log: logPath(path), Err: err}
	case isDamage(text), isType(err, duckdb.ErrorTypeSerialization), isType(err, duckdb.ErrorTypeInternal), isType(err, duckdb.ErrorTypeFatal):
		return &DamagedError{Path: path, Err: err}
	}
	return fmt.Errorf("open %s: %w", path, err)
}

// isDamage recognises DuckDB's messages about a file that contradicts itself or ends
// early.
func isDamage(text string) bool {
	return strings.Contains(text, "orrupt") || strings.Contains(text, "checksum") || strings.Contains(text, "Could not read enough bytes")
}

// duckdbError adds to an error ErrMustReopen if DuckDB is unusable after it, ErrDiskFull if the
// disk is full, and ErrDamaged if a part of the file that was not needed to open it cannot be
// read.
func duckdbError(err error) error {
	if isDiskFull(err) && !errors.Is(err, ErrDiskFull) {
		err = errors.Join(ErrDiskFull, err)
	}
	if isType(err, duckdb.ErrorTypeIO) && isDamage(err.Error()) && !errors.Is(err, ErrDamaged) {
		err = errors.Join(ErrDamaged, err)
	}
	if isType(err, duckdb.ErrorTypeFatal) {
		return errors.Join(ErrMustReopen, err)
	}
	return err
}

// isDiskFull recognises the messages of operating systems, which may come through DuckDB,
// that the disk is full.
func isDiskFull(err error) bool {
	if err == nil {
		return false
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return true
	}
	text := err.Error()
	for _, said := range []string{"No space left on device", "Disk quota exceeded", "not enough space on the disk", "磁盘空间不足"} {
		if strings.Contains(text, said) {
			return true
		}
	}
	return false
}

func isType(err error, t duckdb.ErrorType) bool {
	var failure *duckdb.Error
	return errors.As(err, &failure) && failure.Type == t
}
