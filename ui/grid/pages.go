package grid

// Pages caches the rows of a long result in pages, and asks for those it does not have.
// It is used on one goroutine; fetching may happen on others.
type Pages[Row any] struct {
	size  int
	keep  int
	fetch func(page int)

	pages map[int][]Row
	asked map[int]bool
	order []int // pages, the least recently used first
}

// NewPages returns an empty cache. fetch is called once for each page that is needed but
// not cached; its rows come back through Put. Every page has size rows, except that the
// last one may have fewer. At most keep pages are kept.
func NewPages[Row any](size, keep int, fetch func(page int)) *Pages[Row] {
	return &Pages[Row]{size: size, keep: max(keep, 2), fetch: fetch, pages: map[int][]Row{}, asked: map[int]bool{}}
}

// Row returns a row, or false while its page is being fetched.
func (p *Pages[Row]) Row(row int) (Row, bool) {
	page := row / p.size
	rows, ok := p.pages[page]
	if !ok || row%p.size >= len(rows) {
		var none Row
		if !ok && !p.asked[page] {
			p.asked[page] = true
			p.fetch(page)
		}
		return none, false
	}
	p.touch(page)
	return rows[row%p.size], true
}

// Put stores the rows of a page that was asked for. The caller must drop rows that come late, for
// another result.
func (p *Pages[Row]) Put(page int, rows []Row) {
	delete(p.asked, page)
	p.pages[page] = rows
	p.touch(page)
	for len(p.order) > p.keep {
		delete(p.pages, p.order[0])
		p.order = p.order[1:]
	}
}

// Failed allows a page to be asked for again.
func (p *Pages[Row]) Failed(page int) { delete(p.asked, page) }

func (p *Pages[Row]) touch(page int) {
	n := len(p.order)
	if n > 0 && p.order[n-1] == page {
		return
	}
	for i, at := range p.order {
		if at == page {
			copy(p.order[i:], p.order[i+1:])
			p.order[n-1] = page
			return
		}
	}
	p.order = append(p.order, page)
}
