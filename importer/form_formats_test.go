package importer

import (
	"fmt"
	"strconv"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
	"nianbao/importer/read/readtest"
	"nianbao/importer/workbook"
)

// blocksOf is the form of a report as paragraphs and tables.
func blocksOf(r *form.Report) []readtest.Block {
	blocks := []readtest.Block{{Text: workbook.FormTitle(r)}, {Text: "一、总体情况"}, {Text: "本年度的工作情况如下。"}}
	for heading, c := range canvasOf(r).namedSections() {
		blocks = append(blocks, readtest.Block{Text: heading}, tableOfGrid(c.shift(-3, 0).sheet()))
	}
	return append(blocks, readtest.Block{Text: "六、其他需要报告的事项"}, readtest.Block{Text: "无其他需要报告的事项。"})
}

// tableOfGrid is a sheet as a table, merges included.
func tableOfGrid(s read.Sheet) readtest.Block {
	var table readtest.Block
	width := 0
	for _, r := range s.Rows {
		width = max(width, len(r.Cells))
	}
	for i := range s.Rows {
		var row readtest.TableRow
		for j := 0; j < width; {
			c := readtest.TableCell{Text: s.At(i, j).Text, Columns: 1}
			for j+c.Columns < width && sameMerge(&s, i, j, j+c.Columns) {
				c.Columns++
			}
			if at := s.At(i, j); at.Covered && int(at.OriginRow) < i {
				c.Text, c.Above = "", true
			} else {
				for c.Rows = 1; s.At(i+c.Rows, j).Covered && int(s.At(i+c.Rows, j).OriginRow) == i; {
					c.Rows++
				}
			}
			row = append(row, c)
			j += c.Columns
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// documentsOf writes blocks in all formats of documents.
func documentsOf(t testing.TB, blocks []readtest.Block) map[string][]byte {
	t.Helper()
	documents := map[string][]byte{
		"docx": readtest.DocxOf(t, blocks), "Word 2003 XML": readtest.WordXMLOf(blocks), "flat docx": readtest.FlatDocxOf(blocks),
		"odt": readtest.ODT(t, "", readtest.ODTBody(blocks)), "fodt": readtest.FODT(readtest.ODTBody(blocks)),
	}
	for n := range 16 {
		style := readtest.RTFStyle{GBK: n&1 != 0, Merged: n&2 != 0, Repeated: n&4 != 0, Uneven: n&8 != 0}
		documents[fmt.Sprintf("rtf %+v", style)] = readtest.RTFOf(blocks, style)
	}
	for n := range 16 {
		style := readtest.Word97Style{Pieces: n&1 != 0, Merged: n&2 != 0, First2: n&4 != 0, Apart: n&8 != 0}
		documents[fmt.Sprintf("doc %+v", style)] = readtest.Word97Of(blocks, style)
	}
	return documents
}

// Each figure has a different value, so that none can be mistaken for another.
func TestEachFigureOfTheFormHasItsAddressInAllFormats(t *testing.T) {
	for _, e := range form.Editions() {
		want := form.Report{Agency: "北京市大兴区瀛海镇人民政府", Region: "北京市大兴区", Unit: "瀛海镇", Year: e.FirstYear, Edition: e.ID}
		for i, k := range e.Keys() {
			want.Figures = append(want.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(int64(1001 + i)), Raw: form.Count(int64(1001 + i)).String()})
		}
		for name, content := range documentsOf(t, blocksOf(&want)) {
			sheets, err := read.Sheets("a", content, read.Options{})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got := mustBe(t, &want, understandSheets("a", sheets))
			if len(got.Narrative) == 0 || got.Narrative[len(got.Narrative)-1].Section != "六" {
				t.Errorf("%s: narrative %+v", name, got.Narrative)
			}
		}
	}
}

func TestPublishedReportsReadTheSameInAllFormats(t *testing.T) {
	for _, want := range realReports(t) {
		for name, content := range documentsOf(t, blocksOf(&want)) {
			sheets, err := read.Sheets("a", content, read.Options{})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			mustBe(t, &want, understandSheets("a", sheets))
		}
	}
}

func TestSummariesReadTheSameInAllFormats(t *testing.T) {
	for _, l := range summaryLayouts {
		for _, edition := range []string{"2019", "2021"} {
			e := form.EditionByID(edition)
			if len(l.keys(e)) > 40 {
				continue // it has more columns than a document may have
			}
			reports := district(edition, 8, e.FirstYear)
			c := summaryOf(&l, e, append(append([]form.Report(nil), reports...), total(reports)), false)
			title := readtest.Block{Text: "北京市大兴区" + strconv.Itoa(e.FirstYear) + "年政府信息公开工作情况汇总表"}
			blocks := []readtest.Block{title, tableOfGrid(c.shift(-2, 0).sheet())}
			for name, content := range documentsOf(t, blocks) {
				sheets, err := read.Sheets("a", content, read.Options{})
				if err != nil {
					t.Fatalf("%s, %s: %v", l.name, name, err)
				}
				results := understandSheets("a", sheets)
				if len(results) != len(reports) {
					t.Fatalf("%s, %s: %d results, want %d", l.name, name, len(results), len(reports))
				}
				for i := range reports {
					want := shownIn(reports[i], l.keys(e))
					want.Edition = results[i].Report.Edition
					mustBe(t, &want, results[i:i+1])
				}
			}
		}
	}
}
