package read

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
)

// zipPackage is an opened .xlsx, .docx or .ods whose directory passed the
// checks against hostile archives: a bounded number of entries and bytes, no
// two entries of the same name, none encrypted.
type zipPackage struct {
	parts map[string]*zip.File // by lower-case name with forward slashes
	buf   []byte               // shared by the scanners, one part at a time
	opt   Options
}

func openPackage(archive *zip.Reader, opt Options) (*zipPackage, error) {
	if opt.Scratch == nil {
		opt.Scratch = &Scratch{}
	}
	archive.RegisterDecompressor(zip.Deflate, opt.Scratch.open)
	if len(archive.File) > maxZipEntries {
		return nil, tooLarge(ReasonParts)
	}
	p := &zipPackage{opt: opt, parts: make(map[string]*zip.File, len(archive.File))}
	total := uint64(0)
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		name := partName(f.Name)
		total += f.UncompressedSize64
		switch {
		case f.UncompressedSize64 > maxPartBytes, total > maxZipBytes:
			return nil, &ReadError{Kind: TooLarge, Reason: ReasonParts, Part: f.Name}
		case f.Flags&1 != 0:
			return nil, &ReadError{Kind: Encrypted, Format: "zip", Part: f.Name}
		case p.parts[name] != nil:
			return nil, &ReadError{Kind: Damaged, Reason: ReasonTwoParts, Part: f.Name}
		}
		p.parts[name] = f
	}
	return p, nil
}

// partName makes names of parts comparable: case does not matter, and some
// writers use backslashes or a leading slash.
func partName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

func (p *zipPackage) has(name string) bool { return p.parts[partName(name)] != nil }

// scan reads a part to its end, where its checksum is verified, and passes its
// tokens to read. What read collects is valid only if scan returns no error.
func (p *zipPackage) scan(name string, limit uint64, read func(*xmlScanner) error) error {
	f := p.parts[partName(name)]
	if f == nil {
		return &ReadError{Kind: Damaged, Reason: ReasonMissingPart, Part: name}
	}
	if f.UncompressedSize64 > limit {
		return &ReadError{Kind: TooLarge, Reason: ReasonParts, Part: name}
	}
	source, err := f.Open()
	if err != nil {
		return partError(err, name)
	}
	defer source.Close()
	if p.buf == nil {
		p.takeBuffer()
	}
	x, err := newXMLScanner(source, p.buf)
	if err == nil {
		err = read(x)
	}
	if err == nil {
		err = x.finish()
	}
	if x != nil {
		p.buf = x.buf
		if len(p.buf) <= maxScratch {
			p.opt.Scratch.buf = p.buf
		}
	}
	if isTooLarge(err) {
		return partError(err, name)
	}
	// A wrong checksum explains any other fault, so look for it first.
	if checksum := drain(x, source); checksum != nil {
		err = checksum
	}
	return partError(err, name)
}

// glance calls look with a whole part if it is small, and returns its result. The checksum has
// been verified.
func (p *zipPackage) glance(name string, look func([]byte) bool) (bool, error) {
	f := p.parts[partName(name)]
	if f == nil || f.UncompressedSize64 > maxGlance {
		return false, nil
	}
	source, err := f.Open()
	if err != nil {
		return false, partError(err, name)
	}
	defer source.Close()
	if p.buf == nil {
		p.takeBuffer()
	}
	n := 0
	for {
		if n == len(p.buf) {
			return false, nil
		}
		read, err := source.Read(p.buf[n:])
		n += read
		if err == io.EOF {
			return look(p.buf[:n]), nil
		}
		if err != nil {
			return false, partError(err, name)
		}
	}
}

const maxGlance = 48 << 10

