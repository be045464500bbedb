package cli

import (
	"io"

	"nianbao/data"
	"nianbao/ui/present"
)

// writeBrief writes a briefing on the chosen reports of a year.
func (c *Command) writeBrief(store *data.Store, e *export) error {
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	request := present.BriefRequest{Query: q, Year: e.year, Language: c.Language}
	return present.WriteFile(e.to, func(w io.Writer) error { return present.WriteBrief(c.Ctx, store, request, w) })
}
