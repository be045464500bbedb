package importer

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
)

// inflateBoth decompresses with ours and with the standard library's.
func inflateBoth(packed []byte, most int64) (ours, theirs []byte, ourErr, theirErr error) {
	f := newInflater()
	f.reset(bytes.NewReader(packed))
	ours, ourErr = io.ReadAll(io.LimitReader(f, most))
	theirs, theirErr = io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), most))
	return ours, theirs, ourErr, theirErr
}

func deflated(t testing.TB, content []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func inflateSamples(t testing.TB) map[string][]byte {
	noise := make([]byte, 150_000)
	random := rand.New(rand.NewPCG(1, 9))
	for i := range noise {
		noise[i] = byte(random.Uint32() >> (random.Uint32() % 32))
	}
	skewed := make([]byte, 300_000) // codes of all lengths
	for i := range skewed {
		for skewed[i] < 40 && random.IntN(2) == 0 {
			skewed[i]++
		}
	}
	return map[string][]byte{
		"nothing": nil, "a letter": []byte("a"), "noise": noise, "skewed": skewed,
		"a form":     sampleForm(t),
		"runs":       []byte(strings.Repeat("<c r=\"A1\"><v>12</v></c>", 40_000)),
		"far copies": append(append(append([]byte(nil), noise[:32<<10]...), noise[:32<<10]...), noise[:40_000]...),
	}
}

func TestPartsInflateAsTheStandardLibraryHasThem(t *testing.T) {
	f := newInflater()
	for name, content := range inflateSamples(t) {
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, 1, 6, 9} {
			packed := deflated(t, content, level)
			f.reset(bytes.NewReader(packed))
			got, err := io.ReadAll(f)
			if err != nil || !bytes.Equal(got, content) {
				t.Fatalf("%s at level %d: %d bytes, want %d: %v", name, level, len(got), len(content), err)
			}
			f.reset(iotest.OneByteReader(bytes.NewReader(packed)))
			if got, err = io.ReadAll(iotest.OneByteReader(f)); err != nil || !bytes.Equal(got, content) {
				t.Fatalf("%s at level %d, byte by byte: %d bytes: %v", name, level, len(got), err)
			}
		}
	}
}

func TestACutOrChangedStreamFailsWhereTheStandardLibraryFails(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for name, content := range inflateSamples(t) {
		for _, level := range []int{flate.NoCompression, 1, 6} {
			packed := deflated(t, content[:min(len(content), 9000)], level)
			for range 150 {
				broken := bytes.Clone(packed)
				for range 1 + random.IntN(2) {
					broken[random.IntN(len(broken))] ^= 1 << random.IntN(8)
				}
				sameInflation(t, name, broken[:random.IntN(len(broken)+1)])
				sameInflation(t, name, broken)
			}
		}
	}
}

// sameInflation holds ours against the standard library: the same bytes as far
// as they go, and the same kind of error.
func sameInflation(t *testing.T, name string, packed []byte) {
	t.Helper()
	ours, theirs, ourErr, theirErr := inflateBoth(packed, 1<<20)
	var a, b flate.CorruptInputError
	if (ourErr == nil) != (theirErr == nil) || errors.As(ourErr, &a) != errors.As(theirErr, &b) && !errors.Is(ourErr, io.ErrUnexpectedEOF) && !errors.Is(theirErr, io.ErrUnexpectedEOF) {
		t.Errorf("%s: %v, the standard library says %v (%x)", name, ourErr, theirErr, packed[:min(len(packed), 200)])
	}
	if ourErr == nil && !bytes.Equal(ours, theirs) {
		t.Errorf("%s: %d bytes, the standard library has %d", name, len(ours), len(theirs))
	}
}

func FuzzInflate(f *testing.F) {
	for _, content := range inflateSamples(f) {
		f.Add(deflated(f, content[:min(len(content), 4000)], 6))
	}
	f.Add([]byte{0, 3, 0, 0xfc, 0xff, 1, 2, 3})
	f.Fuzz(func(t *testing.T, packed []byte) { sameInflation(t, "fuzz", packed) })
}