// isAsBefore reports whether a part consists of the same packed bytes as the last one
// asked about: many workbooks of a folder come from one template.
func (p *zipPackage) isAsBefore(name string) (bool, error) {
	f, before := p.parts[partName(name)], p.opt.Scratch.before
	if p.buf == nil {
		p.takeBuffer()
	}
	p.opt.Scratch.before = before[:0]
	n := f.CompressedSize64 + 1
	if n > maxGlance || n > uint64(len(p.buf)) {
		return false, nil
	}
	source, err := f.OpenRaw()
	if err != nil {
		return false, partError(err, name)
	}
	p.buf[0] = byte(f.Method)
	if _, err := io.ReadFull(source, p.buf[1:n]); err != nil {
		return false, partError(io.ErrUnexpectedEOF, name)
	}
	same := bytes.Equal(p.buf[:n], before)
	p.opt.Scratch.before = append(before[:0], p.buf[:n]...)
	return same, nil
}

// Scratch is memory that reading packages reuses from file to file. It serves
// one file at a time.
type Scratch struct {
	buf    []byte
	packed *bufio.Reader
	flate  io.ReadCloser // nil while a part is using it

	before []byte       // the packed styles of the last workbook
	styles []*cellStyle // the styles that they contain
}

const maxScratch = 256 << 10

// takeBuffer takes over the buffer of the previous file, or allocates one.
func (p *zipPackage) takeBuffer() {
	need := p.bufferSize()
	if p.buf = p.opt.Scratch.buf; len(p.buf) < need {
		p.buf = make([]byte, need)
	}
}

// open decompresses a part.
func (s *Scratch) open(packed io.Reader) io.ReadCloser {
	if s.packed == nil {
		s.packed = bufio.NewReader(nil)
	}
	if s.flate == nil { // for the first part, or one opened while another is open
		return &inflated{flate.NewReader(packed), s}
	}
	s.packed.Reset(packed)
	r := s.flate
	s.flate = nil
	if err := r.(flate.Resetter).Reset(s.packed, nil); err != nil {
		return &inflated{flate.NewReader(packed), s}
	}
	return &inflated{r, s}
}

// inflated returns its decompressor to the Scratch when it is closed.
type inflated struct {
	io.ReadCloser
	of *Scratch
}

func (p *inflated) Close() error {
	if p.ReadCloser == nil {
		return nil
	}
	err := p.ReadCloser.Close()
	p.of.flate, p.ReadCloser = p.ReadCloser, nil
	return err
}

// bufferSize is enough to hold any part of a small workbook at once.
func (p *zipPackage) bufferSize() int {
	largest := uint64(0)
	for _, f := range p.parts {
		largest = max(largest, f.UncompressedSize64)
	}
	return int(min(largest+1, 64<<10))
}

// drain reads the rest of a part after an error and returns the error of the
// ZIP layer, if any.
func drain(x *xmlScanner, source io.Reader) error {
	if x != nil && x.sourceErr != nil && x.sourceErr != io.EOF {
		return x.sourceErr
	}
	_, err := io.Copy(io.Discard, source)
	return err
}

// partError adds the part's name and converts errors of the ZIP layer.
func partError(err error, name string) error {
	var corrupt flate.CorruptInputError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, zip.ErrChecksum), errors.As(err, &corrupt):
		return &ReadError{Kind: Damaged, Reason: ReasonChecksum, Part: name, Err: err}
	case errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrAlgorithm):
		return &ReadError{Kind: Damaged, Part: name, Err: err}
	case errors.Is(err, io.ErrUnexpectedEOF), err == io.EOF:
		return &ReadError{Kind: Truncated, Part: name, Err: io.ErrUnexpectedEOF}
	}
	var re *ReadError
	if !errors.As(err, &re) {
		return &ReadError{Kind: Damaged, Part: name, Err: err}
	}
	return inPart(err, name, "")
}

func readRelationship(x *xmlScanner, folder string) (r relationship, err error) {
	var mode, target string
	for _, a := range []struct {
		name string
		to   *string
	}{{"Id", &r.id}, {"Type", &r.kind}, {"Target", &target}, {"TargetMode", &mode}} {
		if *a.to, err = x.attr(noSpace, a.name); err != nil {
			return r, err
		}
	}
	if mode == "External" || target == "" {
		return r, nil
	}
	r.kind = path.Base(r.kind) // transitional and strict types have the same last element
	if !strings.HasPrefix(target, "/") {
		target = folder + target
	}
	r.target = strings.TrimPrefix(path.Clean("/"+target), "/")
	return r, nil
}
