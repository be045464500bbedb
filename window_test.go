package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long the test waits for the window.
const patience = 60 * time.Second

// The test drives the real window on a virtual screen: it opens the sample, filters to
// one town, copies the table, and looks at the picture of the chart.
func TestWindowShowsTheSampleAsTableAndChart(t *testing.T) {
	if os.Getenv("NIANBAO_E2E") == "" {
		t.Skip("run by make e2e, which needs Xvfb, openbox, xdotool, xclip and imagemagick")
	}
	w := openWindow(t)
	w.wait("ready ")
	w.click("打开示例")
	w.wait("import done imported=53 replaced=0 unchanged=0 failed=0")
	w.wait("overview year=2024 reports=8 units=10 ")
	w.click("数据表")
	w.wait("table view=applications rows=53 ")

	w.click("行政执法")
	w.wait("table view=enforcement rows=53 ")
	w.click("搜索单位")
	w.paste("瀛海镇")
	w.keys("Return") // takes the only unit found
	w.wait("table view=enforcement rows=1 ")
	w.click("grid")
	w.keys("ctrl+a", "ctrl+shift+c")
	if copied := w.clipboard(); !strings.Contains(copied, "2390") || !strings.Contains(copied, "瀛海镇") {
		t.Errorf("the copied table lacks 瀛海镇's 2390 penalties:\n%s", copied)
	}
	w.click("清除全部")
	w.wait("table view=enforcement rows=53 ")

	w.click("图表")
	w.wait("chart kind=trend ")
	before := w.picture()
	w.click("申请")
	w.wait("chart kind=trend item=applications/received/total ")
	if after := w.picture(); coloured(after) < 400 {
		t.Errorf("only %d coloured pixels on the chart, before it %d", coloured(after), coloured(before))
	}
}

// window is the running program on a virtual screen.
type window struct {
	t       *testing.T
	display string
	id      string
	trace   string
	seen    int // number of lines of the trace that were waited for
}

func openWindow(t *testing.T) *window {
	t.Helper()
	folder := t.TempDir()
	w := &window{t: t, trace: filepath.Join(folder, "trace")}
	w.display = w.startScreen()
	w.start("openbox")
	binary := filepath.Join(folder, "nianbao")
	if out, err := exec.Command("go", "build", "-tags", "x11 migrated_fynedo no_emoji", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	w.start(binary, "--db", filepath.Join(folder, "e2e.duckdb"))
	w.wait("ready ")
	w.seen = 0
	w.id = strings.Fields(w.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "年报通览"))[0]
	w.run("xdotool", "windowactivate", "--sync", w.id)
	return w
}

// startScreen starts Xvfb on a free display, which it names itself.
func (w *window) startScreen() string {
	w.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		w.t.Fatal(err)
	}
	defer read.Close()
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{write}
	w.launch(screen)
	write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		w.t.Fatalf("Xvfb names no display: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

func (w *window) start(name string, args ...string) {
	w.t.Helper()
	w.launch(w.command(name, args...))
}

func (w *window) launch(cmd *exec.Cmd) {
	w.t.Helper()
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		w.t.Fatalf("start %s: %v", cmd.Path, err)
	}
	w.t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
		if w.t.Failed() {
			w.t.Logf("%s said: %s", filepath.Base(cmd.Path), said.String())
		}
	})
}

func (w *window) command(name string, args ...string) *exec.Cmd {
	ctx, cancel := context.WithTimeout(context.Background(), 4*patience)
	w.t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display, "NIANBAO_TRACE="+w.trace, "LIBGL_ALWAYS_SOFTWARE=1", "XDG_CONFIG_HOME="+filepath.Dir(w.trace))
	return cmd
}

func (w *window) run(name string, args ...string) string {
	w.t.Helper()
	out, err := w.command(name, args...).Output()
	if err != nil {
		w.t.Fatalf("%s %v: %v", name, args, err)
	}
	return string(out)
}

