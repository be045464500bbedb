//go:build linux

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"nianbao/data"
)

// TestMain lets this test binary act as the program: started with NIANBAO_PROGRAM in its
// environment, it runs main.
func TestMain(m *testing.M) {
	if os.Getenv("NIANBAO_PROGRAM") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// told is the output of a run of the program.
type told struct {
	code   int
	out    string // standard output
	errors string // standard error
}

// program says how to run the program in a test.
type program struct {
	binary   string
	home     string
	language string // of the environment
	asNobody bool   // as a user without rights
}

func (p program) run(t *testing.T, args ...string) told {
	t.Helper()
	cmd := p.command(args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return told{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

func (p program) command(args ...string) *exec.Cmd {
	cmd := exec.Command(p.binary, args...)
	cmd.Env = []string{"NIANBAO_PROGRAM=1", "HOME=" + p.home, "LANG=" + p.language, "TMPDIR=" + os.TempDir()}
	if p.asNobody {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return cmd
}

// Words in Latin letters that may occur in a Chinese message besides the arguments of the
// call: names of programs, formats, commands and typed text.
var (
	typed     = regexp.MustCompile(`--[a-z-]+|\.[a-z]+|\b(nianbao|import|query|check|export|backup|rebuild|sample|version|help)\b|Excel|WPS|Word|PDF|JPEG|SQL|SELECT|CAST|GROUP BY|LIMIT|OFFSET`)
	latin     = regexp.MustCompile(`[A-Za-z]{2,}`)
	han       = regexp.MustCompile(`\p{Han}`)
	ofEngines = regexp.MustCompile(`[A-Z][a-z]+ Error|Error:|error:|no such file|permission denied|is a directory|not a directory|no space|\bopen /|\bwrite /|goroutine|%!|<nil>|\.go:`)
)

// checkWords reports the parts of a text that are not words of the language.
func checkWords(t *testing.T, language, text string, known ...string) {
	t.Helper()
	if found := ofEngines.FindString(text); found != "" {
		t.Errorf("%q shows through in %q", found, text)
	}
	text = strings.ReplaceAll(text, "TRY_CAST", "")
	for _, name := range known {
		if len(name) > 2 {
			text = strings.ReplaceAll(text, name, "")
		}
	}
	text = typed.ReplaceAllString(text, "")
	if strings.HasPrefix(language, "en") {
		if found := han.FindString(text); found != "" {
			t.Errorf("%q is no English: %q", found, text)
		}
		return
	}
	if found := latin.FindAllString(text, -1); found != nil {
		t.Errorf("%q is no Chinese: %q", found, text)
	}
	if !han.MatchString(text) {
		t.Errorf("no Chinese in %q", text)
	}
}

// sampleBytes is a database with the sample, once a test has imported it.
var sampleBytes []byte

// faultyFolder is a folder with things that go wrong, and a good database.
func faultyFolder(t *testing.T, p program) (folder, db string) {
	t.Helper()
	folder, err := os.MkdirTemp("", "nianbao-messages")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	at := func(name string) string { return filepath.Join(folder, name) }
	db = at("good.duckdb")
	if sampleBytes == nil {
		if got := p.run(t, "sample", at("all")); got.code != 0 {
			t.Fatal(got)
		}
		if got := p.run(t, "import", "--db", db, at("all")); got.code != 0 {
			t.Fatal(got)
		}
		if sampleBytes, err = os.ReadFile(db); err != nil {
			t.Fatal(err)
		}
	}
	content := sampleBytes
	if got := p.run(t, "sample", at("reports")); got.code != 0 {
		t.Fatal(got)
	}
	corrupt := bytes.Clone(content)
	for i := 4096 * 3; i < len(corrupt); i += 512 {
		corrupt[i] ^= 0xff
	}
	workbooks, err := filepath.Glob(at("reports/*.xlsx"))
	if err != nil || len(workbooks) == 0 {
		t.Fatal(err)
	}
	workbook, err := os.ReadFile(workbooks[0])
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(workbook)
	flipped[len(flipped)/2] ^= 0xff
	for name, content := range map[string][]byte{
		"good.duckdb": content, "corrupt.duckdb": corrupt, "short.duckdb": content[:len(content)/2], "text.duckdb": []byte("这不是数据库"), "empty.duckdb": nil,
		"cut.xlsx": workbook[:len(workbook)/2], "flipped.xlsx": flipped, "zip.xlsx": []byte("PK\x03\x04nothing"), "text.xlsx": []byte("hello world, this is no workbook"),
		"picture.docx": []byte("\xff\xd8\xff\xe0JFIF"), "nothing.xlsx": nil, "words.txt": []byte("the quick brown fox jumps over the lazy dog"), "a.pdf": []byte("%PDF-1.7"),
		"list.csv": []byte("name,phone\nsmith,123\n"), "closed.duckdb": content, "closed.xlsx": workbook, "wal.duckdb": content, "wal.duckdb.wal": []byte("no log at all"),
		"existing.duckdb": content,
	} {
		if err := os.WriteFile(at(name), content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	err = errors.Join(os.Mkdir(at("folder.duckdb"), 0o755), os.Mkdir(at("folder.csv"), 0o755), os.MkdirAll(at("full/x"), 0o755), os.Mkdir(at("locked"), 0o500),
		os.Symlink(at("good.duckdb"), at("link.csv")), syscall.Mkfifo(at("pipe.xlsx"), 0o644))
	if err != nil {
		t.Fatal(err)
	}
	return folder, db
}

func languages() []string { return []string{"zh_CN.UTF-8", "en_US.UTF-8"} }

// faultyCalls are calls that fail or complain; $ is the folder.
var faultyCalls = []string{
	"query --db $/none.duckdb|SELECT 1", "query --db $/corrupt.duckdb|SELECT count(*) FROM figures", "query --db $/short.duckdb|SELECT 1",
	"query --db $/text.duckdb|SELECT 1", "query --db $/empty.duckdb|SELECT 1", "query --db $/folder.duckdb|SELECT 1", "query --db $/wal.duckdb|SELECT 1",
	"query --db $/text.duckdb/x.duckdb|SELECT 1", "query --db $/a?b.duckdb|SELECT 1", "import --db $/text.duckdb/x.duckdb $/reports", "import --db $/a?b.duckdb $/reports",
	"check --db $/none.duckdb", "check --db $/corrupt.duckdb", "export --db $/none.duckdb --to $/o.csv", "export --db $/corrupt.duckdb --to $/o.csv",
	"backup --db $/none.duckdb --to $/o.duckdb", "backup --db $/good.duckdb --to $/existing.duckdb", "backup --db $/good.duckdb --to $/none/b.duckdb", "backup --db $/good.duckdb",
	"rebuild --from $/none.duckdb --to $/r.duckdb", "rebuild --from $/text.duckdb --to $/r.duckdb", "rebuild --from $/corrupt.duckdb --to $/r.duckdb", "rebuild --from $/short.duckdb --to $/r.duckdb",
	"rebuild --from $/good.duckdb --to $/existing.duckdb", "rebuild --from $/good.duckdb --to $/none/r.duckdb", "rebuild --from $/folder.duckdb --to $/r.duckdb", "rebuild --from $/good.duckdb", "rebuild --db $/good.duckdb --to $/r.duckdb",
	"export --db $/good.duckdb --to $/none/o.csv", "export --db $/good.duckdb --to $/folder.csv", "export --db $/good.duckdb --to $/link.csv", "export --db $/good.duckdb --to $/good.duckdb",
	"export --db $/good.duckdb --to $/text.duckdb/o.csv", "export --db $/good.duckdb --to $/full --partition", "export --db $/good.duckdb --to $/none/o --partition", "export --db $/good.duckdb --to $/link.parquet/o --partition",
	"export --db $/good.duckdb --to $/o --partition --rows units", "export --db $/good.duckdb --to $/o.svg --chart funnel --item metric/penalty", "export --db $/good.duckdb --to $/o.csv --saved nothing",
	"export --db $/good.duckdb --to $/o.csv --units nowhere", "export --db $/good.duckdb --to $/o.csv --year 1999", "export --db $/good.duckdb --to $/o.csv --nosuch", "export --db $/good.duckdb --to $/o.csv --compare=maybe",
	"export --db $/good.duckdb --to", "export --db $/good.duckdb --to $/o.xyz", "export --=x", "import", "import --db $/good.duckdb $/gone.xlsx", "imprt $/reports", "query", "query --db $/good.duckdb a b", "sample", "sample $/text.duckdb/s", "help nosuch",
	"import --db $/new.duckdb $/cut.xlsx $/flipped.xlsx $/zip.xlsx $/text.xlsx $/picture.docx $/nothing.xlsx $/words.txt $/a.pdf $/list.csv $/pipe.xlsx $/folder.csv",
	"query --db $/good.duckdb|SELEC 1", "query --db $/good.duckdb|SELECT nosuch FROM reports", "query --db $/good.duckdb|SELECT error('something is quite wrong')", "query --db $/good.duckdb|DROP VIEW reports",
	"query --db $/good.duckdb|SELECT * FROM read_csv('/etc/passwd')", "query --db $/good.duckdb|SELECT unnest(range(2000000000))", "query --db $/good.duckdb|", "query --db $/good.duckdb|SELECT CAST('x' AS DATE)",
	"query --db $/good.duckdb|SELECT sum('a')", "query --db $/good.duckdb|SELECT nextval('s')", "query --db $/good.duckdb|SELECT sqrt(-1)", "query --db $/good.duckdb|SELECT 1 FROM range(3) LIMIT 1 OFFSET -1",
}

func TestNoMessageQuotesALibrary(t *testing.T) {
	p := program{binary: os.Args[0], home: t.TempDir(), language: languages()[0]}
	folder, _ := faultyFolder(t, p)
	for _, p.language = range languages() {
		for _, call := range faultyCalls {
			words, statement, isStatement := strings.Cut(strings.ReplaceAll(call, "$", folder), "|")
			args := strings.Fields(words)
			if isStatement {
				args = append(args, statement)
			}
			got := p.run(t, args...)
			if got.code == 0 || got.code > 2 || got.errors == "" && got.out == "" {
				t.Errorf("%s %s ends with %d and says nothing is wrong", p.language, call, got.code)
			}
			t.Run(p.language+" "+call, func(t *testing.T) {
				known := append([]string{p.home + "/.config/nianbao/errors.log", folder}, namesIn(args)...)
				if args[0] == "import" { // of a line, the verdict and the file are not words
					for _, line := range strings.Split(strings.TrimSpace(got.out), "\n") {
						if fields := strings.Split(line, "\t"); len(fields) == 6 && fields[0] == "failed" {
							checkWords(t, p.language, fields[5], known...)
						}
					}
				}
				if got.errors != "" {
					checkWords(t, p.language, got.errors, known...)
				}
			})
		}
	}
}

// namesIn are the arguments and their parts, the longest first.
func namesIn(args []string) []string {
	var names []string
	for _, arg := range args {
		names = append(names, arg)
		for path := arg; len(path) > 1 && strings.Contains(path, "/"); path = filepath.Dir(path) {
			names = append(names, path, filepath.Base(path))
		}
		names = append(names, regexp.MustCompile(`\w+`).FindAllString(arg, -1)...)
	}
	// What an error proposes, names of the form and of the sample.
	return append(names, "report_id", "region", "funnel", "change", "东篱镇", "云岭乡", "南浦街道")
}

func TestAFileWithoutPermissionIsExplained(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can become another user")
	}
	p := program{binary: os.Args[0], home: t.TempDir(), language: languages()[0]}
	folder, db := faultyFolder(t, p)
	binary := filepath.Join(folder, "program")
	if err := errors.Join(os.Chmod(folder, 0o755), copyProgram(binary), os.Chmod(filepath.Join(folder, "closed.duckdb"), 0), os.Chmod(filepath.Join(folder, "closed.xlsx"), 0)); err != nil {
		t.Fatal(err)
	}
	p.binary, p.asNobody, p.home = binary, true, "/nonexistent"
	for _, p.language = range languages() {
		for _, args := range [][]string{
			{"query", "--db", folder + "/closed.duckdb", "SELECT 1"}, {"import", "--db", folder + "/closed.duckdb", folder + "/reports"}, {"import", "--db", db, folder + "/reports"},
			{"export", "--db", db, "--to", folder + "/o.csv"}, {"export", "--db", db, "--to", folder + "/o", "--partition"}, {"backup", "--db", db, "--to", folder + "/o.duckdb"},
			{"import", "--db", folder + "/new.duckdb", folder + "/reports"}, {"sample", folder + "/s"}, {"import", folder + "/reports"}, {"query", "SELECT 1"},
		} {
			got := p.run(t, args...)
			if got.code == 0 || got.errors == "" {
				t.Errorf("%v: %+v", args, got)
			}
			t.Logf("%v: %s", args[:1], got.errors)
			checkWords(t, p.language, got.errors, append(namesIn(args), folder, "/nonexistent")...)
		}
	}
}

func copyProgram(to string) error {
	in, err := os.Open(os.Args[0])
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func TestAFullDiskIsExplainedAndLeavesNothing(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("needs the right to mount a small file system: ", err)
	}
	defer syscall.Unmount(disk, 0)
	p := program{binary: os.Args[0], home: t.TempDir(), language: languages()[0]}
	_, db := faultyFolder(t, p)
	if err := os.WriteFile(filepath.Join(disk, "filling"), make([]byte, 60<<10), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, p.language = range languages() {
		for _, to := range [][]string{{"export", "--to", "o.csv"}, {"export", "--to", "o.xlsx"}, {"export", "--to", "o.parquet"}, {"export", "--to", "o", "--partition"}, {"export", "--to", "o.svg", "--chart", "heat"}, {"backup", "--to", "o.duckdb"}} {
			to[2] = filepath.Join(disk, to[2])
			got := p.run(t, append(to, "--db", db)...)
			if got.code != 1 || !strings.Contains(got.errors, map[bool]string{true: "disk is full", false: "磁盘已满"}[strings.HasPrefix(p.language, "en")]) {
				t.Errorf("%v: %+v", to, got)
			}
			checkWords(t, p.language, got.errors, to...)
			if entries, err := os.ReadDir(disk); err != nil || len(entries) != 1 {
				t.Errorf("%v leaves %v", to, entries)
			}
		}
	}
}

func TestADatabaseInUseIsExplained(t *testing.T) {
	p := program{binary: os.Args[0], home: t.TempDir(), language: languages()[0]}
	_, db := faultyFolder(t, p)
	store, err := data.Open(t.Context(), db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, p.language = range languages() {
		got := p.run(t, "check", "--db", db)
		if got.code != 1 || !strings.Contains(got.errors, db) {
			t.Errorf("%+v", got)
		}
		checkWords(t, p.language, got.errors, db)
	}
}

func TestAnUnforeseenErrorEndsWithThePathOfTheLog(t *testing.T) {
	p := program{binary: os.Args[0], home: t.TempDir(), language: languages()[0]}
	_, db := faultyFolder(t, p)
	got := p.run(t, "query", "--db", db, "SELECT error('瀛海镇 2390')")
	log := filepath.Join(p.home, ".config/nianbao/errors.log")
	content, err := os.ReadFile(log)
	if got.code != 1 || !strings.HasSuffix(got.errors, log+"\n") || err != nil || !strings.Contains(string(content), "瀛海镇 2390") || !strings.Contains(string(content), "query --db") {
		t.Errorf("%+v, %v, %s", got, err, content)
	}
}
