package read

import (
	"archive/zip"
	"encoding/binary"
	"hash/crc32"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// zipName is the name of an entry as text. Windows writes names in the system's code
// page, which is GBK, most other programs in UTF-8, whether declared or not.
func zipName(f *zip.File) string {
	if name, ok := unicodePath(f); ok {
		return name
	}
	if !f.NonUTF8 {
		return strings.ToValidUTF8(f.Name, "\uFFFD")
	}
	return nameText(f.Name)
}

// nameText decodes a name in an undeclared encoding.
func nameText(name string) string {
	if utf8.ValidString(name) && !isPairs(name) {
		return name
	}
	if text, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil && !strings.ContainsRune(text, utf8.RuneError) {
		return text
	}
	return strings.ToValidUTF8(name, "\uFFFD")
}

// isPairs reports whether all characters beyond ASCII take two bytes in UTF-8.
// Chinese ones take three there, and two in GBK: 联通 in GBK is valid UTF-8.
func isPairs(name string) bool {
	pairs := false
	for _, r := range name {
		if r >= 0x800 {
			return false
		}
		pairs = pairs || r >= utf8.RuneSelf
	}
	return pairs
}

// unicodePath returns the name in the extra field that some programs add to one
// in another encoding.
func unicodePath(f *zip.File) (string, bool) {
	for extra := f.Extra; len(extra) >= 4; {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; size > len(extra) {
			return "", false
		}
		field := extra[:size]
		extra = extra[size:]
		if id != 0x7075 || size < 6 || field[0] != 1 || !utf8.Valid(field[5:]) {
			continue
		}
		return string(field[5:]), binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name))
	}
	return "", false
}

// cleanName is a path inside an archive that never leads out of it.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r == '\\':
			return '/'
		case r < ' ':
			return '_'
		}
		return r
	}, name)
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" {
		return "_"
	}
	return name
}

// isClutter reports whether a path inside an archive is that of a file that users never
// mean.
func isClutter(name string) bool {
	for folder := range strings.SplitSeq(path.Dir(name), "/") {
		if folder == "__MACOSX" || folder != "." && strings.HasPrefix(folder, ".") {
			return true
		}
	}
	return IsHiddenFile(path.Base(name))
}

// IsHiddenFile reports whether a name is that of a file or folder that users never mean:
// a hidden one, the lock file of an open document, or what Windows or macOS leaves in
// folders.
func IsHiddenFile(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}
