package data

import (
	"slices"
	"strings"
	"testing"
)

func TestAUnitIsFoundByCharactersPinyinAndInitials(t *testing.T) {
	for name, typed := range map[string]string{
		"瀛海镇":    "yhz yinghaizhen yinghz 瀛海 瀛hai YHZ haizhen yi y 海",
		"长子营镇":   "czy zhangziying changzi",
		"漷县镇":    "hxz huoxian huo",
		"绿洲街道":   "lvzhou lz luzhou",
		"采育镇 A区": "cyz caiyu a区 A",
		"重庆市":    "cqs chongqing zhongqing",
	} {
		for _, text := range strings.Fields(typed) {
			if !Matches(name, text) {
				t.Errorf("%s is not found by %s", name, text)
			}
		}
		for _, text := range []string{"zyh", "yinghaizen", "瀛洲", "xqq", "hzy"} {
			if Matches(name, text) {
				t.Errorf("%s is found by %s", name, text)
			}
		}
	}
	if !Matches("瀛海镇", " ") {
		t.Error("nothing typed must find all")
	}
}

func TestTheKindOfAUnitFollowsFromItsName(t *testing.T) {
	s := openStore(t)
	for unit, want := range map[string]UnitKind{
		"瀛海镇": Town, "瀛海镇人民政府": Town, "北大红门街道": Subdistrict, "清源街道办事处": Subdistrict, "长哨营满族乡": Township, "巴彦苏木": Township,
		"大兴区": OwnOffice, "宿迁市": OwnOffice, "上海市人民政府办公厅": OwnOffice, "浦东新区": OwnOffice, "区政府办公室": OwnOffice, "阿巴嘎旗": OwnOffice,
		"平潭综合实验区管委会": Zone, "经济技术开发区": Zone, "平潭综合实验区": Zone,
		"教育局": Department, "发展和改革委员会": Department, "科委": Department, "司法局": Department, "": OtherKind, "甲": OtherKind,
	} {
		if got := KindOf(unit); got != want {
			t.Errorf("%s is %s, want %s", unit, got, want)
		}
		if ending := one(t, s, `SELECT `+unitEndingSQL()+` FROM (SELECT `+quote(unit)+` AS unit)`); KindOf(ending) != want || !slices.Contains(endingsOf([]UnitKind{want}), ending) {
			t.Errorf("DuckDB says %s ends with %s, want %s", unit, ending, want)
		}
	}
}
