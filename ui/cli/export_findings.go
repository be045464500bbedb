package cli

import (
	"errors"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// writeFindings writes the list of findings, hints included.
func (c *Command) writeFindings(store *data.Store, e *export) error {
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	_, err = present.WriteFindings(c.Ctx, store, present.Choice{Query: q, AllFindings: true}, present.Destination{Path: e.to, Encoding: present.EncodingOf(e.encoding)}, c.Language)
	return err
}

// writeReturns writes the return copies of all chosen reports with errors into a folder.
func (c *Command) writeReturns(store *data.Store, e *export) error {
	q, err := c.exportQuery(store, e)
	if err != nil {
		return err
	}
	copies, err := present.WriteReturns(c.Ctx, store, present.ReturnsRequest{Query: q, Language: c.Language}, e.returns, nil)
	if copies.Written > 0 {
		c.tell(words.OutputReturns, copies.Written, e.returns)
	}
	if copies.OfForm > 0 {
		c.tell(words.OutputReturnsOf, copies.OfForm)
	}
	var target *present.TargetError
	if errors.As(err, &target) && !errors.Is(err, present.ErrNoSuchPlace) {
		return usageError(c.explain(err))
	}
	return err
}
