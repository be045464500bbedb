package read

import (
	"errors"
	"strings"
)

// Paste reads text copied from a spreadsheet, a document or a web page: tab-separated
// lines, or a fragment of HTML with or without the header that Windows adds.
func Paste(text string) (sheets []Sheet, err error) {
	if len(text) > maxPageBytes {
		return nil, tooLarge(ReasonText)
	}
	text = strings.TrimRight(text, "\x00")
	if IsBlank(text) {
		return nil, &ReadError{Kind: Empty}
	}
	if i := strings.IndexByte(text, '<'); i > 0 && strings.HasPrefix(text, "Version:") {
		text = text[i:]
	}
	if looksLikeHTML(strings.ToLower(strings.TrimSpace(text[:min(len(text), sniffed)]))) {
		sheets, err = readHTML(webPage{content: []byte(text), charset: "utf-8"}, Options{}.newDocumentBudget())
	} else {
		sheets, err = readLines(text, Options{})
	}
	var re *ReadError
	if err != nil && !errors.As(err, &re) {
		err = &ReadError{Kind: Damaged, Err: err}
	}
	return sheets, err
}
