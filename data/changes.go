package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"
)

// changes is a table in memory of what orders and chooses reports by a
// comparison: the numbers of this year and of the year before beside each other.
// To join the two years takes far longer than to order by them, and a user who
// has ordered by a change goes on to filter and to scroll. It is made anew for
// other columns and after anything was written, as places is.
type changes struct {
	mutex sync.Mutex
	made  string
}

// changed has the SQL that a query needs over the table of changes.
type changed struct {
	relation *relation
	order    []string
	having   clauses
}

// changed is nil where the query compares nothing, or needs what the table has
// not.
func (s *Store) changed(q Query) (*changed, error) {
	if !q.byDimensions() {
		return nil, nil
	}
	all := Query{Sort: q.Sort, Conditions: q.Conditions}
	c := &changed{relation: s.newRelation(all)}
	for _, key := range q.Sort {
		if key.Column == RegionColumn || key.Column == UnitColumn {
			return nil, nil
		}
		by, _, err := c.relation.sortable(key.Column)
		if err != nil {
			return nil, err
		}
		c.order = append(c.order, key.term(by))
	}
	for _, condition := range q.Conditions {
		if !condition.Is.HasOperand() {
			return nil, nil
		}
		text, args, err := c.relation.condition(condition)
		if err != nil {
			return nil, err
		}
		c.having.and(`(`+text+`)`, args...)
	}
	if !c.relation.last {
		return nil, nil
	}
	return c, nil
}

// findChanged finds the reports of a page by the table of changes.
func (s *Store) findChanged(ctx context.Context, q Query, page Page, p *reportPage, c *changed) error {
	regions, kinds := q.Regions, q.UnitKinds
	q.Regions, q.UnitKinds = nil, nil
	where := q.filter()
	where.ofRegions(regions)
	where.in(`ending`, endingsOf(kinds))
	where.all(c.having)
	s.changes.mutex.Lock()
	defer s.changes.mutex.Unlock()
	if err := s.makeChanges(ctx, c.relation); err != nil {
		return err
	}
	return eachRow(ctx, s.db, fmt.Sprintf(`SELECT report_id, prior_report, body_id, year FROM memory.main.changes%s ORDER BY %s LIMIT %d OFFSET %d`,
		where.text(), strings.Join(append(c.order, `place`, `year`), `, `), page.Limit, page.Offset), func(rows *sql.Rows) error {
		var id int64
		var prior sql.NullInt64
		var key reportKey
		err := rows.Scan(&id, &prior, &key.body, &key.year)
		p.keys, p.ids = append(p.keys, key), append(p.ids, id)
		if prior.Valid {
			p.ids = append(p.ids, prior.Int64)
		}
		return err
	}, where.args...)
}

// makeChanges sees to the table.
func (s *Store) makeChanges(ctx context.Context, r *relation) error {
	// Before the places: what is written between the two must not pass for known.
	made := fmt.Sprint(s.places.written.Load(), r.list())
	if s.changes.made == made {
		return nil
	}
	if _, err := s.placed(ctx); err != nil {
		return err
	}
	source, err := r.reports()
	if err != nil {
		return err
	}
	parts := ``
	for i := range r.parts {
		parts += fmt.Sprintf(`, c%d`, i)
	}
	s.changes.made = ``
	_, err = s.db.ExecContext(ctx, `CREATE OR REPLACE TABLE memory.main.changes AS
		SELECT report_id, prior_report, body_id, year, edition, findings, place, ending`+parts+` FROM `+source+` JOIN memory.main.places ON placed = body_id`)
	if err != nil {
		return engineError(err)
	}
	s.changes.made = made
	return nil
}
