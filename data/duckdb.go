package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"github.com/duckdb/duckdb-go/v2"
)

// connect opens the file with DuckDB. The file is attached to a database in memory
// instead of being named in the driver's connection string: that string is parsed as a
// URL, so that % and # in a path break it, and its options take effect in random order.
func connect(ctx context.Context, path string, opts Options) (*sql.DB, error) {
	first := sync.OnceValue(func() []string { return settings(path, opts) })
	isFirst := true
	var mu sync.Mutex
	connector, err := duckdb.NewConnector("", func(conn driver.ExecerContext) error {
		mu.Lock()
		defer mu.Unlock()
		var statements []string
		if isFirst {
			statements = first()
		}
		for _, statement := range append(statements, `USE nianbao`) {
			if _, err := conn.ExecContext(ctx, statement, nil); err != nil {
				return err
			}
		}
		isFirst = false
		return nil
	})
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// settings are the statements of the first connection. Their order matters: nothing can
// be opened after external access is disabled, and nothing changed after the last one.
func settings(path string, opts Options) []string {
	limit, threads := opts.MemoryLimit, opts.Threads
	if limit == "" {
		limit = "1GB"
	}
	if threads <= 0 {
		threads = runtime.NumCPU()
	}
	mode := ""
	if opts.ReadOnly {
		mode = ` (READ_ONLY)`
	}
	statements := []string{
		`SET memory_limit = ` + quote(limit),
		`SET threads = ` + strconv.Itoa(threads),
		`SET temp_directory = ` + quote(opts.scratch(path)+".tmp"),
		`SET max_temp_directory_size = '2GB'`,
		`SET checkpoint_threshold = '256MB'`,
		`SET autoinstall_known_extensions = false`,
		`SET autoload_known_extensions = false`,
		`SET allow_community_extensions = false`,
		`ATTACH ` + quote(path) + ` AS nianbao` + mode,
	}
	if opts.beside != "" {
		statements = append(statements, `ATTACH `+quote(opts.beside)+` AS source (READ_ONLY)`)
	}
	return append(statements,
		`SET allowed_directories = [`+quote(exchangePath(opts.scratch(path)))+`]`,
		`SET enable_external_access = false`,
		`SET lock_configuration = true`)
}

// quote writes text as an SQL literal, for statements that take no parameters.
func quote(text string) string { return `'` + strings.ReplaceAll(text, `'`, `''`) + `'` }

// prepare returns the absolute path with its links resolved, and creates its
// directories.
func prepare(path string) (string, error) {
	if strings.Contains(path, "?") {
		// DuckDB takes what follows a question mark for URL parameters and puts its log
		// elsewhere (seen in 1.5.6).
		return "", fmt.Errorf("open %s: %w", path, ErrUnusablePath)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("open database: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", fmt.Errorf("create the directory of the database: %w", err)
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return "", fmt.Errorf("open %s: %w", path, err)
	}
	path = filepath.Join(dir, filepath.Base(path))
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return path, nil
}

// scratch is the path with which names of temporary files begin: the database's own, or
// one in the system's temporary folder if nothing can be written beside it.
func (o Options) scratch(path string) string {
	if o.ReadOnly {
		return filepath.Join(os.TempDir(), fmt.Sprintf("nianbao-%d", os.Getpid()))
	}
	return path
}

func logPath(path string) string { return path + ".wal" }

// exchangePath is the only directory where DuckDB may open files other than the database
// itself. It exists only while a file passes through it.
func exchangePath(path string) string { return path + ".exchange" }

// claimed are the files this process has open. It is global because the danger concerns
// the whole process: the system's locks do not stop a process from opening a file twice;
// both databases would then overwrite each other, and closing one would drop the lock of
// the other.
var claimed sync.Map

func claim(path string) (release func(), err error) {
	if _, taken := claimed.LoadOrStore(path, true); taken {
		return nil, fmt.Errorf("open %s: %w", path, ErrAlreadyOpen)
	}
	return func() { claimed.Delete(path) }, nil
}
