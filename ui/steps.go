package ui

import (
	"context"
	"errors"
	"strings"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/task"
	"nianbao/ui/words"
)

// nextSteps are the steps of the store that can be undone and redone next, nil if there
// is none.
type nextSteps struct{ undo, redo *data.Step }

func readNextSteps(ctx context.Context, store *data.Store) (found nextSteps, err error) {
	for _, next := range []struct {
		read func(context.Context) (data.Step, error)
		into **data.Step
	}{{store.NextUndo, &found.undo}, {store.NextRedo, &found.redo}} {
		step, err := next.read(ctx)
		switch {
		case errors.Is(err, data.ErrNoStep):
		case err != nil:
			return found, err
		default:
			*next.into = &step
		}
	}
	return found, nil
}

// readSteps reads which steps can be undone and redone, for the menu.
func (s *shell) readSteps() {
	task.Ask(s.stepLane, func(ctx context.Context) (nextSteps, error) { return readNextSteps(ctx, s.store) }, func(found nextSteps, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		s.steps = found
		s.updateMenu()
	})
}

// stepped records that the user changed the store.
func (s *shell) stepped() {
	s.state.stepped()
	s.readSteps()
}

// undoOrRedoNext undoes, or else redoes, the next step of the store.
func (s *shell) undoOrRedoNext(undo bool) {
	task.Ask(s.stepLane, func(ctx context.Context) (nextSteps, error) { return readNextSteps(ctx, s.store) }, func(found nextSteps, err error) {
		step := found.redo
		if undo {
			step = found.undo
		}
		switch {
		case err != nil:
			s.showError(err)
		case s.imports.running:
			s.showMessage(s.say.Say(words.ImportBusy), s.say.Say(words.ImportBusyText))
		case step != nil:
			s.undoOrRedo(*step, undo)
		}
	})
}

// undoOrRedoImport undoes, or else redoes, an import, whatever was done since.
func (s *shell) undoOrRedoImport(id int64, undo bool) {
	task.Ask(s.stepLane, func(ctx context.Context) (data.Step, error) { return s.store.ImportStepOf(ctx, id) }, func(step data.Step, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		s.undoOrRedo(step, undo)
	})
}

// undoOrRedo undoes or redoes a step. If reports come or go, it says how many and asks first.
func (s *shell) undoOrRedo(step data.Step, undo bool) {
	if step.Kind != data.ImportStep {
		s.undoOrRedoNow(step, undo)
		return
	}
	task.Ask(s.stepLane, func(ctx context.Context) (data.Effect, error) { return s.store.Preview(ctx, step.ID, undo) }, func(effect data.Effect, err error) {
		if err != nil {
			s.showError(err)
			return
		}
		yes := words.RedoTitle
		if undo {
			yes = words.UndoTitle
		}
		s.trace.note("turn asks", "undo", undo, "gone", effect.Withdrawn, "back", effect.Returned)
		s.confirm(effectQuestion(step, effect, undo, s.say), yes, func() { s.undoOrRedoNow(step, undo) })
	})
}

// effectQuestion describes the effect of undoing or redoing an import, and asks.
func effectQuestion(step data.Step, effect data.Effect, undo bool, say words.Language) string {
	ask := words.RedoAsk
	var parts []string
	if undo {
		ask = words.UndoAsk
	}
	switch {
	case !undo:
		parts = append(parts, say.Say(words.RedoReports, effect.Returned))
	case effect.Withdrawn == 0:
		parts = append(parts, say.Say(words.UndoNone))
	default:
		parts = append(parts, say.Say(words.UndoReports, effect.Withdrawn))
	}
	if effect.Restored > 0 {
		parts = append(parts, say.Say(words.UndoRestored, effect.Restored))
	}
	if effect.Amended > 0 {
		parts = append(parts, say.Say(words.UndoAmended, effect.Amended))
	}
	text := say.Say(ask, present.MinuteText(step.Made), step.Label) + "\n" + say.Say(words.SentenceEnd, strings.Join(parts, say.Say(words.SentenceBreak)))
	if undo {
		text += say.Say(words.UndoKept)
	}
	return text
}

// undoOrRedoNow undoes or redoes a step and shows the result.
func (s *shell) undoOrRedoNow(step data.Step, undo bool) {
	turn, done := s.store.RedoStep, words.RedoneStep
	if undo {
		turn, done = s.store.UndoStep, words.UndoneStep
	}
	s.tasks.Start(func() {
		_, err := turn(context.Background(), step.ID)
		s.tasks.Show(func() {
			if err != nil {
				s.showError(err)
				return
			}
			s.state.stepUndoneOrRedone(undo)
			s.imports.forget()
			s.reload()
			s.status.showSelection(s.say.Say(done, stepName(step, s.say)))
			s.trace.note("turned", "kind", step.Kind, "undo", undo)
		})
	})
}

// stepName describes a step.
func stepName(step data.Step, say words.Language) string {
	switch step.Kind {
	case data.ImportStep:
		return say.Say(words.StepImport, step.Label)
	case data.DecideStep:
		return say.Say(words.StepDecide, step.Body.Unit, step.Year, present.RuleName(step.Rule, say))
	case data.RelabelStep:
		return say.Say(words.StepRelabel, step.Body.Unit, step.Year)
	}
	if word, ok := unitSteps()[step.Kind]; ok {
		return say.Say(word, step.Label)
	}
	if step.Count > 1 {
		return say.Say(words.StepAmendMany, step.Body.Unit, step.Year, step.Count)
	}
	return say.Say(words.StepAmend, step.Body.Unit, step.Year, present.FigurePlace("", step.Key, say))
}

// unitSteps are the words for the steps of the register.
func unitSteps() map[data.StepKind]words.Word {
	return map[data.StepKind]words.Word{data.ListStep: words.StepList, data.AddBodyStep: words.StepAddBody, data.RenameStep: words.StepRename, data.MoveStep: words.StepMove,
		data.DescribeStep: words.StepDescribe, data.MergeStep: words.StepMerge, data.SplitStep: words.StepSplit, data.RemoveStep: words.StepRemove}
}
