package read

import (
	"encoding/binary"
	"math"
)

// Records of a BIFF stream that matter here.
const (
	biffFormula   = 0x0006
	biffEOF       = 0x000A
	biffFilePass  = 0x002F
	biffFont      = 0x0031
	biffXF        = 0x00E0
	biffFormat    = 0x041E
	biffFormat5   = 0x001E
	biffContinue  = 0x003C
	biffCodePage  = 0x0042
	biffColInfo   = 0x007D
	biffSheet     = 0x0085 // BoundSheet8
	biffMulRK     = 0x00BD
	biffRString   = 0x00D6
	biffMerged    = 0x00E5
	biffSST       = 0x00FC
	biffLabelSST  = 0x00FD
	biffNumber    = 0x0203
	biffLabel     = 0x0204
	biffBoolErr   = 0x0205
	biffString    = 0x0207
	biffRow       = 0x0208
	biffRK        = 0x027E
	biffFormula3  = 0x0206
	biffFormula4  = 0x0406
	biffBOF       = 0x0809
	biffVersion8  = 0x0600
	biffVersion5  = 0x0500
	biffWorksheet = 0x0010
)

// biffScanner iterates over the records of a stream.
type biffScanner struct {
	stream []byte
	pos    int
}

// next returns the next record. A worksheet ends with an EOF record, so reaching the end
// of the stream is always an error.
func (b *biffScanner) next() (id uint16, data []byte, err error) {
	if b.pos+4 > len(b.stream) {
		return 0, nil, &ReadError{Kind: Truncated}
	}
	id = binary.LittleEndian.Uint16(b.stream[b.pos:])
	n := int(binary.LittleEndian.Uint16(b.stream[b.pos+2:]))
	if b.pos+4+n > len(b.stream) {
		return 0, nil, &ReadError{Kind: Truncated}
	}
	data = b.stream[b.pos+4 : b.pos+4+n]
	b.pos += 4 + n
	return id, data, nil
}

// continued returns the data of a record and of the CONTINUE records after it.
func (b *biffScanner) continued(data []byte) [][]byte {
	pieces := [][]byte{data}
	for b.pos+4 <= len(b.stream) && binary.LittleEndian.Uint16(b.stream[b.pos:]) == biffContinue {
		_, more, err := b.next()
		if err != nil {
			break
		}
		pieces = append(pieces, more)
	}
	return pieces
}

// biffFields takes fields off the front of a record. Reading beyond its end
// returns zeros and sets short.
type biffFields struct {
	data  []byte
	short bool
}

func (f *biffFields) take(n int) []byte {
	if n > len(f.data) {
		f.short = true
		f.data = nil
		return make([]byte, min(n, 8))
	}
	taken := f.data[:n]
	f.data = f.data[n:]
	return taken
}

func (f *biffFields) u8() int  { return int(f.take(1)[0]) }
func (f *biffFields) u16() int { return int(binary.LittleEndian.Uint16(f.take(2))) }
func (f *biffFields) u32() int { return int(binary.LittleEndian.Uint32(f.take(4))) }
func (f *biffFields) f64() float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(f.take(8)))
}

// err returns an error if the record was shorter than its fields.
func (f *biffFields) err() error {
	if f.short {
		return damaged(ReasonMalformed)
	}
	return nil
}

// rkNumber decodes a four-byte number: an integer or the upper half of a binary
// number, possibly in hundredths.
func rkNumber(rk int) float64 {
	var v float64
	if rk&2 != 0 {
		v = float64(int32(uint32(rk)) >> 2)
	} else {
		v = math.Float64frombits(uint64(uint32(rk)&^3) << 32)
	}
	if rk&1 != 0 {
		v /= 100
	}
	return v
}
