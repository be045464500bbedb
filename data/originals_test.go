package data

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func hashOf(content []byte) string { return hashOfContent(content) }

// keepAll keeps files in an import of its own.
func keepAll(t *testing.T, s *Store, files ...original) {
	t.Helper()
	imp, err := s.Begin(t.Context(), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		imp.Keep(f.name, f.hash, f.content)
	}
	if err := imp.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func originalsOf(n int) []original {
	var files []original
	for i := range n {
		content := bytes.Repeat([]byte{byte(i)}, 100+i*37)
		files = append(files, original{hashOf(content), fmt.Sprintf("收件/镇%d/年报.xlsx", i), content})
	}
	return files
}

func TestOriginalsAreKeptInAnOrdinaryZipUnderTheirOwnNames(t *testing.T) {
	s := openStore(t)
	files := originalsOf(3)
	keepAll(t, s, files...)
	keepAll(t, s, files...) // they are all kept already, so no further zip is written
	paths, err := zipsOf(s.path)
	if err != nil || len(paths) != 1 {
		t.Fatal(paths, err)
	}
	r, err := zip.OpenReader(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for i, want := range []string{"年报.xlsx", "年报 (2).xlsx", "年报 (3).xlsx"} {
		in, err := r.File[i].Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil || r.File[i].Name != want || !bytes.Equal(content, files[i].content) {
			t.Errorf("%s with %d bytes, %v", r.File[i].Name, len(content), err)
		}
	}
}

func TestAMissingOrChangedOriginalIsAnError(t *testing.T) {
	s := openStore(t)
	files := originalsOf(2)
	for _, hash := range []string{files[0].hash, "../../x", "", "00"} {
		if _, err := s.Original(hash); !errors.Is(err, ErrNoOriginal) {
			t.Errorf("%q: %v", hash, err)
		}
	}
	keepAll(t, s, files...)
	paths, _ := zipsOf(s.path)
	content, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(content, files[1].content)
	content[at+5] ^= 1
	if err := os.WriteFile(paths[0], content, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Original(files[1].hash); !errors.Is(err, ErrWrongHash) {
		t.Errorf("a changed original gives %v", err)
	}
	if got, err := s.Original(files[0].hash); err != nil || !bytes.Equal(got, files[0].content) {
		t.Errorf("the other gives %d bytes, %v", len(got), err)
	}
}

func TestATruncatedZipStillYieldsTheFilesBeforeTheCut(t *testing.T) {
	database := filepath.Join(t.TempDir(), "x.duckdb")
	files := originalsOf(4)
	w, err := newZipWriter(database, "import-1")
	if err != nil {
		t.Fatal(err)
	}
	var ends []int // offsets at which the files end
	for _, o := range files {
		if err := w.add(o); err != nil {
			t.Fatal(err)
		}
		if err := w.flush(); err != nil {
			t.Fatal(err)
		}
		info, err := w.file.Stat()
		if err != nil {
			t.Fatal(err)
		}
		ends = append(ends, int(info.Size()))
	}
	if err := w.finish(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(w.path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range len(whole) {
		want := 0
		for want < len(ends) && ends[want] <= cut {
			want++
		}
		got := zippedFiles(whole[:cut])
		if len(got) != want {
			t.Fatalf("cut at %d of %d: %d files, want %d", cut, len(whole), len(got), want)
		}
		for i := range got {
			if got[i].hash != files[i].hash || !bytes.Equal(got[i].content, files[i].content) {
				t.Fatalf("cut at %d: file %d is another", cut, i)
			}
		}
	}
}

func TestOpeningTheDatabaseCompletesAnUnfinishedZip(t *testing.T) {
	s := openStore(t)
	path, files := s.path, originalsOf(3)
	keepAll(t, s, files...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	paths, _ := zipsOf(path)
	whole, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	half := whole[:bytes.Index(whole, files[2].content)+3]
	if err := errors.Join(os.WriteFile(paths[0]+unfinished, half, 0o644), os.Remove(paths[0])); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, path)
	for i, o := range files {
		got, err := s.Original(o.hash)
		if want := i < 2; (err == nil && bytes.Equal(got, o.content)) != want {
			t.Errorf("file %d: %d bytes, %v", i, len(got), err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(OriginalsPath(path), "*"+unfinished)); len(left) > 0 {
		t.Errorf("%s stays", left)
	}
}

func TestPacksOfEarlierVersionsBecomeZips(t *testing.T) {
	s := openStore(t)
	path, files := s.path, originalsOf(3)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(OriginalsPath(path), "packs")
	var pack []byte
	for _, o := range files {
		sum, _ := hex.DecodeString(o.hash)
		pack = append(binary.LittleEndian.AppendUint64(append(pack, sum...), uint64(len(o.content))), o.content...)
	}
	if err := errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(filepath.Join(folder, "1.pack"), append(pack, "half a record"...), 0o644)); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, path)
	for i, o := range files {
		if got, err := s.Original(o.hash); err != nil || !bytes.Equal(got, o.content) {
			t.Errorf("file %d: %d bytes, %v", i, len(got), err)
		}
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the packs stay: %v", err)
	}
}
