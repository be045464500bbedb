package read

import (
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// pdfPage reads one page of a PDF. In a PDF y grows upwards.
type pdfPage struct {
	lib     pdfium.Pdfium
	ref     references.FPDF_PAGE
	text    references.FPDF_TEXTPAGE
	printed printedPage
	shown   bool // some text is visible
	hidden  bool // some text is not: a scan with the text that a program recognised in it
	depth   int  // of objects within objects
	clipped []clippedText
}

// readPDFPage reads page n, which counts from 0.
func readPDFPage(lib pdfium.Pdfium, doc references.FPDF_DOCUMENT, n int) (printedPage, error) {
	loaded, err := lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: n})
	if err != nil {
		return printedPage{}, &ReadError{Kind: Damaged, Err: err}
	}
	p := pdfPage{lib: lib, ref: loaded.Page, printed: printedPage{number: n + 1}}
	defer lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: p.ref}) // its memory is released with the document in any case
	for _, read := range []func() error{p.flatten, p.readSize, p.readObjects, p.readText} {
		if err := read(); err != nil {
			return printedPage{}, err
		}
	}
	return p.printed, nil
}

func (p *pdfPage) page() requests.Page { return requests.Page{ByReference: &p.ref} }

// flatten makes the filled fields of a form part of the page.
func (p *pdfPage) flatten() error {
	_, err := p.lib.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: p.page(), Usage: requests.FPDFPage_FlattenUsagePrint})
	return err
}

func (p *pdfPage) readSize() error {
	got, err := p.lib.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: p.page()})
	if err != nil {
		return err
	}
	p.printed.sheet = boxOf(float64(got.Rect.Left), -float64(got.Rect.Top), float64(got.Rect.Right), -float64(got.Rect.Bottom))
	return nil
}

// readText reads the characters of the page. Invisible text is left out: a program
// recognised it in a scan, with mistakes.
func (p *pdfPage) readText() error {
	if p.hidden && !p.shown {
		return nil
	}
	loaded, err := p.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p.page()})
	if err != nil {
		return err
	}
	p.text = loaded.TextPage
	defer p.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.text})
	count, err := p.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.text})
	if err != nil {
		return err
	}
	if count.Count > mostGlyphs {
		return tooLarge(ReasonText)
	}
	p.printed.glyphs = make([]glyph, 0, count.Count)
	for i := range count.Count {
		if err := p.readGlyph(i); err != nil {
			return err
		}
	}
	return nil
}

// readGlyph reads character i of the text. PDFium adds spaces and line ends of its
// own, which are left out.
func (p *pdfPage) readGlyph(i int) error {
	code, err := p.lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	const hyphen = 2 // PDFium's code for one at the end of a line
	char := rune(code.Unicode)
	switch char {
	case 0, '\r', '\n':
		return nil
	case hyphen:
		char = '-'
	case ' ':
		made, err := p.lib.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: p.text, Index: i})
		if err != nil || made.IsGenerated {
			return err
		}
	}
	g := glyph{text: plainCharacter(char), vague: isVague(char)}
	shows, err := p.place(&g, i)
	if err != nil || !shows {
		return err
	}
	g.home, err = p.homeOf(&g, i)
	p.printed.glyphs = append(p.printed.glyphs, g)
	return err
}

// place sets the position of character i; it is not shown if it is oblique, or beside the
// page.
func (p *pdfPage) place(g *glyph, i int) (shows bool, err error) {
	m, err := p.lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: p.text, Index: i})
	if err != nil {
		return false, err
	}
	size, err := p.lib.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.text, Index: i})
	if err != nil {
		return false, err
	}
	loose, err := p.lib.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.text, Index: i})
	if err != nil {
		return false, err
	}
	if g.turn, shows = directionOf(float64(m.Matrix.A), -float64(m.Matrix.B)); !shows {
		return false, nil
	}
	g.size = size.FontSize * math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
	b := boxOf(float64(loose.Rect.Left), -float64(loose.Rect.Top), float64(loose.Rect.Right), -float64(loose.Rect.Bottom))
	isLine := b.height() > 0.8*g.size && b.height() < 2*g.size && b.width() > 0 && b.width() < 2*g.size
	if isLine && g.turn == 0 {
		g.x, g.y, g.width = (b.left+b.right)/2, (b.top+b.bottom)/2, b.width()
	} else if err := p.placeByInk(g, i); err != nil {
		return false, err
	}
	return !math.IsNaN(g.x+g.y+g.size+g.width) && p.printed.shows(g.x, g.y), nil
}

