package read

import (
	"bytes"
	"reflect"
	"testing"

	"nianbao/importer/read/readtest"
)

// word97Styles are all ways in which the tests write documents of Word 97.
func word97Styles() []readtest.Word97Style {
	var all []readtest.Word97Style
	for n := range 16 {
		all = append(all, readtest.Word97Style{Pieces: n&1 != 0, Merged: n&2 != 0, First2: n&4 != 0, Apart: n&8 != 0})
	}
	return all
}

func TestAWord97DocumentIsReadTheSameHoweverItIsSaved(t *testing.T) {
	whole := mustRead(t, readtest.DocxOf(t, smallDocument))
	for _, style := range word97Styles() {
		if got := mustRead(t, readtest.Word97Of(smallDocument, style)); !reflect.DeepEqual(got, whole) {
			t.Errorf("%+v gives\n%s", style, dump(got))
		}
	}
}

func TestAWord97DocumentIsReadAsPrinted(t *testing.T) {
	on := func(code uint16) []byte { return readtest.Change(code, 1) }
	var w readtest.Word97Text
	w.Run("受理", nil)
	w.Run("15", on(sprmCFStrike))
	w.Run("14", on(sprmCFDStrike))
	w.Run("13", on(sprmCFVanish))
	w.Run("12", on(sprmCFRMarkDel))
	w.Run("16", readtest.Change(sprmCFStrike, 0))
	w.Run("注", on(sprmCIss))
	w.Run("释", on(sprmCIss))
	w.Run("(", on(sprmCFSpec))
	w.Run("\x01\x02(\u00a0\x1e\x1f\n\t", nil)
	w.Run("\x13PAGE\x13 X \x15 \x147\x15😀", nil)
	w.Paragraph("", 0x0D, nil)
	w.Paragraph("页", 0x0C, nil)
	w.Paragraph("", 0x0C, nil)
	w.Paragraph("末", 0x0D, nil)
	w.Boxes()
	w.Paragraph("框", 0x0D, nil)
	for _, style := range []readtest.Word97Style{{}, {Pieces: true}} {
		want(t, mustRead(t, w.File(style)), "# \np1: 受理16（注释）(\u00a0-⏎\t7😀\np2: 页\np3: 末\np4: 框")
	}
}

func TestWord97StylesCanStrikeOut(t *testing.T) {
	w := readtest.Word97Text{Styles: [][]byte{nil, readtest.Change(sprmCFStrike, 1), append(readtest.Change(sprmCIss, 1), readtest.Change(sprmCFVanish, 1)...)}}
	styled := func(number byte, changes ...byte) []byte {
		list := readtest.Change(sprmCIstd, number, 0)
		if len(changes) > 0 {
			list = append(list, readtest.Change(sprmCFStrike, changes...)...)
		}
		return list
	}
	w.Run("a", styled(1))
	w.Run("b", styled(1, 0))
	w.Run("c", styled(1, 0x80))
	w.Run("d", styled(1, 0x81))
	w.Run("e", styled(0, 0x81))
	w.Run("f", styled(2))
	w.Run("g", styled(9))
	w.Run("h", append(styled(1, 1), readtest.Change(sprmCPlain, 0)...))
	w.Paragraph("i", 0x0D, nil)
	want(t, mustRead(t, w.File(readtest.Word97Style{})), "# \np1: bdgi")
}

func TestNestedTablesInWord97AreReadSeparately(t *testing.T) {
	inner := func(changes ...[]byte) []byte {
		return append(append(readtest.Change(sprmPFInTable, 1), readtest.Change(sprmPItap, 2, 0, 0, 0)...), bytes.Join(changes, nil)...)
	}
	var w readtest.Word97Text
	w.Paragraph("甲", 0x07, readtest.InTable)
	w.Paragraph("前", 0x0D, readtest.InTable)
	w.Paragraph("规章", 0x0D, inner(readtest.Change(sprmPFInnerTableCell, 1)))
	w.Paragraph("1", 0x0D, inner(readtest.Change(sprmPFInnerTableCell, 1)))
	w.Paragraph("", 0x0D, inner(readtest.Change(sprmPFInnerTtp, 1), readtest.Row([]int{0, 100, 200}, []uint16{0, 0})))
	w.Paragraph("后", 0x07, readtest.InTable)
	w.Paragraph("", 0x07, append(bytes.Clone(readtest.RowEnd), readtest.Row([]int{0, 500, 900}, []uint16{0, 0})...))
	w.Paragraph("完", 0x0D, nil)
	want(t, mustRead(t, w.File(readtest.Word97Style{})), `
		# 
		p1: 甲
		p2: 前
		t1.1: 规章 | 1
		p3: 后
		p4: 完`)
}

