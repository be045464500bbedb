package read

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"nianbao/importer/read/readtest"
)

// rtfOf is a document with this body.
func rtfOf(body string) []byte { return []byte(`{\rtf1\ansi\ansicpg936\uc1 ` + body + `}`) }

func TestRTFIsReadTheSameHoweverItIsWritten(t *testing.T) {
	whole := mustRead(t, readtest.DocxOf(t, smallDocument))
	for n := range 16 {
		style := readtest.RTFStyle{GBK: n&1 != 0, Merged: n&2 != 0, Repeated: n&4 != 0, Uneven: n&8 != 0}
		if got := mustRead(t, readtest.RTFOf(smallDocument, style)); !reflect.DeepEqual(got, whole) {
			t.Errorf("%+v gives\n%s", style, dump(got))
		}
	}
}

func TestRTFIsReadAsPrinted(t *testing.T) {
	want(t, mustRead(t, rtfOf(`{\header\pard 页眉\par}{\*\unknown{\pict 00ff}x}{\pict\bin3 }{}}\pard a\tab b\line c\~d\_e\-f\par`+
		`{\v 隐}\plain{\strike 15}16{\super 1}{\deleted 删}\v0\striked1 x\striked0 y\par`+
		`{\field{\*\fldinst{PAGE}}{\fldrslt 7}}{\listtext 1.\tab}项{\upr{?}{\*\ud{\u20214 ?}}}{\footnote 注}\par`+
		`\u19968 ?\uc2\u20108 \'b6\'fe\uc0\u19977 \u-10179 \u-8704 \par{\object{\*\objdata 00}{\result 果}}`)), `
		# 
		p1: a`+"\t"+`b⏎c`+"\u00a0"+`d-ef
		p2: 16（1）y
		p3: 7项件
		p4: 一二三😀
		p5: 果`)
}

func TestBytesInRTFAreDecodedByTheirFont(t *testing.T) {
	fonts := `{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset136 B;}{\f2\fcharset134 C;}{\f3\fcharset0\cpg1252 D;}}`
	want(t, mustRead(t, rtfOf(fonts+`\f0\'ce\'c4{\f1\'a4\'e5}\f2 \'ce\'c4\f3\'e9\f9 \'81A\par `+"文件\\par "+gbk(t, "文件")+`\par`)), `
		# 
		p1: 文文文é`+decodeLabelled("gbk", []byte("\x81A"))+`
		p2: 文件
		p3: 文件`)
}

func TestNestedTablesInRTFAreReadSeparately(t *testing.T) {
	want(t, mustRead(t, rtfOf(`\trowd\cellx1000\cellx3000\pard\intbl 甲\cell\pard\intbl 前\par`+
		`\pard\intbl\itap2 规章\nestcell{\nonesttables\par}1\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}`+
		`\pard\intbl\itap1 后\cell\row`+
		`\trowd\cellx1000\cellx3000\pard\intbl 乙\cell 2\cell\row\pard 完`)), `
		# 
		p1: 甲
		p2: 前
		t1.1: 规章 | 1
		p3: 后
		t2.1: 乙 | 2
		p4: 完`)
	deep := rtfOf(fmt.Sprintf(`\trowd\cellx1000\pard\intbl\itap%d x\nestcell\nestrow`, maxTableDepth+1))
	if got := failure(t, deep); got.Reason != ReasonDepth {
		t.Errorf("a table nested too deeply is %v", got)
	}
	if got := failure(t, rtfOf(strings.Repeat("{", maxRTFDepth)+strings.Repeat("}", maxRTFDepth))); got.Reason != ReasonDepth {
		t.Errorf("groups nested too deeply are %v", got)
	}
}

func TestTextBoxesInRTFFollowTheirParagraph(t *testing.T) {
	want(t, mustRead(t, rtfOf(`\pard 前{\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard 框\par\trowd\cellx9\pard\intbl 格\cell\row}}{\shprslt{\*\do{\dptxbxtext\pard 框\par}}}}后\par`)), `
		# 
		p1: 前后
		p2: 框
		t1.1: 格`)
}

func TestMisdefinedRowsInRTFKeepAllCells(t *testing.T) {
	want(t, mustRead(t, rtfOf(`\trowd\cellx1000\cellx2000 a\cell b\cell c\cell\row\trowd\cellx1000\cellx2000 d\cell\row\trowd\cellx5\cellx5 e\cell f\row\trowd\cellx9\row`)), `
		# 
		t1.1: a | b | c
		t1.2: d
		t1.3: e | f`)
}

func TestTruncatedRTFIsRefused(t *testing.T) {
	content := readtest.RTFOf(smallDocument, readtest.RTFStyle{GBK: true, Repeated: true})
	for n := 6; n < len(content); n++ {
		if err := failure(t, content[:n]); err.Kind != Truncated {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
}

func FuzzRichText(f *testing.F) {
	f.Add(readtest.RTFOf(smallDocument, readtest.RTFStyle{GBK: true, Repeated: true}))
	f.Add(readtest.RTFOf(smallDocument, readtest.RTFStyle{Merged: true}))
	f.Add(rtfOf(`\trowd\cellx9\pard\intbl\itap2 a\nestcell{\*\nesttableprops\trowd\cellx5\nestrow}\cell\row{\shp{\*\shpinst{\shptxt x}}}{\upr{?}{\*\ud{\u20214 ?}}}\bin1 x`))
	f.Fuzz(func(t *testing.T, content []byte) {
		if sheets, err := readRTF(&input{content: content}); err == nil && len(sheets) == 0 || err != nil && !hasWords(asReadError(err)) {
			t.Fatal(sheets, err)
		}
	})
}
