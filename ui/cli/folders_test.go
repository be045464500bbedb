package cli

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nianbao/data/form"
	"nianbao/importer/workbook"
)

// folders is how many random folders the test imports. A thousand are needed to try
// everything; a few show that nothing has broken.
var folders = flag.Int("folders", 8, "random folders to import")

// district is a random folder such as a supervisor would keep, and what its files say.
type district struct {
	random *rand.Rand
	folder string
	towns  []string
	years  []int
	truth  map[string]*form.Report // by body and year
	forms  map[string]int          // how many different full forms a body and year has
	inSums map[string]bool         // bodies and years that a summary lists
	names  []string                // of the files
}

var regions = []string{"", "临江区", "云州市临江区", "江南省云州市临江区"}

func newDistrict(t *testing.T, random *rand.Rand) *district {
	all := []string{"石桥镇", "青山镇", "白水乡", "东关街道", "A镇", "“甲”镇", "阿依·塔拉乡", "教育局", "红旗镇"}
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	d := &district{random: random, folder: t.TempDir(), towns: all[:2+random.IntN(4)], years: []int{2023, 2022}[:1+random.IntN(2)],
		truth: map[string]*form.Report{}, forms: map[string]int{}, inSums: map[string]bool{}}
	for _, year := range d.years {
		sums := d.report("临江区", year)
		for i := range sums.Figures {
			sums.Figures[i].Value = 0
		}
		for _, town := range d.towns {
			r := d.report(town, year)
			d.truth[at(town, year)] = &r
			for i := range r.Figures {
				sums.Figures[i].Value += r.Figures[i].Value
			}
		}
		d.truth[at("临江区", year)] = &sums
	}
	return d
}

// at returns the key of a report. Quotation marks around a name do not count.
func at(town string, year int) string {
	return strings.NewReplacer("“", "", "”", "").Replace(town) + strconv.Itoa(year)
}

func (d *district) report(town string, year int) form.Report {
	r := form.Report{Unit: town, Year: year, Edition: "2021"}
	for _, k := range form.EditionByID("2021").Keys() {
		r.Figures = append(r.Figures, form.Figure{Key: k, Status: form.StatusNumber, Value: form.Count(d.random.Int64N(3000))})
	}
	return r
}

