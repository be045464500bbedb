package ui

import (
	"bytes"
	"errors"
	"image/png"
	"runtime"
	"strings"
	"testing"

	"nianbao/data"
)

// written is a chart as a file.
func written(t *testing.T, s *shell, r ChartRequest, format ChartFormat) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteChart(t.Context(), s.store, ChartFile{r, format}, &out); err != nil {
		t.Fatalf("write %s as %s: %v", r.Kind, format, err)
	}
	return out.Bytes()
}

func TestTheMeasuresOfTheSampleTownStandInTheExport(t *testing.T) {
	s := openSampleShell(t)
	for item, want := range map[string][]string{
		"metric/received":             {"瀛海镇\t1\t16"},
		"metric/completion-rate":      {"瀛海镇\t–\t87.5%\t14\t16"},
		"metric/carry-rate":           {"瀛海镇\t–\t12.5%\t2\t16"},
		"metric/grant-rate":           {"瀛海镇\t–\t50.0%\t7\t14"},
		"metric/disclosure-rate":      {"瀛海镇\t–\t85.7%\t12\t14\t60.1%\t96.0%"},
		"metric/refusal-rate":         {"瀛海镇\t–\t0.0%\t0\t14"},
		"metric/unavailable-rate":     {"瀛海镇\t–\t14.3%\t2\t14"},
		"metric/natural-person-share": {"瀛海镇\t–\t81.3%\t13\t16"},
		"metric/penalty":              {"瀛海镇\t1\t2,390"},
		"metric/licence":              {"瀛海镇\t1\t0"},
		"metric/coercion":             {"瀛海镇\t1\t0"},
	} {
		text := string(written(t, s, ChartRequest{Kind: RankingChart, Item: item, Query: data.Query{Units: []data.Body{yinghai()}}}, TXT))
		if !strings.Contains(text, want[0]) {
			t.Errorf("%s is written as\n%s\nwant %q", item, text, want[0])
		}
	}
}

func TestARateIsWrittenWithItsFraction(t *testing.T) {
	s := openSampleShell(t)
	r := ChartRequest{Kind: RankingChart, Query: data.Query{Units: []data.Body{yinghai()}}}
	svg := string(written(t, s, r, SVG))
	if !strings.Contains(svg, "85.7%（12/14）") || !strings.Contains(svg, "公开率") {
		t.Error("the picture lacks 85.7%（12/14）")
	}
	r.Kind = HeatChart
	r.Item = disclosureItem
	if text := string(written(t, s, r, TXT)); !strings.Contains(text, "85.7%（12/14）") {
		t.Errorf("the text is\n%s", text)
	}
}

func TestEveryKindIsWrittenInEveryFormat(t *testing.T) {
	s := openSampleShell(t)
	heads := map[ChartFormat]string{PNG: "\x89PNG", SVG: "<svg", PDF: "%PDF", XLSX: "PK", TXT: ""}
	for _, kind := range ChartKinds() {
		for _, format := range ChartFormats() {
			if file := written(t, s, ChartRequest{Kind: kind}, format); !bytes.HasPrefix(file, []byte(heads[format])) || len(file) < 100 {
				t.Errorf("%s as %s has %d bytes", kind, format, len(file))
			}
		}
	}
}

func TestAPictureHasTwoPixelsAPoint(t *testing.T) {
	s := openSampleShell(t)
	config, err := png.DecodeConfig(bytes.NewReader(written(t, s, ChartRequest{Kind: TrendChart}, PNG)))
	if err != nil || config.Width != int(fileWidth*2) {
		t.Errorf("the picture is %d wide, want %d (%v)", config.Width, int(fileWidth*2), err)
	}
}

func TestAnUnknownChartOrFormatIsSaid(t *testing.T) {
	s := openSampleShell(t)
	if err := WriteChart(t.Context(), s.store, ChartFile{ChartRequest{Kind: "pie"}, PNG}, &bytes.Buffer{}); !errors.Is(err, ErrUnknownChart) {
		t.Errorf("got %v", err)
	}
	if err := WriteChart(t.Context(), s.store, ChartFile{ChartRequest{Kind: TrendChart}, "gif"}, &bytes.Buffer{}); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("got %v", err)
	}
}

func TestCopyingAChartAsTextPutsItsNumbersOnTheClipboard(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *Choice) { c.Query.Units, c.Item = []data.Body{yinghai()}, disclosureItem })
	s.state.open(ChartPane)
	s.chartPane().copyText()
	if got := s.app.Clipboard().Content(); !strings.Contains(got, "2023\t85.7%（12/14）") {
		t.Errorf("copied\n%s", got)
	}
}

func TestWithoutAToolNoPictureIsCopied(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if err := copyPicture(t.Context(), []byte("png")); !errors.Is(err, errNoPictureTool) && runtime.GOOS == "linux" {
		t.Errorf("got %v", err)
	}
	wayland := func(string) string { return "wayland-0" }
	if got := pictureTools(wayland)[0][0]; got != "wl-copy" {
		t.Errorf("on Wayland %s comes first", got)
	}
	if got := quotedFor("powershell", `C:\it's.png`); got != `C:\it''s.png` {
		t.Errorf("a quote in a path becomes %s", got)
	}
}
