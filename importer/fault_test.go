package importer

import "testing"

func TestACellOfSpaceBeforeAOneIsReadLikeAnyOther(t *testing.T) {
	r := realReports(t)[0]
	for _, space := range []string{"\u00a0", "\u3000", "\u200b", "\ufeff", " "} {
		c := canvasOf(&r)
		c.shift(1, 0)
		c.cells = append(c.cells, patch{text: space + "1"}, patch{left: 1, right: 1, text: "2" + space})
		mustBe(t, &r, understandSheets("a.xlsx", []sheet{c.sheet()}))
	}
}
