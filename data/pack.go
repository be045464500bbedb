package data

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// A pack holds the small originals of one import one after another, because a
// file of its own costs more than to read and check a report. A record is the
// sha256, the length in eight bytes, and the content. A record that a crash cut
// short ends its pack, and the hash proves the others.
const recordHead = 32 + 8

// packed locates the content of one original in a pack.
type packed struct {
	pack         string
	offset, size int64
}

func (s *Store) packFolder() string { return filepath.Join(s.path+".originals", "packs") }

// readPacks lists what the packs hold, by sha256 in hex.
func (s *Store) readPacks() (map[string]packed, error) {
	paths, err := filepath.Glob(filepath.Join(escaped(s.packFolder()), "*.pack"))
	found := map[string]packed{}
	for _, path := range paths {
		err = errors.Join(err, readPack(path, found))
	}
	return found, err
}

// escaped quotes the wildcards of filepath.Glob in a path.
func escaped(path string) string {
	var b []byte
	for i := range len(path) {
		if c := path[i]; c == '*' || c == '?' || c == '[' {
			b = append(b, '[', c, ']')
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}

func readPack(path string, found map[string]packed) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var head [recordHead]byte
	for at := int64(0); at+recordHead <= info.Size(); {
		if _, err := f.ReadAt(head[:], at); err != nil {
			return err
		}
		size := int64(binary.LittleEndian.Uint64(head[32:]))
		if size < 0 || size > smallOriginal || at+recordHead+size > info.Size() {
			return nil
		}
		found[hex.EncodeToString(head[:32])] = packed{path, at + recordHead, size}
		at += recordHead + size
	}
	return nil
}

// read returns the content.
func (p packed) read() ([]byte, error) {
	f, err := os.Open(p.pack)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content := make([]byte, p.size)
	_, err = io.ReadFull(io.NewSectionReader(f, p.offset, p.size), content)
	return content, err
}

// packer appends originals to a pack of its own.
type packer struct {
	store *Store
	known map[string]packed
	file  *os.File
	out   *bufio.Writer
}

func (p *packer) add(o original) error {
	if p.known == nil {
		known, err := p.store.readPacks()
		if err != nil {
			return err
		}
		p.known = known
	}
	if _, ok := p.known[o.hash]; ok {
		return nil
	}
	sum, err := hex.DecodeString(o.hash)
	if err != nil {
		return err
	}
	if p.file == nil {
		if err := os.MkdirAll(p.store.packFolder(), 0o755); err != nil {
			return err
		}
		if p.file, err = os.CreateTemp(p.store.packFolder(), "*.pack"); err != nil {
			return err
		}
		p.out = bufio.NewWriterSize(p.file, 1<<18)
	}
	p.known[o.hash] = packed{}
	_, first := p.out.Write(sum)
	_, second := p.out.Write(binary.LittleEndian.AppendUint64(nil, uint64(len(o.content))))
	_, third := p.out.Write(o.content)
	return errors.Join(first, second, third)
}

func (p *packer) close() error {
	if p.file == nil {
		return nil
	}
	return errors.Join(p.out.Flush(), p.file.Close())
}
