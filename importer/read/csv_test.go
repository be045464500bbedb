package read

import (
	"nianbao/importer/read/readtest"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const smallCSV = "单位,年度,\"新收\n申请\",备注\r\n瀛海镇,2023,16,\"说\"\"明\"\"\"\r\n\r\n城关镇,2023,\"2,390\",a \"b\" c\r\n"

const smallCSVRead = `
	# 
	1: 单位 | 年度 | 新收⏎申请 | 备注
	2: 瀛海镇 | 2023 | 16 | 说"明"
	3: 
	4: 城关镇 | 2023 | 2,390 | a "b" c`

func TestTextFilesAreReadInAnyEncoding(t *testing.T) {
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(smallCSV)
	if err != nil {
		t.Fatal(err)
	}
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(smallCSV)
	if err != nil {
		t.Fatal(err)
	}
	big, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(smallCSV)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"UTF-8": smallCSV, "BOM": "\ufeff" + smallCSV, "GB18030": gbk, "UTF-16LE": little, "UTF-16BE": big} {
		t.Run(name, func(t *testing.T) { want(t, mustRead(t, []byte(content)), smallCSVRead) })
	}
}

func TestAnyDelimiterIsRecognised(t *testing.T) {
	for _, d := range []string{"\t", ";", "|", "，"} {
		text := strings.NewReplacer(",", d).Replace("单位,年度,数\n甲,2023,1\n乙,2023,2\n")
		want(t, mustRead(t, []byte(text)), `
			# 
			1: 单位 | 年度 | 数
			2: 甲 | 2023 | 1
			3: 乙 | 2023 | 2`)
	}
	want(t, mustRead(t, []byte("sep=:\r\n甲:1\r\n")), `
		# 
		1: 甲 | 1`)
}

func TestAnUnclosedQuoteIsAnOrdinaryCharacter(t *testing.T) {
	want(t, mustRead(t, []byte("\"甲,1\n\"乙,2\n=\"003\",4\n")), `
		# 
		1: "甲 | 1
		2: "乙 | 2
		3: 003 | 4`)
}

func TestProseIsReadAsParagraphs(t *testing.T) {
	want(t, mustRead(t, []byte("一、总体情况\n\n本年受理16件，办结14件，结转2件。\r\n二、主动公开")), `
		# 
		p1: 一、总体情况
		p2: 本年受理16件，办结14件，结转2件。
		p3: 二、主动公开`)
}

func TestPastedCellsAreReadLikeAFile(t *testing.T) {
	for name, text := range map[string]string{
		"Excel":    "项目\t\"总\n计\"\r\n规章\t1\r\n",
		"web page": "<meta charset='utf-8'><table><tr><td>项目</td><td>总<br>计</td></tr><tr><td>规章</td><td>1</td></tr></table>",
		"Windows":  "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\n<html><body><!--StartFragment--><table><tr><td>项目</td><td>总<br>计</td></tr><tr><td>规章</td><td>1</td></tr></table></body></html>\x00",
	} {
		t.Run(name, func(t *testing.T) {
			sheets, err := Paste(text)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.NewReplacer("t1.", "").Replace(dump(sheets))
			if got != "# \n1: 项目 | 总⏎计\n2: 规章 | 1\n" {
				t.Errorf("got %s", got)
			}
		})
	}
	if _, err := Paste(" \r\n"); !isEmpty(err) {
		t.Errorf("nothing pasted: %v", err)
	}
}

func TestFilesThatAreNotReportsAreNamed(t *testing.T) {
	for content, kind := range map[string]ErrorKind{
		"":                       Empty,
		"  \r\n":                 Empty,
		"%PDF-1.7\n":             Truncated,
		"{\\rtf1\\ansi":          Truncated,
		"\x89PNG\r\n\x1a\n":      Picture,
		"\xFF\xD8\xFF\xE0":       Picture,
		"Rar!\x1a\x07":           Archive,
		"\x00\x01\x02\x03abcdef": UnknownFormat,
		"PK\x03\x04 and then":    Truncated,
		"<?xml version='1.0'?><a xmlns='urn:b'>" + strings.Repeat("x", 100) + "</a>": UnknownFormat,
	} {
		if got := failure(t, []byte(content)); got.Kind != kind {
			t.Errorf("%.20q is of kind %d, want %d", content, got.Kind, kind)
		}
	}
	for name, kind := range map[string]ErrorKind{"镇/年报.xlsx": Archive, "a.txt": Archive, "a.dat": Archive, "xl/workbook.bin": NotAWorkbook} {
		if got := failure(t, readtest.Zip(t, readtest.Part{Name: name, Body: "x"})); got.Kind != kind {
			t.Errorf("a zip with %s is of kind %d, want %d", name, got.Kind, kind)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add(smallCSV)
	f.Add("a\t\"b\n\"\"c\"\td\r\"")
	f.Fuzz(func(t *testing.T, text string) {
		if sheets, err := Paste(text); err != nil && !hasWords(err) || err == nil && len(sheets) == 0 {
			t.Fatal(sheets, err)
		}
		if _, err := readCSV(&input{content: []byte(text)}); err != nil && !hasWords(err) {
			t.Fatal(err)
		}
	})
}
