package ui

import (
	"path/filepath"

	"nianbao/data"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// showHeadline describes the running import, or the outcome of the last one.
func (p *importPane) showHeadline() {
	in, say := p.shell.imports, p.shell.say
	n := in.tally()
	counts := say.Say(words.ImportCount, present.Count(n[data.Imported]), present.Count(n[data.Replaced]), present.Count(n[data.Unchanged]), present.Count(n[failure]))
	if n[data.Added] > 0 {
		counts += " · " + say.Say(words.CountAdded, present.Count(n[data.Added]))
	}
	if n[data.Asked] > 0 {
		counts += say.Say(words.ImportAsked, present.Count(n[data.Asked]))
	}
	switch {
	case in.running && in.cancelled:
		p.headline.SetText(say.Say(words.ImportCancelling))
		p.subline.SetText("")
	case in.running && (in.checking || in.progress.checking):
		p.headline.SetText(say.Say(words.Rechecking, present.Count(in.progress.done), present.Count(in.progress.total)))
		p.subline.SetText(say.Say(words.RecheckingNote))
	case in.running && in.progress.total == 0:
		p.headline.SetText(say.Say(words.ImportSearching))
		p.subline.SetText("")
	case in.running:
		p.headline.SetText(say.Say(words.Importing, present.Count(in.progress.done), present.Count(in.progress.total)))
		p.subline.SetText("")
		if in.progress.current != "" {
			p.subline.SetText(say.Say(words.ImportCurrent, filepath.Base(in.progress.current)))
		}
	case in.err != nil:
		p.headline.SetText(say.Say(words.ErrorTitle))
		p.subline.SetText(present.Explain(in.err, say).Text)
	case in.cancelled:
		p.headline.SetText(say.Say(words.ImportCancelled))
		p.subline.SetText(counts)
	case in.past != nil:
		label := in.past.Label
		if in.past.Sample {
			label = say.Say(words.SampleName)
		}
		p.headline.SetText(say.Say(words.HistoryTitle, present.MinuteText(in.past.Started), label))
		p.subline.SetText(p.pastNote(counts))
	case in.waiting:
		p.headline.SetText(say.Say(words.WaitingTitle, present.Count(len(in.lines))))
		p.subline.SetText(say.Say(words.WaitingNote))
	case len(in.lines) > 0:
		p.headline.SetText(counts)
		p.subline.SetText(p.advice(n))
	case in.ended:
		p.headline.SetText(say.Say(words.ImportNothing))
		p.subline.SetText("")
	default:
		p.headline.SetText(say.Say(words.PaneImport))
		p.subline.SetText(say.Say(words.WelcomeNote))
	}
}

// pastNote describes the outcome of an import of the history.
func (p *importPane) pastNote(counts string) string {
	in, say := p.shell.imports, p.shell.say
	switch {
	case len(in.lines) == 0:
		return say.Say(words.HistoryNoLines)
	case !in.past.Undone.IsZero():
		return say.Say(words.HistoryUndone) + say.Say(words.SentenceBreak) + counts
	}
	return counts
}

// advice says what to do next.
func (p *importPane) advice(n map[data.Verdict]int) string {
	say, problems := p.shell.say, 0
	for _, l := range p.shell.imports.lines {
		if l.errors > 0 {
			problems++
		}
	}
	switch {
	case n[data.Asked] > 0:
		return say.Say(words.ImportSomeAsked)
	case n[failure] > 0:
		return say.Say(words.ImportSomeFailed)
	case problems > 0:
		return say.Say(words.ImportSomeWrong, problems)
	}
	return say.Say(words.ImportAllGood)
}
