package data

import (
	"context"
	"database/sql"
)

// Notice tells the user what was found and repaired when the file was opened.
type Notice struct {
	Kind  NoticeKind
	Count int   // of reports, imports or files, depending on Kind
	Err   error // why it could not be repaired, nil if it was
}

// NoticeKind says what was found.
type NoticeKind uint8

// The kinds of notices.
const (
	OriginalsRecovered       NoticeKind = iota // files kept by an interrupted import
	ImportsFinished                            // interrupted imports: the reports they saved are kept and have been compared
	OrphansRemoved                             // rows of reports that do not exist were removed
	IncompleteReportsRemoved                   // incomplete reports were removed and must be imported again
)

// Notices returns what was found and repaired when the file was opened, in that order.
func (s *Store) Notices() []Notice { return s.notices }

func (s *Store) notice(n Notice) { s.notices = append(s.notices, n) }

// recoverFromCrash repairs what a crash left behind.
func (s *Store) recoverFromCrash(ctx context.Context) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return duckdbError(err)
	}
	defer conn.Close()
	if s.crashed {
		if err := s.sweep(ctx, conn); err != nil {
			return err
		}
	}
	if err := s.finishDue(ctx, conn); err != nil {
		return err
	}
	if len(s.notices) > 0 {
		checkpoint(ctx, conn)
	}
	s.recoverOriginals(ctx)
	return nil
}

// recoverOriginals finishes zips of originals. If it fails, because the disk is
// full or the folder is read-only, the figures can still be used.
func (s *Store) recoverOriginals(ctx context.Context) {
	names := map[string]string{}
	nameOf := func(hash string) string {
		if len(names) == 0 { // called only if an earlier version left packs: see salvageOriginals
			names[""] = ""
			_ = eachRow(ctx, s.db, `SELECT hash, file FROM store.reports UNION ALL SELECT hash, file FROM store.revisions`, func(rows *sql.Rows) error {
				var hash, file string
				err := rows.Scan(&hash, &file)
				names[hash] = file
				return err
			})
		}
		return names[hash]
	}
	if n, err := salvageOriginals(s.path, nameOf); n > 0 || err != nil {
		s.notice(Notice{OriginalsRecovered, n, err})
	}
}
