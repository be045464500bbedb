package read

import (
	"strings"
	"testing"
)

func TestEveryFormatHasANameAndIsReadOrRefused(t *testing.T) {
	for _, f := range knownFormats {
		if f.name == "" || f.words.Chinese == "" || f.words.English == "" || f.is == nil && f.read != nil {
			t.Errorf("format %q lacks a name, words or the function that recognises it", f.name)
		}
		if f.read != nil && f.refusal != 0 {
			t.Errorf("format %q is read and refused", f.name)
		}
		if f.folder && f.endings == "" {
			t.Errorf("format %q is taken from folders, but no file name ends like it", f.name)
		}
		e := &ReadError{Kind: f.refusal, Format: f.name}
		if f.read == nil && (f.refusal == LegacyDoc || f.refusal == LegacyWorkbook || f.refusal == Archive || f.refusal == Unsupported || f.refusal == Picture) &&
			(!strings.Contains(e.Explain("zh"), f.words.Chinese) || !strings.Contains(e.Explain("en"), f.words.English)) {
			t.Errorf("the refusal of %q does not say what it is: %s", f.name, e)
		}
	}
}

func TestImportingAFolderListsReportsAndFilesMistakenForReports(t *testing.T) {
	for name, taken := range map[string]bool{
		"年报.xlsx": true, "年报.XLS": true, "a.et": true, "a.docx": true, "a.wps": true, "a.pdf": true, "a.ods": true, "a.mht": true, "a.txt": true,
		"a.xlsb": true, "a.rtf": true, "a.fods": true, "a.png": true, "a.zip": true, "a.7z": true, "a.numbers": true, "a.heic": true, "a.caj": true, "a.mp4": false, "a.exe": false, "a.ppt": false, "xlsx": false, "a.xlsx.bak": false, "": false,
	} {
		if got := IsTakenFromFolders(name); got != taken {
			t.Errorf("%q: %t, want %t", name, got, taken)
		}
	}
}

func TestMessagesNameTheFormatsThatCanBeRead(t *testing.T) {
	got := (&ReadError{Kind: UnknownFormat}).Explain("zh")
	for _, ending := range []string{".xlsx", ".xls", ".docx", ".doc", ".rtf", ".odt", ".ods", ".html", ".mht", ".csv", ".pdf", ".ofd"} {
		if strings.Count(got, ending+"、")+strings.Count(got+"、", ending+"、") == 0 {
			t.Errorf("%s is not in %q", ending, got)
		}
	}
	if strings.Contains(got, ".caj") || strings.Contains(got, ".zip") {
		t.Errorf("what cannot be read is offered: %q", got)
	}
}
