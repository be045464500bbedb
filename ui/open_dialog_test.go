package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/ui/uitest"
)

// folderOfFiles is a folder that contains a folder, two files and a hidden file.
func folderOfFiles(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "各镇"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"一.xlsx", "二.xlsx", ".hidden", "~$一.xlsx"} {
		uitest.Write(t, filepath.Join(dir, name), []byte("x"))
	}
	return dir
}

func TestFilesOfSeveralFoldersCanBeChosenTogether(t *testing.T) {
	s := openShell(t)
	dir := folderOfFiles(t)
	inner := uitest.Write(t, filepath.Join(dir, "各镇", "三.xlsx"), []byte("x"))
	var chosen []string
	s.lastFolder = dir
	c := newOpenDialog(s, false, func(paths []string) { chosen = paths })
	if len(c.list) != 3 || !c.list[0].isDir {
		t.Fatalf("the folder is listed as %+v", c.list)
	}
	c.toggle(c.list[1].path)
	c.toggle(filepath.Join(dir, "各镇"))
	c.toggle(inner)
	if c.files.Text != "导入所选（2）" {
		t.Errorf("the button says %q", c.files.Text)
	}
	test.Tap(c.files)
	if len(chosen) != 2 || chosen[1] != inner {
		t.Errorf("chosen are %v", chosen)
	}
}

func TestAFolderCanBeChosenByTypingItsPath(t *testing.T) {
	s := openShell(t)
	dir := folderOfFiles(t)
	var chosen []string
	c := newOpenDialog(s, true, func(paths []string) { chosen = paths })
	c.path.OnSubmitted(dir)
	test.Tap(c.whole)
	if len(chosen) != 1 || chosen[0] != dir {
		t.Errorf("chosen are %v, want %s", chosen, dir)
	}
	if again := newOpenDialog(s, false, nil); again.folder != dir {
		t.Errorf("the next time the chooser opens in %s", again.folder)
	}
}

func TestAnUnreadableFolderLeavesTheListUnchanged(t *testing.T) {
	s := openShell(t)
	dir := folderOfFiles(t)
	s.lastFolder = dir
	c := newOpenDialog(s, false, nil)
	c.goTo(filepath.Join(dir, "gone"))
	if c.folder != dir || len(c.list) != 3 {
		t.Errorf("the chooser shows %s", c.folder)
	}
}
