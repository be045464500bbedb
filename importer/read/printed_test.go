package read

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/importer/read/readtest"
)

// ruled is a small table with a merged label and a label in two lines.
func ruled() readtest.PrintBlock {
	return readtest.PrintBlock{Head: 1, Cells: []readtest.PrintCell{
		{Top: 0, Left: 0, Bottom: 0, Right: 1, Text: "单位"}, {Top: 0, Left: 2, Bottom: 0, Right: 2, Text: "新收"}, {Top: 0, Left: 3, Bottom: 0, Right: 3, Text: "办结"},
		{Top: 1, Left: 0, Bottom: 2, Right: 0, Text: "乡镇"}, {Top: 1, Left: 1, Bottom: 1, Right: 1, Text: "瀛海镇人民政府政务服务和信息公开办公室"}, {Top: 1, Left: 2, Bottom: 1, Right: 2, Text: "16"}, {Top: 1, Left: 3, Bottom: 1, Right: 3, Text: "14"},
		{Top: 2, Left: 1, Bottom: 2, Right: 1, Text: "旧宫镇"}, {Top: 2, Left: 2, Bottom: 2, Right: 2, Text: "2390"}, {Top: 2, Left: 3, Bottom: 2, Right: 3, Text: ""},
	}}
}

const ruledSheet = `
	#
	p1: 二、主动公开政府信息情况
	t1.1: 单位 | [单位] | 新收 | 办结
	t1.2: 乡镇 | 瀛海镇人民政府政务服务和信息公开办公室 | 16 | 14
	t1.3: [乡镇] | 旧宫镇 | 2390 |
	p2: 完。`

func TestCellsOfAPrintedTableAreFoundWithAnyRulingLines(t *testing.T) {
	blocks := []readtest.PrintBlock{{Text: "二、主动公开政府信息情况"}, ruled(), {Text: "完。"}}
	for _, rules := range readtest.RuleShapes() {
		for _, runs := range []readtest.RunShape{readtest.WholeLines, readtest.SingleCharacters, readtest.HalfLines, readtest.TwiceForBold} {
			style := readtest.PrintStyle{Rules: rules, Runs: runs}
			pages := readtest.Print(blocks, style)
			for kind, content := range map[string][]byte{"pdf": readtest.PDF(t, pages, style), "ofd": readtest.OFD(t, pages, style)} {
				if got := dump(mustRead(t, content)); trimLines(got) != trimLines(ruledSheet) {
					t.Fatalf("%s, rules %d, runs %d:\n%s", kind, rules, runs, got)
				}
			}
		}
	}
}

func trimLines(text string) string {
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		lines = append(lines, strings.TrimSpace(line))
	}
	return strings.Join(lines, "\n")
}

func TestAddressesInPrintedDocumentsNameThePage(t *testing.T) {
	table := ruled()
	for i := 3; i < 60; i++ {
		for j, text := range []string{"", "某某镇", "7", "7"} {
			table.Cells = append(table.Cells, readtest.PrintCell{Top: i, Left: j, Bottom: i, Right: j, Text: text})
		}
	}
	style := readtest.PrintStyle{Numbered: true, Continued: true}
	pages := readtest.Print([]readtest.PrintBlock{{Text: "前言。"}, table, {Text: "完。"}}, style)
	s := mustRead(t, readtest.PDF(t, pages, style))[0]
	if len(pages) != 2 || len(s.Rows) != 63 {
		t.Fatalf("%d pages, %d rows:\n%s", len(pages), len(s.Rows), dump([]Sheet{s}))
	}
	var onSecond int
	for i := range s.Rows {
		if s.Rows[i].Page == 2 {
			onSecond = i
			break
		}
	}
	for _, c := range []struct {
		row, col int
		want     string
	}{{0, 0, "第1页 第1段"}, {1, 0, "第1页 第2段"}, {2, 2, "第1页 表1 行1 列3"}, {onSecond, 1, "第2页 表1 行2 列2"}, {62, 0, "第2页 第1段"}} {
		if got := s.Address(c.row, c.col); got != c.want {
			t.Errorf("row %d: %q, want %q", c.row, got, c.want)
		}
	}
}

func TestDigitsThatMayBelongToAnotherCellAreVague(t *testing.T) {
	for name, c := range map[string]struct {
		text string // printed instead of 2390
		move float64
		want Vagueness
	}{
		"as it should be":       {"2390", 0, Clear},
		"across a rule":         {"2390", 60, RunTogether},
		"two numbers":           {"23  90", 0, RunTogether},
		"a label with a number": {"第 1 季度 23", 0, Clear},
	} {
		pages := readtest.Print([]readtest.PrintBlock{{Text: "一段。"}, ruled()}, readtest.PrintStyle{})
		for i := range pages[0].Texts {
			if text := &pages[0].Texts[i]; text.Text == "2390" {
				text.Text = c.text
				text.X += c.move
			}
		}
		s := mustRead(t, readtest.PDF(t, pages, readtest.PrintStyle{}))[0]
		if cell := s.At(3, 2); cell.Vagueness() != c.want {
			t.Errorf("%s: %q is %d, want %d", name, cell.Text, cell.Vagueness(), c.want)
		}
		if other := s.At(2, 2); other.Vagueness() != Clear {
			t.Errorf("%s: so is %q", name, other.Text)
		}
	}
}

