package ui

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/ui/present"
)

func TestCopyingAChartAsTextPutsItsNumbersOnTheClipboard(t *testing.T) {
	s := openSampleShell(t)
	s.state.change(func(c *present.Choice) { c.Query.Units, c.Item = []data.Body{yinghai()}, present.DisclosureItem })
	s.state.open(ChartPane)
	s.chartPane().copyText()
	if got := s.app.Clipboard().Content(); !strings.Contains(got, "2023\t85.7%（12/14）") {
		t.Errorf("copied\n%s", got)
	}
}

func TestNoPictureIsCopiedWithoutAClipboardTool(t *testing.T) {
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
