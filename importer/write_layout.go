package importer

import "nianbao/data/form"

// formWidth is the number of columns of the written form.
const formWidth = form.LayoutWidth

// reportTitle stands over every report, behind body and year.
const reportTitle = "政府信息公开工作年度报告"

// Texts of the form that the reader knows too.
const (
	cornerBalance = form.CornerBalance
	cornerKinds   = form.CornerKinds
)

// look is the appearance of a placed cell.
type look int

const (
	lookTitle look = iota
	lookSection
	lookHead
	lookLabel
	lookValue
)

// looks are those of the form's own cells.
var looks = map[form.CellKind]look{
	form.SectionCell: lookSection, form.HeadCell: lookHead, form.LabelCell: lookLabel, form.FigureCell: lookValue,
}

// placed is a cell of the written form. Rows and columns count from 0, ends
// included; more than one place means a merge.
type placed struct {
	top, left, bottom, right int
	text                     string
	look                     look
	key                      form.Key // the figure it holds, for lookValue
}

// section is one of the numbered sections of the written form.
type section struct {
	number int
	name   string // short, for a sheet
	cells  []placed
	height int
}

// layOut places the sections of an edition; oneRow prints （六）其他处理 as one
// row.
func layOut(e *form.Edition, oneRow bool) []section {
	var sections []section
	for _, s := range e.Layout(oneRow) {
		mine := section{number: s.Number, name: s.Name, height: s.Height}
		for _, c := range s.Cells {
			mine.cells = append(mine.cells, placed{c.Top, c.Left, c.Bottom, c.Right, c.Text, looks[c.Kind], c.Key})
		}
		sections = append(sections, mine)
	}
	return sections
}
