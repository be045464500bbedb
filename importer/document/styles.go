package document

import (
	"fmt"
	"strings"
)

// The fonts of official papers. Word replaces a missing one by its stand-in.
const (
	titleFont   = "方正小标宋简体"
	headingFont = "黑体"
	secondFont  = "楷体_GB2312"
	bodyFont    = "仿宋_GB2312"
	formFont    = "宋体"
)

// standIns lists the replacements for each font, the most similar first.
func standIns() [][2]string {
	return [][2]string{
		{titleFont, "FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC"}, {headingFont, "SimHei,Noto Sans CJK SC"},
		{secondFont, "楷体,KaiTi,STKaiti,Noto Serif CJK SC"}, {bodyFont, "仿宋,FangSong,STFangsong,Noto Serif CJK SC"}, {formFont, "SimSun,Noto Serif CJK SC"},
	}
}

func fontTable() string {
	var b strings.Builder
	b.WriteString(`<w:fonts ` + spaces + `>`)
	for _, f := range standIns() {
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`, f[0], f[1])
	}
	return b.String() + `</w:fonts>`
}

// look is the formatting of a style's paragraphs. Sizes and distances are in points; with Line
// 0 the distance of lines follows from the font.
type look struct {
	font          string
	size          float64
	bold          bool
	align         string
	line          float64
	before, after float64
	indent        float64 // of the first line, in characters
	more          string  // further properties, in the order of the schema, before spacing
}

// looks are the styles of paragraphs.
func looks() map[Style]look {
	const keep, newPage = `<w:keepNext/><w:keepLines/>`, `<w:keepNext/><w:keepLines/><w:pageBreakBefore/>`
	return map[Style]look{
		Title:     {font: titleFont, size: 22, align: "center", line: 35, after: 16, more: keep},
		Subtitle:  {font: secondFont, size: 16, align: "center", line: 29, after: 16, more: keep},
		Heading:   {font: headingFont, size: 16, align: "both", line: 29, indent: 2, more: keep},
		Second:    {font: secondFont, size: 16, align: "both", line: 29, indent: 2, more: keep},
		Body:      {font: bodyFont, size: 16, align: "left", line: 29, indent: 2},
		Caption:   {font: headingFont, size: 12, align: "center", line: 20, before: 8, after: 4, more: keep},
		FormTitle: {font: headingFont, size: 16, align: "center", before: 6, after: 12, more: keep},
		Section:   {font: headingFont, size: 12, align: "left", before: 10, after: 6, more: keep},
		NewPage:   {font: headingFont, size: 12, align: "left", after: 6, more: newPage},
		Plain:     {font: formFont, size: 10.5, align: "both", line: 18, indent: 2},
		cellText:  {font: formFont, size: 9, align: "center"},
		cellHead:  {font: headingFont, size: 9, align: "center"},
		cellLeft:  {font: formFont, size: 9, align: "left"},
		noteText:  {font: formFont, size: 9, align: "left", line: 13},
		"Picture": {font: formFont, size: 9, align: "center", after: 6},
		"Footer":  {font: formFont, size: 14, align: "right"},
	}
}

func styles() string {
	var b strings.Builder
	b.WriteString(`<w:styles ` + spaces + `><w:docDefaults><w:rPrDefault><w:rPr>` + fonts(bodyFont) + `<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`)
	all := looks()
	for _, id := range []Style{Title, Subtitle, Heading, Second, Body, Caption, FormTitle, Section, NewPage, Plain, cellText, cellHead, cellLeft, noteText, "Picture", "Footer"} {
		b.WriteString(all[id].style(id))
	}
	border := ""
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		border += `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
	}
	return b.String() + `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>` + border + `</w:tblBorders><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
}

// styleName returns the name of Word's own style for an id, which gives a document its outline.
func styleName(id Style) string {
	switch id {
	case Heading:
		return "heading 1"
	case Second:
		return "heading 2"
	case noteText:
		return "footnote text"
	}
	return strings.ToLower(string(id))
}

func (l look) style(id Style) string {
	spacing := fmt.Sprintf(` w:before="%d" w:after="%d"`, int(l.before*20), int(l.after*20))
	if l.line > 0 {
		spacing += fmt.Sprintf(` w:line="%d" w:lineRule="exact"`, int(l.line*20))
	}
	indent := ""
	if l.indent > 0 {
		indent = fmt.Sprintf(`<w:ind w:firstLineChars="%d" w:firstLine="%d"/>`, int(l.indent*100), int(l.indent*l.size*20))
	}
	outline := ""
	if id == Heading || id == Second {
		outline = fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, map[Style]int{Heading: 0, Second: 1}[id])
	}
	bold := ""
	if l.bold {
		bold = `<w:b/>`
	}
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s<w:spacing%s/>%s<w:jc w:val="%s"/>%s</w:pPr><w:rPr>%s%s<w:sz w:val="%d"/></w:rPr></w:style>`,
		id, styleName(id), l.more, spacing, indent, l.align, outline, fonts(l.font), bold, int(l.size*2))
}

// fonts returns the XML for a font of official papers for Chinese text, with the matching one
// for figures.
func fonts(chinese string) string {
	return fmt.Sprintf(`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="%s" w:cs="Times New Roman"/>`, chinese)
}
