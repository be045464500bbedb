package data

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"nianbao/data/form"
)

// TextHit is a line of a report's text with the words that were searched for.
type TextHit struct {
	Body    Body
	Year    int
	Section string // 一, 五 or 六
	Line    string // the whole line
	From    int    // the bytes From to To of Line are the first word
	To      int
}

// Heading returns the official heading of the section.
func (h TextHit) Heading() string { return form.Passage{Section: h.Section}.Heading() }

// TextHits are the first hits of a search.
type TextHits struct {
	Hits  []TextHit
	IsCut bool // there are more
}

// SearchText returns lines of the texts of the chosen reports that have all words, at most
// limit of them, the latest year first. Words are separated by spaces; case does not matter. If
// the words of a section are in different lines, the line with the first one is returned.
func (s *Store) SearchText(ctx context.Context, q Query, text string, limit int) (*TextHits, error) {
	words := strings.Fields(strings.ToLower(text))
	found := &TextHits{}
	if len(words) == 0 {
		return found, nil
	}
	chosen, _, err := s.Reports(q)
	if err != nil {
		return nil, err
	}
	where := chosen.filter()
	args := append(where.args, strings.Join(words, " "), limit+1)
	err = eachRow(ctx, s.db, `SELECT region, unit, year, section, text FROM narrative
		WHERE report_id IN (SELECT report_id`+where.from()+`)
			AND list_bool_and(list_transform(string_split(?, ' '), lambda word: contains(lower(text), word)))
		ORDER BY year DESC, region, unit, section LIMIT ?`, func(rows *sql.Rows) error {
		var h TextHit
		var passage string
		if err := rows.Scan(&h.Body.Region, &h.Body.Unit, &h.Year, &h.Section, &passage); err != nil {
			return err
		}
		found.Hits = append(found.Hits, h.inLines(strings.Split(passage, "\n"), words)...)
		return nil
	}, args...)
	if err != nil {
		return nil, fmt.Errorf("search the texts: %w", err)
	}
	if len(found.Hits) > limit {
		found.Hits, found.IsCut = found.Hits[:limit], true
	}
	return found, nil
}

// inLines returns a hit for each line with all words, else for the first with the first
// word.
func (h TextHit) inLines(lines, words []string) []TextHit {
	for ; len(words) > 0; words = words[:len(words)-1] {
		var hits []TextHit
		for _, line := range lines {
			if at, ok := h.inLine(strings.TrimSpace(line), words); ok {
				hits = append(hits, at)
			}
		}
		if len(hits) > 0 {
			return hits
		}
	}
	return nil
}

func (h TextHit) inLine(line string, words []string) (TextHit, bool) {
	lower := strings.ToLower(line)
	if len(lower) != len(line) { // offsets would differ
		lower = line
	}
	for _, word := range words {
		if !strings.Contains(lower, word) {
			return h, false
		}
	}
	h.Line, h.From = line, strings.Index(lower, words[0])
	h.To = h.From + len(words[0])
	return h, true
}
