package cli

import (
	"io"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// writeRollUp writes the sum of the chosen reports.
func (c *Command) writeRollUp(store *data.Store, e *export) error {
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	request := present.RollUpRequest{Query: q, Year: e.year, Language: c.Language}
	return present.WriteFile(e.to, func(w io.Writer) error { return present.WriteRollUp(c.Ctx, store, request, w) })
}

// writeCoverage writes which units of the register have reported. The units and regions
// that the flags name need not have any report.
func (c *Command) writeCoverage(store *data.Store, e *export) error {
	list, err := store.Register(c.Ctx)
	if err != nil {
		return err
	}
	q := data.Query{Regions: e.table.regions}
	for _, kind := range e.table.unitKinds {
		q.UnitKinds = append(q.UnitKinds, data.UnitKind(kind))
	}
	var regions []string
	for i := range list {
		regions = append(regions, list[i].Region)
	}
	if err := c.known("regions", q.Regions, regions); err != nil {
		return err
	}
	for _, name := range e.table.units {
		unit, err := c.unitNamed(list, "units", name)
		if err != nil {
			return err
		}
		q.Units = append(q.Units, unit.Body)
	}
	request := present.CoverageRequest{Query: q, Year: e.year, Language: c.Language}
	return present.WriteCoverage(c.Ctx, store, request, e.to, present.EncodingOf(e.encoding))
}

// writeSingle writes one report as the official form, or its return copy.
func (c *Command) writeSingle(store *data.Store, e *export) error {
	flag, name := "report", e.report
	if e.giveBack != "" {
		flag, name = "return", e.giveBack
	}
	body, err := c.body(store, flag, name)
	if err != nil {
		return err
	}
	if err := c.checkYear(store, data.Query{Units: []data.Body{body}}, e.year); err != nil {
		return err
	}
	if e.giveBack != "" {
		return c.writeReturn(store, present.ReturnRequest{Body: body, Year: e.year, Language: c.Language}, e.to)
	}
	id, err := store.ReportID(c.Ctx, body, e.year)
	if err != nil {
		return err
	}
	file := present.ReportFile{ReportID: id, Format: e.extension(), Language: c.Language}
	return present.WriteFile(e.to, func(w io.Writer) error { return present.WriteReport(c.Ctx, store, file, w) })
}

// writeBlank writes the blank form, which needs no database.
func (c *Command) writeBlank(e *export) error {
	return c.report(e, func() error {
		return present.WriteFile(e.to, func(w io.Writer) error { return present.WriteBlankForm(e.blank, e.extension(), w) })
	})
}

// body returns the only body with a name.
func (c *Command) body(store *data.Store, flag, name string) (data.Body, error) {
	facets, err := store.Facets(c.Ctx, data.Query{}, data.UnitList)
	if err != nil {
		return data.Body{}, err
	}
	found, err := c.bodies(facets.Units, flag, name)
	if err != nil {
		return data.Body{}, err
	}
	if len(found) > 1 {
		var names []string
		for _, body := range found {
			names = append(names, body.String())
		}
		return data.Body{}, c.wrong(words.UsageAmbiguous, flag, len(found), name, c.listed(names[:min(fewNames, len(names))]))
	}
	return found[0], nil
}

// writeReturn writes the return copy as the window does, and says so if it is not
// a copy of the unit's own workbook.
func (c *Command) writeReturn(store *data.Store, request present.ReturnRequest, to string) error {
	as := present.MarkedOriginal
	err := present.WriteFile(to, func(w io.Writer) (err error) {
		as, err = present.WriteReturn(c.Ctx, store, request, w)
		return err
	})
	if err == nil && as == present.MarkedForm {
		c.tell(words.OutputOfForm)
	}
	return err
}
