package cli

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/spf13/pflag"

	"nianbao/data/form"
	"nianbao/ui/present"
)

// flagSamples are values that change the output if the flag has an effect. A flag of the
// command that is missing here fails the test below.
var flagSamples = map[string][]string{
	"view": {"--view", "enforcement"}, "rows": {"--rows", "units"}, "across": {"--across", "kinds"}, "compare": {"--compare"},
	"items": {"--items", "received"}, "kind": {"--kind", "business"}, "hide": {"--hide", "applications/received/total"},
	"first": {"--first", "applications/carried-over/total"}, "sort": {"--sort", "-applications/received/total"},
	"years": {"--years", "2020-2021"}, "units": {"--units", "平潭综合实验区"}, "regions": {"--regions", "示例市示例区"},
	"unit-kinds": {"--unit-kinds", "street"}, "editions": {"--editions", "2019"}, "statuses": {"--statuses", "blank"},
	"with-findings": {"--with-findings"}, "where": {"--where", "applications/received/total>=60"}, "saved": {"--saved", "only"},
	"encoding": {"--encoding", "gb18030"}, "partition": {"--partition"}, "year": {"--year", "2020"},
	"item": {"--item", "metric/grant-rate"}, "by": {"--by", "regions"}, "counts": {"--counts"}, "own-scales": {"--own-scales"},
}

// choosers choose reports. They act alike on all charts and on all formats of a table, so
// it is enough to try one of each.
var choosers = map[string]bool{"years": true, "units": true, "regions": true, "unit-kinds": true, "editions": true, "statuses": true, "with-findings": true, "where": true, "saved": true}

func TestEveryFlagOfExportHasAnEffectOrIsRefused(t *testing.T) {
	db := sampleDatabase(t)
	saveView(t, db, "only")
	outputs := map[string][]string{
		"t.csv": nil, "t.parquet": nil, "t.xlsx": nil,
		"report.xlsx": {"--report", "平潭综合实验区", "--year", "2020"}, "report.docx": {"--report", "平潭综合实验区", "--year", "2020"}, "blank.docx": {"--blank", "2021"}, "brief.docx": {"--brief"}, "return.xlsx": {"--return", "平潭综合实验区", "--year", "2020"}, "sum.xlsx": {"--roll-up"}, "coverage.csv": {"--coverage"}, "findings.csv": {"--findings"},
	}
	for _, kind := range present.ChartNames() {
		outputs[string(kind)+".svg"] = []string{"--chart", string(kind)}
		outputs[string(kind)+".txt"] = []string{"--chart", string(kind)}
	}
	var c Command
	c.Language = form.Chinese
	for name, base := range outputs {
		write := func(t *testing.T, further ...string) (code int, complaint, print string) {
			path := filepath.Join(t.TempDir(), name)
			code, _, complaint = call(append(append([]string{"export", "--db", db, "--to", path}, base...), further...)...)
			return code, complaint, fingerprint(t, path)
		}
		t.Run(name, func(t *testing.T) {
			plain := sync.OnceValue(func() string {
				code, complaint, print := write(t)
				if code != 0 {
					t.Error(complaint)
				}
				return print
			})
			c.exportCommand().Flags().VisitAll(func(f *pflag.Flag) {
				sample := flagSamples[f.Name]
				switch f.Name {
				case "to", "chart", "report", "blank", "return", "returns", "findings", "roll-up", "brief", "coverage":
					return // they are the outputs
				}
				if sample == nil {
					t.Fatalf("--%s has no sample here", f.Name)
				}
				switch {
				case strings.Contains(strings.Join(base, " "), sample[0]), choosers[f.Name] && name != "trend.svg" && name != "t.csv" && name != "sum.xlsx" && name != "findings.csv":
					return
				case filepath.Ext(name) == ".txt" || name == "t.xlsx": // these have flags of their own; the others act as in another format
					if f.Name != "counts" && f.Name != "own-scales" && f.Name != "encoding" && f.Name != "partition" {
						return
					}
				case name == "funnel.svg" && f.Name == "item":
					sample = []string{"--item", "metric/grant-rate"}
				case name == "change.svg" && f.Name == "item":
					sample = []string{"--item", "metric/penalty"}
				}
				code, complaint, got := write(t, sample...)
				switch {
				case code == exitUsage && strings.Contains(complaint, "--"): // the message names the flag
				case code != 0:
					t.Errorf("--%s ends with %d: %s", f.Name, code, complaint)
				case got == plain():
					t.Errorf("--%s is taken and changes nothing", f.Name)
				}
			})
		})
	}
}

