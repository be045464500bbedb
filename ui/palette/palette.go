// Package palette holds the program's colours, light and dark.
//
// Windows, charts and exports all use it, so a series keeps its colour from the screen to
// the PDF. Changes are blue and orange, never red and green: red has one meaning, an
// identity that fails. The package knows colours only, and does not know Fyne.
package palette

import "image/color"

// Palette is one complete set of colours. Every field is opaque unless it says otherwise.
type Palette struct {
	Dark bool

	Paper   color.NRGBA // behind everything
	Surface color.NRGBA // tables, charts, cards
	Raised  color.NRGBA // headings of tables, inputs, buttons
	Overlay color.NRGBA // menus, lists and dialogs that lie over the window
	Rule    color.NRGBA // hairlines inside a surface
	Border  color.NRGBA // edges between surfaces

	Ink   color.NRGBA // text
	Muted color.NRGBA // secondary text, readable at caption size
	Faint color.NRGBA // marks of absent values

	Accent   color.NRGBA // the one colour of links, focus and selection
	OnAccent color.NRGBA // text on Accent
	Wash     color.NRGBA // selected range, translucent Accent
	Hover    color.NRGBA // row or button under the pointer, translucent
	Void     color.NRGBA // background of what was never reported

	Rise  color.NRGBA // more than last year
	Fall  color.NRGBA // less than last year
	Fault color.NRGBA // an identity that fails, and nothing else
	Warn  color.NRGBA // doubtful figures
	Good  color.NRGBA // done, holds

	// Series are the categorical colours in the order of use. They differ in lightness as well as
	// in hue, so that colour-blind readers and grey prints can tell them apart.
	Series []color.NRGBA
}

// Of returns the palette for dark or light mode.
func Of(dark bool) Palette {
	if dark {
		return Dark()
	}
	return Light()
}

// Light is ink on paper.
func Light() Palette {
	return Palette{
		Paper: rgb(0xf5f3ef), Surface: rgb(0xffffff), Raised: rgb(0xf0eeea), Overlay: rgb(0xffffff),
		Rule: rgb(0xeae7e2), Border: rgb(0xd3cfc8),
		Ink: rgb(0x1e2227), Muted: rgb(0x5c636c), Faint: rgb(0xa3a8ae),
		Accent: rgb(0x1f66ad), OnAccent: rgb(0xffffff),
		Wash: alpha(0x1f66ad, 0x24), Hover: alpha(0x2b3a4a, 0x0e), Void: rgb(0xf3f1ed),
		Rise: rgb(0xa45200), Fall: rgb(0x1f66ad), Fault: rgb(0xc62f2f),
		Warn: rgb(0x8a6100), Good: rgb(0x1d7a5c),
		Series: []color.NRGBA{
			rgb(0x1f66ad), rgb(0xdd7d12), rgb(0x1d8765), rgb(0x542a63),
			rgb(0x49a8cf), rgb(0x6e3c1a), rgb(0x868d98),
		},
	}
}

// Dark is chalk on slate.
func Dark() Palette {
	return Palette{
		Dark:  true,
		Paper: rgb(0x15171a), Surface: rgb(0x1c1f23), Raised: rgb(0x272b30), Overlay: rgb(0x24282d),
		Rule: rgb(0x2a2e33), Border: rgb(0x3b4047),
		Ink: rgb(0xe4e2dd), Muted: rgb(0xa0a6ae), Faint: rgb(0x676e76),
		Accent: rgb(0x6cb0ee), OnAccent: rgb(0x10161d),
		Wash: alpha(0x6cb0ee, 0x30), Hover: alpha(0xc8d6e5, 0x12), Void: rgb(0x22252a),
		Rise: rgb(0xf0a04b), Fall: rgb(0x6cb0ee), Fault: rgb(0xff6b63),
		Warn: rgb(0xd9b24a), Good: rgb(0x55c39c),
		Series: []color.NRGBA{
			rgb(0x5b9fe3), rgb(0xf4a54d), rgb(0x57c79d), rgb(0xe0a6de),
			rgb(0xbfe9fb), rgb(0xad6c42), rgb(0x7d8590),
		},
	}
}

func rgb(hex uint32) color.NRGBA { return alpha(hex, 0xff) }

func alpha(hex uint32, a uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: a}
}
