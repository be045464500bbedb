package read

import (
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestAProtectedWorkbookOpensWithItsPasswordOnly(t *testing.T) {
	plain := formLike(t)
	locked, err := excelize.Encrypt(plain, &excelize.Options{Password: "密码 1"})
	if err != nil {
		t.Fatal(err)
	}
	for password, kind := range map[string]ErrorKind{"": Encrypted, "密码": WrongPassword} {
		_, err := Sheets("locked", locked, Options{Password: password})
		var re *ReadError
		if !errors.As(err, &re) || re.Kind != kind {
			t.Errorf("password %q: %v, want kind %d", password, err, kind)
		}
	}
	sheets, err := Sheets("locked", locked, Options{Password: "密码 1"})
	if err != nil {
		t.Fatal(err)
	}
	if dump(sheets) != dump(mustRead(t, plain)) {
		t.Error("other cells than without the password")
	}
}

func TestAWorkbookWithAProtectedStructureOpensWithoutAPassword(t *testing.T) {
	plain := formLike(t)
	locked, err := excelize.Encrypt(plain, &excelize.Options{Password: noPassword})
	if err != nil {
		t.Fatal(err)
	}
	if dump(mustRead(t, locked)) != dump(mustRead(t, plain)) {
		t.Error("other cells than without the password")
	}
}
