package present

import (
	"context"
	"errors"
	"fmt"
	"io"

	"nianbao/data"
	"nianbao/importer/workbook"
	"nianbao/ui/chart"
	"nianbao/ui/font"
	"nianbao/ui/palette"
	"nianbao/ui/words"
)

// ChartFormat is the format of a chart's file: the extension of its name.
type ChartFormat string

// The formats.
const (
	PNG  ChartFormat = "png"  // two pixels per point
	SVG  ChartFormat = "svg"  // its text is text
	PDF  ChartFormat = "pdf"  // landscape pages of A4
	XLSX ChartFormat = "xlsx" // the numbers, and a chart of Excel's own
	TXT  ChartFormat = "txt"  // a sentence and a table, tab-separated
)

// ChartFormats lists the formats in the order they are offered.
func ChartFormats() []ChartFormat { return []ChartFormat{PNG, SVG, PDF, XLSX, TXT} }

// ErrUnknownFormat says that charts cannot be written in that format.
var ErrUnknownFormat = errors.New("no such format of charts")

// ChartFile is a chart and the format to write it in.
type ChartFile struct {
	Request ChartRequest
	Format  ChartFormat
}

// WriteChart writes a chart of the store's figures. It needs no display. The error is
// ErrUnknownChart or ErrUnknownFormat for unknown names.
func WriteChart(ctx context.Context, store *data.Store, f ChartFile, w io.Writer) error {
	p, err := NewPicture(ctx, store, f.Request)
	if err != nil {
		return err
	}
	return WritePicture(w, p.Outgoing(p.Model), f.Format, f.Request.Language)
}

// Sizes of written charts in points.
const (
	fileWidth, fileHeight   = 960.0, 560.0
	paperWidth, paperHeight = 842.0, 595.0 // landscape A4
	pixelsAPoint            = 2
)

// WritePicture writes a model on a light background, whatever the window looks like, because files
// are printed and pasted into documents.
func WritePicture(w io.Writer, m chart.Model, format ChartFormat, say words.Language) error {
	switch format {
	case TXT:
		_, err := io.WriteString(w, m.TextEquivalent().Text())
		return err
	case XLSX:
		return workbook.WriteChart(w, ChartSheet(m, say))
	}
	return paint(w, m, format, chart.Frame{Width: fileWidth, Height: fileHeight})
}

// paint draws a model in a frame.
func paint(w io.Writer, m chart.Model, format ChartFormat, frame chart.Frame) error {
	fonts, err := chart.NewFonts(font.Regular, font.Bold)
	if err != nil {
		return err
	}
	light := palette.Light()
	frame.Palette, frame.Measure = light, fonts.Measure
	switch format {
	case PNG:
		return chart.Whole(m.Draw, frame).PNG(w, fonts, light.Surface, pixelsAPoint)
	case SVG:
		return chart.Whole(m.Draw, frame).SVG(w, light.Surface)
	case PDF:
		frame.Width, frame.Height = paperWidth, paperHeight
		return chart.PDF(w, fonts, light.Surface, chart.Pages(m.Draw, frame)...)
	}
	return fmt.Errorf("%w: %s", ErrUnknownFormat, format)
}
