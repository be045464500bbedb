package workbook

import "nianbao/data/form"

// FormWidth is the number of columns of the written form.
const FormWidth = form.LayoutWidth

// reportTitle stands over every report, behind body and year.
const reportTitle = "政府信息公开工作年度报告"

// Texts of the form that the reader knows too.
const (
	CornerBalance = form.CornerBalance
	CornerKinds   = form.CornerKinds
)

// Look is the appearance of a placed cell.
type Look int

const (
	LookTitle Look = iota
	LookSection
	LookHead
	LookLabel
	LookValue
)

// looks are those of the form's own cells.
var looks = map[form.CellKind]Look{
	form.SectionCell: LookSection, form.HeadCell: LookHead, form.LabelCell: LookLabel, form.FigureCell: LookValue,
}

// Placed is a cell of the written form. Rows and columns count from 0, ends
// included; more than one place means a merge.
type Placed struct {
	Top, Left, Bottom, Right int
	Text                     string
	Look                     Look
	Key                      form.Key // the figure it holds, for lookValue
}

// Section is one of the numbered sections of the written form.
type Section struct {
	number int
	name   string // short, for a sheet
	Cells  []Placed
	Height int
}

// LayOut places the sections of an edition; oneRow prints （六）其他处理 as one
// row.
func LayOut(e *form.Edition, oneRow bool) []Section {
	var sections []Section
	for _, s := range e.Layout(oneRow) {
		mine := Section{number: s.Number, name: s.Name, Height: s.Height}
		for _, c := range s.Cells {
			mine.Cells = append(mine.Cells, Placed{c.Top, c.Left, c.Bottom, c.Right, c.Text, looks[c.Kind], c.Key})
		}
		sections = append(sections, mine)
	}
	return sections
}
