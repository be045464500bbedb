package importer

import (
	"compress/flate"
	"encoding/binary"
	"io"
)

// inflater decompresses the parts of a package (RFC 1951). compress/flate
// reads byte by byte through an interface, which was two thirds of the time
// that reading a form took; this one looks at 64 bits at once. It accepts what
// compress/flate accepts and fails with the same errors.
type inflater struct {
	src    io.Reader
	srcErr error
	in     []byte // read from src
	at     int    // of the next byte of in
	bits   uint64 // the next bits, lowest first
	n      uint   // how many of them count

	window []byte // output, the last 32 KB before it first
	filled int
	given  int // of what is filled

	block   blockKind
	isFinal bool
	stored  int // bytes left of a stored block
	lengths codes
	offsets codes
	err     error
}

type blockKind uint8

const (
	noBlock blockKind = iota // a header comes next
	storedBlock
	codedBlock
)

const (
	inflateWindow = 32 << 10
	inflateRoom   = inflateWindow + 32<<10
	inflateInput  = 16 << 10
	longestMatch  = 258
)

func newInflater() *inflater {
	return &inflater{in: make([]byte, 0, inflateInput), window: make([]byte, inflateRoom)}
}

// reset makes the inflater begin with another source.
func (f *inflater) reset(src io.Reader) {
	f.src, f.srcErr, f.in, f.at, f.bits, f.n = src, nil, f.in[:0], 0, 0, 0
	f.filled, f.given, f.block, f.isFinal, f.err = 0, 0, noBlock, false, nil
}

func (f *inflater) Read(p []byte) (int, error) {
	for f.given == f.filled {
		if f.err != nil {
			return 0, f.err
		}
		if f.filled > len(f.window)-longestMatch {
			copy(f.window, f.window[f.filled-inflateWindow:f.filled])
			f.filled, f.given = inflateWindow, inflateWindow
		}
		f.err = f.step()
	}
	n := copy(p, f.window[f.given:f.filled])
	f.given += n
	return n, nil
}

// step reads a header or as much of a block as there is room for.
func (f *inflater) step() error {
	switch f.block {
	case storedBlock:
		return f.copyStored()
	case codedBlock:
		return f.decode()
	}
	if f.isFinal {
		return io.EOF
	}
	return f.header()
}

// refill has at least 56 bits ready, or all that are left.
func (f *inflater) refill() {
	if len(f.in)-f.at >= 8 {
		f.bits |= binary.LittleEndian.Uint64(f.in[f.at:]) << f.n
		f.at += int((63 - f.n) >> 3)
		f.n |= 56
		return
	}
	f.bits &= 1<<f.n - 1
	for f.n < 56 {
		if f.at == len(f.in) && !f.fill() {
			return
		}
		f.bits |= uint64(f.in[f.at]) << f.n
		f.at++
		f.n += 8
	}
}

// fill reads more of the source; false means that there is none.
func (f *inflater) fill() bool {
	for f.srcErr == nil {
		n, err := f.src.Read(f.in[:cap(f.in)])
		f.in, f.at, f.srcErr = f.in[:n], 0, err
		if n > 0 {
			return true
		}
	}
	return false
}

// take returns the next bits, at most 16.
func (f *inflater) take(n uint) (uint, error) {
	if f.n < n {
		if f.refill(); f.n < n {
			return 0, f.cutOff()
		}
	}
	value := uint(f.bits & (1<<n - 1))
	f.bits >>= n
	f.n -= n
	return value, nil
}

// cutOff is the error for an end within the data.
func (f *inflater) cutOff() error {
	if f.srcErr != nil && f.srcErr != io.EOF {
		return f.srcErr
	}
	return io.ErrUnexpectedEOF
}

func corruptDeflate() error { return flate.CorruptInputError(0) }

// header reads the header of a block.
func (f *inflater) header() error {
	head, err := f.take(3)
	if err != nil {
		return err
	}
	f.isFinal = head&1 != 0
	switch head >> 1 {
	case 0:
		return f.storedHeader()
	case 1:
		f.fixedCodes()
		f.block = codedBlock
		return nil
	case 2:
		f.block = codedBlock
		return f.readCodes()
	}
	return corruptDeflate()
}

func (f *inflater) storedHeader() error {
	f.bits >>= f.n & 7
	f.n &^= 7
	size, err := f.take(16)
	if err != nil {
		return err
	}
	inverse, err := f.take(16)
	if err != nil {
		return err
	}
	if size != inverse^0xffff {
		return corruptDeflate()
	}
	f.stored, f.block = int(size), storedBlock
	return nil
}

func (f *inflater) copyStored() error {
	for f.stored > 0 && f.filled < len(f.window) {
		if f.n > 0 { // bytes that were looked at already
			f.window[f.filled] = byte(f.bits)
			f.bits >>= 8
			f.n -= 8
			f.filled++
			f.stored--
			continue
		}
		f.bits = 0
		if f.at == len(f.in) && !f.fill() {
			return f.cutOff()
		}
		n := copy(f.window[f.filled:], f.in[f.at:min(len(f.in), f.at+f.stored)])
		f.at += n
		f.filled += n
		f.stored -= n
	}
	if f.stored == 0 {
		f.block = noBlock
	}
	return nil
}

// decode reads symbols until the block ends or the window is full.
func (f *inflater) decode() error {
	for f.filled <= len(f.window)-longestMatch {
		if f.decodeInside(); f.filled > len(f.window)-longestMatch {
			break
		}
		f.refill() // enough for a length and an offset
		symbol, err := f.symbol(&f.lengths)
		switch {
		case err != nil:
			return err
		case symbol < endOfBlock:
			f.window[f.filled] = byte(symbol)
			f.filled++
			continue
		case symbol == endOfBlock:
			f.block = noBlock
			return nil
		case symbol > lastLength:
			return corruptDeflate()
		}
		if err := f.match(symbol - endOfBlock - 1); err != nil {
			return err
		}
	}
	return nil
}

// match copies what stands earlier in the output.
func (f *inflater) match(code uint) error {
	more, err := f.take(uint(lengthBits[code]))
	if err != nil {
		return err
	}
	length := int(lengthBase[code]) + int(more)
	code, err = f.symbol(&f.offsets)
	if err != nil {
		return err
	}
	if code > lastOffset {
		return corruptDeflate()
	}
	if more, err = f.take(uint(offsetBits[code])); err != nil {
		return err
	}
	offset := int(offsetBase[code]) + int(more)
	if offset > f.filled {
		return corruptDeflate()
	}
	for end := f.filled + length; f.filled < end; { // what was copied may be copied on
		f.filled += copy(f.window[f.filled:end], f.window[f.filled-offset:f.filled])
	}
	return nil
}
