package importer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/read/readtest"
	"nianbao/importer/workbook"
)

// formOf is a workbook with the form of a report.
func formOf(t testing.TB, r form.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := workbook.WriteForm(&out, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// told lists results: file below a folder, body and year, or why there is no report.
func told(folder string, results []Result) []string {
	var lines []string
	for _, r := range results {
		name, err := filepath.Rel(folder, r.File)
		if err != nil {
			name = r.File
		}
		line := filepath.ToSlash(name)
		switch {
		case r.Err != nil:
			line += ": " + explain(r.Err, "zh")
		case r.Skipped > 0:
			line += fmt.Sprintf(": %d %v", r.Skipped, r.Others)
		default:
			line += fmt.Sprintf(": %s %s %d", r.Report.Region, r.Report.Unit, r.Report.Year)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestAnArchiveIsReadLikeAFolder(t *testing.T) {
	body := nameless(t, "", 0)
	named := realReports(t)[1]
	inner := readtest.Zip(t, readtest.Part{Name: "石桥镇.xlsx", Body: formOf(t, body)})
	folder := t.TempDir()
	path := filepath.Join(folder, "临江区2022年.zip")
	putFile(t, path, string(readtest.Zip(t,
		readtest.Part{Name: "乙.xlsx", Body: formOf(t, named)},
		readtest.Part{Name: "各镇.zip", Body: string(inner)},
		readtest.Part{Name: "坏.xlsx", Body: "PK\x03\x04"},
		readtest.Part{Name: "会议.mp4", Body: "x"},
		readtest.Part{Name: "无名", Body: "x"},
		readtest.Part{Name: "公章.jpg", Body: "\xFF\xD8\xFF"})))
	want := []string{
		fmt.Sprintf("临江区2022年.zip/乙.xlsx: %s %s %d", named.Region, named.Unit, named.Year),
		"临江区2022年.zip/各镇.zip/石桥镇.xlsx: 临江区 石桥镇 2022",
		"临江区2022年.zip/坏.xlsx: 文件不完整，结尾缺失；请重新下载或复制，或请报送单位重新发送",
		"临江区2022年.zip/公章.jpg: 这是图片，里面没有可读的表格（JPEG 图片）；请导入原来的 Word 或 Excel 文件",
		"临江区2022年.zip: 2 [会议.mp4 无名]",
	}
	kept := map[string]string{}
	options := Options{
		Save: func(_ context.Context, r form.Report) error { return nil },
		Keep: func(name, hash string, content []byte) { kept[hash] = string(content) },
	}
	for _, from := range []string{path, folder} {
		results, err := Run(t.Context(), []string{from}, options)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(folder, results); !reflect.DeepEqual(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if results[0].Report.Named {
			t.Error("what is in an archive counts as named by the user")
		}
	}
	results, err := Run(t.Context(), []string{path}, options)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 { // the kept files lead to the same reports when the archive is gone
		r := &results[i]
		content := kept[r.Hash]
		err := Reread(t.Context(), []Original{{Path: r.Report.File, Content: func() ([]byte, error) { return []byte(content), nil }}}, RereadOptions{Take: func(_ int, again *Result) error {
			if again.Err != nil || again.Report.Unit != r.Report.Unit || again.Report.Region != r.Report.Region || again.Report.Year != r.Report.Year || again.Figures != r.Figures {
				t.Errorf("%s is read as %+v", r.File, again)
			}
			return nil
		}})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnArchiveThatCannotBeOpenedTellsWhatToDo(t *testing.T) {
	folder := t.TempDir()
	locked := bytes.Clone(readtest.Zip(t, readtest.Part{Name: "a.xlsx", Body: "x"}))
	locked[bytes.LastIndex(locked, []byte("a.xlsx"))-46+8] |= 1
	for name, content := range map[string]string{
		"密码.zip": string(locked), "空.zip": string(readtest.Zip(t)), "a.rar": "Rar!\x1A\x07\x00", "b.7z": "7z\xBC\xAF\x27\x1C", "c.tar.gz": "\x1F\x8B\x08",
	} {
		path := filepath.Join(folder, name)
		putFile(t, path, content)
		results, err := Run(t.Context(), []string{path}, Options{})
		if err != nil || len(results) != 1 || results[0].Err == nil || results[0].File != path {
			t.Fatalf("%s: %v, %+v", name, err, results)
		}
		words := explain(results[0].Err, "zh")
		if !strings.Contains(words, "请") || name == "密码.zip" && !strings.Contains(words, "密码") || name != "密码.zip" && name != "空.zip" && !strings.Contains(words, "解压") {
			t.Errorf("%s: %s", name, words)
		}
	}
}

func TestCancellingStopsWithinAnArchive(t *testing.T) {
	var parts []readtest.Part
	for i, r := range realReports(t) {
		parts = append(parts, readtest.Part{Name: fmt.Sprintf("%d.xlsx", i), Body: formOf(t, r)})
	}
	path := filepath.Join(t.TempDir(), "a.zip")
	putFile(t, path, string(readtest.Zip(t, parts...)))
	saved := 0
	var current []string
	_, err := Run(t.Context(), []string{path}, Options{
		Save: func(context.Context, form.Report) error {
			if saved++; saved == 2 {
				return ErrStop
			}
			return nil
		},
		Progress: func(_, _ int, name string) { current = append(current, filepath.Base(name)) },
	})
	if !errors.Is(err, ErrStop) || saved != 2 || !reflect.DeepEqual(current, []string{"a.zip", "0.xlsx", "1.xlsx"}) {
		t.Errorf("%v after %d reports, progress %v", err, saved, current)
	}
}

func TestPicturesAndOtherFilesOfAFolderAreReported(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"会议.mp4", "说明/安装.exe", "Thumbs.db", "desktop.ini", ".DS_Store", "~$年报.docx", "扫描/1.jpg", "扫描/2.jpg", "扫描/3.jpg", "扫描/4.png", "年报.html", "年报.files/image001.png", "年报.files/style.css", "无扩展名"} {
		putFile(t, filepath.Join(folder, name), "x")
	}
	putFile(t, filepath.Join(folder, "镇", "年报"), formOf(t, realReports(t)[0]))
	putFile(t, filepath.Join(folder, "石桥镇.numbers", "Index.zip"), "x")
	putFile(t, filepath.Join(folder, "石桥镇.tif"), "II*\x00")
	putFile(t, filepath.Join(folder, "石桥镇.caj"), "x\x00")
	want := []string{
		"年报.html: 没有找到年度报告的表格；请确认是年度报告，且表格不是图片",
		"扫描: 4 张图片没有读取，里面没有可读的表格：1.jpg、2.jpg、3.jpg、4.png；如果是年报，请导入原来的 Word 或 Excel 文件",
		"石桥镇.caj: 暂不能读取这种文件（CAJ 文件）；请用原来的程序另存或导出为 .xlsx 或 .docx 后再导入",
		"石桥镇.numbers: 暂不能读取这种文件（苹果 Numbers、Pages 文件）；请在 Numbers、Pages 中导出为 Excel 或 Word 文件后再导入",
		"镇/年报: 北京市大兴区 瀛海镇 2023",
		"石桥镇.tif: 这是图片，里面没有可读的表格（TIFF 图片）；请导入原来的 Word 或 Excel 文件",
		".: 3 [会议.mp4 无扩展名 " + filepath.Join("说明", "安装.exe") + "]",
	}
	results, err := Run(t.Context(), []string{folder}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := told(folder, results); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAFileInAnArchiveIsNamedByItsPathInTheArchive(t *testing.T) {
	for path, want := range map[string]string{"/a/b/年报.xlsx": "年报.xlsx", "/a/各镇.zip/b/年报.xlsx": "各镇.zip/b/年报.xlsx", "/a/各镇.zip": "各镇.zip", "年报.xlsx": "年报.xlsx", "/x.zip/y.ZIP/a.doc": "x.zip/y.ZIP/a.doc"} {
		if got := FileName(filepath.FromSlash(path)); got != filepath.FromSlash(want) {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if os.PathSeparator == '/' && FileName("/a/b.zip.old/c.xlsx") != "c.xlsx" {
		t.Error("any folder counts as an archive")
	}
}

func TestAnArchiveWithoutReportsFailsAndListsItsFiles(t *testing.T) {
	folder := t.TempDir()
	putFile(t, filepath.Join(folder, "a.zip"), string(readtest.Zip(t, readtest.Part{Name: "b.mp4", Body: "x"})))
	results, err := Run(t.Context(), []string{folder}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"a.zip: 里面没有可以读取的文件（ZIP）；请报送单位重新发送", "a.zip: 1 [b.mp4]"}
	if got := told(folder, results); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestATableInTheTextOfAMailIsReadUnlessItIsASignature(t *testing.T) {
	folder := t.TempDir()
	mail := func(name, html, attached string) {
		putFile(t, filepath.Join(folder, name), "From: a@b.cn\nTo: c@d.cn\nSubject: 报送\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n"+html+
			"\n--x\nContent-Type: text/plain; name="+attached+"\n\nx\n--x--\n")
	}
	mail("签名.eml", "<table><tr><td>办公室</td><td>电话</td></tr></table>", "说明.xyz")
	mail("表.eml", "<p>石桥镇2023年政府信息公开工作年度报告</p><table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>1</td><td>0</td><td>2</td></tr><tr><td>行政规范性文件</td><td>3</td><td>0</td><td>4</td></tr></table>", "说明.xyz")
	results, err := Run(t.Context(), []string{folder}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"签名.eml: 里面没有可以读取的文件（电子邮件）；请报送单位重新发送", "签名.eml: 1 [报送/说明.xyz]", "表.eml/报送/正文.html:  石桥镇 2023", "表.eml: 1 [报送/说明.xyz]"}
	if got := told(folder, results); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
