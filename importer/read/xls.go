package read

import (
	"bytes"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"
)

// readCFB reads a compound file: an .xls or .et workbook, or a package behind
// a password. Old Word documents are compound files, too.
func readCFB(content []byte, opt Options) ([]Sheet, error) {
	streams, err := cfbStreams(content)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"Workbook", "Book", "WORKBOOK", "BOOK"} {
		if f := streams[name]; f != nil {
			stream, err := readStream(f, len(content))
			if err != nil {
				return nil, err
			}
			_, summed := streams["\x05SummaryInformation"]
			return readBIFF(stream, !summed, opt)
		}
	}
	switch {
	case streams["EncryptedPackage"] != nil:
		return readEncrypted(content, opt)
	case streams["WordDocument"] != nil:
		return nil, &ReadError{Kind: LegacyDoc, Format: "doc"}
	case streams["PowerPoint Document"] != nil:
		return nil, &ReadError{Kind: NotAWorkbook, Format: "ppt"}
	default:
		return nil, &ReadError{Kind: UnknownFormat, Format: "ole"}
	}
}

// cfbStreams lists the streams that do not lie in a folder of the file.
func cfbStreams(content []byte) (map[string]*mscfb.File, error) {
	file, err := mscfb.New(bytes.NewReader(content))
	if err != nil {
		return nil, &ReadError{Kind: Truncated, Err: err}
	}
	streams := map[string]*mscfb.File{}
	for _, f := range file.File {
		name := f.Name
		if f.Initial == 5 {
			name = "\x05" + name // mscfb cuts such a character off
		}
		if len(f.Path) == 0 && streams[name] == nil {
			streams[name] = f
		}
	}
	return streams, nil
}

// readStream reads a stream whole; none is larger than its file.
func readStream(f *mscfb.File, most int) ([]byte, error) {
	if f.Size < 0 || f.Size > int64(most) {
		return nil, &ReadError{Kind: Truncated, Part: f.Name}
	}
	stream := make([]byte, f.Size)
	if _, err := io.ReadFull(f, stream); err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return nil, &ReadError{Kind: Truncated, Part: f.Name, Err: err}
	}
	return stream, nil
}
