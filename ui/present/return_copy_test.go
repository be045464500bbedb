package present

import (
	"errors"
	"os"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer/workbook"
	"nianbao/ui/uitest"
)

func TestAChangedOrLostOriginalIsNotUsed(t *testing.T) {
	store, body := pingtanStore(t, 0), pingtan()
	write := func() workbook.ReturnedAs {
		t.Helper()
		var b strings.Builder
		as, err := WriteReturn(t.Context(), store, ReturnRequest{Body: body, Year: 2020, Language: form.Chinese}, &b)
		if err != nil {
			t.Fatal(err)
		}
		return as
	}
	if as := write(); as != workbook.MarkedOriginal {
		t.Fatalf("the untouched file is returned as %d", as)
	}
	d, err := ReadReportDetails(t.Context(), store, ReportName{Body: body, Year: 2020})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Remove(d.Report.File), os.RemoveAll(store.Path()+".originals")); err != nil {
		t.Fatal(err)
	}
	if as := write(); as != workbook.MarkedForm {
		t.Errorf("without its file the report is returned as %d", as)
	}
}

func TestAMissingReportHasNoReturnCopy(t *testing.T) {
	store := uitest.SampleStore(t)
	var b strings.Builder
	_, err := WriteReturn(t.Context(), store, ReturnRequest{Body: yinghai(), Year: 1999, Language: form.Chinese}, &b)
	if !errors.Is(err, data.ErrUnknownReport) {
		t.Errorf("the error is %v", err)
	}
}
