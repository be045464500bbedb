package read

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// biffBook writes a workbook stream record by record.
type biffBook struct{ bytes.Buffer }

func (b *biffBook) record(id uint16, fields ...any) {
	var data bytes.Buffer
	for _, f := range fields {
		if err := binary.Write(&data, binary.LittleEndian, f); err != nil {
			panic(err)
		}
	}
	for _, v := range []any{id, uint16(data.Len()), data.Bytes()} {
		if err := binary.Write(b, binary.LittleEndian, v); err != nil {
			panic(err)
		}
	}
}

type (
	u16 = uint16
	u32 = uint32
)

// wide returns a text in UTF-16.
func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// sheetsAt writes the list of sheets and then each sheet, so that the list can
// say where they are.
func (b *biffBook) sheets(version u16, names []string, states []byte, write []func(*biffBook)) []byte {
	listLength := 0
	for _, n := range names {
		listLength += 4 + 8 + len(wide(n))
	}
	at := b.Len() + listLength + 4
	var body biffBook
	for i, n := range names {
		b.record(biffSheet, u32(at+body.Len()), states[i], byte(0), byte(len(utf16.Encode([]rune(n)))), byte(1), wide(n))
		body.record(biffBOF, version, u16(biffWorksheet))
		write[i](&body)
		body.record(biffEOF)
	}
	b.record(biffEOF)
	return append(b.Bytes(), body.Bytes()...)
}

func newBook() *biffBook {
	b := &biffBook{}
	b.record(biffBOF, u16(biffVersion8), u16(5))
	return b
}

func TestEveryKindOfCellRecordIsRead(t *testing.T) {
	b := newBook()
	b.record(biffFont, make([]byte, 8), u16(0))
	b.record(biffFont, make([]byte, 8), u16(1)) // superscript
	// The second text is cut after two characters; the rest is stored in bytes.
	b.record(biffSST, u32(9), u32(3), u16(1), byte(0), []byte("A"), u16(4), byte(1), wide("总计"))
	b.record(biffContinue, byte(0), []byte("ab"), u16(3), byte(8), u16(2), []byte("130"), u16(2), u16(1), u16(3), u16(0))
	content := b.sheets(biffVersion8, []string{"表一", "藏"}, []byte{0, 2}, []func(*biffBook){func(s *biffBook) {
		s.record(biffColInfo, u16(9), u16(9), u16(0), u16(0), u16(1))
		s.record(biffRow, u16(1), u16(0), u16(9), u16(0), u16(0), u16(0), u16(0x20), u16(0))
		s.record(biffLabelSST, u16(0), u16(0), u16(0), u32(0))
		s.record(biffLabelSST, u16(0), u16(1), u16(0), u32(1))
		s.record(biffLabelSST, u16(0), u16(2), u16(0), u32(2))
		s.record(biffNumber, u16(0), u16(3), u16(0), 24252.311082)
		s.record(biffRK, u16(0), u16(4), u16(0), u32(11398889<<2|2))
		s.record(biffMulRK, u16(0), u16(5), u16(0), u32(1234<<2|3), u16(0), u32(0xFFFFFFFE), u16(6))
		s.record(biffLabel, u16(0), u16(7), u16(0), u16(2), byte(1), wide("文字"))
		s.record(biffBoolErr, u16(0), u16(8), u16(0), byte(1), byte(0))
		s.record(biffBoolErr, u16(0), u16(9), u16(0), byte(0x17), byte(1))
		s.record(0x0201, u16(0), u16(10), u16(0)) // BLANK
		formula := func(row, col u16, value uint64, flags u16) {
			s.record(biffFormula, row, col, u16(0), value, flags, u32(0), u16(0))
		}
		formula(1, 0, math.Float64bits(16), 0)
		formula(1, 1, 0xFFFF_0000_0000_0000, 0)
		s.record(biffString, u16(2), byte(1), wide("结果"))
		formula(1, 2, 0, 2)
		formula(1, 3, 0xFFFF_0000_0000_0003, 0)
		formula(1, 4, 0xFFFF_0000_002A_0002, 0)
		s.record(biffMerged, u16(1), u16(2), u16(3), u16(0), u16(1))
		s.record(biffLabelSST, u16(2), u16(0), u16(0), u32(0))
		s.record(biffRK, u16(3), u16(2), u16(0), u32(2))
		s.record(biffBOF, u16(biffVersion8), u16(0x20)) // a chart within the sheet
		s.record(biffNumber, u16(0), u16(0), u16(0), 99.0)
		s.record(biffEOF)
	}, func(s *biffBook) {
		s.record(biffRK, u16(0), u16(0), u16(0), u32(5<<2|2))
	}})
	sheets := mustRead(t, content)
	want(t, sheets, `
		# 表一
		1: A | 总计ab | 13（0） | =24252.311082 | =11398889 | =12.34 | =-1 | 文字 | TRUE | error #REF!
		h2: =16 | 结果 | formula = |  | error #N/A
		3: A | [A]
		4: [A] | [A] | =0
		# 藏 (hidden)
		1: =5`)
	if !sheets[0].IsColumnHidden(9) || sheets[0].IsColumnHidden(8) {
		t.Errorf("hidden columns are %v, want J", sheets[0].HiddenColumns)
	}
}