// put writes a file under a name in a random folder. Names of bodies are in the title,
// in the file's name, or in both.
func (d *district) put(t *testing.T, name string, content []byte) {
	t.Helper()
	below := []string{"", "各镇报送", "2024年1月", filepath.Join("材料", "汇总")}[d.random.IntN(4)]
	path := filepath.Join(d.folder, below, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	d.names = append(d.names, filepath.Join(below, name))
}

func (d *district) form(t *testing.T, r form.Report) []byte {
	t.Helper()
	r.Region = regions[1+d.random.IntN(3)]
	r.Agency = r.Region + r.Unit
	if strings.HasSuffix(r.Unit, "镇") || strings.HasSuffix(r.Unit, "乡") {
		r.Agency += []string{"", "人民政府"}[d.random.IntN(2)]
	}
	if r.Unit == "临江区" {
		r.Region = []string{"", "云州市", "江南省云州市"}[d.random.IntN(3)]
		r.Agency = r.Region + "临江区"
	}
	var b bytes.Buffer
	if err := workbook.WriteForm(&b, r, workbook.OneSheet); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// fill writes the files of the folder.
func (d *district) fill(t *testing.T) {
	for _, year := range d.years {
		for _, town := range d.towns {
			if d.random.IntN(6) == 0 {
				continue // never handed in
			}
			r := *d.truth[at(town, year)]
			d.forms[at(town, year)] = 1
			name := []string{town + ".xlsx", fmt.Sprintf("%s%d年.xlsx", town, year), fmt.Sprintf("03 临江区%s%d年政府信息公开工作年度报告.xlsx", town, year)}[d.random.IntN(3)]
			if len(d.years) > 1 {
				name = fmt.Sprintf("%d %s", year, name)
			}
			d.put(t, name, d.form(t, r))
			if d.random.IntN(8) == 0 {
				d.forms[at(town, year)]++
				draft := r
				draft.Figures = append([]form.Figure(nil), r.Figures...)
				for range 1 + d.random.IntN(4) {
					draft.Figures[d.random.IntN(len(draft.Figures))].Value += form.Count(7)
				}
				d.put(t, fmt.Sprintf("%s%d年（初稿）.xlsx", town, year), d.form(t, draft))
			}
		}
		if d.random.IntN(2) == 0 {
			d.summary(t, year)
		}
		if d.random.IntN(3) == 0 {
			d.forms[at("临江区", year)] = 1
			d.put(t, fmt.Sprintf("临江区%d年政府信息公开工作年度报告.xlsx", year), d.form(t, *d.truth[at("临江区", year)]))
		}
		if d.random.IntN(3) == 0 {
			empty := form.Report{Unit: "XX镇（街道）", Year: year, Edition: "2021"}
			d.put(t, fmt.Sprintf("模板%d.xlsx", year), d.form(t, empty))
		}
	}
}

// summary writes a few columns of some towns, with their sum.
func (d *district) summary(t *testing.T, year int) {
	t.Helper()
	columns := []struct {
		head string
		key  form.Key
	}{
		{"新收申请数", form.Key{Table: "applications", Item: "received", Column: "total"}},
		{"予以公开（件）", form.Key{Table: "applications", Item: "granted", Column: "total"}},
		{"行政处罚决定数", form.Key{Table: "enforcement", Item: "penalty", Column: "decisions"}},
		{"行政许可", form.Key{Table: "licensing", Item: "licence", Column: "decisions"}},
	}
	rows := [][]string{{fmt.Sprintf("%s%d年政府信息公开情况汇总表", regions[1+d.random.IntN(3)], year)}, {"序号", "单位"}}
	for _, c := range columns {
		rows[1] = append(rows[1], c.head)
	}
	sums := make([]form.Number, len(columns))
	for i, town := range d.towns {
		if d.random.IntN(4) == 0 {
			continue
		}
		d.inSums[at(town, year)] = true
		row := []string{strconv.Itoa(i + 1), town}
		index := d.truth[at(town, year)].Index()
		for j, c := range columns {
			row = append(row, index[c.key].Value.String())
			sums[j] += index[c.key].Value
		}
		rows = append(rows, row)
	}
	last := []string{"", "合计"}
	for _, n := range sums {
		last = append(last, n.String())
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(append(rows, last)); err != nil {
		t.Fatal(err)
	}
	d.put(t, fmt.Sprintf("%d年汇总.csv", year), b.Bytes())
}

// judge compares the database with the truth.
func (d *district) judge(t *testing.T, database, told string) {
	t.Helper()
	_, out, complaint := call("query", "--db", database, "--format", "csv", "SELECT unit, year, scope, table_id, item_id, column_id, value FROM figures JOIN reports USING (report_id, unit, year) WHERE value IS NOT NULL")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || complaint != "" {
		t.Fatal(err, complaint)
	}
	seen, hasTowns := map[string]int{}, map[string]bool{}
	for _, row := range rows[1:] {
		hasTowns[row[1]] = hasTowns[row[1]] || row[0] != "临江区"
	}
	for _, row := range rows[1:] {
		key := row[0] + row[1]
		truth := d.truth[key]
		if truth == nil {
			t.Errorf("a report of %s %s, which nobody handed in\n%s", row[0], row[1], told)
			return
		}
		if want := row[0] == "临江区" && hasTowns[row[1]]; want != (row[2] == "whole") {
			t.Errorf("%s has scope %s\n%s", key, row[2], told)
			return
		}
		f := truth.Index()[form.Key{Table: row[3], Item: row[4], Column: row[5]}]
		if f == nil || f.Value.String() != row[6] {
			t.Errorf("%s: %v is %s, want %v\n%s", key, row[3:6], row[6], f, told)
			return
		}
		seen[key]++
	}
	for key, n := range d.forms {
		if n == 1 && seen[key] != len(d.truth[key].Figures) && !strings.Contains(told, "asked") {
			t.Errorf("%s has %d figures\n%s", key, seen[key], told)
		}
	}
	for key := range d.inSums {
		if seen[key] == 0 && d.forms[key] < 2 && !strings.Contains(told, "asked") {
			t.Errorf("%s of the summary is missing\n%s", key, told)
		}
	}
	_, out, _ = call("query", "--db", database, "--format", "csv", "SELECT unit, count(*) FROM (SELECT DISTINCT unit, region FROM reports) GROUP BY unit HAVING count(*) > 1")
	if strings.Count(out, "\n") > 1 {
		t.Errorf("bodies are there twice: %s\n%s", out, told)
	}
}

func TestARandomFolderYieldsTheRightReports(t *testing.T) {
	asked := 0
	for n := range *folders {
		d := newDistrict(t, rand.New(rand.NewPCG(uint64(n), 2027)))
		d.fill(t)
		if len(d.names) == 0 {
			continue
		}
		database := filepath.Join(t.TempDir(), "a.duckdb")
		_, out, complaint := call("import", "--db", database, d.folder)
		told := fmt.Sprintf("folder %d of %v: %v\n%s%s", n, d.towns, d.names, out, complaint)
		if drafts := strings.Contains(strings.Join(d.names, " "), "初稿"); strings.Contains(out, "asked") && !drafts {
			asked++
			t.Log("asked without need? ", told)
		}
		d.judge(t, database, told)
		if t.Failed() {
			break
		}
	}
	if asked > *folders/10 {
		t.Errorf("%d of %d folders raised a question", asked, *folders)
	}
}
