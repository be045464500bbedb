package read

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// mailHeader holds the raw fields of a mail or of a part, by lower-case name. If a field
// occurs several times, it has the first.
type mailHeader map[string]string

func (h mailHeader) get(name string) string { return h[name] }

// maxMailHeader is the largest size of a mail's header in bytes.
const maxMailHeader = 256 << 10

// splitHeader splits a mail into its header and its text. It skips lines that are not
// fields.
func splitHeader(content []byte) (mailHeader, []byte) {
	header, last := mailHeader{}, ""
	rest := trimMail(content)
	for len(rest) > 0 && len(content)-len(rest) < maxMailHeader {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		rest = after
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if last != "" {
				header[last] += " " + strings.TrimLeft(string(line), " \t")
			}
			continue
		}
		last = ""
		name, value, ok := bytes.Cut(line, []byte(":"))
		if !ok || !headerLine.Match(line) {
			continue
		}
		key := strings.ToLower(string(name))
		if _, twice := header[key]; !twice {
			header[key], last = strings.TrimSpace(string(value)), key
		}
	}
	return header, rest
}

// trimMail drops lines that may precede the header of a mail.
func trimMail(content []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF")), "\r\n")
}

// looksLikeMail reports whether content is a mail that was sent, and not a text or a web
// page saved in the format of mails.
func looksLikeMail(content []byte) bool {
	start := trimMail(content[:min(len(content), maxMailHeader)])
	if !headerLine.Match(start) {
		return false
	}
	for line := range bytes.Lines(start) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		if line[0] != ' ' && line[0] != '\t' && !headerLine.Match(line) && line[0] != '>' {
			return false
		}
	}
	header, _ := splitHeader(start)
	count := func(names ...string) (n int) {
		for _, name := range names {
			if _, ok := header[name]; ok {
				n++
			}
		}
		return n
	}
	if count("from", "to", "cc", "subject", "date", "message-id", "received", "return-path", "mime-version", "content-type", "sender", "reply-to") < 3 {
		return false
	}
	if count("to", "cc", "bcc", "received", "return-path", "delivered-to", "message-id", "x-mailer", "x-unsent") > 0 {
		return true
	}
	kind, _ := mediaType(header.get("content-type"))
	return kind == "multipart/mixed"
}

// mediaType reads a field such as Content-Type: its value in lower case, and its
// parameters as text. It also accepts invalid fields that mail programs write.
func mediaType(field string) (value string, parameters map[string]string) {
	parameters = map[string]string{}
	pieces := splitParameters(field)
	value = strings.ToLower(strings.TrimSpace(pieces[0]))
	type segment struct {
		number int
		text   string
		coded  bool
	}
	segments := map[string][]segment{}
	for _, piece := range pieces[1:] {
		name, text, ok := strings.Cut(piece, "=")
		m := parameterName.FindStringSubmatch(strings.ToLower(strings.TrimSpace(name)))
		if !ok || m == nil {
			continue
		}
		number, _ := strconv.Atoi(m[2])
		segments[m[1]] = append(segments[m[1]], segment{number, unquote(strings.TrimSpace(text)), m[3] != ""})
	}
	for name, list := range segments {
		slices.SortStableFunc(list, func(a, b segment) int { return a.number - b.number })
		whole, label, coded := "", "", false
		for i, s := range list {
			if i > 0 && s.number == list[i-1].number {
				continue // given twice, in two forms
			}
			if s.coded {
				if i == 0 {
					if p := strings.SplitN(s.text, "'", 3); len(p) == 3 {
						label, s.text = p[0], p[2]
					}
				}
				if plain, err := url.PathUnescape(s.text); err == nil {
					s.text = plain
				}
				coded = true
			}
			whole += s.text
		}
		if coded {
			parameters[name] = decodeLabelled(label, []byte(whole))
		} else {
			parameters[name] = decodeWords(whole)
		}
	}
	return value, parameters
}

var parameterName = regexp.MustCompile(`^([^*\s]+?)(?:\*(\d{1,3}))?(\*)?$`)

// splitParameters splits a field at the semicolons outside quotes.
func splitParameters(field string) []string {
	var pieces []string
	start, quoted := 0, false
	for i := range len(field) {
		switch c := field[i]; {
		case c == '"' && (i == 0 || field[i-1] != '\\'):
			quoted = !quoted
		case c == ';' && !quoted:
			pieces = append(pieces, field[start:i])
			start = i + 1
		}
	}
	return append(pieces, field[start:])
}

func unquote(text string) string {
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return text
	}
	return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(text[1 : len(text)-1])
}

var encodedWord = regexp.MustCompile(`=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=`)

// decodeWords decodes a field with encoded words. Words that follow each other are
// joined before they are decoded, because some programs split characters.
func decodeWords(field string) string {
	var out strings.Builder
	var bytes []byte
	label := ""
	flush := func() {
		out.WriteString(decodeLabelled(label, bytes))
		bytes = nil
	}
	end := 0
	for _, m := range encodedWord.FindAllStringSubmatchIndex(field, -1) {
		between := field[end:m[0]]
		next, _, _ := strings.Cut(field[m[2]:m[3]], "*")
		if end == 0 || strings.TrimSpace(between) != "" {
			flush()
			out.WriteString(nameText(between))
		} else if !strings.EqualFold(next, label) {
			flush()
		}
		label = next
		bytes = append(bytes, decodeWord(field[m[4]:m[5]], field[m[6]:m[7]])...)
		end = m[1]
	}
	flush()
	out.WriteString(nameText(field[end:]))
	return out.String()
}

// decodeWord returns the bytes of an encoded word.
func decodeWord(encoding, text string) []byte {
	if encoding == "b" || encoding == "B" {
		decoded, err := io.ReadAll(base64.NewDecoder(base64.RawStdEncoding, &base64Text{strings.NewReader(text)}))
		if err != nil && len(decoded) == 0 {
			return []byte(text)
		}
		return decoded
	}
	decoded, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(strings.ReplaceAll(text, "_", "=20"))))
	if err != nil {
		return []byte(text)
	}
	return decoded
}

// decodeLabelled decodes bytes in the encoding that a label names; if the label is
// unknown, the encoding is guessed.
func decodeLabelled(label string, text []byte) string {
	found, name := charset.Lookup(label)
	if found == nil || name == "utf-8" || label == "" {
		return nameText(string(text))
	}
	decoded, err := found.NewDecoder().Bytes(text)
	if err != nil {
		return nameText(string(text))
	}
	return string(decoded)
}

// attachmentName turns the name of an attachment into a file name: without folders, and
// not too long.
func attachmentName(name string) string {
	if at := strings.LastIndex(name, `:\`); at >= 0 { // a path on the sender's disk
		name = name[strings.LastIndexByte(name, '\\')+1:]
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == '/' || r == '\\' || r == utf8.RuneError:
			return '_'
		}
		return r
	}, strings.TrimSpace(name))
	if name == "." || name == ".." {
		return ""
	}
	const most = 100
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most/2]) + "…" + string(runes[len(runes)-most/2+1:])
	}
	return name
}
