package read

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/importer/read/readtest"
)

// unpacked lists the content of an archive: a line for each file, and one for the error
// of the archive.
func unpacked(t testing.TB, content []byte) string {
	t.Helper()
	var lines []string
	err := Unpack("test", content, Options{}, func(f File) error {
		switch {
		case f.Err != nil && !hasWords(f.Err):
			t.Errorf("%s has an error without words", f.Name)
		case f.Err != nil:
			lines = append(lines, f.Name+" failed: "+f.Err.(*ReadError).Explain("zh"))
		default:
			lines = append(lines, f.Name+" "+string(f.Content))
		}
		return nil
	})
	if err != nil {
		lines = append(lines, err.(*ReadError).Explain("zh"))
	}
	return strings.Join(lines, "\n")
}

func wantUnpacked(t *testing.T, content []byte, lines ...string) {
	t.Helper()
	if got, want := unpacked(t, content), strings.Join(lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// zipOf packs files whose headers a test chooses.
func zipOf(t testing.TB, headers ...zip.FileHeader) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range headers {
		f, err := w.CreateHeader(&headers[i])
		if err == nil && !strings.HasSuffix(headers[i].Name, "/") {
			_, err = f.Write([]byte("x"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func gbk(t testing.TB, text string) string {
	t.Helper()
	encoded, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func TestFilesOfAnArchiveHaveReadableNames(t *testing.T) {
	unicode := zip.FileHeader{Name: gbk(t, "旧名.xlsx"), NonUTF8: true}
	unicode.Extra = binary.LittleEndian.AppendUint16(nil, 0x7075)
	unicode.Extra = binary.LittleEndian.AppendUint16(unicode.Extra, uint16(5+len("新名.xlsx")))
	unicode.Extra = binary.LittleEndian.AppendUint32(append(unicode.Extra, 1), crc32.ChecksumIEEE([]byte(unicode.Name)))
	unicode.Extra = append(unicode.Extra, "新名.xlsx"...)
	wantUnpacked(t, zipOf(t,
		zip.FileHeader{Name: "报送/"},
		zip.FileHeader{Name: "报送/甲镇.xlsx"},
		zip.FileHeader{Name: "乙镇.xlsx", NonUTF8: true},
		zip.FileHeader{Name: gbk(t, "街道/丙街道.xls"), NonUTF8: true},
		zip.FileHeader{Name: gbk(t, "联通.xls"), NonUTF8: true},
		zip.FileHeader{Name: gbk(t, `街道\乂\丁.xls`), NonUTF8: true}, // 乂 ends with the byte of a backslash
		unicode,
		zip.FileHeader{Name: "../../etc/年报.csv"},
		zip.FileHeader{Name: "/a/./b//c.csv"},
	), "报送/甲镇.xlsx x", "乙镇.xlsx x", "街道/丙街道.xls x", "联通.xls x", "街道/乂/丁.xls x", "新名.xlsx x", "etc/年报.csv x", "a/b/c.csv x")
}

func TestSystemFilesInAnArchiveAreIgnored(t *testing.T) {
	wantUnpacked(t, zipOf(t, zip.FileHeader{Name: "__MACOSX/._年报.xlsx"}, zip.FileHeader{Name: "a/.DS_Store"}, zip.FileHeader{Name: "~$年报.xlsx"},
		zip.FileHeader{Name: "Thumbs.db"}, zip.FileHeader{Name: "a/desktop.ini"}, zip.FileHeader{Name: ".git/年报.xlsx"}, zip.FileHeader{Name: "年报.xlsx"}), "年报.xlsx x")
	empty := (&ReadError{Kind: NothingPacked, Format: zipFormat}).Explain("zh")
	wantUnpacked(t, zipOf(t, zip.FileHeader{Name: "a/"}, zip.FileHeader{Name: "a/.DS_Store"}), empty)
	wantUnpacked(t, zipOf(t), empty)
}

func TestAnArchiveInAnArchiveIsReadAsAFolder(t *testing.T) {
	content := readtest.Zip(t, readtest.Part{Name: "年报.csv", Body: "x"})
	document := readtest.Docx(t, readtest.Paragraph("年报"))
	content = readtest.Zip(t, readtest.Part{Name: "甲.zip", Body: string(content)}, readtest.Part{Name: "乙.docx", Body: string(document)}, readtest.Part{Name: "丙", Body: string(content)})
	wantUnpacked(t, content, "甲.zip/年报.csv x", "乙.docx "+string(document), "丙/年报.csv x")
	if err := failure(t, content); !IsArchive(err) {
		t.Errorf("%v", err)
	}
	for range maxPackedDepth {
		content = readtest.Zip(t, readtest.Part{Name: "a.zip", Body: string(content)}, readtest.Part{Name: "b.csv", Body: "x"})
	}
	deep := (&ReadError{Kind: TooMuchPacked, Reason: ReasonDepth}).Explain("zh")
	wantUnpacked(t, content, "a.zip/a.zip/a.zip/a.zip/甲.zip failed: "+deep, "a.zip/a.zip/a.zip/a.zip/乙.docx "+string(document), "a.zip/a.zip/a.zip/a.zip/丙 failed: "+deep,
		"a.zip/a.zip/a.zip/b.csv x", "a.zip/a.zip/b.csv x", "a.zip/b.csv x", "b.csv x")
}

func TestFilesOfAnArchiveThatCannotBeExtractedAreReported(t *testing.T) {
	content := zipOf(t, zip.FileHeader{Name: "a.xlsx"}, zip.FileHeader{Name: "b.xlsx"}, zip.FileHeader{Name: "c.xlsx"})
	locked := (&ReadError{Kind: Encrypted, Format: zipFormat}).Explain("zh")
	wantUnpacked(t, lock(content, "b.xlsx"), "a.xlsx x", "b.xlsx failed: "+locked, "c.xlsx x")
	wantUnpacked(t, lock(lock(lock(content, "a.xlsx"), "b.xlsx"), "c.xlsx"), locked)
	if !strings.Contains(locked, "密码") {
		t.Error(locked)
	}
	rare := bytes.Clone(content)
	rare[directory(rare, "b.xlsx")+10] = 9 // Deflate64
	wantUnpacked(t, rare, "a.xlsx x", "b.xlsx failed: "+(&ReadError{Kind: PackedOtherwise}).Explain("zh"), "c.xlsx x")
	wrong := bytes.Clone(content)
	wrong[directory(wrong, "b.xlsx")+16] ^= 1
	wantUnpacked(t, wrong, "a.xlsx x", "b.xlsx failed: "+damaged(ReasonChecksum).Explain("zh"), "c.xlsx x")
	if err := failure(t, content[:len(content)-30]); err.Kind != Truncated {
		t.Errorf("cut short: %v", err)
	}
}

// directory returns the position of a file's entry in the directory of an archive.
func directory(content []byte, name string) int {
	return bytes.LastIndex(content, []byte(name)) - 46
}

// lock marks a file as encrypted.
func lock(content []byte, name string) []byte {
	content = bytes.Clone(content)
	content[directory(content, name)+8] |= 1
	return content
}

func TestNestedZipBombsShareOneLimit(t *testing.T) {
	bomb := readtest.Zip(t, readtest.Part{Name: "a.csv", Body: strings.Repeat("0", 1<<20)})
	var parts []readtest.Part
	for i := range 10 {
		parts = append(parts, readtest.Part{Name: fmt.Sprintf("%d.zip", i), Body: string(bomb)})
	}
	content := readtest.Zip(t, parts...)
	for name, u := range map[string]unpacker{"bytes": {files: 100, bytes: 4 << 20}, "files": {files: 6, bytes: 1 << 30}} {
		taken := 0
		u.take = func(f File) error {
			if f.Err != nil {
				t.Errorf("%s: %v", name, f.Err)
			}
			taken++
			return nil
		}
		u.opt.Scratch = &Scratch{}
		err := u.open(content)("", 0)
		if !hasKind(err, TooMuchPacked) || taken == 0 || taken > 4 {
			t.Errorf("%s: %d files and %v", name, taken, err)
		}
	}
	end := errors.New("end")
	if err := Unpack("test", content, Options{}, func(File) error { return end }); !errors.Is(err, end) {
		t.Errorf("the error of the taker gives %v", err)
	}
}

func TestDocumentsThatAreZipsAreNotArchives(t *testing.T) {
	for name, parts := range map[string][]readtest.Part{
		"xlsx": {{Name: "xl/workbook.xml"}}, "ods": {{Name: "mimetype"}, {Name: "content.xml"}}, "ofd": {{Name: "OFD.xml"}}, "jar": {{Name: "META-INF/MANIFEST.MF"}},
		"pages": {{Name: "Index/Document.iwa"}, {Name: "preview.jpg"}}, "numbers": {{Name: "QuickLook/Thumbnail.jpg"}, {Name: "buildVersionHistory.plist"}, {Name: "index.xml"}},
	} {
		if err := failure(t, readtest.Zip(t, parts...)); IsArchive(err) {
			t.Errorf("%s is an archive: %v", name, err)
		}
	}
	for name, words := range map[string]string{"a.pages": "Numbers", "a.xps": "XPS"} {
		content := readtest.Zip(t, readtest.Part{Name: map[string]string{"a.pages": "Index/Document.iwa", "a.xps": "FixedDocSeq.fdseq"}[name]}, readtest.Part{Name: "[Content_Types].xml", Body: "<a/>"})
		if err := failure(t, content); !strings.Contains(err.Explain("zh"), words) {
			t.Errorf("%s: %s", name, err.Explain("zh"))
		}
	}
}

// Every file has a name that stays inside, and content or an error with words.
func FuzzUnpack(f *testing.F) {
	content := readtest.Zip(f, readtest.Part{Name: "年报/a.csv", Body: "一,二"})
	f.Add(content)
	f.Add(readtest.Zip(f, readtest.Part{Name: "a.zip", Body: string(content)}, readtest.Part{Name: "b.txt", Body: "x"}))
	f.Add(lock(content, "年报/a.csv"))
	f.Add(readtest.Compound(readtest.Stream{Name: "__properties_version1.0", Content: []byte("x")}, readtest.Stream{Name: "__attach_version1.0_#00000000/__substg1.0_37010102", Content: content}))
	f.Fuzz(func(t *testing.T, content []byte) {
		err := Unpack("fuzz", content, Options{}, func(f File) error {
			if f.Name == "" || strings.HasPrefix(f.Name, "/") || strings.Contains("/"+f.Name+"/", "/../") {
				t.Errorf("the name %q", f.Name)
			}
			if f.Err != nil && (f.Content != nil || !hasWords(f.Err)) {
				t.Errorf("%q has content beside an error, or an error without words", f.Name)
			}
			return nil
		})
		if err != nil && !hasWords(err) {
			t.Errorf("an error without words: %v", err)
		}
	})
}
