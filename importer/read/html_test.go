package read

import (
	"encoding/base64"
	"mime/quotedprintable"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const smallPage = `<html><head><title> 瀛海镇2023年报告 </title><style>td{}</style></head><body>
<div>一、<b>总体</b>情况</div><p>受理&nbsp;16件，<br>办结14件。</p><!-- <table><tr><td>9</td></tr></table> -->
<table><caption>三、申请</caption><thead><tr><th rowspan=2>项目</th><th colspan="2">申请人</th></tr>
<tr><td>自然人<td>总计</tr></thead>
<tr><td>一、<span>新收</span></td><td>13<sup>1</sup></td><td> 1 6 </td></tr>
<tr style="height:0; display : none"><td>二、结转</td><td></td><td>0</td></tr>
<tr><td rowspan=9>四</td><td x:num="24252.311082">24252.31</td><td><p>a</p><p>b</p></td></tr></table>
<script>var x = "<td>7</td>"</script></body></html>`

const smallPageRead = `
	# 瀛海镇2023年报告
	p1: 一、总体情况
	p2: 受理` + "\u00a0" + `16件，⏎办结14件。
	p3: 三、申请
	t1.1: 项目 | 申请人 | [申请人]
	t1.2: [项目] | 自然人 | 总计
	t1.3: 一、新收 | 13（1） | 1 6
	ht1.4: 二、结转 |  | 0
	t1.5: 四 | =24252.311082 | a⏎b`

func TestAWebPageIsReadAsParagraphsAndTables(t *testing.T) {
	want(t, mustRead(t, []byte(smallPage)), smallPageRead)
}

func TestAWebPageInGBKReadsTheSame(t *testing.T) {
	for _, charset := range []string{"", "gb2312", "GBK", "utf-8"} {
		page := strings.Replace(smallPage, "<head>", `<head><meta http-equiv="Content-Type" content="text/html; charset=`+charset+`">`, 1)
		encoded, err := simplifiedchinese.GBK.NewEncoder().String(page)
		if err != nil {
			t.Fatal(err)
		}
		want(t, mustRead(t, []byte(encoded)), smallPageRead)
	}
}

func TestAWebPageSavedAsOneFileReadsTheSame(t *testing.T) {
	var quoted strings.Builder
	w := quotedprintable.NewWriter(&quoted)
	if _, err := w.Write([]byte(smallPage)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	head := "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b\"\r\n\r\n"
	picture := "----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"
	for encoding, body := range map[string]string{"quoted-printable": quoted.String(), "base64": base64.StdEncoding.EncodeToString([]byte(smallPage))} {
		message := head + picture + "----b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + body + "\r\n----b--\r\n"
		want(t, mustRead(t, []byte(message)), smallPageRead)
		if got := failure(t, []byte(message[:len(message)/2])); got.Kind != Truncated {
			t.Errorf("half a message: %v", got)
		}
	}
}

func TestLayoutTablesOfAWebPageAreTakenApart(t *testing.T) {
	want(t, mustRead(t, []byte(`<table><tr><td>导航</td><td><p>标题</p><table><tr><td>规章</td><td>1</td></tr></table>说明</td></tr><tr><td>页脚</td></tr></table>`)), `
		# 
		p1: 导航
		p2: 标题
		t1.1: 规章 | 1
		p3: 说明
		t2.1: 页脚`)
}

func TestHugeCellSpansAreLimited(t *testing.T) {
	s := mustRead(t, []byte(`<table><tr><td colspan=99999999999999999999 rowspan=5>a</td></tr><tr><td>b</td></tr></table>`))[0]
	if n := len(s.Rows[0].Cells); n > maxSpan {
		t.Errorf("%d cells", n)
	}
}

func TestUnclosedInlineTagsDoNotMultiply(t *testing.T) {
	page := strings.Repeat("<b><font size=1>", 2000) + strings.Repeat("<p>x", 20_000)
	if s := mustRead(t, []byte(page))[0]; len(s.Rows) != 20_000 {
		t.Errorf("%d rows", len(s.Rows))
	}
}

func TestAPageThatEndsWithinATableIsRefused(t *testing.T) {
	if got := failure(t, []byte(`<table><tr><td>一、新收</td><td>1`)); got.Kind != Truncated {
		t.Errorf("got %v", got)
	}
}

func TestFormFieldsAreReadAsTheirValues(t *testing.T) {
	want(t, mustRead(t, []byte(`<table><tr><td><input value="7"><input type=hidden value="8"></td><td><select><option>1</option><option selected>2</option></select></td><td><textarea>3</textarea></td></tr></table>`)), `
		# 
		t1.1: 7 | 2 | 3`)
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(smallPage))
	f.Add([]byte("<style>/**/td .x, a{text-decoration:line-through}@media screen{.y{font-size:0}}</style><table><tr><td><s>12</s>14<td><font class=x><b style=display:none>3</td></font></tr><tr style=visibility:collapse><td x:num=251000>25.1万"))
	f.Add([]byte("<table><tr><td rowspan=0 colspan=3><table><tr><td>"))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>a\n--b--"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, err := readHTML(webPage{content: content}, Options{}.newDocumentBudget()); err != nil && !hasWords(err) {
			t.Fatal("an error without words")
		}
	})
}
