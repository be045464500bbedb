package data

import "testing"

func TestFilesNamesTheFileOfEachReport(t *testing.T) {
	s := openStore(t)
	a, b := town(t, "甲镇", 2022), town(t, "乙镇", 2023)
	a.File, b.File = "甲镇2022.xlsx", "乙镇2023.xlsx"
	saved := save(t, s, a, b)
	files, err := s.Files(t.Context(), Query{FromYear: 2023})
	if err != nil || len(files) != 1 || files[saved[1].ReportID] != b.File {
		t.Errorf("%v, %v, want the file of 乙镇 alone", files, err)
	}
}
