package data

import (
	"context"
	"sync"
	"sync/atomic"
)

// places is the order of the bodies by region and unit, as numbers: to order
// 400,000 reports by them takes a fifth of the time that the names take. It is
// a table in memory, made anew at the first table after anything was written.
type places struct {
	mutex   sync.Mutex
	written atomic.Int64 // how often something was written
	made    int64        // after how many of these the table was made, plus 1
	reports int          // in the store at that time
}

// placed sees to the table of places and returns how many reports there are.
func (s *Store) placed(ctx context.Context) (reports int, err error) {
	p := &s.places
	p.mutex.Lock()
	defer p.mutex.Unlock()
	written := p.written.Load() + 1
	if p.made == written {
		return p.reports, nil
	}
	_, err = s.db.ExecContext(ctx, `CREATE OR REPLACE TABLE memory.main.places AS
		SELECT body_id AS placed, CAST(row_number() OVER (ORDER BY region, unit) AS INTEGER) AS place FROM store.bodies`)
	if err == nil {
		err = s.db.QueryRowContext(ctx, `SELECT count(*) FROM store.wide`).Scan(&p.reports)
	}
	if err != nil {
		return 0, engineError(err)
	}
	p.made = written
	return p.reports, nil
}
