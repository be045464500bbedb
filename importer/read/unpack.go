package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
)

// File is a file in an archive or a mail.
type File struct {
	// Name is its path inside, with forward slashes. An archive in the archive counts as
	// a folder.
	Name    string
	Content []byte
	Body    bool  // the text of a mail, which has a table
	Err     error // why it could not be extracted, a *ReadError; Content is then nil
}

// Limits of an archive, including the archives in it. They limit a bomb to the size of a
// large folder.
const (
	maxPackedFiles = 20_000
	maxPackedBytes = maxZipBytes
	maxPackedDepth = 4 // archives in archives
)

// The formats that Unpack opens.
const (
	zipFormat     = "zip"
	mailFormat    = "eml"
	mailboxFormat = "mbox"
	outlookFormat = "msg"
)

// IsArchive reports whether Sheets failed with err because the content is an
// archive of files or a mail, which Unpack can open.
func IsArchive(err error) bool {
	var re *ReadError
	return errors.As(err, &re) && re.Kind == Archive && (re.Format == zipFormat || re.Format == mailFormat || re.Format == mailboxFormat || re.Format == outlookFormat)
}

// NothingPackedError says that an archive, recognised by IsArchive from err, has no file
// that can be a report.
func NothingPackedError(err error) error {
	var re *ReadError
	if errors.As(err, &re) {
		return &ReadError{Kind: NothingPacked, Format: re.Format}
	}
	return &ReadError{Kind: NothingPacked}
}

// Unpack calls take for each file in an archive or attached to a mail, in its order, and
// for those in archives and mails inside it; files that users never mean are left out.
// name is that of the archive. An error from take ends the unpacking and is returned. Any
// other error is a *ReadError about the archive as a whole, which may come after some of
// its files.
func Unpack(name string, content []byte, opt Options, take func(File) error) error {
	if opt.Scratch == nil {
		opt.Scratch = &Scratch{}
	}
	u := unpacker{name: name, opt: opt, files: maxPackedFiles, bytes: maxPackedBytes, take: take}
	archive := u.open(content)
	if archive == nil {
		return &ReadError{Kind: Damaged}
	}
	return archive("", 0)
}

// unpacker is an archive being unpacked, with the rest of its limits.
type unpacker struct {
	name  string
	opt   Options
	files int
	bytes int64
	take  func(File) error
	large bool // whether the unpacker has asked for much memory
}

// open returns a function that takes the files of an archive or a mail, which counts as a
// folder with the given name, nested in depth archives. It is nil for anything else.
func (u *unpacker) open(content []byte) func(folder string, depth int) error {
	if archive := openZIP(content); archive != nil {
		return func(folder string, depth int) error { return u.unzip(folder, archive, depth) }
	}
	if looksLikeOutlook(content) {
		return func(folder string, depth int) error { return u.outlook(folder, content, depth) }
	}
	if looksLikeMail(content) {
		return func(folder string, depth int) error { return u.message(folder, content, depth) }
	}
	if looksLikeMailbox(content) {
		return func(folder string, depth int) error { return u.mailbox(folder, content, depth) }
	}
	return nil
}

// openZIP returns nil for anything but an archive of files.
func openZIP(content []byte) *zip.Reader {
	if !bytes.HasPrefix(content, []byte(zipMagic)) && !bytes.HasPrefix(content, []byte(zipEmpty)) {
		return nil
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || isOnePackage(archive) {
		return nil
	}
	return archive
}

func (u *unpacker) unzip(folder string, archive *zip.Reader, depth int) error {
	archive.RegisterDecompressor(zip.Deflate, u.opt.Scratch.open)
	list := entriesOf(archive)
	if len(list) == 0 {
		return &ReadError{Kind: NothingPacked, Format: zipFormat}
	}
	if !slices.ContainsFunc(list, func(e zipEntry) bool { return !e.isLocked() }) {
		return &ReadError{Kind: Encrypted, Format: zipFormat}
	}
	for _, e := range list {
		if err := u.file(path.Join(folder, e.name), depth, func() ([]byte, error) { return u.inflate(e) }); err != nil {
			return err
		}
	}
	return nil
}

// zipEntry is a file in a ZIP archive under its name as text.
type zipEntry struct {
	*zip.File
	name string
}

// entriesOf lists the files that users mean.
func entriesOf(archive *zip.Reader) []zipEntry {
	var list []zipEntry
	for _, f := range archive.File {
		isFolder := strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, `\`) && f.UncompressedSize64 == 0
		if e := (zipEntry{f, cleanName(zipName(f))}); !isFolder && !isClutter(e.name) {
			list = append(list, e)
		}
	}
	return list
}

// isLocked reports whether a file is encrypted.
func (e *zipEntry) isLocked() bool { return e.Flags&1 != 0 }

// file takes one file, or the files in it.
func (u *unpacker) file(name string, depth int, open func() ([]byte, error)) error {
	if u.files--; u.files < 0 {
		return &ReadError{Kind: TooMuchPacked}
	}
	content, err := open()
	if isOverLimit(err) {
		return err
	}
	if err != nil {
		return u.take(File{Name: name, Err: asReadError(err)})
	}
	inner := u.open(content)
	switch {
	case inner == nil:
		return u.take(File{Name: name, Content: content})
	case depth == maxPackedDepth:
		return u.take(File{Name: name, Err: &ReadError{Kind: TooMuchPacked, Reason: ReasonDepth}})
	}
	err = inner(name, depth+1)
	var re *ReadError
	if errors.As(err, &re) && !isOverLimit(err) {
		return u.take(File{Name: name, Err: err})
	}
	return err
}

// isOverLimit reports whether an error ends the unpacking of all archives.
func isOverLimit(err error) bool {
	return hasKind(err, TooMuchPacked)
}

// inflate reads a file of a ZIP archive. Its checksum is verified at its end.
func (u *unpacker) inflate(e zipEntry) ([]byte, error) {
	if e.isLocked() {
		return nil, &ReadError{Kind: Encrypted, Format: zipFormat}
	}
	packed, err := e.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, &ReadError{Kind: PackedOtherwise}
	}
	if err != nil {
		return nil, partError(err, "")
	}
	defer packed.Close()
	return u.readAll(packed, e.UncompressedSize64)
}

// readAll reads a file that should have this size, within the limits.
func (u *unpacker) readAll(from io.Reader, size uint64) ([]byte, error) {
	most := min(u.bytes, MaxFileBytes)
	if !u.large && u.opt.Large != nil && (size > UsualFileBytes || maxPackedBytes-u.bytes > UsualFileBytes) {
		u.large = true
		if err := u.opt.Large(); err != nil {
			return nil, err
		}
	}
	var content bytes.Buffer
	content.Grow(int(min(size, uint64(most), 1<<20)) + bytes.MinRead)
	n, err := content.ReadFrom(io.LimitReader(from, most+1))
	u.bytes -= n
	switch {
	case u.bytes < 0:
		return nil, &ReadError{Kind: TooMuchPacked}
	case n > most:
		return nil, tooLarge(ReasonParts)
	case err != nil:
		return nil, partError(err, "")
	}
	return content.Bytes(), nil
}
