package icon

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

var update = flag.Bool("update", false, "draw icon.png again")

func TestTheIconIsRenderedFromItsSource(t *testing.T) {
	test.NewTempApp(t)
	source, err := os.ReadFile("icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(canvas.NewImageFromResource(fyne.NewStaticResource("icon.svg", source)))
	c.Resize(fyne.NewSize(512, 512))
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, c.Capture()); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("icon.png", drawn.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(drawn.Bytes(), PNG) {
		t.Error("icon.png is not what icon.svg draws; run this test with -update")
	}
}
