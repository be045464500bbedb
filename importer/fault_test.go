package importer

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read"
)

func TestACellOfSpacesAndAOneDoesNotPanic(t *testing.T) {
	r := realReports(t)[0]
	for _, space := range []string{"\u00a0", "\u3000", "\u200b", "\ufeff", " "} {
		c := canvasOf(&r)
		c.shift(1, 0)
		c.cells = append(c.cells, patch{text: space + "1"}, patch{left: 1, right: 1, text: "2" + space})
		mustBe(t, &r, understandSheets("a.xlsx", []read.Sheet{c.sheet()}))
	}
}

// The reader is made to panic on purpose. No other test sees a recovered panic: it ends
// the test that caused it.
func TestAPanicIsReportedAsOurFaultAndStopsNoOtherFile(t *testing.T) {
	u := newInterpreter(&Options{})
	u.recovers = true
	var got []Result
	emit := func(r Result) { got = append(got, r) }
	u.guarded("a.xlsx", emit, func() (opened, error) { panic("index out of range") })
	if len(got) != 1 || !isOurFault(got[0].Err) {
		t.Fatalf("a panic gives %v", got)
	}
	for _, lang := range form.Languages() {
		words := explain(got[0].Err, lang)
		for _, not := range []string{"损坏", "damaged", "index out of range", "重新发送"} {
			if strings.Contains(words, not) {
				t.Errorf("our own failure is told as %q", words)
			}
		}
	}
	u.recovers = false
	defer func() {
		if recover() == nil {
			t.Error("a panic under test was swallowed")
		}
	}()
	u.guarded("a.xlsx", emit, func() (opened, error) { panic("index out of range") })
}

func TestPanicsAreNotRecoveredInTests(t *testing.T) {
	if newInterpreter(&Options{}).recovers {
		t.Error("tests would not notice a panic of the importer")
	}
	// An unusual workbook is an error of its own, not a panic.
	path := filepath.Join(t.TempDir(), "a.xlsx")
	putFile(t, path, "PK\x03\x04 this is no workbook")
	results, err := Run(context.Background(), []string{path}, Options{})
	if err != nil || len(results) != 1 || results[0].Err == nil || isOurFault(results[0].Err) {
		t.Errorf("%v, %v", results, err)
	}
}

func isOurFault(err error) bool {
	var re *read.ReadError
	return errors.As(err, &re) && re.Kind == read.OurFault
}
