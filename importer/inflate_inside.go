package importer

import "encoding/binary"

// decodeInside reads symbols as decode does, as long as there is so much input
// and room that nothing can run out within one of them. It stops before
// whatever is not a usual literal or match.
func (f *inflater) decodeInside() {
	in, window := f.in, f.window
	at, pos, bits, n := f.at, f.filled, f.bits, f.n
	for len(in)-at >= 8 && pos <= len(window)-longestMatch {
		bits |= binary.LittleEndian.Uint64(in[at:]) << n
		at += int((63 - n) >> 3)
		n |= 56
		entry := uint(f.lengths.quick[bits&(1<<quickBits-1)])
		for entry != 0 && entry>>4 < endOfBlock && n >= 2*quickBits && pos <= len(window)-longestMatch {
			window[pos] = byte(entry >> 4)
			pos++
			bits >>= entry & 15
			n -= entry & 15
			entry = uint(f.lengths.quick[bits&(1<<quickBits-1)])
		}
		if n < longestPair {
			continue // what comes next may need more bits
		}
		symbol := entry >> 4
		if entry == 0 || symbol <= endOfBlock || symbol > lastLength {
			break
		}
		// Nothing is taken until all of the match is known to be sound.
		b, used := bits>>(entry&15), entry&15
		symbol -= endOfBlock + 1
		length := int(lengthBase[symbol]) + int(b&(1<<lengthBits[symbol]-1))
		b, used = b>>lengthBits[symbol], used+uint(lengthBits[symbol])
		entry = uint(f.offsets.quick[b&(1<<quickBits-1)])
		if symbol = entry >> 4; entry == 0 || symbol > lastOffset {
			break
		}
		b, used = b>>(entry&15), used+entry&15
		offset := int(offsetBase[symbol]) + int(b&(1<<offsetBits[symbol]-1))
		b, used = b>>offsetBits[symbol], used+uint(offsetBits[symbol])
		if offset > pos {
			break
		}
		bits, n = b, n-used
		for end := pos + length; pos < end; {
			pos += copy(window[pos:end], window[pos-offset:pos])
		}
	}
	f.at, f.filled, f.bits, f.n = at, pos, bits, n
}
