package data

import (
	"archive/zip"
	"bufio"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// original is a file that reports were saved from.
type original struct {
	hash    string // sha256 in hex
	name    string // of the file, without its folder
	content []byte
}

// zipWriter writes the originals of one import into a zip. Until the zip is complete, its
// name ends in unfinished, by which salvageOriginals recognises it.
type zipWriter struct {
	path string // of the finished zip
	file *os.File
	out  *bufio.Writer
	zip  *zip.Writer
	used map[string]int // how often each name was given
}

const unfinished = ".part"

// newZipWriter starts a zip beside the database.
func newZipWriter(database, name string) (*zipWriter, error) {
	folder := OriginalsPath(database)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	w := &zipWriter{path: filepath.Join(folder, name+".zip"), used: map[string]int{}}
	var err error
	if w.file, err = os.Create(w.path + unfinished); err != nil {
		return nil, err
	}
	w.out = bufio.NewWriterSize(w.file, 1<<18)
	w.zip = zip.NewWriter(w.out)
	return w, nil
}

// add stores content uncompressed, since most formats of reports are compressed already.
// The header of each file gives size and checksum, so that all complete files can be read
// from a zip that was cut off.
func (w *zipWriter) add(o original) error {
	size := uint64(len(o.content))
	header := &zip.FileHeader{Name: w.free(o.name), Comment: hashComment + o.hash, Method: zip.Store, Modified: time.Now(),
		CRC32: crc32.ChecksumIEEE(o.content), CompressedSize64: size, UncompressedSize64: size}
	entry, err := w.zip.CreateRaw(header)
	if err == nil {
		_, err = entry.Write(o.content)
	}
	return err
}

// free returns the name, with a number appended if the zip already has that name.
func (w *zipWriter) free(name string) string {
	name = strings.NewReplacer("/", "_", "\\", "_", "\x00", "_").Replace(name)
	if name == "" || name == "." || name == ".." {
		name = "file"
	}
	w.used[name]++
	n := w.used[name]
	if n == 1 {
		return name
	}
	ending := path.Ext(name)
	return w.free(fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ending), n, ending))
}

// flush passes everything added on to the operating system.
func (w *zipWriter) flush() error { return errors.Join(w.zip.Flush(), w.out.Flush()) }

// finish completes the zip and gives it its name.
func (w *zipWriter) finish() error {
	err := errors.Join(w.zip.Close(), w.out.Flush(), w.file.Sync(), w.file.Close())
	if err != nil {
		return errors.Join(err, os.Remove(w.path+unfinished))
	}
	return os.Rename(w.path+unfinished, w.path)
}

// originalWriter writes originals in a goroutine of its own, so that reading and
// saving do not wait for the disk.
type originalWriter struct {
	database string
	name     string // of the zip
	queue    chan queued
	ended    chan error
}

// queued is an original to write or, if written is not nil, a request to close that
// channel once everything queued before is in the file.
type queued struct {
	original
	written chan struct{}
}

// Up to waitingOriginals files of at most smallOriginal bytes may wait to be
// written; the import waits for a larger one, so that memory stays bounded.
const (
	smallOriginal    = 1 << 20
	waitingOriginals = 32
)

// Keep keeps the content of a file that reports were saved from, under its name and its
// sha256 in hex. The content must not be changed afterwards. The program's own examples
// are not kept. Finish returns a *KeepError if something could not be written.
func (imp *Import) Keep(name, hash string, content []byte) {
	if imp.options.Sample || imp.done || len(hash) != hex.EncodedLen(32) {
		return
	}
	if imp.originals == nil {
		imp.originals = &originalWriter{database: imp.store.path, name: fmt.Sprintf("import-%06d-%s", imp.id, imp.started.Format("20060102-150405")),
			queue: make(chan queued, waitingOriginals), ended: make(chan error, 1)}
		go imp.originals.run()
	}
	imp.originals.queue <- queued{original: original{hash, baseName(name), content}}
	if len(content) > smallOriginal {
		imp.originals.flush()
	}
}

// baseName is the last part of a path, whichever system wrote it.
func baseName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

// run writes until the queue is closed. The first failure ends the writing: a
// full disk would fail for each file.
func (k *originalWriter) run() {
	kept, failure := keptHashes(k.database)
	var w *zipWriter
	for o := range k.queue {
		if o.written != nil {
			if w != nil && failure == nil {
				failure = w.flush()
			}
			close(o.written)
			continue
		}
		if failure == nil && !kept[o.hash] {
			if w == nil {
				w, failure = newZipWriter(k.database, k.name)
			}
			if failure == nil {
				failure = w.add(o.original)
			}
			kept[o.hash] = true
		}
	}
	if w != nil {
		failure = errors.Join(failure, w.finish())
	}
	k.ended <- failure
}

// flush waits until everything kept so far is in the file. Reports are saved only after
// it, so that a crash never leaves reports without their files. It may be called on nil.
func (k *originalWriter) flush() {
	if k != nil {
		written := make(chan struct{})
		k.queue <- queued{written: written}
		<-written
	}
}

// finish waits until everything is written. It may be called on nil.
func (k *originalWriter) finish() error {
	if k == nil {
		return nil
	}
	close(k.queue)
	if err := <-k.ended; err != nil {
		return &KeepError{Err: err}
	}
	return nil
}

// KeepError says that reports were saved but not the files that they came from.
type KeepError struct{ Err error }

func (e *KeepError) Error() string { return fmt.Sprintf("originals were not kept: %v", e.Err) }

func (e *KeepError) Unwrap() error { return e.Err }