// fingerprint returns the content of a file or folder, without the time recorded in it.
func fingerprint(t *testing.T, path string) string {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		return "nothing"
	}
	if info.IsDir() {
		return "a folder"
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) != ".xlsx" {
		return fmt.Sprintf("%x", sha256.Sum256(content))
	}
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var parts strings.Builder
	for _, f := range r.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet1") && f.Name != "xl/sharedStrings.xml" {
			continue
		}
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&parts, "%s %x\n", f.Name, sha256.Sum256(part))
	}
	return parts.String()
}

func TestFlagsThatNeedOthersAreRefusedWithoutThem(t *testing.T) {
	db := sampleDatabase(t)
	for _, c := range []struct {
		args []string
		want string // "" if the value is accepted
	}{
		{[]string{"--to", "x.csv", "--compare", "--rows", "units"}, "--compare"},
		{[]string{"--to", "x.csv", "--compare", "--rows", "units", "--year", "2023"}, ""},
		{[]string{"--to", "x.csv", "--compare", "--rows", "figures"}, "--compare"},
		{[]string{"--to", "x.csv", "--across", "years"}, "--across years"},
		{[]string{"--to", "x.csv", "--across", "years", "--rows", "units"}, ""},
		{[]string{"--to", "x.csv", "--across", "kinds", "--view", "enforcement"}, "--across kinds"},
		{[]string{"--to", "x.csv", "--across", "kinds", "--rows", "figures"}, "--across kinds"},
		{[]string{"--to", "x.csv", "--kind", "business", "--view", "disputes"}, "--kind"},
		{[]string{"--to", "x.csv", "--kind", "business", "--view", "measures"}, "--kind"},
		{[]string{"--to", "x.csv", "--kind", "total", "--view", "outcomes"}, ""},
		{[]string{"--to", "x.csv", "--kind", "business", "--rows", "figures"}, ""},
		{[]string{"--to", "x.parquet", "--hide", "unit"}, "unit"},
		{[]string{"--to", "x.parquet", "--first", "year"}, "year"},
		{[]string{"--to", "x.txt", "--chart", "trend", "--view", "outcomes"}, "--view"},
		{[]string{"--to", "x.txt", "--chart", "trend", "--view", "outcomes", "--statuses", "blank"}, ""},
		{[]string{"--to", "x.txt", "--chart", "chain", "--by", "units"}, "--by"},
		{[]string{"--to", "x.svg", "--chart", "ranking", "--counts"}, "--counts"},
		{[]string{"--to", "x.svg", "--chart", "outcomes", "--own-scales"}, "--own-scales"},
		{[]string{"--to", "x.xlsx", "--counts"}, "--counts"},
	} {
		c.args[1] = filepath.Join(t.TempDir(), c.args[1])
		code, _, complaint := call(append([]string{"export", "--db", db}, c.args...)...)
		_, missing := os.Stat(c.args[1])
		switch {
		case c.want == "" && (code != 0 || missing != nil):
			t.Errorf("%v: exit %d, %s", c.args[2:], code, complaint)
		case c.want != "" && (code != exitUsage || !strings.Contains(complaint, c.want) || missing == nil):
			t.Errorf("%v: exit %d, %s", c.args[2:], code, complaint)
		}
	}
	for _, args := range [][]string{{"version", "--db", db}, {"sample", "--db", db, t.TempDir()}} {
		if code, _, complaint := call(args...); code != exitUsage || !strings.Contains(complaint, "--db") {
			t.Errorf("%v: exit %d, %s", args, code, complaint)
		}
	}
}

func TestAStackByYearsIsLimitedByTheYearFlag(t *testing.T) {
	db, path := sampleDatabase(t), filepath.Join(t.TempDir(), "o.txt")
	if code, _, complaint := call("export", "--db", db, "--to", path, "--chart", "outcomes", "--year", "2022"); code != 0 {
		t.Fatal(complaint)
	}
	text, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(text), "2021") || !strings.Contains(string(text), "2022") {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestAChangeWithoutTheYearBeforeIsNotShownAsZero(t *testing.T) {
	db := sampleDatabase(t)
	for _, format := range []string{"txt", "svg", "xlsx"} {
		path := filepath.Join(t.TempDir(), "c."+format)
		if code, _, complaint := call("export", "--db", db, "--to", path, "--chart", "change", "--year", "2019"); code != 0 {
			t.Fatal(complaint)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if format != "xlsx" && (!strings.Contains(string(text), "没有 2018 年的报告") || strings.Contains(string(text), "合计")) {
			t.Errorf("%s: %s", format, text)
		}
	}
}
