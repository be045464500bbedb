package ui

import (
	"context"
	"slices"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/task"
)

// pagesAtOnce is how many pages are fetched at a time.
const pagesAtOnce = 2

// want requests a page that is in view. Dragging the scroll bar passes many pages; only
// those that are still visible when a fetch can start are fetched, the last one first.
func (p *tablePane) want(page int) {
	p.wanted = append(p.wanted, page)
	p.fetchNext()
}

func (p *tablePane) fetchNext() {
	for p.fetching < pagesAtOnce && len(p.wanted) > 0 {
		page := p.wanted[len(p.wanted)-1]
		p.wanted = p.wanted[:len(p.wanted)-1]
		if p.inSight(page) {
			p.fetch(page)
		} else {
			p.pages.Failed(page) // it will be fetched when it becomes visible again
		}
	}
}

// inSight reports whether rows of a page are visible, or next to visible ones.
func (p *tablePane) inSight(page int) bool {
	from, to := p.grid.VisibleRows()
	return to <= from || (page+1)*pageSize >= from-pageSize && page*pageSize <= to+pageSize
}

// fetch reads one more page of the same table.
func (p *tablePane) fetch(page int) {
	p.fetching++
	q, pages, sheet := p.query, p.pages, p.sheet
	task.AskMore(p.lane, func(ctx context.Context) ([]present.TableRow, error) {
		rows, err := p.shell.store.Rows(ctx, q, data.Page{Offset: page * pageSize, Limit: pageSize})
		return sheet.Rows(rows), err // off the UI goroutine: it takes some milliseconds
	}, func(rows []present.TableRow, err error) {
		p.fetching--
		if err != nil {
			pages.Failed(page)
			p.shell.showError(err)
			return
		}
		pages.Put(page, rows)
		p.wanted = slices.DeleteFunc(p.wanted, func(other int) bool { return other == page })
		p.grid.Refresh()
		p.fetchNext()
	})
}