func TestFormFieldsOfAPDFAreRead(t *testing.T) {
	const fields = `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Annots[4 0 R]/Resources<</Font<</F 7 0 R>>>>>> endobj
4 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(2390)/F 4/P 3 0 R/Rect[100 700 200 720]/AP<</N 6 0 R>>>> endobj
5 0 obj <</Length 45>> stream
BT /F 10 Tf 50 705 Td (Received) Tj ET       
endstream endobj
6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 7 0 R>>>>/Length 40>> stream
BT /F 10 Tf 2 5 Td (2390) Tj ET         
endstream endobj
7 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj
trailer <</Root 1 0 R/Size 8>>
%%EOF
`
	if got := dump(mustRead(t, []byte(fields))); !strings.Contains(got, "Received 2390") && !strings.Contains(got, "Received  2390") {
		t.Errorf("the field is missing: %s", got)
	}
}

func TestTextCrossedByALineIsStruckOut(t *testing.T) {
	pages := readtest.Print([]readtest.PrintBlock{{Text: "一段。"}, ruled()}, readtest.PrintStyle{})
	for i := range pages[0].Texts {
		text := &pages[0].Texts[i]
		switch text.Text {
		case "2390":
			width := readtest.TextWidth("23", text.Size)
			pages[0].Lines = append(pages[0].Lines, readtest.PrintedBox{Left: text.X, Top: text.Y - 0.35*text.Size, Right: text.X + width, Bottom: text.Y - 0.35*text.Size})
		case "16": // the number is underlined
			pages[0].Lines = append(pages[0].Lines, readtest.PrintedBox{Left: text.X, Top: text.Y + 1, Right: text.X + 10, Bottom: text.Y + 1})
		}
	}
	s := mustRead(t, readtest.PDF(t, pages, readtest.PrintStyle{}))[0]
	if c := s.At(3, 2); c.Text != "90" || c.Raw() != "90〔划去：23〕" || c.Vagueness() != Clear {
		t.Errorf("%q, with all of it %q", c.Text, c.Raw())
	}
	if c := s.At(2, 2); c.Text != "16" || c.Raw() != "16" {
		t.Errorf("%q, with all of it %q", c.Text, c.Raw())
	}
}

func TestAnUnreadablePDFIsExplained(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 60, 84))); err != nil {
		t.Fatal(err)
	}
	style := readtest.PrintStyle{}
	whole := readtest.PDF(t, readtest.Print([]readtest.PrintBlock{ruled()}, style), style)
	locked := readtest.LockedPDF(t, "机密", "secret")
	for name, c := range map[string]struct {
		content []byte
		kind    ErrorKind
	}{
		"a scan":                    {readtest.ScannedPDF(t, picture.Bytes(), ""), Scan},
		"a scan with hidden words":  {readtest.ScannedPDF(t, picture.Bytes(), "本年新收政府信息公开申请数量 16"), Scan},
		"a password":                {locked, Encrypted},
		"half a file":               {whole[:len(whole)/2], Truncated},
		"nothing but a head":        {[]byte("%PDF-1.7\n%%EOF\n"), Damaged},
		"an empty page":             {readtest.PDF(t, readtest.Print(nil, style), style), Empty},
		"an OFD without a document": {readtest.Zip(t, readtest.Part{Name: "OFD.xml", Body: `<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>`}), Damaged},
		"an OFD of pictures": {readtest.Zip(t,
			readtest.Part{Name: "OFD.xml", Body: `<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>`},
			readtest.Part{Name: "a.xml", Body: `<Document xmlns="http://www.ofdspec.org/2016"><PhysicalBox>0 0 210 297</PhysicalBox><Pages><Page ID="1" BaseLoc="p.xml"/></Pages></Document>`},
			readtest.Part{Name: "p.xml", Body: `<Page xmlns="http://www.ofdspec.org/2016"><Content><Layer><TextObject Boundary="10 10 100 5" Size="4"><TextCode X="0" Y="4" DeltaX="g 3 4">自动识别</TextCode></TextObject><ImageObject Boundary="0 0 210 297"/></Layer></Content></Page>`}), Scan},
	} {
		e := failure(t, c.content)
		if e.Kind != c.kind || !hasWords(e) {
			t.Errorf("%s: %v of kind %d, want %d", name, e, e.Kind, c.kind)
		}
	}
	if sheets, err := Sheets("a.pdf", locked, Options{Password: "secret"}); err != nil || !strings.Contains(dump(sheets), "机密") {
		t.Errorf("with the password: %v\n%s", err, dump(sheets))
	}
	if _, err := Sheets("a.pdf", locked, Options{Password: "wrong"}); !hasKind(err, WrongPassword) {
		t.Errorf("with another password: %v", err)
	}
}

