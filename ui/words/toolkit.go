package words

import "encoding/json"

// Toolkit returns the toolkit's own strings (dialogs, entry menus, calendars) in a language as
// a JSON bundle for Fyne's lang.AddTranslationsForLocale. The bundle must be complete: added
// for the system's locale, it replaces the strings Fyne brings for that language.
func Toolkit(l Language) []byte {
	said := map[string]string{}
	for key, word := range toolkit() {
		said[key] = l.Say(word)
	}
	bundle, err := json.Marshal(said)
	if err != nil {
		panic(err) // a map of strings always marshals
	}
	return bundle
}

// toolkit maps the keys of Fyne 2.8 to words.
func toolkit() map[string]Word {
	return map[string]Word{
		"Advanced":          {"高级", "Advanced"},
		"Cancel":            {"取消", "Cancel"},
		"Confirm":           {"确认", "Confirm"},
		"Copy":              {"复制", "Copy"},
		"Create Folder":     {"新建文件夹", "Create folder"},
		"Cut":               {"剪切", "Cut"},
		"Enter filename":    {"文件名", "File name"},
		"Error":             {"错误", "Error"},
		"Favourites":        {"常用位置", "Favourites"},
		"File":              {"文件", "File"},
		"Folder":            {"文件夹", "Folder"},
		"New Folder":        {"新文件夹", "New folder"},
		"No":                {"否", "No"},
		"OK":                {"确定", "OK"},
		"Open":              {"打开", "Open"},
		"Paste":             {"粘贴", "Paste"},
		"Quit":              {"退出", "Quit"},
		"Redo":              {"重做", "Redo"},
		"Save":              {"保存", "Save"},
		"Select all":        {"全选", "Select all"},
		"Show Hidden Files": {"显示隐藏文件", "Show hidden files"},
		"Undo":              {"撤消", "Undo"},
		"Yes":               {"是", "Yes"},
		"file.name":         {"名称", "Name"},
		"file.parent":       {"上级文件夹", "Parent folder"},
		"monday":            {"星期一", "Monday"},
		"monday.short":      {"一", "Mon"},
		"tuesday":           {"星期二", "Tuesday"},
		"tuesday.short":     {"二", "Tue"},
		"wednesday":         {"星期三", "Wednesday"},
		"wednesday.short":   {"三", "Wed"},
		"thursday":          {"星期四", "Thursday"},
		"thursday.short":    {"四", "Thu"},
		"friday":            {"星期五", "Friday"},
		"friday.short":      {"五", "Fri"},
		"saturday":          {"星期六", "Saturday"},
		"saturday.short":    {"六", "Sat"},
		"sunday":            {"星期日", "Sunday"},
		"sunday.short":      {"日", "Sun"},
	}
}