func TestWord97CellsChangedLaterAreInTheirFinalPlace(t *testing.T) {
	var w readtest.Word97Text
	row := func(texts []string, changes ...[]byte) {
		for _, text := range texts {
			w.Paragraph(text, 0x07, readtest.InTable)
		}
		w.Paragraph("", 0x07, append(bytes.Clone(readtest.RowEnd), bytes.Join(changes, nil)...))
	}
	row([]string{"a", "b", "c"}, readtest.Change(sprmTInsert, 0, 3, 100, 0))
	row([]string{"d", "e"}, readtest.Change(sprmTInsert, 0, 3, 100, 0), readtest.Change(sprmTDelete, 0, 1), readtest.Change(sprmTDxaCol, 0, 1, 200, 0))
	row([]string{"f", "", "g"}, readtest.Row([]int{0, 100, 200, 300}, []uint16{0, 0, 0}), readtest.Change(sprmTMerge, 0, 2), readtest.Change(sprmTVertMerge, 2, 2, 3))
	row([]string{"h", "i", ""}, readtest.Row([]int{0, 100, 200, 300}, []uint16{1, 2, 0}), readtest.Change(sprmTSplit, 0, 2), readtest.Change(sprmTVertMerge, 2, 2, 1))
	want(t, mustRead(t, w.File(readtest.Word97Style{})), `
		# 
		t1.1: a | b | c
		t1.2: d | [d] | e
		t1.3: f | [f] | g
		t1.4: h | i | [g]`)
}

func TestAnUnusualWord97DocumentIsRefusedRatherThanMisread(t *testing.T) {
	var w readtest.Word97Text
	w.Paragraph("a", 0x07, readtest.InTable)
	w.Paragraph("", 0x07, append(bytes.Clone(readtest.RowEnd), readtest.Row([]int{0, 100, 200}, []uint16{0, 0})...))
	if got := failure(t, w.File(readtest.Word97Style{})); got.Kind != Damaged {
		t.Errorf("a row with a cell too few is %v", got)
	}
	works := readtest.Compound(readtest.Stream{Name: "CONTENTS", Content: []byte("x")})
	if _, err := Sheets("年报.WPS", works, Options{}); !hasKind(err, LegacyDoc) {
		t.Errorf("a document of Works is %v", err)
	}
	if got := failure(t, works); got.Kind != UnknownFormat {
		t.Errorf("an unknown compound file is %v", got)
	}
	content := readtest.Word97Of(smallDocument, readtest.Word97Style{})
	const header = 512
	for name, c := range map[string]struct {
		at, value int
		kind      ErrorKind
	}{
		"a password": {header + word97Flags + 1, 0x13, Encrypted}, "the other table stream": {header + word97Flags + 1, 0x10, Damaged},
		"an older version": {header + 2, 0x65, LegacyDoc}, "Word 95": {header, 0xDC, LegacyDoc},
		"a longer text": {header + word97Lengths + 1, 0x70, Truncated}, "no pieces": {header + word97PieceTable + 4, 0, Damaged},
		"no properties": {header + word97PapxTable + 4, 4, Damaged},
	} {
		broken := bytes.Clone(content)
		broken[c.at] = byte(c.value)
		if got := failure(t, broken); got.Kind != c.kind {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func FuzzWord97(f *testing.F) {
	for _, style := range []readtest.Word97Style{{}, {Pieces: true, Merged: true, Apart: true}} {
		in, err := open(readtest.Word97Of(smallDocument, style), Options{})
		if err != nil {
			f.Fatal(err)
		}
		var streams [3][]byte
		for i, name := range []string{"WordDocument", "1Table", "Data"} {
			if s := in.streams[name]; s != nil {
				streams[i], err = readStream(s, 1<<20)
			}
			if err != nil {
				f.Fatal(err)
			}
		}
		f.Add(streams[0], streams[1], streams[2])
	}
	f.Fuzz(func(t *testing.T, main, table, data []byte) {
		content := readtest.Compound(readtest.Stream{Name: "WordDocument", Content: main}, readtest.Stream{Name: "1Table", Content: table}, readtest.Stream{Name: "Data", Content: data})
		if sheets, err := Sheets("fuzz", content, Options{}); err == nil && len(sheets) == 0 || err != nil && !hasWords(err) {
			t.Fatal(sheets, err)
		}
	})
}
