package readtest

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

// PDF prints pages as a PDF.
func PDF(t testing.TB, pages []PrintedPage, style PrintStyle) []byte {
	t.Helper()
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.3, Ht: 841.9}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddUTF8FontFromBytes("font", "", font(t))
	for i := range pages {
		p := &pages[i]
		if style.Turned {
			pdf.AddPageFormat("P", fpdf.SizeType{Wd: p.Height, Ht: p.Width})
			pdf.TransformBegin()
			pdf.TransformRotate(90, 0, 0)
			pdf.TransformTranslate(-p.Width, 0)
		} else {
			pdf.AddPageFormat("P", fpdf.SizeType{Wd: p.Width, Ht: p.Height})
		}
		printRules(pdf, p, style.Rules)
		for _, l := range p.Lines {
			pdf.Line(l.Left, l.Top, l.Right, l.Bottom)
		}
		for _, text := range p.Texts {
			pdf.SetFont("font", "", text.Size)
			printText(pdf, text, style.Runs)
		}
		if style.Turned {
			pdf.TransformEnd()
		}
	}
	return output(t, pdf)
}

// ScannedPDF is a PDF whose pages are pictures, with the words that a program
// recognised in them, if any, printed so that they do not show.
func ScannedPDF(t testing.TB, picture []byte, words string) []byte {
	t.Helper()
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.AddUTF8FontFromBytes("font", "", font(t))
	pdf.AddPage()
	pdf.RegisterImageOptionsReader("scan", fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(picture))
	pdf.ImageOptions("scan", 0, 0, 595, 842, false, fpdf.ImageOptions{ImageType: "PNG"}, 0, "")
	if words != "" {
		pdf.SetFont("font", "", 10)
		pdf.SetTextRenderingMode(3)
		pdf.Text(100, 100, words)
	}
	return output(t, pdf)
}

// LockedPDF is a PDF that needs a password.
func LockedPDF(t testing.TB, text, password string) []byte {
	t.Helper()
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetProtection(fpdf.CnProtectPrint, password, "owner")
	pdf.AddUTF8FontFromBytes("font", "", font(t))
	pdf.AddPage()
	pdf.SetFont("font", "", 10)
	pdf.Text(100, 100, text)
	return output(t, pdf)
}

func output(t testing.TB, pdf *fpdf.Fpdf) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// font is the font of the program, which has the characters of the form.
func font(t testing.TB) []byte {
	t.Helper()
	_, file, _, _ := runtime.Caller(0)
	content, err := os.ReadFile(filepath.Join(filepath.Dir(file), "..", "..", "..", "ui", "font", "NotoSansSC-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func printText(pdf *fpdf.Fpdf, text PrintedText, runs RunShape) {
	characters := []rune(text.Text)
	pieces := [][]rune{characters}
	switch half := len(characters) / 2; runs {
	case SingleCharacters:
		pieces = nil
		for i := range characters {
			pieces = append(pieces, characters[i:i+1])
		}
	case HalfLines:
		pieces = [][]rune{characters[:half], characters[half:]}
	case TwiceForBold:
		pdf.Text(text.X+0.3, text.Y, text.Text)
	}
	x := text.X
	for _, piece := range pieces {
		pdf.Text(x, text.Y, string(piece))
		x += pdf.GetStringWidth(string(piece))
	}
}

func printRules(pdf *fpdf.Fpdf, p *PrintedPage, shape RuleShape) {
	const thick = 0.5
	bar := func(x0, y0, x1, y1 float64) { pdf.Rect(x0-thick/2, y0-thick/2, x1-x0+thick, y1-y0+thick, "F") }
	line := pdf.Line
	switch shape {
	case NoRules:
		return
	case StrokedBoxes:
		for _, b := range p.Boxes {
			pdf.Rect(b.Left, b.Top, b.Right-b.Left, b.Bottom-b.Top, "D")
		}
		return
	case FilledBars:
		line = bar
	case FilledDashes:
		line = func(x0, y0, x1, y1 float64) {
			for x, y := x0, y0; x < x1 || y < y1; {
				ex, ey := min(x+2, x1), min(y+2, y1)
				bar(x, y, ex, ey)
				x, y = min(x+3.5, x1), min(y+3.5, y1)
			}
		}
	case OnePath:
		line = func(x0, y0, x1, y1 float64) {
			pdf.MoveTo(x0, y0)
			pdf.LineTo(x1, y1)
		}
		defer pdf.DrawPath("D")
	case DoubleLines:
		line = func(x0, y0, x1, y1 float64) {
			pdf.Line(x0, y0, x1, y1)
			if x0 == x1 {
				pdf.Line(x0+1.5, y0, x1+1.5, y1)
			} else {
				pdf.Line(x0, y0+1.5, x1, y1+1.5)
			}
		}
	}
	left, right := p.sides()
	for _, b := range p.Boxes {
		line(b.Left, b.Top, b.Right, b.Top)
		line(b.Left, b.Bottom, b.Right, b.Bottom)
		if shape != OpenSides || b.Left > left+1 {
			line(b.Left, b.Top, b.Left, b.Bottom)
		}
		if shape != OpenSides || b.Right < right-1 {
			line(b.Right, b.Top, b.Right, b.Bottom)
		}
	}
}

// sides are where the tables of a page begin and end.
func (p *PrintedPage) sides() (left, right float64) {
	left, right = p.Width, 0
	for _, b := range p.Boxes {
		left, right = min(left, b.Left), max(right, b.Right)
	}
	return left, right
}
