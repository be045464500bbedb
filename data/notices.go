package data

import (
	"context"
	"database/sql"
)

// Notice is something that the opening of a file found and did, to be told to
// the user. Its numbers count reports, but for originals.
type Notice struct {
	Kind  NoticeKind
	Count int
	Err   error // why it could not be done, nil if it was
}

// NoticeKind says what was found.
type NoticeKind uint8

// The kinds of notices.
const (
	OriginalsRecovered   NoticeKind = iota // files of an import that was cut short
	ImportsFinished                        // imports that were cut short: what they saved is kept and was compared
	OrphansRemoved                         // rows of reports that do not exist
	BrokenReportsRemoved                   // reports of which a part was missing: to be imported again
)

// Notices are what the opening of the file found, in the order it was done.
func (s *Store) Notices() []Notice { return s.notices }

func (s *Store) notice(n Notice) { s.notices = append(s.notices, n) }

// repair does what a crash has left undone.
func (s *Store) repair(ctx context.Context) error {
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

// recoverOriginals finishes zips of originals. That it fails, because the disk
// is full or the folder is read-only, keeps nobody from the figures.
func (s *Store) recoverOriginals(ctx context.Context) {
	names := map[string]string{}
	nameOf := func(hash string) string {
		if len(names) == 0 { // asked for only where there are packs of before
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
