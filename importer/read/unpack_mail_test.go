package read

import (
	"encoding/base64"
	"strings"
	"testing"

	"nianbao/importer/read/readtest"
)

// letter joins the lines of a message as they are sent.
func letter(lines ...string) []byte { return []byte(strings.Join(lines, "\r\n") + "\r\n") }

func inBase64(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }

func TestAttachmentsOfAMailBecomeFilesWithReadableNames(t *testing.T) {
	subject := gbk(t, "石桥镇年报")
	wantUnpacked(t, letter(
		"Received: from a by b", "From: =?gb2312?B?"+inBase64(gbk(t, "石桥镇"))+"?= <a@b.cn>", "To: c@d.cn",
		"Subject: =?gb2312?B?"+inBase64(subject[:3])+"?=", " =?gb2312?B?"+inBase64(subject[3:])+"?=", // split within a character
		"MIME-Version: 1.0", `Content-Type: multipart/mixed; boundary="=_x"`, "",
		"--=_x", "Content-Type: text/plain; charset=gbk", "Content-Transfer-Encoding: base64", "", inBase64(gbk(t, "附上年报")),
		"--=_x", `Content-Type: application/octet-stream; name="=?gb2312?B?`+inBase64(gbk(t, "甲.csv"))+`?="`, "Content-Transfer-Encoding: base64",
		`Content-Disposition: attachment; filename="=?gb2312?B?`+inBase64(gbk(t, "甲.csv"))+`?="`, "", inBase64("一,二三")[:5]+"\r\n "+inBase64("一,二三")[5:],
		"--=_x", "Content-Type: text/csv", "Content-Disposition: attachment;", " filename*0*=UTF-8''%E4%B9%99;", ` filename*1=".csv"`, "Content-Transfer-Encoding: quoted-printable", "", "=E4=B8=", "=80",
		"--=_x", "Content-Type: text/csv", `Content-Disposition: attachment; filename="`+gbk(t, "丙.csv")+`"`, "", "3",
		"--=_x", "Content-Type: text/csv", `Content-Disposition: attachment; filename=C:\报送\丁.csv`, "", "4",
		"--=_x", "Content-Type: text/csv", `Content-Disposition: attachment; filename="a/甲.csv"`, "", "5",
		"--=_x", "Content-Type: text/csv; name=甲.csv", "", "6",
		"--=_x", "Content-Type: application/zip", "Content-Transfer-Encoding: base64", "", inBase64(string(readtest.Zip(t, readtest.Part{Name: "戊.csv", Body: "7"}))),
		"--=_x", "Content-Type: image/png; name=公章.png", "", "8",
		"--=_x--"),
		"石桥镇年报/甲.csv 一,二三", "石桥镇年报/乙.csv 一", "石桥镇年报/丙.csv 3", "石桥镇年报/丁.csv 4", "石桥镇年报/a_甲.csv 5", "石桥镇年报/甲 (2).csv 6", "石桥镇年报/附件7.zip/戊.csv 7", "石桥镇年报/公章.png 8")
}

func TestATableInTheTextOfAMailBecomesAFile(t *testing.T) {
	text := func(kind, body string) []byte {
		return letter("From: a@b.cn", "To: c@d.cn", "Subject: 回复: test", "Content-Type: multipart/related; boundary=x", "",
			"--x", "Content-Type: multipart/alternative; boundary=y", "", "--y", "Content-Type: text/plain", "", "see below", "--y", "Content-Type: text/html; charset="+kind, "", body, "--y--", "",
			"--x", "Content-Type: image/png", "Content-ID: <1>", "", "picture", "--x--")
	}
	wantUnpacked(t, text("gb2312", gbk(t, "年报<table><tr><td>一</table>")), "正文.html <html>年报<table><tr><td>一</table>")
	wantUnpacked(t, text("utf-8", "<p>年报"), (&ReadError{Kind: NothingPacked, Format: mailFormat}).Explain("zh"))
	wantUnpacked(t, letter("From: a@b.cn", "To: c@d.cn", "Subject: x", "Content-Type: text/html", "", "<table></table>"), "x/正文.html <table></table>\r\n")
}