// placeByInk places a glyph by its drawn part. PDFium has no box as high as the line for
// text that is turned or in vertical writing.
func (p *pdfPage) placeByInk(g *glyph, i int) error {
	origin, err := p.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	ink, err := p.lib.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	b := boxOf(ink.Left, -ink.Top, ink.Right, -ink.Bottom)
	if g.size == 0 {
		g.size = math.Max(b.width(), b.height())
	}
	g.setPosition(b, point{origin.X, -origin.Y})
	return nil
}

// readObjects reads the drawings of the page.
func (p *pdfPage) readObjects() error {
	count, err := p.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p.page()})
	if err != nil {
		return err
	}
	if count.Count > mostObjects {
		return tooLarge(ReasonParts)
	}
	for i := range count.Count {
		o, err := p.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p.page(), Index: i})
		if err != nil {
			return err
		}
		if err := p.readObject(o.PageObject, identity); err != nil {
			return err
		}
	}
	return nil
}

const (
	mostObjects  = 200_000
	mostSegments = 20_000 // of a path that can be a table's rules
	deepest      = 8      // objects within objects
)

// readObject reads an object that m places on the page.
func (p *pdfPage) readObject(o references.FPDF_PAGEOBJECT, m placing) error {
	kind, err := p.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		mode, err := p.lib.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: o})
		if err != nil {
			return err
		}
		p.hidden = p.hidden || mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
		p.shown = p.shown || mode.TextRenderMode != enums.FPDF_TEXTRENDERMODE_INVISIBLE
		return p.noteClipped(o)
	case enums.FPDF_PAGEOBJ_PATH:
		return p.readPath(o, m)
	case enums.FPDF_PAGEOBJ_IMAGE:
		b, err := p.bounds(o, m)
		if err != nil {
			return err
		}
		if p.printed.addPicture(b); p.printed.covered {
			p.hidden, p.shown, p.printed.covered = p.hidden || p.shown, false, false
		}
	case enums.FPDF_PAGEOBJ_FORM:
		return p.readGroup(o, m)
	}
	return nil
}

// readGroup reads the objects within an object.
func (p *pdfPage) readGroup(o references.FPDF_PAGEOBJECT, m placing) error {
	if p.depth++; p.depth > deepest {
		return tooLarge(ReasonDepth)
	}
	defer func() { p.depth-- }()
	own, err := p.matrix(o)
	if err != nil {
		return err
	}
	count, err := p.lib.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return err
	}
	if count.Count > mostObjects {
		return tooLarge(ReasonParts)
	}
	for i := range count.Count {
		inner, err := p.lib.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
		if err != nil {
			return err
		}
		if err := p.readObject(inner.PageObject, own.then(m)); err != nil {
			return err
		}
	}
	return nil
}

func (p *pdfPage) matrix(o references.FPDF_PAGEOBJECT) (placing, error) {
	got, err := p.lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return placing{}, err
	}
	return placingOf(got.Matrix), nil
}

func placingOf(m structs.FPDF_FS_MATRIX) placing {
	return placing{float64(m.A), float64(m.B), float64(m.C), float64(m.D), float64(m.E), float64(m.F)}
}

// bounds returns the box that an object takes up on the page.
func (p *pdfPage) bounds(o references.FPDF_PAGEOBJECT, m placing) (box, error) {
	got, err := p.lib.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return box{}, nil // an empty object has none
	}
	x0, y0 := m.apply(float64(got.Left), float64(got.Top))
	x1, y1 := m.apply(float64(got.Right), float64(got.Bottom))
	return boxOf(x0, -y0, x1, -y1), nil
}
