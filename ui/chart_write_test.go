package ui

import (
	"bytes"
	"errors"
	"image/png"
	"runtime"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/ui/present"
)

// written is a chart as a file.
func written(t *testing.T, s *shell, r present.ChartRequest, format present.ChartFormat) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := present.WriteChart(t.Context(), s.store, present.ChartFile{Request: r, Format: format}, &out); err != nil {
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
		text := string(written(t, s, present.ChartRequest{Kind: present.RankingChart, Item: item, Query: data.Query{Units: []data.Body{yinghai()}}}, present.TXT))
		if !strings.Contains(text, want[0]) {
			t.Errorf("%s is written as\n%s\nwant %q", item, text, want[0])
		}
	}
}

func TestARateIsWrittenWithItsFraction(t *testing.T) {
	s := openSampleShell(t)
	r := present.ChartRequest{Kind: present.RankingChart, Query: data.Query{Units: []data.Body{yinghai()}}}
	svg := string(written(t, s, r, present.SVG))
	if !strings.Contains(svg, "85.7%（12/14）") || !strings.Contains(svg, "公开率") {
		t.Error("the picture lacks 85.7%（12/14）")
	}
	r.Kind = present.HeatChart
	r.Item = present.DisclosureItem
	if text := string(written(t, s, r, present.TXT)); !strings.Contains(text, "85.7%（12/14）") {
		t.Errorf("the text is\n%s", text)
	}
}

func TestEveryKindIsWrittenInEveryFormat(t *testing.T) {
	s := openSampleShell(t)
	heads := map[present.ChartFormat]string{present.PNG: "\x89PNG", present.SVG: "<svg", present.PDF: "%PDF", present.XLSX: "PK", present.TXT: ""}
	for _, kind := range present.ChartNames() {
		for _, format := range present.ChartFormats() {
			if file := written(t, s, present.ChartRequest{Kind: kind}, format); !bytes.HasPrefix(file, []byte(heads[format])) || len(file) < 100 {
				t.Errorf("%s as %s has %d bytes", kind, format, len(file))
			}
		}
	}
}

func TestAPictureHasTwoPixelsAPoint(t *testing.T) {
	s := openSampleShell(t)
	config, err := png.DecodeConfig(bytes.NewReader(written(t, s, present.ChartRequest{Kind: present.TrendChart}, present.PNG)))
	if err != nil || config.Width != int(present.FileWidth*2) {
		t.Errorf("the picture is %d wide, want %d (%v)", config.Width, int(present.FileWidth*2), err)
	}
}

func TestAnUnknownChartOrFormatIsSaid(t *testing.T) {
	s := openSampleShell(t)
	if err := present.WriteChart(t.Context(), s.store, present.ChartFile{Request: present.ChartRequest{Kind: "pie"}, Format: present.PNG}, &bytes.Buffer{}); !errors.Is(err, present.ErrUnknownChart) {
		t.Errorf("got %v", err)
	}
	if err := present.WriteChart(t.Context(), s.store, present.ChartFile{Request: present.ChartRequest{Kind: present.TrendChart}, Format: "gif"}, &bytes.Buffer{}); !errors.Is(err, present.ErrUnknownFormat) {
		t.Errorf("got %v", err)
	}
}

func TestCopyingAChartAsTextPutsItsNumbersOnTheClipboard(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query.Units, c.Item = []data.Body{yinghai()}, present.DisclosureItem })
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
