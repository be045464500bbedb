package words

import (
	"encoding/json"

	"nianbao/data/form"
)

// Toolkit returns Fyne's own texts (dialogs, entry menus, calendars) in a language as a JSON bundle
// for Fyne's lang.AddTranslationsForLocale. The bundle must be complete: added for the system's
// locale, it replaces Fyne's texts for that language.
func Toolkit(l Language) []byte {
	said := map[string]string{}
	for key, word := range toolkit() {
		said[key] = l.Say(word)
	}
	bundle, err := json.Marshal(said)
	if err != nil {
		panic(err) // a map of strings can always be marshalled
	}
	return bundle
}

// toolkit maps the keys of Fyne 2.8 to words.
func toolkit() map[string]Word {
	return map[string]Word{
		"Advanced":          form.Both("高级", "Advanced"),
		"Cancel":            form.Both("取消", "Cancel"),
		"Confirm":           form.Both("确认", "Confirm"),
		"Copy":              form.Both("复制", "Copy"),
		"Create Folder":     form.Both("新建文件夹", "Create folder"),
		"Cut":               form.Both("剪切", "Cut"),
		"Enter filename":    form.Both("文件名", "File name"),
		"Error":             form.Both("错误", "Error"),
		"Favourites":        form.Both("常用位置", "Favourites"),
		"File":              form.Both("文件", "File"),
		"Folder":            form.Both("文件夹", "Folder"),
		"New Folder":        form.Both("新文件夹", "New folder"),
		"No":                form.Both("否", "No"),
		"OK":                form.Both("确定", "OK"),
		"Open":              form.Both("打开", "Open"),
		"Paste":             form.Both("粘贴", "Paste"),
		"Quit":              form.Both("退出", "Quit"),
		"Redo":              form.Both("重做", "Redo"),
		"Save":              form.Both("保存", "Save"),
		"Select all":        form.Both("全选", "Select all"),
		"Show Hidden Files": form.Both("显示隐藏文件", "Show hidden files"),
		"Undo":              form.Both("撤消", "Undo"),
		"Yes":               form.Both("是", "Yes"),
		"file.name":         form.Both("名称", "Name"),
		"file.parent":       form.Both("上级文件夹", "Parent folder"),
		"monday":            form.Both("星期一", "Monday"),
		"monday.short":      form.Both("一", "Mon"),
		"tuesday":           form.Both("星期二", "Tuesday"),
		"tuesday.short":     form.Both("二", "Tue"),
		"wednesday":         form.Both("星期三", "Wednesday"),
		"wednesday.short":   form.Both("三", "Wed"),
		"thursday":          form.Both("星期四", "Thursday"),
		"thursday.short":    form.Both("四", "Thu"),
		"friday":            form.Both("星期五", "Friday"),
		"friday.short":      form.Both("五", "Fri"),
		"saturday":          form.Both("星期六", "Saturday"),
		"saturday.short":    form.Both("六", "Sat"),
		"sunday":            form.Both("星期日", "Sunday"),
		"sunday.short":      form.Both("日", "Sun"),
	}
}
