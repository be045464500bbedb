package importer

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// unpack reads each file in an archive or a mail as a separate file and emits their
// results in order. Its path continues the archive's, as if that were a folder.
func (u *interpreter) unpack(path string, file opened, emit func(Result)) {
	found := false
	packed := func(r Result) {
		r.packed, found = true, true
		emit(r)
	}
	var others, pictures []string
	err := read.Unpack(filepath.Base(path), file.content, u.readOptions(), func(f read.File) error {
		if err := u.ended(); err != nil {
			return err
		}
		name := filepath.Join(path, filepath.FromSlash(f.Name))
		switch {
		case f.Body:
			u.guarded(name, func(r Result) {
				if !errors.Is(r.Err, ErrNoForm) { // a signature can contain a table
					packed(r)
				}
			}, func() (opened, error) { return u.open(name, f.Content) })
		case f.Err != nil:
			packed(Result{File: name, Err: f.Err})
		case read.IsPicture(f.Name):
			pictures = append(pictures, f.Name)
		case read.IsTakenFromFolders(f.Name) || read.IsDocument(f.Content):
			u.guarded(name, packed, func() (opened, error) { return u.open(name, f.Content) })
		default:
			others = append(others, f.Name)
		}
		return nil
	})
	if err != nil && u.ended() == nil {
		packed(Result{File: path, Err: err})
	}
	if len(pictures) > mostPictures {
		packed(Result{File: path, Err: &PicturesError{pictures}})
		pictures = nil
	}
	for _, name := range pictures {
		packed(Result{File: filepath.Join(path, filepath.FromSlash(name)), Err: read.PictureError(name)})
	}
	if !found && u.ended() == nil {
		packed(Result{File: path, Err: read.NothingPackedError(file.packed)})
	}
	if len(others) > 0 {
		packed(Result{File: path, Skipped: len(others), Others: others[:min(len(others), mostOthers)]})
	}
}

const (
	mostOthers   = 20 // files that were not read, listed by name
	mostPictures = 3  // of a folder or an archive that get a line each
)

// PicturesError names the pictures of a folder or an archive in one line.
type PicturesError struct{ Names []string }

// Error returns the English explanation.
func (e *PicturesError) Error() string { return e.Explain(form.English) }

// Explain says how many there are and what to do.
func (e *PicturesError) Explain(lang form.Language) string {
	n := len(e.Names)
	named := strings.Join(e.Names[:min(n, mostOthers)], lang.Say(form.Both("、", ", ")))
	if n > mostOthers {
		named += lang.Say(form.Both("等", " and others"))
	}
	return lang.Say(form.Both("%d 张图片没有读取，里面没有可读的表格：%s；如果是年报，请导入原来的 Word 或 Excel 文件", "%d pictures were not read, because they have no readable table: %s; if they are reports, import the Word or Excel files from which they were made"), n, named)
}

// FileName is the name of a file without its folder; that of a file in an archive
// begins with the archive's.
func FileName(path string) string {
	for at := 0; at < len(path); at++ {
		if !os.IsPathSeparator(path[at]) {
			continue
		}
		folder := filepath.Base(path[:at])
		if read.TrimArchive(folder) != folder {
			return path[at-len(folder):]
		}
	}
	return filepath.Base(path)
}
