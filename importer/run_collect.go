package importer

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// job is a file to read, a pasted text, a stored file, or a result that needs no
// reading.
type job struct {
	path     string // as the system spells it
	name     string // as it is shown and stored, in UTF-8
	pasted   string
	original *Original
	done     *Result
	named    bool // named by the user, not found in a folder
}

func fileJob(path string) job { return job{path: path, name: readable(path)} }

func doneJob(path string, result Result) job {
	result.File = readable(path)
	return job{path: path, name: result.File, done: &result}
}

// readable is a path in UTF-8, which the database and terminals need. On systems
// where file names are bytes, names unpacked from archives are often in GBK.
func readable(path string) string {
	if utf8.ValidString(path) {
		return path
	}
	if text, err := simplifiedchinese.GB18030.NewDecoder().String(path); err == nil {
		return text
	}
	return string([]rune(path)) // each invalid byte becomes U+FFFD
}

// NotAFileError says that a path names a pipe, a device or a socket: reading it could
// block for ever.
type NotAFileError struct{ Path string }

// Error returns the English explanation.
func (e *NotAFileError) Error() string { return e.Explain(form.English) }

// Explain says what the path is and what to do.
func (e *NotAFileError) Explain(lang form.Language) string {
	return lang.Say(form.Both("这不是普通文件（是管道、设备或套接字），没有读取；请指定文件或文件夹", "this is a pipe, a device or a socket, not a file, and was not read; name a file or a folder"))
}

// collection gathers the files at some paths, each once.
type collection struct {
	jobs   []job
	seen   map[string]bool // real paths of the folders and files taken
	others []string        // files of the current path that cannot be reports
}

// collect lists the files at the paths. Folders are searched recursively, through links
// too; a folder or file that several paths or links lead to is taken once.
func collect(paths []string) []job {
	c := collection{seen: map[string]bool{}}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			c.jobs = append(c.jobs, doneJob(path, Result{Err: err}))
		case info.IsDir():
			c.others = nil
			c.folder(path)
			if n := len(c.others); n > 0 {
				c.jobs = append(c.jobs, doneJob(path, Result{Skipped: n, Others: below(path, c.others[:min(n, mostOthers)])}))
			}
		case !info.Mode().IsRegular():
			c.jobs = append(c.jobs, doneJob(path, Result{Err: &NotAFileError{path}}))
		case c.isNew(path):
			j := fileJob(path)
			j.named = true
			c.jobs = append(c.jobs, j)
		}
	}
	return c.jobs
}

// isNew reports whether the file or folder has not been taken yet.
func (c *collection) isNew(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil { // reading it will report what is wrong
		return true
	}
	if c.seen[real] {
		return false
	}
	c.seen[real] = true
	return true
}

// folder takes a folder's files and those of the folders in it, by name.
func (c *collection) folder(dir string) {
	if !c.isNew(dir) {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		c.jobs = append(c.jobs, doneJob(dir, Result{Err: err}))
	}
	var pictures []string
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		if name := readable(entry.Name()); entry.Type().IsRegular() && read.IsPicture(name) && !IsHiddenFile(name) && !c.isPartOfPage(path) {
			pictures = append(pictures, path)
			continue
		}
		c.entry(path, entry)
	}
	if len(pictures) > mostPictures {
		c.jobs = append(c.jobs, doneJob(dir, Result{Err: &PicturesError{below(dir, pictures)}}))
		return
	}
	for _, path := range pictures {
		if c.isNew(path) {
			c.jobs = append(c.jobs, fileJob(path))
		}
	}
}

func (c *collection) entry(path string, entry fs.DirEntry) {
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			c.others = append(c.others, path) // the link is broken
			return
		}
		mode = info.Mode().Type()
	}
	name := readable(entry.Name())
	switch {
	case IsHiddenFile(name):
	case mode.IsDir() && read.IsFolderFormat(name):
		c.jobs = append(c.jobs, doneJob(path, Result{Err: read.FolderError()}))
	case mode.IsDir():
		c.folder(path)
	case !mode.IsRegular():
		c.jobs = append(c.jobs, doneJob(path, Result{Err: &NotAFileError{path}}))
	case c.isPartOfPage(path):
	case read.IsTakenFromFolders(name) || read.IsDocument(beginning(path)):
		if c.isNew(path) {
			c.jobs = append(c.jobs, fileJob(path))
		}
	default:
		c.others = append(c.others, path)
	}
}

// isPartOfPage reports whether a file is a picture or the like that belongs to a web page
// beside its folder, as browsers and office programs save pages.
func (c *collection) isPartOfPage(path string) bool {
	folder := filepath.Dir(path)
	for _, ending := range []string{"_files", ".files", "_文件"} {
		page, ok := strings.CutSuffix(folder, ending)
		if !ok {
			continue
		}
		for _, kind := range []string{".htm", ".html", ".HTM", ".HTML"} {
			if _, err := os.Stat(page + kind); err == nil {
				return !read.IsPage(path)
			}
		}
	}
	return false
}

// beginning returns the first bytes of a file, none if it cannot be read.
func beginning(path string) []byte {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	head := make([]byte, 16)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return head[:n]
}

// below returns the paths relative to a folder.
func below(folder string, paths []string) []string {
	var names []string
	for _, path := range paths {
		name, err := filepath.Rel(folder, path)
		if err != nil {
			name = filepath.Base(path)
		}
		names = append(names, readable(name))
	}
	return names
}

// IsHiddenFile reports whether a name is that of a file or folder that users never mean.
func IsHiddenFile(name string) bool { return read.IsHiddenFile(name) }
