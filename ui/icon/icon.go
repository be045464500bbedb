// Package icon holds the program's icon: a report whose rows become a line over the years.
//
// icon.svg is the source; icon.png is drawn from it by this package's test with -update, for
// packaging, which takes no SVG.
package icon

import _ "embed"

// PNG is the icon at 512×512.
//
//go:embed icon.png
var PNG []byte
