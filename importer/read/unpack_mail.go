package read

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"mime/quotedprintable"
	"path"
	"regexp"
	"strings"
)

// message takes the files attached to a mail, and its text if that has a table. Files are
// in a folder named after the mail's subject.
func (u *unpacker) message(folder string, content []byte, depth int) error {
	header, body := splitHeader(content)
	m := mailMessage{unpacker: u, folder: path.Join(folder, u.subject(folder, header)), depth: depth, names: map[string]int{}}
	if err := m.part(header, bytes.NewReader(body), "multipart/mixed"); err != nil {
		return err
	}
	if m.found == 0 && depth == 0 {
		return &ReadError{Kind: NothingPacked, Format: mailFormat}
	}
	return nil
}

// subject returns the subject of a mail as the name of a folder, "" if the mail's file
// already has that name.
func (u *unpacker) subject(folder string, header mailHeader) string {
	subject := replyMark.ReplaceAllString(decodeWords(header.get("subject")), "")
	file := path.Base(folder)
	if folder == "" {
		file = u.name
	}
	name := attachmentName(subject)
	if name == "" || name == TrimArchive(file) {
		return ""
	}
	return name
}

var replyMark = regexp.MustCompile(`(?i)^(\s*(re|fw|fwd|回复|答复|转发)\s*[:：])+\s*`)

// mailMessage is a mail being taken apart.
type mailMessage struct {
	*unpacker
	folder string
	depth  int
	parts  int
	level  int            // of nested multiparts
	found  int            // files taken
	names  map[string]int // how often each name occurred
}

const (
	maxMailParts = 2000
	maxMailLevel = 20
)

// part takes the files in a part of a mail; around is the kind of multipart that contains
// it.
func (m *mailMessage) part(header mailHeader, body io.Reader, around string) error {
	if m.parts++; m.parts > maxMailParts {
		return tooLarge(ReasonParts)
	}
	kind, parameters := mediaType(header.get("content-type"))
	placed, disposition := mediaType(header.get("content-disposition"))
	name := attachmentName(disposition["filename"])
	if name == "" {
		name = attachmentName(parameters["name"])
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return m.multipart(kind, parameters["boundary"], body)
	case strings.HasPrefix(kind, "image/") && around == "multipart/related":
		return nil // shown within the text
	case placed == "attachment" || name != "":
		return m.attached(name, kind, decodeTransfer(header, body))
	case kind == "message/rfc822":
		return m.attached("", kind, decodeTransfer(header, body))
	case kind == "text/html":
		return m.text(parameters["charset"], decodeTransfer(header, body))
	case kind == "" || strings.HasPrefix(kind, "text/") || strings.HasPrefix(kind, "image/"):
		return nil
	}
	return m.attached("", kind, decodeTransfer(header, body))
}

func (m *mailMessage) multipart(kind, boundary string, body io.Reader) error {
	if m.level++; m.level > maxMailLevel {
		return tooLarge(ReasonDepth)
	}
	defer func() { m.level-- }()
	if boundary == "" {
		return damaged(ReasonMalformed)
	}
	parts := multipart.NewReader(body, boundary)
	for {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return &ReadError{Kind: Truncated, Err: err}
		}
		header := mailHeader{}
		for name, values := range p.Header {
			header[strings.ToLower(name)] = values[0]
		}
		if err := m.part(header, p, kind); err != nil {
			return err
		}
	}
}

// attached takes an attached file.
func (m *mailMessage) attached(name, kind string, body io.Reader) error {
	m.found++
	if name == "" {
		name = fmt.Sprintf("附件%d%s", m.found, endingOf(kind))
	}
	if m.names[name]++; m.names[name] > 1 {
		ending := path.Ext(name)
		name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ending), m.names[name], ending)
	}
	if isClutter(name) {
		return nil
	}
	return m.file(path.Join(m.folder, name), m.depth, func() ([]byte, error) { return m.readBody(body) })
}

func endingOf(kind string) string {
	switch kind {
	case "message/rfc822":
		return ".eml"
	case "application/zip", "application/x-zip-compressed":
		return ".zip"
	case "application/pdf":
		return ".pdf"
	}
	return ""
}

// text takes the text of a mail if it has a table.
func (m *mailMessage) text(charset string, body io.Reader) error {
	content, err := m.readBody(body)
	if isOverLimit(err) {
		return err
	}
	if err == nil && bytes.Contains(bytes.ToLower(content), []byte("<table")) {
		var page string
		if charset == "" {
			charset = declaredCharset(content)
		}
		page, err = decodeText(content, charset)
		if !looksLikeHTML(strings.ToLower(strings.TrimSpace(page[:min(len(page), sniffed)]))) {
			page = "<html>" + page
		}
		content = []byte(page)
	} else if err == nil {
		return nil
	}
	m.found++
	f := File{Name: path.Join(m.folder, "正文.html"), Content: content, Body: true}
	if err != nil {
		f.Content, f.Err = nil, asReadError(err)
	}
	return m.take(f)
}

// readBody reads a part that has been decoded.
func (m *mailMessage) readBody(body io.Reader) ([]byte, error) {
	content, err := m.readAll(body, 0)
	var corrupt base64.CorruptInputError
	switch {
	case errors.As(err, &corrupt):
		return nil, &ReadError{Kind: Damaged, Reason: ReasonEncoding, Err: err}
	case err != nil:
		return nil, err
	}
	return content, nil
}

// decodeTransfer removes the encoding in which a part was sent.
func decodeTransfer(header mailHeader, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(header.get("content-transfer-encoding"))) {
	case "base64":
		return base64.NewDecoder(base64.RawStdEncoding, &base64Text{body})
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// base64Text drops everything between the letters of base64, as mail programs do.
type base64Text struct{ from io.Reader }

func (b *base64Text) Read(p []byte) (int, error) {
	for {
		n, err := b.from.Read(p)
		kept := p[:0]
		for _, c := range p[:n] {
			if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' {
				kept = append(kept, c)
			}
		}
		if len(kept) > 0 || err != nil || len(p) == 0 {
			return len(kept), err
		}
	}
}

// looksLikeMailbox reports whether content is several mails in one file, each after a
// line that begins with From.
func looksLikeMailbox(content []byte) bool {
	if !bytes.HasPrefix(content, []byte("From ")) {
		return false
	}
	_, first, _ := bytes.Cut(content[:min(len(content), sniffed)], []byte("\n"))
	return headerLine.Match(first)
}

var (
	headerLine  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*:`)
	mailboxLine = regexp.MustCompile(`\n\r?\nFrom [^\n]*\n[A-Za-z][A-Za-z0-9-]*:`)
)

// mailbox takes the files attached to all mails of a mailbox.
func (u *unpacker) mailbox(folder string, content []byte, depth int) error {
	before := u.files
	for len(content) > 0 {
		_, message, _ := bytes.Cut(content, []byte("\n"))
		content = nil
		if at := mailboxLine.FindIndex(message); at != nil {
			next := at[0] + bytes.Index(message[at[0]:], []byte("From "))
			message, content = message[:next], message[next:]
		}
		err := u.message(folder, message, max(depth, 1))
		var re *ReadError
		if errors.As(err, &re) && !isOverLimit(err) {
			err = u.take(File{Name: path.Join(folder, "_"), Err: err})
		}
		if err != nil {
			return err
		}
	}
	if before == u.files && depth == 0 {
		return &ReadError{Kind: NothingPacked, Format: mailboxFormat}
	}
	return nil
}
