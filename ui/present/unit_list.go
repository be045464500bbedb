package present

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
	"nianbao/ui/words"
)

// TakenList is what came of a list of bodies.
type TakenList struct {
	data.ListOutcome
	Refusals []string // a sentence for each row that was left out
}

// Words counts what came of the list.
func (t *TakenList) Words(say words.Language) string {
	return say.Say(words.ListTaken, t.Added, t.Changed, t.Unchanged, len(t.Refusals))
}

// TakeList reads a list of bodies and takes it into the register. Rows that cannot be
// taken are named; the others are.
func TakeList(ctx context.Context, store *data.Store, path string, say words.Language) (taken TakenList, err error) {
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
