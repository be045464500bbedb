package read

// readFormat reads the code of a number format.
func (w *xlsReader) readFormat(f *biffFields) {
	id := f.u16()
	length, wide := 0, false
	if w.version == biffVersion8 {
		length = f.u16()
		wide = f.u8()&1 != 0
	} else {
		length = f.u8()
	}
	if f.err() != nil || len(w.dateCodes) >= maxStyles {
		return
	}
	code := make([]byte, 0, 64)
	for i := 0; i < length && i < len(f.data); i++ {
		at := i
		if wide {
			if at = 2 * i; at+1 >= len(f.data) {
				break
			}
			if f.data[at+1] != 0 { // not a character of number formats
				code = append(code, ' ')
				continue
			}
		}
		code = append(code, f.data[at])
	}
	if w.dateCodes == nil {
		w.dateCodes = map[int]bool{}
	}
	w.dateCodes[id] = isDateCode(string(code))
}

// readStyle reads the number format of the next cell style.
func (w *xlsReader) readStyle(f *biffFields) {
	f.take(2) // font
	if id := f.u16(); f.err() == nil && len(w.styles) < maxStyles {
		w.styles = append(w.styles, id)
	}
}

// isDay reports whether a number is displayed as a date.
func (w *xlsReader) isDay(v float64, style int) bool {
	if v < firstDay || v >= lastDay+1 || style >= len(w.styles) {
		return false
	}
	id := w.styles[style]
	return w.dateCodes[id] || isDateFormat(id)
}
