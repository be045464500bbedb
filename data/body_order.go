package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
)

// bodyOrder is a cache: a table in memory that gives each body its rank in the order of
// region and unit, and its kind. Sorting 400,000 reports by that number takes a fifth of
// the time of sorting by names, and the kind is slow to derive from a name. The first
// query after a write rebuilds it.
//
// Queries use an inner join with it, which DuckDB runs three times as fast as an outer
// join. A body that is saved while a query runs is therefore missing from its result, but
// not from the next one.
type bodyOrder struct {
	mutex     sync.Mutex
	written   atomic.Int64 // number of writes
	made      int64        // written+1 when the table was made; 0: not yet
	directory *bodyDirectory
}

// bodyDirectory is what queries know about the bodies without reading the database.
type bodyDirectory struct {
	bodies   map[int64]Body
	units    []int64        // bodies with reports in force, in order of region and unit
	regions  []string       // of these, in order
	bodiesOf map[string]int // their number by region

	first, last int // the years of the reports in force; 0 if there are none
}

// yearKey is SQL for one number that stands for body_id and year, because a join on one
// number is faster than one on two. It leaves room for the year before the first and the
// year after the last.
func (p *bodyDirectory) yearKey(year string) string {
	return fmt.Sprintf(`(CAST(body_id AS BIGINT) * %d + (%s - %d))`, p.years(), year, p.first-1)
}

// key is the number of yearKey for a given body and year.
func (p *bodyDirectory) key(k bodyYear) int64 {
	return k.body*int64(p.years()) + int64(k.year-p.first+1)
}

func (p *bodyDirectory) years() int { return p.last - p.first + 3 }

// directory rebuilds the table body_order if it is stale, and returns the bodies.
func (s *Store) directory(ctx context.Context) (*bodyDirectory, error) {
	p := &s.order
	p.mutex.Lock()
	defer p.mutex.Unlock()
	written := p.written.Load() + 1
	if p.made == written {
		return p.directory, nil
	}
	_, err := s.db.ExecContext(ctx, `CREATE OR REPLACE TABLE memory.main.body_order AS
		SELECT body_id AS body, `+unitEndingSQL()+` AS ending, CAST(row_number() OVER (ORDER BY region, unit) AS INTEGER) AS rank, region, unit FROM store.bodies`)
	if err != nil {
		return nil, duckdbError(err)
	}
	now := &bodyDirectory{bodies: map[int64]Body{}, bodiesOf: map[string]int{}}
	err = eachRow(ctx, s.db, `SELECT body, region, unit, body IN (SELECT body_id FROM store.compact)
		FROM memory.main.body_order ORDER BY rank`, func(rows *sql.Rows) error {
		var id int64
		var b Body
		var reports bool
		err := rows.Scan(&id, &b.Region, &b.Unit, &reports)
		now.bodies[id] = b
		now.bodiesOf[b.Region] += b2i(reports)
		if reports {
			now.units = append(now.units, id)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = s.db.QueryRowContext(ctx, `SELECT coalesce(min(year), 0), coalesce(max(year), 0) FROM store.compact`).Scan(&now.first, &now.last)
	if err != nil {
		return nil, duckdbError(err)
	}
	for region, bodies := range now.bodiesOf {
		if bodies > 0 {
			now.regions = append(now.regions, region)
		}
	}
	slices.Sort(now.regions)
	p.made, p.directory = written, now
	return now, nil
}
