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
	var sheets []Sheet
	limits := in.opt.newDocumentBudget() // of all pages together
	if !strings.HasPrefix(kind, "multipart/") {
		return readMHTMLPart(sheets, mailPart{kind, parameters["charset"], message.Header.Get("Content-Transfer-Encoding"), message.Body}, limits)
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for n := 0; ; n++ {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, &ReadError{Kind: Truncated, Err: err}
		}
		if n > maxZipEntries {
			return nil, tooLarge(ReasonParts)
		}
		kind, parameters, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if err != nil {
			continue
		}
		if sheets, err = readMHTMLPart(sheets, mailPart{kind, parameters["charset"], p.Header.Get("Content-Transfer-Encoding"), p}, limits); err != nil {
			return nil, err
		}
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

// readMHTMLPart appends the sheet of a part if it is a page with text.
func readMHTMLPart(to []Sheet, p mailPart, limits *budget) ([]Sheet, error) {
	if p.kind != "text/html" && p.kind != "application/xhtml+xml" {
		return to, nil
	}
	switch strings.ToLower(p.transfer) {
	case "quoted-printable":
		p.body = quotedprintable.NewReader(p.body)
	case "base64":
		p.body = base64.NewDecoder(base64.StdEncoding, p.body)
	}
	page, err := io.ReadAll(io.LimitReader(p.body, maxPageBytes+1))
	if err != nil {
		return nil, &ReadError{Kind: Truncated, Err: err}
	}
	sheets, err := readHTML(page, p.charset, limits)
	if isEmpty(err) {
		return to, nil
	}
	return append(to, sheets...), err
}
