package read

import (
	"bytes"
	"encoding/binary"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A message of Outlook is a compound file. The message, each of its attachments and each
// message attached to it is a folder in that file, with a stream for each property.
// __substg1.0_37010102 is property 3701 (the content of an attachment), as bytes (0102).

const (
	outlookProperty   = "__substg1.0_"
	outlookAttachment = "__attach_version1.0_"

	subjectProperty   = "0037"
	htmlProperty      = "1013"
	contentProperty   = "3701"
	contentIDProperty = "3712"

	propertyBytes  = "0102"
	propertyFolder = "000D"
)

// nameProperties hold the name of an attachment: the long one, that shown, and the short one.
var nameProperties = []string{"3707", "3001", "3704"}

// outlookFolder is a folder in a message of Outlook: the properties in it by their codes,
// and the folders in it by their names.
type outlookFolder struct {
	streams map[string]*mscfb.File
	folders map[string]*outlookFolder
}

// looksLikeOutlook reports whether a compound file has the properties of a message.
func looksLikeOutlook(content []byte) bool {
	const name = "_\x00_\x00p\x00r\x00o\x00p\x00e\x00r\x00t\x00i\x00e\x00s\x00_\x00v\x00e\x00r\x00s\x00i\x00o\x00n\x00"
	return bytes.HasPrefix(content, []byte(cfbMagic)) && bytes.Contains(content, []byte(name)) && isOutlookFile(content)
}

func isOutlookFile(content []byte) bool {
	streams, err := cfbStreams(content)
	return err == nil && streams["__properties_version1.0"] != nil
}

// isOutlook reports whether a file is a message of Outlook.
func isOutlook(in *input) bool { return in.streams["__properties_version1.0"] != nil }

// outlook takes the files attached to a message of Outlook, and its text if that has a table.
func (u *unpacker) outlook(folder string, content []byte, depth int) error {
	file, err := mscfb.New(bytes.NewReader(content))
	if err != nil {
		return &ReadError{Kind: Truncated, Err: err}
	}
	root := newOutlookFolder()
	if len(file.File) > maxPackedFiles {
		return tooLarge(ReasonParts)
	}
	for _, f := range file.File {
		at := root
		for _, name := range f.Path[:min(len(f.Path), 3*maxPackedDepth)] {
			at = at.open(name)
		}
		if f.FileInfo().IsDir() {
			at.open(f.Name)
		} else if name, is := strings.CutPrefix(f.Name, outlookProperty); is {
			at.streams[name] = f
		}
	}
	found, err := u.outlookMessage(folder, root, depth)
	if err == nil && found == 0 && depth == 0 {
		return &ReadError{Kind: NothingPacked, Format: outlookFormat}
	}
	return err
}

func newOutlookFolder() *outlookFolder {
	return &outlookFolder{map[string]*mscfb.File{}, map[string]*outlookFolder{}}
}

// open returns the folder with a name, which it adds if there is none.
func (f *outlookFolder) open(name string) *outlookFolder {
	inner := f.folders[name]
	if inner == nil {
		inner = newOutlookFolder()
		f.folders[name] = inner
	}
	return inner
}

// outlookMessage takes the files of a message, which may be attached to another, and returns
// how many there are.
func (u *unpacker) outlookMessage(folder string, message *outlookFolder, depth int) (int, error) {
	header := mailHeader{"subject": message.text(subjectProperty)}
	m := mailMessage{unpacker: u, folder: path.Join(folder, u.subject(folder, header)), depth: depth, names: map[string]int{}}
	if f := message.streams[htmlProperty+propertyBytes]; f != nil {
		if err := m.text("", f); err != nil {
			return m.found, err
		}
	}
	var attachments []string
	for name := range message.folders {
		if strings.HasPrefix(name, outlookAttachment) {
			attachments = append(attachments, name)
		}
	}
	slices.Sort(attachments)
	for _, name := range attachments {
		if err := m.outlookAttachment(message.folders[name]); err != nil {
			return m.found, err
		}
	}
	return m.found, nil
}

func (m *mailMessage) outlookAttachment(a *outlookFolder) error {
	name := ""
	for _, property := range nameProperties {
		if name == "" {
			name = attachmentName(a.text(property))
		}
	}
	if inner := a.folders[outlookProperty+contentProperty+propertyFolder]; inner != nil {
		m.found++
		if m.depth >= maxPackedDepth {
			return m.take(File{Name: path.Join(m.folder, name), Err: &ReadError{Kind: TooMuchPacked, Reason: ReasonDepth}})
		}
		_, err := m.outlookMessage(m.folder, inner, m.depth+1)
		return err
	}
	content := a.streams[contentProperty+propertyBytes]
	switch {
	case content == nil: // a link to a file elsewhere
		return nil
	case a.text(contentIDProperty) != "" && isPictureName(name):
		return nil // shown within the text
	}
	return m.attached(name, "", content)
}

func isPictureName(name string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf"}, strings.ToLower(path.Ext(name)))
}

// text returns a property that is a text, "" if there is none.
func (f *outlookFolder) text(property string) string {
	const longest = 4 << 10
	read := func(s *mscfb.File) []byte {
		content, err := io.ReadAll(io.LimitReader(s, longest))
		if err != nil {
			return nil
		}
		return content
	}
	if s := f.streams[property+"001F"]; s != nil {
		content := read(s)
		units := make([]uint16, len(content)/2)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(content[2*i:])
		}
		return strings.Trim(string(utf16.Decode(units)), "\x00 ")
	}
	if s := f.streams[property+"001E"]; s != nil {
		if text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(read(s)); err == nil {
			return strings.Trim(string(text), "\x00 ")
		}
	}
	return ""
}
