package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/present"
)

// exportQuery is the export's choice as the window would hold it.
func (c Command) exportQuery(store *data.Store, e export) (data.Query, error) {
	if e.saved != "" {
		views, err := store.SavedViews(c.Ctx)
		if err != nil {
			return data.Query{}, err
		}
		i := slices.IndexFunc(views, func(v data.SavedView) bool { return v.Name == e.saved })
		if i < 0 {
			return data.Query{}, errors.New(c.Language.Say(form.Both("没有名为“%s”的视图", "there is no saved view “%s”"), e.saved))
		}
		return views[i].Query, nil
	}
	q := data.Query{View: data.View(e.view), Rows: data.Grain(e.rows), Across: data.Axis(e.across), Compare: e.compare,
		FromYear: e.years.from, ToYear: e.years.to, Regions: e.regions, Kinds: e.kinds, Items: e.items, WithFindings: e.findings}
	q = e.narrowed(q)
	for _, kind := range e.unitKinds {
		q.UnitKinds = append(q.UnitKinds, data.UnitKind(kind))
	}
	for _, id := range e.sort {
		column, descending := strings.CutPrefix(id, "-")
		q.Sort = append(q.Sort, data.SortKey{Column: column, Descending: descending})
	}
	for _, name := range e.units {
		bodies, err := c.bodies(store, name)
		if err != nil {
			return q, err
		}
		q.Units = append(q.Units, bodies...)
	}
	return q, nil
}

// bodies are those of that name, alone or behind its region.
func (c Command) bodies(store *data.Store, name string) ([]data.Body, error) {
	facets, err := store.Facets(c.Ctx, data.Query{}, data.UnitList)
	if err != nil {
		return nil, err
	}
	var found []data.Body
	for _, u := range facets.Units {
		if u.Unit == name || u.Body.String() == name {
			found = append(found, u.Body)
		}
	}
	if len(found) == 0 {
		return nil, errors.New(c.Language.Say(form.Both("数据库中没有单位“%s”", "the database has no unit “%s”"), name))
	}
	return found, nil
}

func (c Command) writeExport(store *data.Store, e export) error {
	if e.report != "" || e.giveBack != "" {
		return c.writeReport(store, e)
	}
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	if e.rollUp {
		return c.writeRollUp(store, present.RollUpRequest{Query: q, Year: e.year}, e.to)
	}
	file := present.TableFile{Query: q, Path: e.to, ByYear: e.partition, Language: c.Language}
	if strings.EqualFold(e.encoding, "gb18030") {
		file.Encoding = workbook.GB18030
	}
	_, err = present.WriteTable(c.Ctx, store, file, nil)
	return err
}

// writeRollUp writes the sum of the reports that the call chooses.
func (c Command) writeRollUp(store *data.Store, request present.RollUpRequest, to string) error {
	request.Language = c.Language
	err := present.WriteFile(to, func(w io.Writer) error { return present.WriteRollUp(c.Ctx, store, request, w) })
	if errors.Is(err, data.ErrUnknownReport) {
		return errors.New(c.Language.Say(form.Both("所选范围没有可以汇总的年报", "the choice has no report to add up")))
	}
	return err
}

// writeReport writes one report as the official form, or its return copy.
func (c Command) writeReport(store *data.Store, e export) error {
	bodies, err := c.bodies(store, e.report+e.giveBack)
	if err != nil {
		return err
	}
	if len(bodies) > 1 {
		return errors.New(c.Language.Say(form.Both("有 %d 个单位叫“%s”；请连同地区写全名", "%d units are called “%s”; put the region before the name"), len(bodies), e.report+e.giveBack))
	}
	id, err := store.ReportID(c.Ctx, bodies[0], e.year)
	if errors.Is(err, data.ErrUnknownReport) {
		return errors.New(c.Language.Say(form.Both("没有%s %d 年的年报", "there is no report of %s for %d"), bodies[0], e.year))
	}
	if err != nil {
		return err
	}
	report, err := store.Report(c.Ctx, id)
	if err != nil {
		return err
	}
	if e.report != "" {
		return present.WriteFile(e.to, func(w io.Writer) error { return workbook.WriteForm(w, report, workbook.OneSheet) })
	}
	return c.writeReturn(store, report, e.to)
}

// writeReturn writes the return copy as the window does, and says what it was made of.
func (c Command) writeReturn(store *data.Store, report form.Report, to string) error {
	request := present.ReturnRequest{Body: data.Body{Region: report.Region, Unit: report.Unit}, Year: report.Year, Language: c.Language}
	var as workbook.ReturnedAs
	err := present.WriteFile(to, func(w io.Writer) (err error) {
		as, err = present.WriteReturn(c.Ctx, store, request, w)
		return err
	})
	if err == nil && as == workbook.MarkedForm {
		fmt.Fprint(c.Out, c.Language.Say(form.Both("原文件已不在原处或有过改动，以填好数字的统一样式制作\n", "the original is gone or has changed; the filled official form was used\n")))
	}
	return err
}
