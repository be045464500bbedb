package read

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"nianbao/importer/read/readtest"
)

// inUTF16 is a text as a property of a message.
func inUTF16(text string) (b []byte) {
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

func TestAttachmentsOfAnOutlookMessageBecomeFiles(t *testing.T) {
	const first, second, third, fourth = "__attach_version1.0_#00000000/", "__attach_version1.0_#00000001/", "__attach_version1.0_#00000002/", "__attach_version1.0_#00000003/"
	const inner = second + "__substg1.0_3701000D/"
	message := readtest.Compound(
		readtest.Stream{Name: "__properties_version1.0", Content: []byte("x")},
		readtest.Stream{Name: "__substg1.0_0037001F", Content: inUTF16("转发: 各镇年报")},
		readtest.Stream{Name: first + "__substg1.0_37010102", Content: []byte("一,二")},
		readtest.Stream{Name: first + "__substg1.0_3707001F", Content: inUTF16("石桥镇.csv")},
		readtest.Stream{Name: first + "__substg1.0_3704001F", Content: inUTF16("SHIQ~1.CSV")},
		readtest.Stream{Name: second + "__substg1.0_3001001F", Content: inUTF16("转发的邮件")},
		readtest.Stream{Name: inner + "__substg1.0_0037001E", Content: []byte(gbk(t, "古渡镇报送"))},
		readtest.Stream{Name: inner + "__attach_version1.0_#00000000/__substg1.0_37010102", Content: []byte("三")},
		readtest.Stream{Name: inner + "__attach_version1.0_#00000000/__substg1.0_3704001E", Content: []byte(gbk(t, "古渡镇.csv"))},
		readtest.Stream{Name: third + "__substg1.0_37010102", Content: []byte("logo")},
		readtest.Stream{Name: third + "__substg1.0_3707001F", Content: inUTF16("image001.png")},
		readtest.Stream{Name: third + "__substg1.0_3712001F", Content: inUTF16("image001@x")},
		readtest.Stream{Name: fourth + "__substg1.0_3707001F", Content: inUTF16("云盘链接.xlsx")},
	)
	if _, err := Sheets("a.msg", message, Options{}); !IsArchive(err) {
		t.Fatalf("it is not recognised: %v", err)
	}
	got := map[string]string{}
	err := Unpack("报送.msg", message, Options{}, func(f File) error {
		if f.Err != nil {
			t.Errorf("%s: %v", f.Name, f.Err)
		}
		end := 0 // the streams of the test are padded with zeros
		for end < len(f.Content) && f.Content[end] != 0 {
			end++
		}
		got[f.Name] = string(f.Content[:end])
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got["各镇年报/石桥镇.csv"] != "一,二" || got["各镇年报/古渡镇报送/古渡镇.csv"] != "三" {
		t.Errorf("got %q", got)
	}
}

func TestAnOutlookMessageWithoutAttachmentsSaysSo(t *testing.T) {
	message := readtest.Compound(readtest.Stream{Name: "__properties_version1.0", Content: []byte("x")}, readtest.Stream{Name: "__substg1.0_0037001F", Content: inUTF16("年报")})
	err := Unpack("a.msg", message, Options{}, func(File) error { return nil })
	if !hasKind(err, NothingPacked) {
		t.Errorf("%v", err)
	}
}
