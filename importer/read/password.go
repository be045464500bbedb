package read

import (
	"bytes"
	"errors"
	"regexp"

	"github.com/xuri/excelize/v2"
)

// noPassword is the password of workbooks that are protected only against changes:
// anybody can open them.
const noPassword = "VelvetSweatshop"

// readEncrypted reads a package protected by a password.
func readEncrypted(in *input) ([]Sheet, error) {
	if rounds, err := passwordRounds(in); err != nil || rounds > mostRounds {
		return nil, &ReadError{Kind: Damaged, Err: err}
	}
	for _, password := range []string{in.opt.Password, noPassword} {
		if password == "" {
			continue
		}
		plain, err := excelize.Decrypt(in.content, &excelize.Options{Password: password})
		switch {
		case err == nil && bytes.HasPrefix(plain, []byte(zipMagic)):
			return readFormat(plain, in.opt)
		case err == nil, errors.Is(err, excelize.ErrWorkbookPassword):
		default:
			return nil, &ReadError{Kind: Damaged, Err: err}
		}
	}
	if in.opt.Password != "" {
		return nil, &ReadError{Kind: WrongPassword}
	}
	return nil, &ReadError{Kind: Encrypted}
}

// NeedsPassword reports whether a file can only be read with the right password, which
// was missing or wrong.
func NeedsPassword(err error) bool {
	var unread *ReadError
	return errors.As(err, &unread) && unread.Format == "" && (unread.Kind == Encrypted || unread.Kind == WrongPassword)
}

// mostRounds limits how often a password is hashed. It is ten times as often as office
// programs do, and takes less than a minute.
const mostRounds = 1_000_000

var roundsOf = regexp.MustCompile(`spinCount="(\d{1,9})"`)

// passwordRounds returns how often the file requires the password to be hashed, 0 for the
// older scheme, whose number is fixed.
func passwordRounds(in *input) (int, error) {
	f := in.streams["EncryptionInfo"]
	if f == nil {
		return 0, damaged(ReasonMissingPart)
	}
	info, err := readStream(f, len(in.content))
	if err != nil {
		return 0, err
	}
	most := 0
	for _, m := range roundsOf.FindAllSubmatch(info, -1) {
		most = max(most, digits(m[1]))
	}
	return most, nil
}