func TestAnExcel95WorkbookIsReadInItsCodePage(t *testing.T) {
	gbk := func(s string) []byte {
		out, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	b := &biffBook{}
	b.record(biffBOF, u16(biffVersion5), u16(5))
	b.record(biffCodePage, u16(936))
	name := gbk("年报")
	at := b.Len() + 4 + 7 + len(name) + 4
	b.record(biffSheet, u32(at), byte(0), byte(0), byte(len(name)), name)
	b.record(biffEOF)
	b.record(biffBOF, u16(biffVersion5), u16(biffWorksheet))
	label := gbk("规章")
	b.record(biffLabel, u16(0), u16(0), u16(0), u16(len(label)), label)
	b.record(biffNumber, u16(0), u16(1), u16(0), 3.0)
	b.record(biffEOF)
	want(t, mustRead(t, b.Bytes()), `
		# 年报
		1: 规章 | =3`)
}

func TestALongTextContinuesInFurtherRecords(t *testing.T) {
	long := strings.Repeat("政", 9000)
	b := newBook()
	first := wide(long[:3*4000])
	b.record(biffSST, u32(1), u32(1), u16(9000), byte(1), first)
	b.record(biffContinue, byte(1), wide(long[3*4000:3*8000]))
	b.record(biffContinue, byte(1), wide(long[3*8000:]))
	content := b.sheets(biffVersion8, []string{"a"}, []byte{0}, []func(*biffBook){func(s *biffBook) {
		s.record(biffLabelSST, u16(0), u16(0), u16(0), u32(0))
	}})
	if got := mustRead(t, content)[0].At(0, 0).Text; got != long {
		t.Errorf("%d bytes, want %d", len(got), len(long))
	}
}

func TestInvalidContentOfAnOldWorkbookIsReported(t *testing.T) {
	one := func(write func(*biffBook)) []byte {
		return newBook().sheets(biffVersion8, []string{"表"}, []byte{0}, []func(*biffBook){write})
	}
	sound := one(func(s *biffBook) { s.record(biffRK, u16(0), u16(0), u16(0), u32(2)) })
	locked := newBook()
	locked.record(biffFilePass, u16(1))
	for name, test := range map[string]struct {
		content []byte
		kind    ErrorKind
		reason  Reason
		cell    string
	}{
		"a text that does not exist": {one(func(s *biffBook) { s.record(biffLabelSST, u16(1), u16(1), u16(0), u32(0)) }), Damaged, ReasonStringIndex, "B2"},
		"a short record":             {one(func(s *biffBook) { s.record(biffNumber, u16(0), u16(0), u16(0), u32(1)) }), Damaged, ReasonMalformed, "A1"},
		"the same cell twice": {one(func(s *biffBook) {
			s.record(biffRK, u16(0), u16(0), u16(0), u32(2))
			s.record(biffRK, u16(0), u16(0), u16(0), u32(2))
		}), Damaged, ReasonCellTwice, "A1"},
		"a missing end":  {sound[:len(sound)-4], Truncated, ReasonNone, ""},
		"a password":     {locked.Bytes(), Encrypted, ReasonNone, ""},
		"an older Excel": {[]byte("\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00"), LegacyWorkbook, ReasonNone, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := failure(t, test.content); got.Kind != test.kind || got.Reason != test.reason || got.Cell != test.cell {
				t.Errorf("got kind %d reason %d cell %q: %v", got.Kind, got.Reason, got.Cell, got)
			}
		})
	}
}

func TestATruncatedOldWorkbookNeverYieldsPartOfItsCells(t *testing.T) {
	content := kept(t, "lo_form.xls")
	sound := dump(mustRead(t, content))
	for n := 0; n < len(content); n += 97 {
		if sheets, err := Sheets("cut", content[:n], Options{}); err == nil && dump(sheets) != sound {
			t.Fatalf("cut at %d of %d: other cells and no error", n, len(content))
		}
	}
}

func kept(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "readers", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func FuzzOldWorkbook(f *testing.F) {
	b := newBook()
	b.record(biffSST, u32(1), u32(1), u16(2), byte(9), u16(1), wide("甲乙"), u16(1), u16(0))
	f.Add(b.sheets(biffVersion8, []string{"表"}, []byte{0}, []func(*biffBook){func(s *biffBook) {
		s.record(biffLabelSST, u16(0), u16(0), u16(0), u32(0))
		s.record(biffMulRK, u16(0), u16(5), u16(0), u32(7), u16(0), u32(8), u16(6))
		s.record(biffFormula, u16(1), u16(1), u16(0), uint64(0xFFFF_0000_0000_0000), u16(0), u32(0))
		s.record(biffString, u16(2), byte(1), wide("结果"))
		s.record(biffMerged, u16(1), u16(2), u16(3), u16(0), u16(1))
	}}))
	struck := newBook()
	struck.record(biffFont, u16(200), u16(8), u32(0), u16(0), u16(0))
	struck.record(biffFormat, u16(170), u16(7), byte(1), wide("0!.0," + `"万"`)[:14])
	struck.record(biffXF, u16(0), u16(170), make([]byte, 16))
	struck.record(biffSST, u32(1), u32(1), u16(4), byte(8), u16(2), []byte("1214"), u16(0), u16(0), u16(2), u16(9))
	f.Add(struck.sheets(biffVersion8, []string{"表"}, []byte{0}, []func(*biffBook){func(s *biffBook) {
		s.record(biffLabelSST, u16(0), u16(0), u16(0), u32(0))
		s.record(biffNumber, u16(0), u16(1), u16(0), 251000.0)
		s.record(biffRString, u16(1), u16(0), u16(0), u16(2), byte(0), []byte("12"), u16(1), u16(1), u16(0))
	}}))
	f.Fuzz(func(t *testing.T, stream []byte) {
		sheets, err := Sheets("fuzz", append([]byte("\x09\x08"), stream...), Options{})
		if err == nil && len(sheets) == 0 {
			t.Fatal(sheets, err)
		}
	})
}
