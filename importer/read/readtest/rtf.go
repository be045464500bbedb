package readtest

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// RTFStyle says how a program writes Rich Text Format.
type RTFStyle struct {
	GBK      bool // text in code page 936 rather than in Unicode
	Merged   bool // a cell over several columns is a row of merged cells, not a wide one
	Repeated bool // rows are defined both before and after their cells
	Uneven   bool // edges of the rows differ slightly
}

// RTFOf writes blocks in Rich Text Format.
func RTFOf(blocks []Block, style RTFStyle) []byte {
	var b strings.Builder
	b.WriteString("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\froman\\fcharset0{\\*\\falt x}Times;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title x}}\n{\\*\\generator x;}\\uc1\\pard\\plain\\f0\n")
	for _, block := range blocks {
		if block.Rows == nil {
			b.WriteString("\\pard\\plain\\f0 " + RTFText(block.Text, style.GBK) + "\\par\n")
			continue
		}
		for i, r := range block.Rows {
			definition := rtfRow(block.Rows, i, style)
			b.WriteString(definition)
			for _, c := range r {
				b.WriteString("\\pard\\intbl " + RTFText(c.Text, style.GBK) + "\\cell\n")
				for n := 1; style.Merged && n < c.Columns; n++ {
					b.WriteString("\\pard\\intbl\\cell\n")
				}
			}
			if style.Repeated {
				b.WriteString("\\pard\\intbl{" + definition + "\\row}\n")
			} else {
				b.WriteString("\\row\n")
			}
		}
	}
	b.WriteString("}")
	return []byte(b.String())
}

// rtfRow defines a row: the edges of its cells and how they are merged.
func rtfRow(rows []TableRow, at int, style RTFStyle) string {
	const width = 1200
	var b strings.Builder
	hair := 0
	if style.Uneven {
		hair = at % 3 * 7
	}
	fmt.Fprintf(&b, "\\trowd\\trgaph108\\trleft%d", -108+hair)
	x := 0
	for _, c := range rows[at] {
		n, span := 1, c.Columns
		if style.Merged {
			n, span = c.Columns, 1
		}
		for i := range n {
			switch {
			case c.Above:
				b.WriteString("\\clvmrg")
			case c.Rows > 1:
				b.WriteString("\\clvmgf")
			}
			switch {
			case n > 1 && i == 0:
				b.WriteString("\\clmgf")
			case i > 0:
				b.WriteString("\\clmrg")
			}
			x += span * width
			fmt.Fprintf(&b, "\\clvertalc\\clbrdrt\\brdrs\\cellx%d", x-108+hair)
		}
	}
	return b.String() + "\n"
}

// RTFText writes text as bytes of code page 936 or as Unicode.
func RTFText(text string, gbk bool) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n':
			b.WriteString("\\line ")
		case strings.ContainsRune(`\{}`, r):
			b.WriteString(`\` + string(r))
		case r < 0x80:
			b.WriteRune(r)
		case gbk && inGBK(r) != "":
			for _, c := range []byte(inGBK(r)) {
				if c >= 0x80 || strings.IndexByte(`\{}`, c) >= 0 {
					fmt.Fprintf(&b, `\'%02x`, c)
				} else {
					b.WriteByte(c)
				}
			}
		default:
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%d\'3f`, int16(unit))
			}
		}
	}
	return b.String()
}

// inGBK is a character in code page 936, "" if that lacks it.
func inGBK(r rune) string {
	encoded, err := simplifiedchinese.GBK.NewEncoder().String(string(r))
	if err != nil {
		return ""
	}
	return encoded
}
