package data

import (
	"context"
	"database/sql"
	"fmt"
)

// ChangedBodies returns the years in which other bodies have a report than in the year
// before, so that sums of both do not compare. The keys are region and year, or only the year
// if the query's rows are not regions. A year whose year before has no report is not in it.
func (s *Store) ChangedBodies(ctx context.Context, q Query) (map[RegionYear]bool, error) {
	parts, err := s.WithoutWholes(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("compare the bodies of the years: %w", err)
	}
	region := `''`
	if q.byRegion() {
		region = `region`
	}
	where := s.filter(parts)
	sets, changed := map[RegionYear]uint64{}, map[RegionYear]bool{}
	err = eachRow(ctx, s.db, `SELECT `+region+` AS region, year, bit_xor(hash(body_id))`+where.from()+` GROUP BY ALL ORDER BY ALL`, func(rows *sql.Rows) error {
		var at RegionYear
		var bodies uint64
		err := rows.Scan(&at.Region, &at.Year, &bodies)
		sets[at] = bodies
		if before, has := sets[RegionYear{at.Region, at.Year - 1}]; has && before != bodies {
			changed[at] = true
		}
		return err
	}, where.args...)
	if err != nil {
		return nil, fmt.Errorf("compare the bodies of the years: %w", err)
	}
	return changed, nil
}

// RegionYear is a year of a region, or of all reports if Region is empty.
type RegionYear struct {
	Region string
	Year   int
}
