package present

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/importer/workbook"
	"nianbao/ui/words"
)

// ImportedUnits is the outcome of entering a list of bodies in the register.
type ImportedUnits struct {
	data.ListOutcome
	Refusals []string // a sentence for each row that was left out
}

// Words gives the numbers of the outcome.
func (t *ImportedUnits) Words(say words.Language) string {
	return say.Say(words.ListTaken, t.Added, t.Changed, t.Unchanged, len(t.Refusals))
}

// ImportUnitList reads a list of bodies and enters it in the register, except for the rows that it
// returns as refused.
func ImportUnitList(ctx context.Context, store *data.Store, path string, say words.Language) (taken ImportedUnits, err error) {
	units, faults, err := importer.ReadUnitList(path)
	if err != nil {
		return taken, err
	}
	type refusal struct {
		row  int
		text string
	}
	var refusals []refusal
	for i := range faults {
		f := &faults[i]
		refusals = append(refusals, refusal{f.Row, refusedRow(f.Sheet, f.Row, f.Explain(say), say)})
	}
	list := make([]data.ListedBody, len(units))
	for i := range units {
		list[i] = listedBody(&units[i])
	}
	if taken.ListOutcome, err = store.ImportList(ctx, filepath.Base(path), list); err != nil {
		return taken, err
	}
	for _, r := range taken.Refused {
		sheet := ""
		if at := slices.IndexFunc(units, func(u importer.ListedUnit) bool { return u.Row == r.Row && u.Unit != "" }); at >= 0 {
			sheet = units[at].Sheet
		}
		refusals = append(refusals, refusal{r.Row, refusedRow(sheet, r.Row, say.Say(words.ListNamed, r.Name, listReason(r, say)), say)})
	}
	slices.SortStableFunc(refusals, func(a, b refusal) int { return a.row - b.row })
	for _, r := range refusals {
		taken.Refusals = append(taken.Refusals, r.text)
	}
	return taken, nil
}

func listedBody(u *importer.ListedUnit) data.ListedBody {
	b := data.ListedBody{Row: u.Row, Body: data.Body(u.UnitName), Agency: u.Agency, Kind: u.Kind, Parent: data.Body(u.Parent), Expected: u.Expected}
	for _, name := range u.Names {
		b.Names = append(b.Names, data.Body(name))
	}
	return b
}

// refusedRow names a row: 第 3 行“石桥镇”：与第 2 行是同一个单位.
func refusedRow(sheet string, row int, reason string, say words.Language) string {
	if !strings.HasPrefix(reason, "“") && say == words.Chinese {
		reason = "：" + reason
	}
	text := say.Say(words.ListRefused, row, reason)
	if sheet != "" {
		text = say.Say(words.ListSheet, sheet, text)
	}
	return text
}

func listReason(r data.RefusedRow, say words.Language) string {
	word := form.Words{}
	switch r.Fault {
	case data.TwiceInList:
		word = words.ListTwice
	case data.SeveralParents:
		word = words.ListParents
	case data.SeveralBodies:
		word = words.ListBodies
	case data.ParentElsewhere:
		word = words.ListAway
	default:
		return say.Say(words.ListBelow)
	}
	return say.Say(word, strings.Join(r.Other, say.Say(words.ListComma)))
}

// UnitsNamed are the bodies of the register that a name means: as a full name, else as
// a unit or another name.
func UnitsNamed(list []data.RegisteredBody, name string) (found []data.RegisteredBody) {
	for _, is := range []func(data.RegisteredBody) bool{
		func(b data.RegisteredBody) bool { return b.Body.String() == name || b.Agency == name },
		func(b data.RegisteredBody) bool { return b.Unit == name },
		func(b data.RegisteredBody) bool {
			return slices.ContainsFunc(b.Names, func(n data.Body) bool { return n.String() == name || n.Unit == name })
		},
		func(b data.RegisteredBody) bool { return strings.HasSuffix(b.Body.String(), name) },
	} {
		for _, b := range list {
			if is(b) {
				found = append(found, b)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// NamesText lists the other names of a body.
func NamesText(b data.RegisteredBody) string {
	var names []string
	for _, n := range b.Names {
		names = append(names, n.String())
	}
	return strings.Join(names, "、")
}

// NamesOf reads a list of other names; names that a body already has keep their regions.
func NamesOf(text string, were []data.Body) []data.Body {
	names := []data.Body{}
	for _, name := range importer.SplitNames(text) {
		if at := slices.IndexFunc(were, func(n data.Body) bool { return n.String() == name }); at >= 0 {
			names = append(names, were[at])
			continue
		}
		region, unit := importer.SplitName(name)
		names = append(names, data.Body{Region: region, Unit: unit})
	}
	return names
}

// WriteUnits writes the register as a list that can be imported again.
func WriteUnits(ctx context.Context, store *data.Store, path string, as workbook.TextEncoding, say words.Language) error {
	list, err := store.Register(ctx)
	if err != nil {
		return err
	}
	full := map[int]string{}
	for _, b := range list {
		full[b.ID] = b.Body.String()
	}
	t := workbook.Table{Title: say.Say(words.UnitsTitle), Frozen: 1, Columns: []workbook.TableColumn{
		{Title: say.Say(words.ColumnUnit), Width: 20}, {Title: say.Say(words.UnitsFull), Width: 36}, {Title: say.Say(words.UnitsParent), Width: 24},
		{Title: say.Say(words.UnitsKind), Width: 8}, {Title: say.Say(words.UnitsNames), Width: 30}, {Title: say.Say(words.UnitsExpected), Width: 8}, {Title: say.Say(words.UnitsYears), Width: 24},
	}}
	var rows [][]workbook.TableCell
	for _, b := range list {
		agency := b.Agency
		if !strings.HasPrefix(agency, b.Region) || !strings.Contains(agency, b.Unit) {
			agency = b.Body.String()
		}
		var years []string
		for _, y := range b.Years {
			years = append(years, strconv.Itoa(y))
		}
		rows = append(rows, []workbook.TableCell{TextCell(b.Unit), TextCell(agency), TextCell(full[b.Parent]), TextCell(b.Kind), TextCell(NamesText(b)),
			TextCell(YesNo(b.Expected, say)), TextCell(strings.Join(years, " "))})
	}
	t.Rows = allRows(rows)
	return WriteDocument(ctx, t, path, as)
}
