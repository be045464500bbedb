package readtest

import (
	"encoding/binary"
	"slices"
)

// word97File is a file being written.
type word97File struct {
	main, table, data []byte
	apart             bool
}

const word97Page = 512

func (f *word97File) pad() {
	for len(f.main)%word97Page != 0 {
		f.main = append(f.main, 0)
	}
}

// pages writes pages with the properties of parts, in the order of the file, and
// returns the table of them.
func (f *word97File) pages(parts []word97Part, pieces []word97Piece, paragraphs bool) []byte {
	le := binary.LittleEndian
	perEntry := 1
	if paragraphs {
		perEntry = 13
	}
	var starts, numbers []byte
	var places []uint32 // of the page being filled, and where it ends
	var entries, lists []byte
	end := word97Page - 1
	flush := func() {
		if len(places) < 2 {
			return
		}
		page := make([]byte, word97Page)
		for i, p := range places {
			le.PutUint32(page[4*i:], p)
		}
		copy(page[4*len(places):], entries)
		copy(page[end:], lists)
		page[word97Page-1] = byte(len(places) - 1)
		starts = le.AppendUint32(starts, places[0])
		numbers = le.AppendUint32(numbers, uint32(len(f.main)/word97Page))
		f.main = append(f.main, page...)
		places, entries, lists, end = places[len(places)-1:], nil, nil, word97Page-1
	}
	for _, p := range pieces {
		size := 2
		if p.narrow {
			size = 1
		}
		for i, part := range parts {
			begin := 0
			if i > 0 {
				begin = parts[i-1].end
			}
			from, to := max(begin, p.from), min(part.end, p.to)
			if from >= to {
				continue
			}
			list := f.list(part.changes, paragraphs)
			if 4*(len(places)+2)+perEntry*(len(places)+1)+len(lists)+len(list)+2 > word97Page-1 {
				flush()
			}
			if len(places) == 0 {
				places = []uint32{uint32(p.at + size*(from-p.from))}
			}
			places = append(places, uint32(p.at+size*(to-p.from)))
			offset := byte(0)
			if len(list) > 0 {
				end -= len(list)
				if end%2 != 0 {
					list = append(list, 0)
					end--
				}
				lists = append(slices.Clone(list), lists...)
				offset = byte(end / 2)
			}
			entries = append(append(entries, offset), make([]byte, perEntry-1)...)
		}
	}
	flush()
	starts = append(starts, le.AppendUint32(nil, places[0])...)
	return append(starts, numbers...)
}

// list is a list of properties as a page has it.
func (f *word97File) list(changes []byte, paragraphs bool) []byte {
	if len(changes) == 0 {
		return nil
	}
	if !paragraphs {
		return append([]byte{byte(len(changes))}, changes...)
	}
	if len(changes) > 400 || f.apart && len(changes) > 20 {
		at := len(f.data)
		f.data = append(binary.LittleEndian.AppendUint16(f.data, uint16(len(changes))), changes...)
		changes = binary.LittleEndian.AppendUint32(Change(0x6646), uint32(at))
	}
	list := append([]byte{0, 0}, changes...) // the number of the style
	if len(list)%2 == 1 {
		return append([]byte{byte(len(list)/2 + 1)}, list...)
	}
	return append([]byte{0, byte(len(list) / 2)}, list...)
}
