package importer

import (
	"context"
	"errors"
	"io/fs"

	"nianbao/data/form"
	"nianbao/importer/read"
)

// explainer is an error that can explain itself to users.
type explainer interface {
	error
	Explain(lang form.Language) string
}

// Explain says in one line what is wrong with a file, where, and what to do;
// lang is "zh" or "en". It is for every error that importing returns.
func Explain(err error, lang form.Language) string {
	var known explainer
	switch {
	case err == nil:
		return ""
	case errors.As(err, &known):
		return known.Explain(lang)
	case errors.Is(err, context.Canceled):
		return lang.Say(form.Both("已取消", "cancelled"))
	case errors.Is(err, fs.ErrNotExist):
		return lang.Say(form.Both("找不到这个文件，可能已被移动或删除", "the file is not there; it may have been moved or deleted"))
	case errors.Is(err, fs.ErrPermission):
		return lang.Say(form.Both("没有读取权限，或文件正被其他程序占用；请关闭后重试", "no permission to read it, or another program holds it; close that and try again"))
	default:
		return lang.Say(form.Both("无法读取：", "cannot be read: ")) + err.Error()
	}
}

// NeedsPassword reports whether a file could not be read for lack of its
// password.
func NeedsPassword(err error) bool { return read.NeedsPassword(err) }
