package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"nianbao/importer"
	"nianbao/ui/words"
)

// readFolder lists a folder: folders first, hidden and lock files left out.
func readFolder(folder string) ([]folderEntry, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var list []folderEntry
	for _, f := range found {
		if importer.IsHiddenFile(f.Name()) {
			continue
		}
		e := folderEntry{path: filepath.Join(folder, f.Name()), isDir: f.IsDir()}
		if info, err := os.Stat(e.path); err == nil { // follows links
			e.isDir, e.size = info.IsDir(), info.Size()
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b folderEntry) int {
		switch {
		case a.isDir == b.isDir:
			return 0
		case a.isDir:
			return -1
		}
		return 1
	})
	return list, nil
}

// standardFolder is a folder where people keep their files.
type standardFolder struct{ name, path string }

// standardFolders are the standard folders that exist.
func standardFolders(say words.Language) []standardFolder {
	var list []standardFolder
	home, err := os.UserHomeDir()
	if err == nil {
		list = append(list, standardFolder{say.Say(words.PlaceHome), home})
	}
	for _, p := range []struct {
		name    words.Word
		folders []string
	}{
		{words.PlaceDesktop, []string{"Desktop", "桌面"}},
		{words.PlaceDocuments, []string{"Documents", "文档"}},
		{words.PlaceDownloads, []string{"Downloads", "下载"}},
	} {
		for _, folder := range p.folders {
			if path := filepath.Join(home, folder); isFolder(path) {
				list = append(list, standardFolder{say.Say(p.name), path})
				break
			}
		}
	}
	for _, drive := range drives() {
		list = append(list, standardFolder{say.Say(words.PlaceDrive, drive), drive})
	}
	return list
}

// drives are the roots of the file system.
func drives() []string {
	if filepath.VolumeName(os.TempDir()) == "" {
		return []string{string(filepath.Separator)}
	}
	var list []string
	for letter := 'A'; letter <= 'Z'; letter++ {
		if root := string(letter) + `:\`; isFolder(root) {
			list = append(list, root)
		}
	}
	return list
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// firstFolder is where the dialog opens: the folder in which something was last chosen, else home.
func (s *shell) firstFolder() string {
	if isFolder(s.lastFolder) {
		return s.lastFolder
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return drives()[0]
}

// sizeText writes a size as file managers do.
func sizeText(bytes int64) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d B", bytes)
	case bytes < 1000_000:
		return fmt.Sprintf("%d KB", (bytes+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1000_000)
}
