package importer

import "strings"

// withoutExample drops a sheet that shows how to fill in the form, if another sheet has
// as many figures, and returns its name.
func withoutExample(pages []*page) (kept []*page, example string) {
	for i, p := range pages {
		if example != "" || !isExampleName(squeeze(p.sheet.Name)) || !hasAsMany(pages, i) {
			kept = append(kept, p)
			continue
		}
		example = p.sheet.Name
	}
	return kept, example
}

func isExampleName(name string) bool {
	for _, word := range []string{"示例", "样例", "样表", "范例", "例表", "填报说明", "填表说明"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// hasAsMany reports whether another page has at least as many numbers.
func hasAsMany(pages []*page, at int) bool {
	for i, p := range pages {
		if i != at && !isExampleName(squeeze(p.sheet.Name)) && p.numbers() >= pages[at].numbers() && p.numbers() > 0 {
			return true
		}
	}
	return false
}

// numbers counts the figures with a value on a page.
func (p *page) numbers() (n int) {
	for _, f := range p.found.fragments {
		for i := range f.figures {
			if f.figures[i].Status.HasValue() {
				n++
			}
		}
	}
	for _, s := range p.found.summaries {
		n += len(s.fields) * len(s.rows)
	}
	return n
}
