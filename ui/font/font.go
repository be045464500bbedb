// Package font embeds Noto Sans SC in two weights.
//
// They are subsets: GB2312, the hanzi of place and personal names outside it (hanzi.txt)
// and the symbols that the program draws (symbols.txt). They are embedded because a
// machine without a Chinese font shows boxes, and a machine with a Japanese one shows
// Japanese shapes. Digits all have the same width, so numbers align without a second
// typeface. subset.sh rebuilds the fonts; OFL.txt is their licence. The package does not
// know Fyne.
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
