package importer

// summary is a located summary table (汇总表): one row a unit, or a unit and
// year, under headings that address the figures.
type summary struct {
	*located
	unit, year, region int // columns, -1 if none
	end                int // first row below the table
}

// summaryAt recognises a summary table by its headings; nil if it is none.
func (l *locator) summaryAt(b *located) *summary {
	return nil
}
