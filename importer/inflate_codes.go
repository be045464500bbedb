package importer

import "math/bits"

// The symbols of compressed data, as RFC 1951 numbers them.
const (
	endOfBlock  = 256
	lastLength  = 285
	lastOffset  = 29
	longestCode = 15
	quickBits   = 10 // codes up to here are looked up, longer ones worked out
	longestPair = 48 // bits of a length and an offset
)

var (
	lengthBase = [...]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthBits = [...]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	offsetBase = [...]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	offsetBits = [...]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	// codeOrder is the order in which the lengths of the codes of code lengths come.
	codeOrder = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// codes is a Huffman code.
type codes struct {
	quick   [1 << quickBits]uint16  // symbol and length of a code by the bits that come; 0 for longer ones
	count   [longestCode + 1]uint16 // codes of each length
	symbols [endOfBlock + 32]uint16 // in the order of their codes
}

// set makes the code with these lengths, 0 for symbols that do not occur;
// false means that no code has them. Like compress/flate it takes a code of one
// bit alone, and none at all as long as nothing uses it.
func (c *codes) set(lengths []uint8) bool {
	clear(c.quick[:])
	clear(c.count[:])
	for _, n := range lengths {
		c.count[n]++
	}
	c.count[0] = 0
	var next, place [longestCode + 2]uint16
	code, longest := 0, 0
	for n := 1; n <= longestCode; n++ {
		next[n] = uint16(code)
		place[n+1] = place[n] + c.count[n]
		if c.count[n] > 0 {
			longest = n
		}
		if code += int(c.count[n]); code > 1<<n {
			return false
		}
		code <<= 1
	}
	if used := code >> (longestCode + 1 - longest); longest > 0 && used != 1<<longest && (used != 1 || longest != 1) {
		return false
	}
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		c.symbols[place[n]] = uint16(symbol)
		place[n]++
		if n <= quickBits {
			entry := uint16(symbol)<<4 | uint16(n)
			for i := int(bits.Reverse16(next[n]) >> (16 - n)); i < len(c.quick); i += 1 << n {
				c.quick[i] = entry
			}
		}
		next[n]++
	}
	return true
}

// symbol reads the next symbol of a code.
func (f *inflater) symbol(c *codes) (uint, error) {
	if f.n < longestCode {
		f.refill()
	}
	entry := uint(c.quick[f.bits&(1<<quickBits-1)])
	if entry == 0 {
		return f.longSymbol(c)
	}
	if n := entry & 15; n <= f.n {
		f.bits >>= n
		f.n -= n
		return entry >> 4, nil
	}
	return 0, f.cutOff()
}

// longSymbol reads a symbol bit by bit: of each length the codes follow on
// those of the length before.
func (f *inflater) longSymbol(c *codes) (uint, error) {
	code, first, index := 0, 0, 0
	for n := uint(1); n <= longestCode; n++ {
		if n > f.n {
			return 0, f.cutOff()
		}
		code |= int(f.bits>>(n-1)) & 1
		count := int(c.count[n])
		if code-first < count {
			f.bits >>= n
			f.n -= n
			return uint(c.symbols[index+code-first]), nil
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	return 0, corruptDeflate()
}

// fixedCodes sets the codes that blocks without their own use.
func (f *inflater) fixedCodes() {
	var lengths [288]uint8
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	f.lengths.set(lengths[:])
	var offsets [32]uint8
	for i := range offsets {
		offsets[i] = 5
	}
	f.offsets.set(offsets[:])
}

// readCodes reads the codes of a block.
func (f *inflater) readCodes() error {
	var sizes [3]uint // symbols of lengths, of offsets, of code lengths
	for i, field := range []struct{ bits, least uint }{{5, 257}, {5, 1}, {4, 4}} {
		n, err := f.take(field.bits)
		if err != nil {
			return err
		}
		sizes[i] = n + field.least
	}
	if sizes[0] > lastLength+1 || sizes[1] > lastOffset+1 {
		return corruptDeflate()
	}
	var order [len(codeOrder)]uint8
	for _, symbol := range codeOrder[:sizes[2]] {
		n, err := f.take(3)
		if err != nil {
			return err
		}
		order[symbol] = uint8(n)
	}
	if !f.lengths.set(order[:]) {
		return corruptDeflate()
	}
	var lengths [lastLength + lastOffset + 2]uint8
	all := lengths[:sizes[0]+sizes[1]]
	if err := f.readLengths(all); err != nil {
		return err
	}
	if !f.lengths.set(all[:sizes[0]]) || !f.offsets.set(all[sizes[0]:]) {
		return corruptDeflate()
	}
	return nil
}

// readLengths reads the lengths of the codes of both kinds.
func (f *inflater) readLengths(to []uint8) error {
	for i := 0; i < len(to); {
		symbol, err := f.symbol(&f.lengths)
		if err != nil {
			return err
		}
		if symbol < 16 {
			to[i] = uint8(symbol)
			i++
			continue
		}
		run := [...]struct{ bits, least uint }{{2, 3}, {3, 3}, {7, 11}}[symbol-16]
		more, err := f.take(run.bits)
		if err != nil {
			return err
		}
		end := i + int(run.least+more)
		if end > len(to) || symbol == 16 && i == 0 {
			return corruptDeflate()
		}
		value := uint8(0)
		if symbol == 16 {
			value = to[i-1]
		}
		for ; i < end; i++ {
			to[i] = value
		}
	}
	return nil
}
