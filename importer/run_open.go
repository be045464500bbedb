package importer

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"nianbao/importer/read"
)

// opened is a file's content and the sheets in it.
type opened struct {
	content []byte
	sheets  []read.Sheet
	packed  error // says that the file is an archive, and of which format; nil for any other
}

func (u *understanding) open(name string, content []byte) (opened, error) {
	sheets, err := read.Sheets(filepath.Base(name), content, u.readOptions())
	return opened{content: content, sheets: sheets}, err
}

func (u *understanding) readOptions() read.Options {
	return read.Options{Password: u.opt.Password, Large: u.large, Scratch: &u.scratch}
}

func openPaste(text string) (opened, error) {
	sheets, err := read.Paste(text)
	return opened{content: []byte(text), sheets: sheets}, err
}

// content reads a file of a size that can be a report's. What it reads is
// bounded here, not by the size that the system reports: a file that is growing, or
// that the system generates, has no reliable one.
func (u *understanding) content(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > read.MaxFileBytes {
		return nil, &read.ReadError{Kind: read.TooLarge}
	}
	if info.Size() > read.UsualFileBytes && u.large != nil {
		if err := u.large(); err != nil {
			return nil, err
		}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content := make([]byte, 0, info.Size()+1)
	w := bytes.NewBuffer(content)
	if _, err := io.Copy(w, io.LimitReader(file, read.MaxFileBytes+1)); err != nil {
		return nil, err
	}
	if w.Len() > read.MaxFileBytes {
		return nil, &read.ReadError{Kind: read.TooLarge}
	}
	return w.Bytes(), nil
}
