package data

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"testing"
)

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

func TestAnOriginalIsKeptOnceAndComesBackWhole(t *testing.T) {
	s := openStore(t)
	content := []byte("年报")
	sum := sha256.Sum256(content)
	hash := hex.EncodeToString(sum[:])
	if _, err := s.Original(hash); !errors.Is(err, ErrNoOriginal) {
		t.Errorf("got %v", err)
	}
	for range 2 {
		if err := s.keepOriginal(hash, content); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := s.Original(hash); err != nil || string(got) != "年报" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := s.Original("../../x"); !errors.Is(err, ErrNoOriginal) {
		t.Errorf("got %v", err)
	}
	if err := os.WriteFile(s.originalPath(hash), []byte("坏了"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Original(hash); !errors.Is(err, ErrWrongHash) {
		t.Errorf("got %v", err)
	}
}
