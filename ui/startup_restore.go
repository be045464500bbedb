package ui

import (
	"context"
	"errors"
	"sync"
	"time"

	"nianbao/data"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// restored is the outcome of a restore.
type restored struct {
	store *data.Store
	kept  string // the new name of the database that was replaced
	gap   *data.GapError
	err   error // why the backup did not replace it
}

// swapLongest is how long a restore waits for queries to stop.
const swapLongest = 20 * time.Second

// restore closes the store, replaces its file by a restored one and reopens the window.
// If that fails, the window continues with the database as it was.
func (d *startup) restore(r *data.Restore) {
	d.shell.retire()
	store := d.store
	task.Ask(d.lane, func(context.Context) (restored, error) {
		ctx, cancel := context.WithTimeout(context.Background(), swapLongest)
		defer cancel()
		done := restored{gap: r.Gap}
		if err := store.WaitIdle(ctx); err != nil {
			return restored{store: store, err: errors.Join(err, r.Discard())}, nil
		}
		if done.err = store.Close(); done.err == nil {
			done.kept, done.err = r.Swap()
		} else {
			done.err = errors.Join(done.err, r.Discard())
		}
		var err error
		done.store, err = data.Open(context.Background(), d.options.Path, data.Options{})
		return done, err
	}, func(done restored, err error) {
		d.closing = sync.Once{}
		d.store, d.shell = nil, nil
		if err != nil {
			d.explain(errors.Join(err, done.err))
			return
		}
		d.fill(done.store)
		say := d.shell.say
		switch {
		case done.err != nil:
			d.shell.showError(done.err)
		case done.gap != nil:
			d.shell.showMessage(say.Say(words.RestoreDone), say.Say(words.RestoreDoneText, done.kept)+"\n"+say.Say(words.RestoreGap, len(done.gap.Names)))
		default:
			d.shell.showMessage(say.Say(words.RestoreDone), say.Say(words.RestoreDoneText, done.kept))
		}
		d.trace.note("restored", "kept", done.kept)
	})
}

// retire ends a shell whose store is about to be closed: results still under way are no
// longer shown.
func (s *shell) retire() {
	s.retired = true
	for _, lane := range []*task.Lane{s.inventoryLane, s.facetLane, s.viewLane} {
		lane.Drop()
	}
}
