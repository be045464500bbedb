package data

import (
	"encoding/hex"
	"errors"
	"fmt"
)

// originalWriter writes the imported files in the background, so that reading
// and saving do not wait for the disk.
type originalWriter struct {
	store *Store
	queue chan original
	ended chan error
}

type original struct {
	hash    string
	content []byte
}

// Of files up to smallOriginal bytes, waitingOriginals may wait to be written;
// larger ones are written at once, so that memory stays bounded.
const (
	smallOriginal    = 1 << 20
	waitingOriginals = 32
)

// Keep keeps the content of a file that reports were saved from, under its
// sha256 in hex. The caller must not change the content afterwards. The program's
// own examples are not kept. Finish returns what could not be written.
func (imp *Import) Keep(hash string, content []byte) {
	if imp.options.Sample || imp.done || len(hash) != hex.EncodedLen(32) {
		return
	}
	if imp.originals == nil {
		imp.originals = &originalWriter{store: imp.store, queue: make(chan original, waitingOriginals), ended: make(chan error, 1)}
		go imp.originals.run()
	}
	if len(content) <= smallOriginal {
		imp.originals.queue <- original{hash, content}
		return
	}
	if err := imp.store.keepOriginal(hash, content); err != nil {
		imp.failed = append(imp.failed, &KeepError{Err: err})
	}
}

// run writes until the queue is closed. The first failure ends the writing: a
// full disk would fail for each file.
func (k *originalWriter) run() {
	var failure error
	p := packer{store: k.store}
	for o := range k.queue {
		if failure == nil {
			failure = p.add(o)
		}
	}
	k.ended <- errors.Join(failure, p.close())
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
