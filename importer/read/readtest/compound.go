package readtest

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// Stream is a stream of a compound file. Slashes in its name separate the folders that it is
// in.
type Stream struct {
	Name    string
	Content []byte
}

const (
	sectorSize   = 512
	smallest     = 4096 // smaller streams would be stored in another way
	endOfChain   = 0xFFFFFFFE
	freeSector   = 0xFFFFFFFF
	fatSector    = 0xFFFFFFFD
	noEntry      = 0xFFFFFFFF
	entriesAFAT  = sectorSize / 4
	headerFATs   = 109
	rootEntry    = 5
	folderEntry  = 1
	streamEntry  = 2
	blackEntry   = 1
	entrySize    = 128
	nameCapacity = 32
)

// Compound packs streams into a compound file, the container of Word and Excel 97.
// It has room for about 7 MB.
func Compound(streams ...Stream) []byte {
	var body bytes.Buffer
	var fat []uint32
	chain := func(content []byte) uint32 {
		start := uint32(len(fat))
		for at := 0; at < len(content); at += sectorSize {
			sector := make([]byte, sectorSize)
			copy(sector, content[at:])
			body.Write(sector)
			fat = append(fat, uint32(len(fat)+1))
		}
		fat[len(fat)-1] = endOfChain
		return start
	}
	tree := newFolder(streams)
	directory := entry("Root Entry", rootEntry, noEntry, 1, endOfChain, 0)
	for i := range tree {
		e := &tree[i]
		if e.isFolder {
			directory = append(directory, entry(e.name, folderEntry, e.right, e.child, 0, 0)...)
			continue
		}
		content := e.content
		if len(content) < smallest {
			content = append(bytes.Clone(content), make([]byte, smallest-len(content))...)
		}
		directory = append(directory, entry(e.name, streamEntry, e.right, noEntry, chain(content), uint32(len(content)))...)
	}
	for len(directory)%sectorSize != 0 {
		directory = append(directory, entry("", 0, noEntry, noEntry, 0, 0)...)
	}
	directoryStart := chain(directory)
	fats := 1
	for fats*entriesAFAT < len(fat)+fats {
		fats++
	}
	fatStart := len(fat)
	for range fats {
		fat = append(fat, fatSector)
	}
	for len(fat) < fats*entriesAFAT {
		fat = append(fat, freeSector)
	}
	header := make([]byte, sectorSize)
	copy(header, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	le := binary.LittleEndian
	for at, v := range map[int]uint16{0x18: 0x3E, 0x1A: 3, 0x1C: 0xFFFE, 0x1E: 9, 0x20: 6} {
		le.PutUint16(header[at:], v)
	}
	for at, v := range map[int]uint32{0x2C: uint32(fats), 0x30: directoryStart, 0x38: smallest, 0x3C: endOfChain, 0x44: endOfChain} {
		le.PutUint32(header[at:], v)
	}
	for i := range headerFATs {
		v := uint32(freeSector)
		if i < fats {
			v = uint32(fatStart + i)
		}
		le.PutUint32(header[0x4C+4*i:], v)
	}
	for _, v := range fat {
		body.Write(le.AppendUint32(nil, v))
	}
	return append(header, body.Bytes()...)
}

// node is an entry of the directory: the next in its folder is to its right.
type node struct {
	name     string
	content  []byte
	isFolder bool
	right    uint32
	child    uint32
}

// newFolder lists the entries for streams, and for the folders that their names give.
func newFolder(streams []Stream) []node {
	var all []node
	last := map[string]int{} // the last entry of each folder
	folders := map[string]int{}
	add := func(path, name string, n node) int {
		at := len(all) + 1
		if before, has := last[path]; has {
			all[before-1].right = uint32(at)
		} else if path != "" {
			all[folders[path]-1].child = uint32(at)
		}
		last[path] = at
		n.name, n.right, n.child = name, noEntry, noEntry
		all = append(all, n)
		return at
	}
	for _, s := range streams {
		parts := strings.Split(s.Name, "/")
		path := ""
		for _, folder := range parts[:len(parts)-1] {
			inner := path + "/" + folder
			if folders[inner] == 0 {
				folders[inner] = add(path, folder, node{isFolder: true})
			}
			path = inner
		}
		add(path, parts[len(parts)-1], node{content: s.Content})
	}
	return all
}

// entry is an entry of the directory. The entries of the streams form a list, each to the right
// of the one before.
func entry(name string, kind byte, right, child, start, size uint32) []byte {
	e := make([]byte, entrySize)
	le := binary.LittleEndian
	units := utf16.Encode([]rune(name))
	for i, u := range units[:min(len(units), nameCapacity-1)] {
		le.PutUint16(e[2*i:], u)
	}
	if name != "" {
		le.PutUint16(e[0x40:], uint16(2*len(units)+2))
	}
	e[0x42], e[0x43] = kind, blackEntry
	for at, v := range map[int]uint32{0x44: noEntry, 0x48: right, 0x4C: child, 0x74: start, 0x78: size} {
		le.PutUint32(e[at:], v)
	}
	return e
}
