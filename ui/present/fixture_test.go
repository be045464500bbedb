package present

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/data"
	"nianbao/importer/workbook"
	"nianbao/ui/uitest"
)

// Bodies whose published reports are among the samples.
func yinghai() data.Body { return data.Body{Region: "北京市大兴区", Unit: "瀛海镇"} }
func pingtan() data.Body { return data.Body{Unit: "平潭综合实验区"} }

// pingtanStore opens a store into which the reports of 平潭 were just imported, except that of one
// year; 0 omits none. Their files are still where they were imported from.
func pingtanStore(t *testing.T, except int) *data.Store {
	t.Helper()
	paths, err := workbook.WriteSamples(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	paths = slices.DeleteFunc(paths, func(path string) bool {
		name := filepath.Base(path)
		return !strings.Contains(name, "平潭") || except != 0 && strings.Contains(name, strconv.Itoa(except))
	})
	store := uitest.Store(t, filepath.Join(t.TempDir(), "pingtan.duckdb"))
	uitest.Import(t, store, data.ImportOptions{}, paths...)
	return store
}
