package read

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/richardlehane/mscfb"
)

// input is a file with everything needed to recognise its format. Its name plays no part:
// web pages named .xls and text named .xlsx are common.
type input struct {
	content []byte
	opt     Options

	pkg     *zipPackage            // nil unless the file is one document packed as ZIP
	archive *zip.Reader            // nil unless the file is an archive of other files
	main    string                 // the main part of the package, "" if there is none
	streams map[string]*mscfb.File // streams of a compound file; nil for any other
	text    string                 // the beginning, in lower case; "" for a package or a compound file
}

const (
	zipMagic  = "PK\x03\x04"
	zipEmpty  = "PK\x05\x06"
	cfbMagic  = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	sniffed   = 8 << 10 // bytes of text that are examined
	pdfWithin = 1 << 10 // bytes that may precede the signature of a PDF
)

// open looks into a file as far as is needed to recognise its format.
func open(content []byte, opt Options) (in *input, err error) {
	in = &input{content: content, opt: opt}
	switch {
	case begins(zipMagic, zipEmpty)(in):
		err = in.openZip()
	case begins(cfbMagic)(in):
		in.streams, err = cfbStreams(content)
	default:
		text := strings.ToLower(string(withoutUTF16(in.head())))
		in.text = strings.TrimLeft(text, "\ufeff \t\r\n")
	}
	return in, err
}

// openZip opens a document packed as ZIP, or an archive.
func (in *input) openZip() error {
	archive, err := zip.NewReader(bytes.NewReader(in.content), int64(len(in.content)))
	if err != nil {
		return &ReadError{Kind: Truncated, Err: err}
	}
	if !isOnePackage(archive) {
		in.archive = archive
		return nil
	}
	if in.pkg, err = openPackage(archive, in.opt); err == nil {
		in.main, err = in.pkg.mainPart()
	}
	return err
}

// isOnePackage reports whether a ZIP file is a document or a program, whose
// entries are its parts, rather than an archive of files.
func isOnePackage(archive *zip.Reader) bool {
	for _, f := range archive.File {
		switch name := partName(f.Name); name {
		case "[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "mimetype", "content.xml",
			"ofd.xml", "meta-inf/container.xml", "meta-inf/manifest.xml", "meta-inf/manifest.mf", "index.zip", "index.apxl", "buildversionhistory.plist":
			return true
		default:
			if strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa") {
				return true
			}
		}
	}
	return false
}

func (in *input) head() []byte { return in.content[:min(len(in.content), sniffed)] }

// begins recognises files by their first bytes.
func begins(magic ...string) func(*input) bool {
	return func(in *input) bool {
		for _, m := range magic {
			if bytes.HasPrefix(in.content, []byte(m)) {
				return true
			}
		}
		return false
	}
}

// mainIn recognises packages by the folder of their main part.
func mainIn(folder string) func(*input) bool {
	return func(in *input) bool { return strings.HasPrefix(in.main, folder) && !isXLSB(in) }
}

// holds recognises packages without a main part by one of their parts.
func holds(parts ...string) func(*input) bool {
	return func(in *input) bool {
		for _, name := range parts {
			if in.pkg != nil && in.main == "" && in.pkg.has(name) {
				return true
			}
		}
		return false
	}
}

// hasStream recognises compound files that are not workbooks.
func hasStream(name string) func(*input) bool {
	return func(in *input) bool { return in.streams[name] != nil && !isXLS(in) }
}

func isXLSX(in *input) bool {
	return in.main != "" && !isXLSB(in) && !mainIn("word/")(in) && !mainIn("ppt/")(in)
}

func isXLSB(in *input) bool { return strings.HasSuffix(in.main, ".bin") }

func isXLS(in *input) bool { return workbookStream(in) != nil }

func isPackage(in *input) bool { return in.pkg != nil }

func isCompound(in *input) bool { return in.streams != nil }

// isOldWPS recognises documents of old versions of WPS and of Works by their name, since
// their contents have nothing in common.
func isOldWPS(in *input) bool {
	return isCompound(in) && strings.HasSuffix(strings.ToLower(in.opt.name), ".wps")
}

func isArchive(in *input) bool { return in.archive != nil }

func isMail(in *input) bool {
	return in.pkg == nil && in.streams == nil && looksLikeMail(in.content)
}

func isMailbox(in *input) bool {
	return in.pkg == nil && in.streams == nil && looksLikeMailbox(in.content)
}

func isPDF(in *input) bool {
	return in.pkg == nil && in.archive == nil && in.streams == nil && bytes.Contains(in.content[:min(len(in.content), pdfWithin)], []byte("%PDF-"))
}

// isIWork recognises documents of Numbers, Pages and Keynote.
func isIWork(in *input) bool {
	if in.pkg == nil || in.main != "" {
		return false
	}
	for name := range in.pkg.parts {
		if name == "index.zip" || name == "index.apxl" || name == "buildversionhistory.plist" || strings.HasPrefix(name, "index/") && strings.HasSuffix(name, ".iwa") {
			return true
		}
	}
	return false
}

// holdsAny recognises packages by one of their parts.
func holdsAny(parts ...string) func(*input) bool {
	return func(in *input) bool {
		return in.pkg != nil && slices.ContainsFunc(parts, in.pkg.has)
	}
}

func isTAR(in *input) bool {
	return len(in.content) > 512 && string(in.content[257:262]) == "ustar"
}

func isHEIC(in *input) bool {
	if len(in.content) < 12 || string(in.content[4:8]) != "ftyp" {
		return false
	}
	switch string(in.content[8:12]) {
	case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif":
		return true
	}
	return false
}

func isWebP(in *input) bool {
	return begins("RIFF")(in) && bytes.Contains(in.content[:min(len(in.content), 16)], []byte("WEBP"))
}

func isBMP(in *input) bool {
	return begins("BM")(in) && len(in.content) > 14 && bytes.IndexByte(in.content[:14], 0) >= 0
}

// isODT recognises an OpenDocument text by its type, which is the first part.
func isODT(in *input) bool {
	if !holds("content.xml")(in) || !in.pkg.has("mimetype") {
		return false
	}
	part, err := in.pkg.parts["mimetype"].Open()
	if err != nil {
		return false
	}
	defer part.Close()
	kind := make([]byte, 100)
	n, _ := io.ReadFull(part, kind)
	return bytes.Contains(kind[:n], []byte("opendocument.text"))
}
