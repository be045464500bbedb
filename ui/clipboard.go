package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// errNoPictureTool means that the system has no program to put pictures on the clipboard.
var errNoPictureTool = errors.New("no program puts pictures on the clipboard")

// copyPicture puts a PNG on the clipboard with a program of the system, because Fyne's
// own clipboard takes text only.
func copyPicture(ctx context.Context, png []byte) error {
	switch runtime.GOOS {
	case "windows", "darwin":
		return copyByFile(ctx, png, pictureScript(runtime.GOOS))
	}
	for _, tool := range pictureTools(os.Getenv) {
		if path, err := exec.LookPath(tool[0]); err == nil {
			cmd := exec.CommandContext(ctx, path, tool[1:]...)
			cmd.Stdin = bytes.NewReader(png)
			if err := cmd.Run(); err != nil {
				return fmt.Errorf("copy a picture with %s: %w", tool[0], err)
			}
			return nil
		}
	}
	return errNoPictureTool
}

// pictureTools are the programs that put a PNG on the clipboard, the likelier one first.
func pictureTools(getenv func(string) string) [][]string {
	x, wayland := []string{"xclip", "-selection", "clipboard", "-t", "image/png", "-i"}, []string{"wl-copy", "--type", "image/png"}
	if getenv("WAYLAND_DISPLAY") != "" {
		return [][]string{wayland, x}
	}
	return [][]string{x, wayland}
}

// pictureScript is the command that puts a picture file on the clipboard; %s is the file.
func pictureScript(system string) []string {
	if system == "darwin" {
		return []string{"osascript", "-e", `set the clipboard to (read (POSIX file "%s") as «class PNGf»)`}
	}
	return []string{"powershell", "-NoProfile", "-STA", "-Command",
		"Add-Type -AssemblyName System.Windows.Forms,System.Drawing; $p = [Drawing.Image]::FromFile('%s'); [Windows.Forms.Clipboard]::SetImage($p); $p.Dispose()"}
}

// copyByFile writes the picture to a temporary file, which the command reads.
func copyByFile(ctx context.Context, png []byte, command []string) error {
	path, err := exec.LookPath(command[0])
	if err != nil {
		return errNoPictureTool
	}
	folder, err := os.MkdirTemp("", "nianbao")
	if err != nil {
		return fmt.Errorf("copy a picture: %w", err)
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "chart.png")
	if err := os.WriteFile(file, png, 0o600); err != nil {
		return fmt.Errorf("copy a picture: %w", err)
	}
	args := make([]string, len(command)-1)
	for i, arg := range command[1:] {
		args[i] = strings.ReplaceAll(arg, "%s", quotedFor(command[0], file))
	}
	if err := exec.CommandContext(ctx, path, args...).Run(); err != nil {
		return fmt.Errorf("copy a picture with %s: %w", command[0], err)
	}
	return nil
}

// quotedFor escapes a path for a script's quotes.
func quotedFor(tool, path string) string {
	if tool == "powershell" {
		return strings.ReplaceAll(path, "'", "''")
	}
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(path)
}
