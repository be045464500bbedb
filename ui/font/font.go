// Package font holds Noto Sans SC, the typeface of windows, charts and exports, as bytes.
//
// The two weights are subsets: GB2312, the hanzi of place and personal names outside it
// (hanzi.txt) and the signs the program draws (symbols.txt). They are embedded because
// machines without a Chinese font show boxes and machines with a Japanese one show foreign
// shapes. Their ten digits have one width, so numbers align without a second typeface.
// subset.sh rebuilds them; OFL.txt is their licence. The package knows no toolkit.
package font

import _ "embed"

// Regular is the text weight, a TrueType file.
//
//go:embed NotoSansSC-Regular.ttf
var Regular []byte

// Bold is the weight of headings and totals, a TrueType file.
//
//go:embed NotoSansSC-Bold.ttf
var Bold []byte
