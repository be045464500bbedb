package present

import (
	"bytes"
	"errors"
	"image/png"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/ui/uitest"
)

// written returns a chart as a file.
func written(t *testing.T, store *data.Store, r ChartRequest, format ChartFormat) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteChart(t.Context(), store, ChartFile{Request: r, Format: format}, &out); err != nil {
		t.Fatalf("write %s as %s: %v", r.Kind, format, err)
	}
	return out.Bytes()
}

func TestExportedChartsHaveTheMeasuresOfTheSampleTown(t *testing.T) {
	store := uitest.SampleStore(t)
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
		text := string(written(t, store, ChartRequest{Kind: RankingChart, Item: item, Query: data.Query{Units: []data.Body{yinghai()}}}, TXT))
		if !strings.Contains(text, want[0]) {
			t.Errorf("%s is written as\n%s\nwant %q", item, text, want[0])
		}
	}
}

func TestARateIsWrittenWithItsFraction(t *testing.T) {
	store := uitest.SampleStore(t)
	r := ChartRequest{Kind: RankingChart, Query: data.Query{Units: []data.Body{yinghai()}}}
	svg := string(written(t, store, r, SVG))
	if !strings.Contains(svg, "85.7%（12/14）") || !strings.Contains(svg, "公开率") {
		t.Error("the picture lacks 85.7%（12/14）")
	}
	r.Kind = HeatChart
	r.Item = DisclosureItem
	if text := string(written(t, store, r, TXT)); !strings.Contains(text, "85.7%（12/14）") {
		t.Errorf("the text is\n%s", text)
	}
}

func TestEveryKindIsWrittenInEveryFormat(t *testing.T) {
	store := uitest.SampleStore(t)
	heads := map[ChartFormat]string{PNG: "\x89PNG", SVG: "<svg", PDF: "%PDF", XLSX: "PK", TXT: ""}
	for _, kind := range ChartNames() {
		for _, format := range ChartFormats() {
			if file := written(t, store, ChartRequest{Kind: kind}, format); !bytes.HasPrefix(file, []byte(heads[format])) || len(file) < 100 {
				t.Errorf("%s as %s has %d bytes", kind, format, len(file))
			}
		}
	}
}

func TestAPictureHasTwoPixelsPerPoint(t *testing.T) {
	store := uitest.SampleStore(t)
	config, err := png.DecodeConfig(bytes.NewReader(written(t, store, ChartRequest{Kind: TrendChart}, PNG)))
	if err != nil || config.Width != int(fileWidth*2) {
		t.Errorf("the picture is %d wide, want %d (%v)", config.Width, int(fileWidth*2), err)
	}
}

func TestAnUnknownChartOrFormatIsReported(t *testing.T) {
	store := uitest.SampleStore(t)
	if err := WriteChart(t.Context(), store, ChartFile{Request: ChartRequest{Kind: "pie"}, Format: PNG}, &bytes.Buffer{}); !errors.Is(err, ErrUnknownChart) {
		t.Errorf("got %v", err)
	}
	if err := WriteChart(t.Context(), store, ChartFile{Request: ChartRequest{Kind: TrendChart}, Format: "gif"}, &bytes.Buffer{}); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("got %v", err)
	}
}