func TestAForwardedMailAndAMailboxAreReadAsFolders(t *testing.T) {
	one := func(subject, name string) string {
		return string(letter("From: a@b.cn", "To: c@d.cn", "Subject: "+subject, "Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: text/csv; name="+name, "", name, "", "From here on", "--x--"))
	}
	wantUnpacked(t, letter("From: a@b.cn", "To: c@d.cn", "Subject: Fw: 各镇/年报", "Content-Type: multipart/mixed; boundary=z", "", "--z", "Content-Type: message/rfc822", "", one("甲", "a.csv"), "--z--"),
		"各镇_年报/附件1.eml/甲/a.csv a.csv\r\n\r\nFrom here on")
	box := "From a@b.cn Mon Jan  1 00:00:00 2024\r\n" + one("甲", "a.csv") + "\r\nFrom b@b.cn Mon Jan  1 00:00:00 2024\r\n" +
		string(letter("From: a@b.cn", "To: c@d.cn", "Subject: x", "", "text")) + "\r\nFrom b@b.cn Mon Jan  1 00:00:00 2024\r\n" + one("乙", "b.csv")
	wantUnpacked(t, []byte(box), "甲/a.csv a.csv\r\n\r\nFrom here on", "乙/b.csv b.csv\r\n\r\nFrom here on")
}

func TestATruncatedMailIsRefused(t *testing.T) {
	whole := letter("From: a@b.cn", "To: c@d.cn", "Subject: test", "Content-Type: multipart/mixed; boundary=x", "", "--x", "Content-Type: text/csv; name=a.csv", "", "1", "--x", "Content-Type: text/csv; name=b.csv", "", "23456", "--x--")
	wantUnpacked(t, whole, "a.csv 1", "b.csv 23456")
	wantUnpacked(t, whole[:len(whole)-10], "a.csv 1", "b.csv failed: "+(&ReadError{Kind: Truncated}).Explain("zh"), (&ReadError{Kind: Truncated}).Explain("zh"))
}

func TestMailsAreDistinguishedFromPagesAndTexts(t *testing.T) {
	for content, isMail := range map[string]bool{
		"From: a\nTo: b\nSubject: c\n\nx":                                                                      true,
		"Subject: c\nFrom: a\nContent-Type: multipart/mixed;b=1\n\n":                                           true,
		"From: <Saved by WPS>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n": false,
		"MIME-Version: 1.0\nContent-Type: multipart/related\n\n":                                               false,
		"单位: a\nFrom: a\nTo: b\nSubject: c\n":                                                                  false,
		"From: a\n年报\nTo: b\nSubject: c\n\n":                                                                   false,
		"项目,件\nTo: b\n":                                                                                        false, "": false,
	} {
		if got := looksLikeMail([]byte(content)); got != isMail {
			t.Errorf("%q: %t", content, got)
		}
	}
}

// FuzzMail takes mails apart.
func FuzzMail(f *testing.F) {
	f.Add([]byte("From: a\nTo: b\nSubject: =?gb2312?B?yq/H?= =?gb2312?B?xQ==?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/csv; name*0*=utf-8''%41;name*1=b\nContent-Transfer-Encoding: base64\n\neA==\n--x--\n"))
	f.Add([]byte("From a\nFrom: a\nTo: b\nSubject: c\nContent-Type: text/html\n\n<table>\n\nFrom b\nFrom: x\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		u := unpacker{name: "fuzz", opt: Options{Scratch: &Scratch{}}, files: 100, bytes: 1 << 20, take: func(f File) error {
			if f.Name == "" || strings.HasPrefix(f.Name, "/") || strings.Contains("/"+f.Name+"/", "/../") || f.Err != nil && !hasWords(f.Err) {
				t.Errorf("the file %q with error %v", f.Name, f.Err)
			}
			return nil
		}}
		for _, read := range []func(string, []byte, int) error{u.message, u.mailbox} {
			if err := read("", content, 0); err != nil && !hasWords(err) {
				t.Errorf("an error without words: %v", err)
			}
		}
	})
}
