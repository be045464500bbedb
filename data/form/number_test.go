package form

import (
	"errors"
	"testing"
)

func TestNumbersAreParsedAndFormattedExactly(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "2390": "2390", "-18": "-18", "+461": "461", "24252.311082": "24252.311082",
		"11398889": "11398889", "73802895.90": "73802895.9", ".5": "0.5", "-0.000001": "-0.000001", "007": "7",
	} {
		n, err := ParseNumber(text)
		if err != nil || n.String() != want {
			t.Errorf("%q: %s, %v; want %s", text, n, err, want)
		}
	}
}

func TestTextsThatAreNotPlainNumbersAreRefused(t *testing.T) {
	for text, want := range map[string]error{
		"": ErrNotANumber, "-": ErrNotANumber, ".": ErrNotANumber, "1,000": ErrNotANumber, "1e5": ErrNotANumber,
		"--1": ErrNotANumber, "1.2.3": ErrNotANumber, "１": ErrNotANumber,
		"1000000000000": ErrNumberTooLarge, "99999999999999999999": ErrNumberTooLarge, "0.1234567": ErrNumberTooFine,
	} {
		if _, err := ParseNumber(text); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
	}
}

func TestAStoredFloatBecomesTheNumberThatASpreadsheetShows(t *testing.T) {
	for f, want := range map[float64]string{0.1 + 0.2: "0.3", 11398889: "11398889", 24252.311082: "24252.311082", -3: "-3"} {
		if n, ok := NumberOf(f); !ok || n.String() != want {
			t.Errorf("%v: %s (%v), want %s", f, n, ok, want)
		}
	}
	if _, ok := NumberOf(1e300); ok {
		t.Error("1e300 fits no figure")
	}
}

func TestThousandsAreSeparatedByCommas(t *testing.T) {
	for text, want := range map[string]string{"0": "0", "999": "999", "2390": "2,390", "-1234567.5": "-1,234,567.5"} {
		if n, _ := ParseNumber(text); n.Grouped() != want {
			t.Errorf("%s: %s, want %s", text, n.Grouped(), want)
		}
	}
}

func FuzzParseNumberRoundTrips(f *testing.F) {
	for _, seed := range []string{"0", "-18", "24252.311082", "999999999999.999999", "0.0000005"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := ParseNumber(text)
		if err != nil {
			return
		}
		if back, err := ParseNumber(n.String()); err != nil || back != n {
			t.Errorf("%q: %d writes %s, which reads %d, %v", text, n, n, back, err)
		}
	})
}