func TestCompatibilityCharactersBecomeOrdinaryOnes(t *testing.T) {
	for c, want := range map[rune]string{'⾏': "行", '⺠': "民", '⻚': "页", '⽂': "文", '（': "（", '政': "政", '7': "7", '\u00a0': " ", '﹙': "﹙"} {
		if got := plainCharacter(c); got != want {
			t.Errorf("%c is read as %q, want %q", c, got, want)
		}
	}
}

// FuzzPrinted lays out pages of arbitrary characters and lines.
func FuzzPrinted(f *testing.F) {
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"), uint8(1))
	f.Add(bytes.Repeat([]byte{0, 0, 100, 0, 20, 0, 0, 200, 1, 50, 0, 9}, 40), uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, turn uint8) {
		pages := []printedPage{{number: 1}, {number: 2}}
		next := func() float64 {
			if len(data) < 2 {
				return 0
			}
			v := float64(int16(binary.LittleEndian.Uint16(data))) / 16
			data = data[2:]
			return v
		}
		for k := 0; len(data) > 12; k++ {
			p := &pages[k/64%2]
			if data[0]%3 == 0 {
				p.addBox(boxOf(next(), next(), next(), next()))
				continue
			}
			g := glyph{text: string(rune('0' + data[1]%12)), x: next(), y: next(), width: math.Abs(next()), size: math.Abs(next()), turn: int(turn+data[2]) % 4, vague: data[1] == 7}
			p.glyphs = append(p.glyphs, g)
		}
		count := len(pages[0].glyphs) + len(pages[1].glyphs)
		sheets, err := readPrinted(pages, Options{}.newDocumentBudget())
		if err != nil && !hasWords(err) {
			t.Fatalf("an error without words: %v", err)
		}
		if err == nil && count == 0 {
			t.Fatal("a sheet of nothing")
		}
		for _, s := range sheets {
			for i := range s.Rows {
				if s.Rows[i].Page == 0 || s.Address(i, 0) == "" {
					t.Fatalf("row %d has no place", i)
				}
			}
		}
	})
}

// FuzzPDF changes bytes of a PDF. PDFium's own panics count, too.
func FuzzPDF(f *testing.F) {
	style := readtest.PrintStyle{}
	whole := readtest.PDF(f, readtest.Print([]readtest.PrintBlock{ruled()}, style), style)
	f.Add(uint16(100), []byte("1 0 obj"))
	f.Add(uint16(9), []byte("<</Type/Page>>"))
	f.Fuzz(func(t *testing.T, at uint16, piece []byte) {
		content := slices.Clone(whole)
		copy(content[int(at)%len(content):], piece)
		holdsWithoutPanic(t, append(content, "\n%%EOF"...))
	})
}

// FuzzOFD replaces the content of a page.
func FuzzOFD(f *testing.F) {
	f.Add(`<Page xmlns="http://www.ofdspec.org/2016"><Area><PhysicalBox>0 0 210 297</PhysicalBox></Area><Content><Layer><TextObject Boundary="1 2 3 4" Size="4" CTM="1 0 0 1 0 0"><TextCode X="1" Y="2" DeltaX="g 2 4 5">一二三四</TextCode></TextObject><PathObject Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 9 0 B 1 2 3 4 5 6 C</AbbreviatedData></PathObject></Layer></Content></Page>`)
	f.Fuzz(func(t *testing.T, page string) {
		holdsWithoutPanic(t, readtest.Zip(t,
			readtest.Part{Name: "OFD.xml", Body: `<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>`},
			readtest.Part{Name: "a.xml", Body: `<Document xmlns="http://www.ofdspec.org/2016"><TemplatePage ID="2" BaseLoc="p.xml"/><Pages><Page ID="1" BaseLoc="p.xml"/></Pages></Document>`},
			readtest.Part{Name: "p.xml", Body: page}))
	})
}

// holdsWithoutPanic reads a file, damaged or not. A panic fails the test even if the
// library recovers from it.
func holdsWithoutPanic(t *testing.T, content []byte) {
	t.Helper()
	sheets, err := Sheets("fuzz", content, Options{})
	switch {
	case err == nil && len(sheets) == 0:
		t.Fatal("no sheet and no error")
	case err != nil && (!hasWords(err) || strings.Contains(err.Error(), "panic")):
		t.Fatalf("%v", err)
	}
}
