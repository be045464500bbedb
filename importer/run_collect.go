package importer

import (
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

// NotAFileError says that a path names a pipe, a device or a socket: reading it
// could wait for ever.
type NotAFileError struct{ Path string }

// Error returns the English explanation.
func (e *NotAFileError) Error() string { return e.Explain(form.English) }

// Explain says what the path is and what to do.
func (e *NotAFileError) Explain(lang form.Language) string {
	return lang.Say(form.Both("这不是普通文件（是管道、设备或套接字），没有读取；请指定文件或文件夹", "this is a pipe, a device or a socket, not a file, and was not read; name a file or a folder"))
}

// collection gathers the files at some paths, each once.
type collection struct {
	jobs    []job
	seen    map[string]bool // real paths of the folders and files taken
	skipped int             // files of the path being collected that cannot be reports
}

// collect lists the files at the paths. Folders are searched with all folders below
// them, through links too; a folder or file that several paths or links lead to is
// taken once.
func collect(paths []string) []job {
	c := collection{seen: map[string]bool{}}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			c.jobs = append(c.jobs, doneJob(path, Result{Err: err}))
		case info.IsDir():
			c.skipped = 0
			c.folder(path)
			if c.skipped > 0 {
				c.jobs = append(c.jobs, doneJob(path, Result{Skipped: c.skipped}))
			}
		case !info.Mode().IsRegular():
			c.jobs = append(c.jobs, doneJob(path, Result{Err: &NotAFileError{path}}))
		case c.isNew(path):
			c.jobs = append(c.jobs, fileJob(path))
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
	if err != nil { // reading it will say what is wrong
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
	for _, entry := range entries {
		c.entry(filepath.Join(dir, entry.Name()), entry)
	}
}

func (c *collection) entry(path string, entry fs.DirEntry) {
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			c.skipped++ // the link is broken
			return
		}
		mode = info.Mode().Type()
	}
	switch {
	case mode.IsDir() && entry.Name()[0] == '.':
	case mode.IsDir():
		c.folder(path)
	case mode.IsRegular() && !IsHiddenFile(readable(entry.Name())) && read.IsTakenFromFolders(readable(entry.Name())):
		if c.isNew(path) {
			c.jobs = append(c.jobs, fileJob(path))
		}
	case !mode.IsRegular():
		c.jobs = append(c.jobs, doneJob(path, Result{Err: &NotAFileError{path}}))
	default:
		c.skipped++
	}
}

// IsHiddenFile reports whether users never mean a file or folder of this name:
// it is hidden, or it is the lock file of an open document.
func IsHiddenFile(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}
