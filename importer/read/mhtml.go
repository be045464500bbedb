package read

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// readMHTML reads a web page saved as one file: a mail message whose parts are
// pages and pictures. Each page becomes a sheet.
func readMHTML(in *input) ([]Sheet, error) {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(in.content, "\ufeff \t\r\n")))
	if err != nil {
		return nil, &ReadError{Kind: Damaged, Err: err}
	}
	kind, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return nil, &ReadError{Kind: Damaged, Err: err}
	}
	limits := in.opt.newDocumentBudget() // of all pages together
	var found mailParts
	if !strings.HasPrefix(kind, "multipart/") {
		err = found.add(mailPart{kind, parameters["charset"], message.Header.Get("Content-Transfer-Encoding"), message.Body})
	} else {
		err = found.addAll(multipart.NewReader(message.Body, parameters["boundary"]))
	}
	if err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, p := range found.pages {
		p.sheets = found.sheets
		read, err := readHTML(p, limits)
		if err != nil && !isEmpty(err) {
			return nil, err
		}
		sheets = append(sheets, read...)
	}
	if len(sheets) == 0 {
		return nil, &ReadError{Kind: Empty}
	}
	return sheets, nil
}

// mailPart is a part of a message before it is decoded.
type mailPart struct {
	kind, charset, transfer string
	body                    io.Reader
}

// mailParts are the pages of a message and the style sheets of all of them.
type mailParts struct {
	pages  []webPage
	sheets []string
	bytes  int
}

func (m *mailParts) addAll(parts *multipart.Reader) error {
	for n := 0; ; n++ {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return &ReadError{Kind: Truncated, Err: err}
		}
		if n > maxZipEntries {
			return tooLarge(ReasonParts)
		}
		kind, parameters, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if err != nil {
			continue
		}
		if err := m.add(mailPart{kind, parameters["charset"], p.Header.Get("Content-Transfer-Encoding"), p}); err != nil {
			return err
		}
	}
}

// add decodes a part if it is a page or a style sheet.
func (m *mailParts) add(p mailPart) error {
	isPage := p.kind == "text/html" || p.kind == "application/xhtml+xml"
	if !isPage && p.kind != "text/css" {
		return nil
	}
	switch strings.ToLower(p.transfer) {
	case "quoted-printable":
		p.body = quotedprintable.NewReader(p.body)
	case "base64":
		p.body = base64.NewDecoder(base64.StdEncoding, p.body)
	}
	content, err := io.ReadAll(io.LimitReader(p.body, maxPageBytes+1))
	if err != nil {
		return &ReadError{Kind: Truncated, Err: err}
	}
	if m.bytes += len(content); m.bytes > maxTextBytes {
		return tooLarge(ReasonText)
	}
	if isPage {
		m.pages = append(m.pages, webPage{content: content, charset: p.charset})
	} else {
		m.sheets = append(m.sheets, string(content))
	}
	return nil
}
