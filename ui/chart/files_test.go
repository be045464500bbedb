package chart

import (
	"bytes"
	"compress/zlib"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/ui/font"
	"nianbao/ui/palette"
)

func TestAPNGHasTwoPixelsPerPointAndVisibleText(t *testing.T) {
	fonts, p := fontsOf(t), palette.Light()
	list := rankingOfYinghai().Draw(wide(t))
	var file bytes.Buffer
	if err := list.PNG(&file, fonts, p.Surface, 2); err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(&file)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 2120 || size.Y != 1200 {
		t.Errorf("the picture has %v pixels", size)
	}
	title := list.Items[0].(Text)
	dark := 0
	for x := int(title.X * 2); x < int((title.X+fonts.Measure(title.Text, title.Size, true))*2); x++ {
		for y := int((title.Y - title.Size) * 2); y < int(title.Y*2); y++ {
			if color.NRGBAModel.Convert(picture.At(x, y)) == p.Ink {
				dark++
			}
		}
	}
	if dark < 200 {
		t.Errorf("the title %q left %d dark pixels", title.Text, dark)
	}
}

func TestEachItemIsPaintedOnItsPixels(t *testing.T) {
	red, blue := color.NRGBA{R: 0xff, A: 0xff}, color.NRGBA{B: 0xff, A: 0xff}
	list := List{Width: 40, Height: 40, Items: []Item{
		Rect{X: 2, Y: 2, W: 10, H: 10, Fill: red, Stroke: blue}, Line{X1: 20, Y1: 0, X2: 20, Y2: 40, Width: 2, Color: blue},
		Dot{X: 32, Y: 8, R: 5, Fill: red}, Dot{X: 32, Y: 30, R: 6, Stroke: blue, Width: 2}, Line{X1: 2, Y1: 38, X2: 16, Y2: 20, Width: 4, Color: red},
	}}
	white := color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	picture := list.Image(fontsOf(t), white, 1)
	for _, c := range []struct {
		x, y int
		want color.NRGBA
	}{{2, 2, blue}, {6, 6, red}, {13, 13, white}, {19, 20, blue}, {20, 20, blue}, {22, 20, white}, {32, 8, red}, {38, 8, white}, {32, 30, white}, {37, 30, blue}, {9, 29, red}} {
		if got := color.NRGBAModel.Convert(picture.At(c.x, c.y)); got != c.want {
			t.Errorf("the pixel at %d, %d is %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestAPDFContainsItsChineseAsText(t *testing.T) {
	var file bytes.Buffer
	model := rankingOfTowns(60)
	if err := PDF(&file, fontsOf(t), palette.Light().Surface, Pages(model.Draw, wide(t))...); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(file.Bytes(), []byte("/ToUnicode")) || !bytes.Contains(file.Bytes(), []byte("/FontFile2")) {
		t.Error("the document has no embedded font with a map to Unicode")
	}
	if size := file.Len(); size > 200_000 {
		t.Errorf("the document has %d bytes: the font is not a subset", size)
	}
	content := inflated(t, file.Bytes())
	for _, want := range []string{"公开率", "西河镇", "小样本"} {
		if !strings.Contains(content, utf16BE(want)) {
			t.Errorf("the pages do not say %q", want)
		}
	}
}

func TestAnSVGContainsItsTexts(t *testing.T) {
	var file bytes.Buffer
	if err := rankingOfYinghai().Draw(wide(t)).SVG(&file, palette.Light().Surface); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{">公开率<", ">85.7%（12/14）<", "Noto Sans SC"} {
		if !strings.Contains(file.String(), want) {
			t.Errorf("the file has no %s", want)
		}
	}
}

func fontsOf(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := NewFonts(font.Regular, font.Bold)
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// inflated returns all compressed streams of a document, uncompressed.
func inflated(t *testing.T, file []byte) string {
	t.Helper()
	var out strings.Builder
	for _, part := range bytes.Split(file, []byte("\nstream\n"))[1:] {
		reader, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		data, err := io.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(data)
	}
	return out.String()
}

func utf16BE(text string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return string(b)
}
