package ui

import (
	"net/url"
	"path/filepath"
	"strings"
)

// fileURL is the address by which the system opens a file. Windows paths begin with a
// drive, which needs a slash before it.
func fileURL(path string) *url.URL {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}
