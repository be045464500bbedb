package present

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/document"
	"nianbao/ui/chart"
	"nianbao/ui/words"
)

// WriteBrief writes a briefing (简报) as a document: sentences that follow from the figures by fixed
// rules, charts, a table of the units, and an annex that says where each figure comes from. The error
// is data.ErrUnknownReport if no report is chosen, and ErrTooManyForBrief if there are too many.
func WriteBrief(ctx context.Context, store *data.Store, request BriefRequest, w io.Writer) error {
	f, err := readBriefFacts(ctx, store, request)
	if err != nil {
		return err
	}
	b := briefDocument{facts: f, request: request}
	b.head()
	sections := BriefSections(f, request.Language)
	for i, section := range sections {
		b.section(section)
		if i == 1 {
			if err := b.charts(ctx, store); err != nil {
				return err
			}
		}
	}
	b.method()
	b.units()
	b.sources(sections)
	return b.doc.Write(w)
}

// briefDocument is a briefing under construction.
type briefDocument struct {
	doc     document.Document
	facts   BriefFacts
	request BriefRequest
}

func (b *briefDocument) say(w words.Word, args ...any) string {
	return b.request.Language.Say(w, args...)
}

func (b *briefDocument) head() {
	region := b.facts.region
	if region == "" {
		region = b.say(words.BriefAll)
	}
	for _, line := range strings.Split(b.say(words.BriefTitle, region), "\n") {
		b.doc.Paragraph(document.Title, document.Run{Text: line})
	}
	b.doc.Paragraph(document.Subtitle, document.Run{Text: b.say(words.BriefSubtitle, b.facts.Year)})
}

func (b *briefDocument) section(s BriefSection) {
	b.doc.Paragraph(document.Heading, document.Run{Text: s.Heading})
	var paragraph []document.Run
	end := func() {
		if len(paragraph) > 0 {
			b.doc.Paragraph(document.Body, paragraph...)
		}
		paragraph = nil
	}
	if len(s.Sentences) == 0 {
		paragraph = append(paragraph, document.Run{Text: b.say(words.BriefNothing)})
	}
	for i, sentence := range s.Sentences {
		if i > 0 && !continues(s.Sentences[i-1][0], sentence[0]) {
			end()
		}
		paragraph = append(paragraph, b.runs(sentence)...)
	}
	end()
}

// continues reports whether a sentence belongs to the paragraph of the one before: the units with
// most of a count follow the count, and rates follow each other.
func continues(last, next Clause) bool {
	return next.Rule == RuleTop || next.Rule == RuleRate && last.Rule == RuleRate
}

// runs is a sentence with its footnotes.
func (b *briefDocument) runs(sentence []Clause) []document.Run {
	var runs []document.Run
	for i, c := range sentence {
		text := c.Text
		switch {
		case i > 0:
			text = b.say(words.BriefSemi) + text
		case b.request.Language == form.English:
			first, size := utf8.DecodeRuneInString(text)
			text = string(unicode.ToUpper(first)) + text[size:]
		}
		runs = append(runs, document.Run{Text: text, Note: c.Note})
	}
	return append(runs, document.Run{Text: b.say(words.BriefStop)})
}

// The size of a chart in points: a little wider than the text, so that its words are easy to read in
// print.
const briefWidth, briefHeight = 580.0, 250.0

// charts are pictures of the applications: over the years, their outcomes, and by unit.
func (b *briefDocument) charts(ctx context.Context, store *data.Store) error {
	for _, request := range []ChartRequest{
		{Kind: TrendChart, Split: Together},
		{Kind: OutcomesChart, Split: ByYear},
		{Kind: RankingChart, Item: ReceivedItem},
	} {
		request.Query, request.Year, request.Language = b.request.Query, b.facts.Year, b.request.Language
		request.Query.ToYear = b.facts.Year
		p, err := NewPicture(ctx, store, request)
		if err != nil {
			return err
		}
		var picture bytes.Buffer
		model := p.Outgoing(p.Model)
		if err := paint(&picture, model, PNG, chart.Frame{Width: briefWidth, Height: briefHeight}); err != nil {
			return err
		}
		size, err := png.DecodeConfig(bytes.NewReader(picture.Bytes()))
		if err != nil {
			return err
		}
		if size.Height > size.Width { // too many units for a page: the annex has them
			continue
		}
		b.doc.Picture(picture.Bytes(), size.Width, size.Height, model.TextEquivalent().Sentence)
	}
	return nil
}

func (b *briefDocument) method() {
	b.doc.Paragraph(document.Heading, document.Run{Text: b.say(words.BriefMethod)})
	b.doc.Paragraph(document.Body, document.Run{Text: b.say(words.BriefMethodAre, leastBase, LeastCases, leastPeers)})
}
