package data

import (
	"strings"
	"unicode/utf8"
)

// locate finds the parent of a row and completes its region.
func (l *registerList) locate(i int) {
	r := &l.rows[i]
	switch r.state {
	case beingPlaced:
		l.refuse(i, BelowItself)
		return
	case unplaced:
	default:
		return
	}
	r.state = beingPlaced
	if r.Parent.Unit == "" {
		r.state = isPlaced
		return
	}
	parent, ok := l.findParent(i)
	if !ok || r.state == refused {
		return
	}
	if r.Unit == ownOffice || r.Unit == parent.Unit+ownOffice {
		r.Region, r.Unit, r.state = parent.Region, parent.Unit+ownOffice, isPlaced
		return
	}
	region, ok := regionBelow(parent, r.Region)
	if !ok || isHigher(r.Unit, parent.Unit) {
		l.refuse(i, ParentElsewhere, parent.String())
		return
	}
	r.Region, r.state = region, isPlaced
}

// completeRegions completes the regions of parents by those of the bodies below them, and
// those of the bodies below by that of the parent.
func (l *registerList) completeRegions() {
	for i := range l.rows {
		r := &l.rows[i]
		if r.state != isPlaced || r.parent < 0 || l.rows[r.parent].state != isPlaced {
			continue
		}
		parent := &l.rows[r.parent]
		above, lies := strings.CutSuffix(r.Region, parent.Unit)
		if lies && len(above) > len(parent.Region) && strings.HasSuffix(above, parent.Region) {
			parent.Region = above
		}
	}
	for i := range l.rows {
		r := &l.rows[i]
		if r.state != isPlaced || r.parent < 0 || l.rows[r.parent].state != isPlaced {
			continue
		}
		parent := l.rows[r.parent].Body
		if r.Unit == parent.Unit+ownOffice {
			r.Region = parent.Region
		} else if region, ok := regionBelow(parent, r.Region); ok {
			r.Region = region
		}
	}
}

// findParent finds the body that a row names as parent: that of another row, one of the
// register, or a new one.
func (l *registerList) findParent(i int) (b Body, ok bool) {
	r := &l.rows[i]
	var rows []int
	for _, k := range l.byName[r.Parent.Unit] {
		if k != i && l.rows[k].state != refused && l.mayBe(k, r.Parent) {
			rows = append(rows, k)
		}
	}
	switch {
	case len(rows) == 1:
		r.parent = rows[0]
		l.locate(rows[0])
		return l.rows[rows[0]].Body, true
	case len(rows) > 1:
		var names []string
		for _, k := range rows {
			l.locate(k)
			names = append(names, l.rows[k].Body.String())
		}
		l.refuse(i, SeveralParents, names...)
		return b, false
	}
	known := l.edit.saved.find(r.Parent)
	if len(known) > 1 {
		l.refuse(i, SeveralParents, fullNames(known)...)
		return b, false
	}
	if len(known) == 1 {
		return known[0].Body, true
	}
	return r.Parent, true
}

// mayBe reports whether a name can mean the body of a row.
func (l *registerList) mayBe(k int, name Body) bool {
	r := &l.rows[k]
	region := r.Region
	if r.Parent.Unit != "" && region == "" { // the row has no region yet
		region = r.Parent.Region + r.Parent.Unit
	}
	return fits(region, name.Region)
}

func fullNames(list []namedBody) (names []string) {
	for _, b := range list {
		names = append(names, b.String())
	}
	return names
}

// regionBelow is the region of a body below a parent; ok is false if the body's own
// region is elsewhere.
func regionBelow(parent Body, own string) (region string, ok bool) {
	up := parent.Region
	if isPlace(parent.Unit) {
		up = parent.String()
	}
	switch {
	case own == "" || up == "" || fits(own, up):
		if len(own) > len(up) {
			return own, true
		}
		return up, true
	case strings.HasPrefix(own, up) || strings.Contains(up, own):
		return own, true
	case placeRank(up) < placeRank(own):
		return up + own, true
	}
	return "", false
}

// isHigher reports whether a place cannot lie in another because of its rank, as a county
// cannot lie in a town.
func isHigher(unit, parent string) bool {
	for _, zone := range []string{"园区", "开发区", "示范区", "度假区", "新区", "社区"} {
		if strings.HasSuffix(unit, zone) {
			return false
		}
	}
	isTown := strings.HasSuffix(parent, "镇") || strings.HasSuffix(parent, "乡") || strings.HasSuffix(parent, "街道")
	return isPlace(unit) && isPlace(parent) && (isTown && endsPlace(unit) || placeRank(unit) == 1 && placeRank(parent) > 1)
}

// placeRank orders places by the last character of their names.
func placeRank(name string) int {
	last, _ := utf8.DecodeLastRuneInString(name)
	switch {
	case last == '省' || strings.HasSuffix(name, "自治区"):
		return 1
	case strings.ContainsRune("市州盟", last):
		return 2
	case strings.ContainsRune("区县旗", last):
		return 3
	}
	return 4
}
