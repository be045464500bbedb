package chart

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"nianbao/ui/font"
	"nianbao/ui/palette"
)

var gallery = flag.String("gallery", "", "folder to write pictures of every kind into, in both themes")

// TestTheGalleryIsWritten writes pictures for people to look at: go test ./ui/chart -run Gallery
// -gallery DIR
func TestTheGalleryIsWritten(t *testing.T) {
	if *gallery == "" {
		t.Skip("no -gallery folder given")
	}
	fonts, err := NewFonts(font.Regular, font.Bold)
	if err != nil {
		t.Fatal(err)
	}
	for name, model := range kinds() {
		for theme, p := range map[string]palette.Palette{"light": palette.Light(), "dark": palette.Dark()} {
			f := Frame{Width: 1060, Height: 600, Palette: p, Measure: fonts.Measure}
			if _, ok := model.(Card); ok {
				f.Width, f.Height = 256, 132
			}
			file, err := os.Create(filepath.Join(*gallery, name+"-"+theme+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := model.Draw(f).PNG(file, fonts, p.Surface, 1); err != nil {
				t.Fatal(err)
			}
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
