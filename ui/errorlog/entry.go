package errorlog

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"time"
)

// entry is one error with its circumstances.
type entry struct {
	time  time.Time
	about string
	doing string
	err   error
	stack string
}

// full is the entry in the log.
func (e *entry) full() string {
	return e.text(func(err error) string { return err.Error() })
}

// harmless is the entry without any of the user's data.
func (e *entry) harmless() string {
	known := valuesOf(e.err)
	return e.text(func(err error) string { return redacted(ownText(err), known) })
}

func (e *entry) text(describe func(error) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s  %s/%s\n", e.time.Format(time.RFC3339), e.about, runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(&b, "doing: %s\nerrors:\n", e.doing)
	for _, err := range chain(e.err) {
		fmt.Fprintf(&b, "  %T: %s\n", err, describe(err))
	}
	fmt.Fprintf(&b, "stack:\n%s", e.stack)
	return b.String()
}

// chain is an error with its causes, each before its own.
func chain(err error) []error {
	if err == nil {
		return nil
	}
	list := []error{err}
	for _, cause := range causes(err) {
		list = append(list, chain(cause)...)
	}
	return list
}

// causes are the errors that an error wraps itself.
func causes(err error) []error {
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		if cause := e.Unwrap(); cause != nil {
			return []error{cause}
		}
	case interface{ Unwrap() []error }:
		return e.Unwrap()
	}
	return nil
}

// ownText is the text of an error without that of its causes, which have their own lines.
func ownText(err error) string {
	text := err.Error()
	for _, cause := range causes(err) {
		if inner := cause.Error(); inner != "" {
			text = strings.Replace(text, inner, "", 1)
		}
	}
	return text
}

// valuesOf are the texts in the fields of an error and its causes: paths, units, sheets.
// Texts that come from the program itself are not among them.
func valuesOf(err error) []string {
	var values []string
	for _, e := range chain(err) {
		v := reflect.ValueOf(e)
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		if v.Kind() != reflect.Struct {
			continue
		}
		for i := range v.NumField() {
			f := v.Field(i)
			if v.Type().Field(i).IsExported() && f.Kind() == reflect.String && !plainWord.MatchString(f.String()) {
				values = append(values, f.String())
			}
		}
	}
	return values
}
