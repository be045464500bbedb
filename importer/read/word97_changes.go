package read

import "encoding/binary"

// The modifiers of properties that matter. Their names in [MS-DOC] begin with sprm.
const (
	sprmPFInTable        = 0x2416
	sprmPFTtp            = 0x2417 // the mark ends a row
	sprmPItap            = 0x6649 // depth of nested tables
	sprmPDtap            = 0x664A
	sprmPFInnerTableCell = 0x244B // the mark ends a cell of a nested table
	sprmPFInnerTtp       = 0x244C // and a row of it
	sprmPHugePapx        = 0x6646
	sprmPHugePapxOld     = 0x6645
	sprmPTableProps      = 0x646B
	sprmPChgTabs         = 0xC615

	sprmTDefTable  = 0xD608
	sprmTInsert    = 0x7621
	sprmTDelete    = 0x5622
	sprmTDxaCol    = 0x7623
	sprmTMerge     = 0x5624
	sprmTSplit     = 0x5625
	sprmTVertMerge = 0xD62B

	sprmCFRMarkDel = 0x0800
	sprmCFStrike   = 0x0837
	sprmCFDStrike  = 0x2A53
	sprmCFVanish   = 0x083C
	sprmCFSpec     = 0x0855
	sprmCIss       = 0x2A48 // raised or lowered
	sprmCIstd      = 0x4A30 // style of characters
	sprmCPlain     = 0x2A33
)

// eachChange calls apply for each modifier in a list.
func eachChange(list []byte, apply func(code int, operand []byte)) error {
	for len(list) >= 2 {
		code := int(binary.LittleEndian.Uint16(list))
		list = list[2:]
		size, skip := changeSize(code, list)
		if size < skip || size > len(list) {
			return damaged(ReasonMalformed)
		}
		apply(code, list[skip:size])
		list = list[size:]
	}
	return nil
}

// changeSize returns the size of the operand of a modifier that begins rest, -1 if it is
// cut off, and how many bytes of it only give its length.
func changeSize(code int, rest []byte) (size, skip int) {
	switch code >> 13 {
	case 0, 1:
		return 1, 0
	case 2, 4, 5:
		return 2, 0
	case 3:
		return 4, 0
	case 7:
		return 3, 0
	}
	switch {
	case code == sprmTDefTable:
		if len(rest) < 2 {
			return -1, 0
		}
		return 1 + int(binary.LittleEndian.Uint16(rest)), 2
	case len(rest) < 1:
		return -1, 0
	case code == sprmPChgTabs && rest[0] == 255:
		return tabsSize(rest), 1
	}
	return 1 + int(rest[0]), 1
}

// tabsSize is the size of a list of tab stops whose length does not fit into the length
// byte.
func tabsSize(rest []byte) int {
	if len(rest) < 2 {
		return -1
	}
	added := 2 + 4*int(rest[1])
	if len(rest) <= added {
		return -1
	}
	return added + 1 + 3*int(rest[added])
}

// pieceChanges returns the modifiers that apply to a whole piece.
func (d *word97) pieceChanges(p *word97Piece) []byte {
	if p.change&1 != 0 {
		if n := p.change >> 1; n < len(d.changes) {
			return d.changes[n]
		}
		return nil
	}
	code := 0
	switch p.change >> 1 & 0x7F {
	case 0x18:
		code = sprmPFInTable
	case 0x19:
		code = sprmPFTtp
	case 0x41:
		code = sprmCFRMarkDel
	case 0x53:
		code = sprmCPlain
	case 0x57:
		code = sprmCFStrike
	case 0x5C:
		code = sprmCFVanish
	case 0x68:
		code = sprmCIss
	case 0x73:
		code = sprmCFDStrike
	default:
		return nil
	}
	return append(binary.LittleEndian.AppendUint16(nil, uint16(code)), byte(p.change>>8))
}

// word97Paragraph says what the mark at the end of a paragraph ends.
type word97Paragraph struct {
	inTable, endsRow          bool
	endsInnerCell, endsInnerR bool
	depth                     int
	row                       word97Row
}

// level is the number of tables around the paragraph.
func (p *word97Paragraph) level() int {
	if p.inTable {
		return max(p.depth, 1)
	}
	return max(p.depth, 0)
}

// paragraphAt returns the properties of the paragraph whose mark is at a position of the
// main stream.
func (d *word97) paragraphAt(at int, piece *word97Piece) (p word97Paragraph, err error) {
	n := runAt(d.paragraphs, at)
	if n == len(d.paragraphs) || d.paragraphs[n].from > at {
		return p, damaged(ReasonMalformed)
	}
	if err := d.change(&p, d.paragraphs[n].changes, true); err != nil {
		return p, err
	}
	return p, d.change(&p, d.pieceChanges(piece), true)
}

// change applies modifiers to a paragraph. Lists that are too long for their page
// are in the data stream.
func (d *word97) change(p *word97Paragraph, list []byte, follow bool) error {
	var inner error
	err := eachChange(list, func(code int, v []byte) {
		switch code {
		case sprmPFInTable:
			p.inTable = v[0] != 0
		case sprmPFTtp:
			p.endsRow = v[0] != 0
		case sprmPFInnerTableCell:
			p.endsInnerCell = v[0] != 0
		case sprmPFInnerTtp:
			p.endsInnerR = v[0] != 0
		case sprmPItap:
			p.depth = int(int32(binary.LittleEndian.Uint32(v)))
		case sprmPDtap:
			p.depth += int(int32(binary.LittleEndian.Uint32(v)))
		case sprmPHugePapx, sprmPHugePapxOld, sprmPTableProps:
			if at := int(binary.LittleEndian.Uint32(v)); follow && inner == nil {
				inner = d.change(p, d.data.cut(at+2, d.data.u16(at)), false)
			}
		default:
			p.row.change(code, v)
		}
	})
	if err == nil {
		err = inner
	}
	if d.data.short {
		return &ReadError{Kind: Truncated, Part: "Data"}
	}
	return err
}
