package read

import (
	"bytes"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"
)

// readXLS reads an .xls or .et workbook from the compound file around it.
func readXLS(in *input) ([]Sheet, error) {
	stream, err := readStream(workbookStream(in), len(in.content))
	if err != nil {
		return nil, err
	}
	_, summed := in.streams["\x05SummaryInformation"]
	return readBIFF(stream, !summed, in.opt)
}

// readBareXLS reads a workbook stream that is a file by itself.
func readBareXLS(in *input) ([]Sheet, error) { return readBIFF(in.content, true, in.opt) }

// workbookStream returns the stream that holds the sheets, nil if there is
// none.
func workbookStream(in *input) *mscfb.File {
	for _, name := range []string{"Workbook", "Book", "WORKBOOK", "BOOK"} {
		if f := in.streams[name]; f != nil {
			return f
		}
	}
	return nil
}

// cfbStreams lists the streams at the top level of the file.
func cfbStreams(content []byte) (map[string]*mscfb.File, error) {
	file, err := mscfb.New(bytes.NewReader(content))
	if err != nil {
		return nil, &ReadError{Kind: Truncated, Err: err}
	}
	streams := map[string]*mscfb.File{}
	for _, f := range file.File {
		name := f.Name
		if f.Initial == 5 {
			name = "\x05" + name // mscfb removes such a character
		}
		if len(f.Path) == 0 && streams[name] == nil {
			streams[name] = f
		}
	}
	return streams, nil
}

// readStream reads a whole stream. No stream is larger than its file.
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