// lines reads what the window has noted so far.
func (w *window) lines() []string {
	content, err := os.ReadFile(w.trace)
	if err != nil {
		return nil
	}
	whole, _, _ := strings.Cut(string(content)+"\x00", "\x00")
	return strings.Split(strings.TrimSuffix(whole, "\n"), "\n")
}

// poll asks until done returns true.
func (w *window) poll(what string, done func() bool) {
	w.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.Now().Add(patience); !done(); <-tick.C {
		if time.Now().After(deadline) {
			lines := w.lines()
			w.t.Fatalf("the window never said %q; its last words:\n%s", what, strings.Join(lines[max(0, len(lines)-25):], "\n"))
		}
	}
}

// wait polls the notes for a line with a prefix, after the last one found.
func (w *window) wait(prefix string) {
	w.t.Helper()
	w.poll(prefix, func() bool {
		lines := w.lines()
		for i := w.seen; i < len(lines); i++ {
			if strings.HasPrefix(lines[i], prefix) {
				w.seen = i + 1
				return true
			}
		}
		return false
	})
}

// rest waits until the window has nothing more to note: layouts are noted as they come,
// so only the last position of a thing is the right one.
func (w *window) rest() {
	w.t.Helper()
	const quiet = 300 * time.Millisecond
	w.poll("nothing for a while", func() bool {
		info, err := os.Stat(w.trace)
		return err == nil && time.Since(info.ModTime()) > quiet
	})
}

// click clicks the position that the window last noted under a name.
func (w *window) click(name string) {
	w.t.Helper()
	w.rest()
	var x, y int
	w.poll("place "+name, func() bool {
		lines := w.lines()
		for i := len(lines) - 1; i >= 0; i-- {
			rest, ok := strings.CutPrefix(lines[i], "place "+name+" ")
			if n, _ := fmt.Sscanf(rest, "%d %d", &x, &y); ok && n == 2 {
				return true
			}
		}
		return false
	})
	w.run("xdotool", "mousemove", "--window", w.id, fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

func (w *window) keys(keys ...string) {
	w.t.Helper()
	for _, k := range keys {
		w.run("xdotool", "key", k)
	}
}

// paste puts Chinese into the focused field as people without an input method do.
func (w *window) paste(text string) {
	w.t.Helper()
	cmd := w.command("xclip", "-selection", "clipboard")
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Run(); err != nil {
		w.t.Fatal(err)
	}
	w.keys("ctrl+v")
}

// clipboard returns the text that the window has copied, as soon as it is there.
func (w *window) clipboard() (text string) {
	w.t.Helper()
	w.poll("a copied table", func() bool {
		out, err := w.command("xclip", "-selection", "clipboard", "-o").Output()
		text = string(out)
		return err == nil && strings.Contains(text, "\t")
	})
	return text
}

// picture returns the picture on the screen.
func (w *window) picture() image.Image {
	w.t.Helper()
	decoded, err := png.Decode(strings.NewReader(w.run("import", "-window", "root", "png:-")))
	if err != nil {
		w.t.Fatal(err)
	}
	if folder := os.Getenv("NIANBAO_PICTURES"); folder != "" {
		file, err := os.Create(filepath.Join(folder, "window.png"))
		if err != nil {
			w.t.Fatal(err)
		}
		defer file.Close()
		if err := png.Encode(file, decoded); err != nil {
			w.t.Fatal(err)
		}
	}
	return decoded
}

// coloured counts the saturated pixels in the right two thirds of the screen,
// where the chart's lines are.
func coloured(picture image.Image) (n int) {
	b := picture.Bounds()
	for y := b.Min.Y + b.Dy()/3; y < b.Max.Y-b.Dy()/8; y++ {
		for x := b.Min.X + b.Dx()/3; x < b.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			if high, low := max(r, g, b), min(r, g, b); high-low > 0x5000 {
				n++
			}
		}
	}
	return n
}
