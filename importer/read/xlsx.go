package read

import "path"

// xlsxSheet is one sheet listed in workbook.xml.
type xlsxSheet struct {
	name   string
	hidden bool
	rel    string
}

// readXLSX reads every worksheet of a workbook in the order of its tabs. Chart
// sheets and macro sheets are left out, because a report has no cells there.
func readXLSX(in *input) ([]Sheet, error) {
	p, main := in.pkg, in.main
	listed, err := readWorkbook(p, main)
	if err != nil {
		return nil, err
	}
	rels, err := p.relationships(main)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]relationship, len(rels))
	sharedPart, stylesPart := "", ""
	for _, r := range rels {
		byID[r.id] = r
		if r.kind == "sharedStrings" {
			sharedPart = r.target
		}
		if r.kind == "styles" {
			stylesPart = r.target
		}
	}
	limits := p.opt.newBudget()
	texts := &arena{budget: limits}
	var shared sharedStrings
	if sharedPart != "" {
		if shared, err = readSharedStrings(p, sharedPart, texts); err != nil {
			return nil, err
		}
	}
	styles, err := readStyles(p, stylesPart)
	if err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, l := range listed {
		r, ok := byID[l.rel]
		if !ok {
			return nil, &ReadError{Kind: Damaged, Reason: ReasonMissingPart, Part: path.Base(main), Sheet: l.name}
		}
		if r.kind != "worksheet" {
			continue
		}
		s, err := readWorksheet(p, r.target, &worksheetReader{grid: newGrid(limits), shared: shared, styles: styles, texts: texts})
		if err != nil {
			return nil, inPart(err, r.target, l.name)
		}
		s.Name, s.Hidden = l.name, l.hidden
		sheets = append(sheets, s)
	}
	if len(sheets) == 0 {
		return nil, &ReadError{Kind: Empty}
	}
	return sheets, nil
}

// readWorkbook reads the list of sheets.
func readWorkbook(p *zipPackage, main string) ([]xlsxSheet, error) {
	var found []xlsxSheet
	err := p.scan(main, maxIndexBytes, func(x *xmlScanner) error {
		if err := x.root(sheetSpace, "workbook"); err != nil {
			return err
		}
		return x.elements(func() error {
			if !x.is(sheetSpace, "sheet") {
				return nil
			}
			s, err := readSheetEntry(x)
			if found = append(found, s); len(found) > maxSheets {
				return tooLarge(ReasonParts)
			}
			return err
		})
	})
	return found, err
}

func readSheetEntry(x *xmlScanner) (s xlsxSheet, err error) {
	if s.name, err = x.attr(noSpace, "name"); err != nil {
		return s, err
	}
	state, err := x.attr(noSpace, "state")
	if err != nil {
		return s, err
	}
	s.hidden = state == "hidden" || state == "veryHidden"
	s.rel, err = x.attr(relSpace, "id")
	return s, err
}
