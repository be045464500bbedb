package read

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// xlsReader reads the workbook stream of an .xls file, versions 5 to 2003.
type xlsReader struct {
	version  int
	codePage encoding.Encoding // for version 5
	fonts    []runFont
	inks     []colour // of the fonts
	shared   sharedStrings
	rich     richText
	listed   []xlsSheet
	limits   *budget
	texts    *arena
	bare     bool // written by a library rather than a spreadsheet program
	scratch  []byte

	formats  map[int]cellStyle // by number, those of the file's own
	declared []xlsStyle
	styles   []*cellStyle // nil for a plain one
}

// xlsStyle is a cell style as stored.
type xlsStyle struct {
	font, format int
	background   colour
}

type xlsSheet struct {
	name     string
	at       int
	hidden   bool
	contents int // 0 for cells
}

// readBIFF reads a workbook stream. bare says that the file has nothing else, which is
// typical of libraries that do not calculate formulas.
func readBIFF(stream []byte, bare bool, opt Options) ([]Sheet, error) {
	limits := opt.newBudget()
	w := &xlsReader{codePage: simplifiedchinese.GB18030, limits: limits, texts: &arena{budget: limits}, bare: bare}
	if err := w.readGlobals(&biffScanner{stream: stream}); err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, l := range w.listed {
		if l.contents != 0 {
			continue
		}
		if l.at > len(stream) {
			return nil, &ReadError{Kind: Truncated, Sheet: l.name}
		}
		s, err := w.readSheet(&biffScanner{stream: stream, pos: l.at})
		if err != nil {
			return nil, inPart(err, "", l.name)
		}
		s.Name, s.Hidden = l.name, l.hidden
		sheets = append(sheets, s)
	}
	if len(sheets) == 0 {
		return nil, &ReadError{Kind: Empty}
	}
	return sheets, nil
}

// readGlobals reads the records before the sheets.
func (w *xlsReader) readGlobals(b *biffScanner) error {
	id, data, err := b.next()
	if err != nil {
		return err
	}
	f := biffFields{data: data}
	if w.version = f.u16(); id != biffBOF || w.version != biffVersion8 && w.version != biffVersion5 {
		return &ReadError{Kind: LegacyWorkbook, Format: "Excel 4"}
	}
	for {
		id, data, err := b.next()
		if err != nil {
			return err
		}
		if id == biffEOF {
			w.resolveStyles()
			return nil
		}
		if err := w.readGlobal(id, data, b); err != nil {
			return err
		}
	}
}

func (w *xlsReader) readGlobal(id uint16, data []byte, b *biffScanner) error {
	f := biffFields{data: data}
	switch id {
	case biffFilePass:
		return &ReadError{Kind: Encrypted, Format: "xls"}
	case biffCodePage:
		w.codePage = codePageOf(f.u16())
	case biffFormat, biffFormat5:
		w.readFormat(&f)
	case biffXF:
		w.readStyle(&f)
	case biffFont:
		f.take(2)
		struck := f.u16()&8 != 0
		ink := f.u16()
		f.take(2)
		raised := f.u16() != 0
		w.fonts = append(w.fonts, runFont{own: true, raised: raised && !f.short, struck: struck})
		w.inks = append(w.inks, indexColour(ink))
	case biffSheet:
		s := xlsSheet{at: f.u32()}
		s.hidden = f.u8()&3 != 0
		s.contents = f.u8()
		s.name = w.shortText(&f, f.u8())
		if w.listed = append(w.listed, s); len(w.listed) > maxSheets {
			return tooLarge(ReasonParts)
		}
		return f.err()
	case biffSST:
		return w.readShared(b.continued(data))
	}
	return nil
}

func codePageOf(number int) encoding.Encoding {
	switch number {
	case 950, 10002:
		return traditionalchinese.Big5
	case 1252, 367, 32768, 32769:
		return charmap.Windows1252
	default:
		return simplifiedchinese.GB18030
	}
}

// readShared reads the table of shared strings.
func (w *xlsReader) readShared(pieces [][]byte) error {
	t := biffText{pieces: pieces}
	t.u32() // how often the strings are used
	n := t.u32()
	if t.err != nil || n > maxCells {
		return damaged(ReasonMalformed)
	}
	for range n {
		runs := t.rich()
		if t.err != nil {
			return t.err
		}
		if err := w.readRuns(t.units, runs); err != nil {
			return err
		}
		if err := w.shared.add(&w.rich, w.texts); err != nil {
			return err
		}
	}
	return nil
}

// shortText decodes n characters, all of which are in one record.
func (w *xlsReader) shortText(f *biffFields, n int) string {
	if w.version != biffVersion8 {
		text, err := w.codePage.NewDecoder().Bytes(f.take(n))
		if err != nil {
			f.short = true
		}
		return string(text)
	}
	wide := f.u8()&1 != 0
	if wide {
		n *= 2
	}
	t := biffText{pieces: [][]byte{f.take(n)}}
	if f.short {
		return ""
	}
	if wide {
		n /= 2
	}
	t.letters(n, wide)
	return string(appendUnits(nil, t.units))
}
