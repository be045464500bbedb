package errorlog

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// planted is an error with fields that hold a user's data.
type planted struct {
	File, Unit string
	Err        error
}

func (e *planted) Error() string {
	return fmt.Sprintf("%s: %s has 2390 of 1,234.5: %v", e.File, e.Unit, e.Err)
}
func (e *planted) Unwrap() error { return e.Err }

func about() string { return "nianbao 0.1.0, DuckDB v1.5.6" }

func plantedErrors() []error {
	path := &fs.PathError{Op: "open", Path: "/home/zhang/Smithville 2023/瀛海镇 report.xlsx", Err: syscall.EACCES}
	return []error{
		&planted{"/home/zhang/瀛海镇2023.xlsx", "Smithville", path},
		fmt.Errorf("read %s of %s: %w", "/home/zhang/Smith ville report.xlsx", "瀛海镇", errors.Join(errors.New("Conversion Error: Could not convert string '瀛海镇 2390' to INT32\nLINE 1: SELECT secretvalue FROM figures"), path)),
		fmt.Errorf(`C:\Users\zhang\Smithville 2390.docx: 平潭综合实验区 received 2390 and 1,234.5; ２３９０`),
		errors.New(`瀛海镇2023年.xlsx ["secretvalue"] “secretvalue” at Smithville 2390件`),
	}
}

func TestAReportOmitsTheUsersDataWhichTheLogHas(t *testing.T) {
	for i, err := range plantedErrors() {
		log := New(filepath.Join(t.TempDir(), "deep", "errors.log"), about)
		path := log.Note("export --chart", err)
		content, reading := os.ReadFile(path)
		if reading != nil || !strings.Contains(string(content), strings.Split(err.Error(), "\n")[0]) {
			t.Errorf("%d: the log has %q, %v", i, content, reading)
		}
		report := log.Report("export --chart", err)
		for _, secret := range []string{"瀛", "海", "平潭", "mith", "ville", "zhang", "home", "2390", "1,234", "234.5", "secret", "SELECT", "２３"} {
			if strings.Contains(report, secret) {
				t.Errorf("%d: %q is in the report:\n%s", i, secret, report)
			}
		}
		for _, want := range []string{"nianbao 0.1.0, DuckDB v1.5.6", "export --chart", fmt.Sprintf("%T", err), "log_test.go"} {
			if !strings.Contains(report, want) {
				t.Errorf("%d: %q is not in the report:\n%s", i, want, report)
			}
		}
	}
	report := New("", about).Report("", plantedErrors()[0])
	for _, want := range []string{"*.xlsx", "permission denied", "*fs.PathError", "syscall.Errno"} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is not in the report:\n%s", want, report)
		}
	}
}

func TestTheSizeOfTheLogIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "errors.log")
	log := New(path, about)
	long := errors.New(strings.Repeat("x", 100_000))
	for range 60 {
		log.Note("", long)
	}
	total := int64(0)
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 3*mostBytes {
		t.Errorf("the log takes %d bytes", total)
	}
}

func TestAnUnwritableLogHasNoPath(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if path := New(filepath.Join(blocked, "errors.log"), about).Note("", errors.New("x")); path != "" {
		t.Errorf("got %s", path)
	}
	var none *Log
	if path := none.Note("", errors.New("x")); path != "" {
		t.Errorf("got %s", path)
	}
}

// TestTheStackOfACrashIsLogged runs this test again in a process of its own, where
// a goroutine panics.
func TestTheStackOfACrashIsLogged(t *testing.T) {
	if path := os.Getenv("NIANBAO_CRASH"); path != "" {
		New(path, about).CatchCrashes()
		done := make(chan struct{})
		go func() {
			defer close(done)
			crash(nil)
		}()
		<-done
		select {}
	}
	path := filepath.Join(t.TempDir(), "errors.log")
	command := exec.Command(os.Args[0], "-test.run", "^TestTheStackOfACrashIsLogged$")
	command.Env = append(os.Environ(), "NIANBAO_CRASH="+path)
	if err := command.Run(); err == nil {
		t.Fatal("the process did not crash")
	}
	content, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(content), "errorlog.crash") {
		t.Errorf("the log has %q, %v", content, err)
	}
}

func crash(to map[string]int) { to["x"] = 1 }
