package chart

// Whole lays a chart out just high enough to hide no row: for pictures, which cannot scroll.
func Whole(draw func(Frame) List, f Frame) List {
	f.Scroll = 0
	l := draw(f)
	if l.Scroll.Long() {
		f.Height += l.Scroll.Extent - l.Scroll.Window
		l = draw(f)
	}
	if l.Used > 0 && l.Used < l.Height {
		l.Height = l.Used
	}
	return l
}

// Pages splits a long chart into pages of the frame's size, each with its headings, for print.
func Pages(draw func(Frame) List, f Frame) []List {
	f.Scroll = 0
	pages := []List{draw(f)}
	if !pages[0].Scroll.Long() {
		return pages
	}
	for {
		s := pages[len(pages)-1].Scroll
		if s.Offset+s.Window >= s.Extent {
			return pages
		}
		f.Scroll = s.Offset + s.Window
		if rest := s.Extent - f.Scroll; rest < s.Window {
			f.Height -= s.Window - rest // the last page repeats no row
		}
		pages = append(pages, draw(f))
	}
}
