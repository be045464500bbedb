package workbook

import (
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"nianbao/data/form"
	"nianbao/importer/read"
)

//go:embed sample/*.json
var published embed.FS

// WriteSamples writes the sample workbooks into the folder, creating it if necessary: the
// official form filled in with figures published by 瀛海镇 and 平潭, and a synthetic
// district with a few deliberate mistakes. It returns their paths.
func WriteSamples(folder string) ([]string, error) {
	reports, err := publishedReports()
	if err != nil {
		return nil, fmt.Errorf("write samples: %w", err)
	}
	reports = append(reports, districtReports()...)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("write samples: %w", err)
	}
	var paths []string
	for i := range reports {
		path := filepath.Join(folder, fmt.Sprintf("%s%d年.xlsx", reports[i].Agency, reports[i].Year))
		if err := writeSample(path, reports[i]); err != nil {
			return paths, fmt.Errorf("write samples: %w", err)
		}
		paths = append(paths, path)
	}
	return paths, nil
}

func writeSample(path string, r form.Report) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := WriteForm(file, r, OneSheet); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// publishedReport is the format of the files in the folder sample: figures as
// published, by table, item and column.
type publishedReport struct {
	Agency  string                                  `json:"agency"`
	Year    int                                     `json:"year"`
	Edition string                                  `json:"edition"`
	Figures map[string]map[string]map[string]string `json:"figures"`
}

// publishedReports returns the reports in the folder sample, by file name.
func publishedReports() ([]form.Report, error) {
	names, err := published.ReadDir("sample")
	if err != nil {
		return nil, err
	}
	var reports []form.Report
	for _, name := range names {
		content, err := published.ReadFile("sample/" + name.Name())
		if err != nil {
			return nil, err
		}
		var p publishedReport
		if err := json.Unmarshal(content, &p); err != nil {
			return nil, fmt.Errorf("%s: %w", name.Name(), err)
		}
		reports = append(reports, p.report())
	}
	return reports, nil
}

// report reads the published texts as the importer reads cells.
func (p publishedReport) report() form.Report {
	r := form.Report{Agency: p.Agency, Year: p.Year, Edition: p.Edition}
	e := form.EditionByID(p.Edition)
	for i := range e.Tables {
		t := &e.Tables[i]
		for _, it := range t.Items {
			for c := range t.Columns {
				col := &t.Columns[c]
				raw, printed := p.Figures[t.ID][it.ID][col.ID]
				if !printed {
					continue
				}
				v := read.ValueOf(read.Cell{Text: raw}, col, "")
				r.Figures = append(r.Figures, form.Figure{Key: form.Key{Table: t.ID, Item: it.ID, Column: col.ID}, Status: v.Status, Value: v.Value, Raw: raw})
			}
		}
	}
	return r
}
