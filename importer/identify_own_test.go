package importer

import (
	"strings"
	"testing"
)

func TestTheOwnOfficeOfADistrictIsASeparateBody(t *testing.T) {
	for name, region := range map[string]string{"临江区本级": "", "临江区人民政府本级": "", "临江区人民政府（本级）": "", "临江区政府本级": "", "云州市临江区本级": "云州市", "江南省云州市临江区人民政府本级": "江南省云州市"} {
		seal := sheetText{text: "填报单位：" + name + "（盖章）"}
		for place, clues := range map[string][]clue{
			"title": cluesIn(name+"2023年政府信息公开工作年度报告", placeTitle, trustTitle),
			"seal":  cluesOf(&seal),
			"sheet": cluesIn(name, placeSheet, trustSheet),
			"file":  fileClues("/报送/" + name + "2023年.xlsx"),
		} {
			if id := identify(clues, nil); id.body.unit != "临江区本级" || id.body.region != region {
				t.Errorf("%s in the %s: %q of %q", name, place, id.body.unit, id.body.region)
			}
		}
		if b := bodyOf(name); b.unit != "临江区本级" || b.region != region {
			t.Errorf("the cell %s: %q of %q", name, b.unit, b.region)
		}
	}
	for _, town := range []string{"石桥镇本级", "石桥镇人民政府（本级）"} {
		if b := bodyOf(town); b.unit != "石桥镇" {
			t.Errorf("%s is %q", town, b.unit)
		}
	}
	for _, whole := range []string{"临江区", "临江区人民政府", "临江区政府"} {
		if b := bodyOf(whole); b.unit != "临江区" {
			t.Errorf("%s is %q", whole, b.unit)
		}
	}
	if b := bodyOf("临江区人民政府办公室"); b.unit != "人民政府办公室" || b.region != "临江区" {
		t.Errorf("the office is %q of %q", b.unit, b.region)
	}
}

func TestAnOwnOfficeWithoutItsPlaceTakesThatOfTheTitleOrIsAskedAbout(t *testing.T) {
	for _, own := range []string{"区本级", "本级", "区级本级", "区政府本级"} {
		seal := sheetText{text: "填报单位：" + own + "（盖章）"}
		for place, clues := range map[string][]clue{
			"seal":   cluesOf(&seal),
			"sheet":  cluesIn(own, placeSheet, trustSheet),
			"file":   fileClues("/报送/" + own + "2023年.xlsx"),
			"folder": fileClues("/报送/" + own + "/2023年.xlsx"),
		} {
			for _, title := range []string{"云州市临江区2023年度政府信息公开工作情况统计表", "云州市临江区人民政府2023年政府信息公开工作年度报告"} {
				id := identify(append(cluesIn(title, placeTitle, trustTitle), clues...), nil)
				isAsked := id.body.unit == "" && len(id.questions) > 0 && id.questions[0].Blocking
				if place == "folder" {
					if !isAsked {
						t.Errorf("%s in the folder: %q of %q", own, id.body.unit, id.body.region)
					}
				} else if id.body.unit != "临江区本级" || id.body.region != "云州市" {
					t.Errorf("%s in the %s below %s: %q of %q, %v", own, place, title, id.body.unit, id.body.region, explained(id.questions))
				}
			}
			if id := identify(clues, nil); place != "folder" && (id.body.unit != "" || len(id.questions) == 0) {
				t.Errorf("%s in the %s alone: %q", own, place, id.body.unit)
			}
		}
	}
}

func TestTheOwnOfficeInASummaryHasItsOwnRow(t *testing.T) {
	rows := "\n单位,本年新收政府信息公开申请数量,上年结转政府信息公开申请数量\n区本级,3,1\n石桥镇,4,0\n临江区本级财政局,5,0\n"
	results, err := ReadPaste(t.Context(), strings.ReplaceAll("云州市临江区2023年度政府信息公开年报汇总表"+rows, ",", "\t"), Options{})
	if err != nil || len(results) != 3 {
		t.Fatalf("%d results, %v", len(results), err)
	}
	if r := results[0].Report; r.Unit != "临江区本级" || r.Region != "云州市" || results[0].Err != nil {
		t.Errorf("%q of %q, %v", r.Unit, r.Region, results[0].Err)
	}
	if r := results[1].Report; r.Unit != "石桥镇" || r.Region != "云州市临江区" {
		t.Errorf("%q of %q", r.Unit, r.Region)
	}
	results, err = ReadPaste(t.Context(), strings.ReplaceAll("2023年度政府信息公开年报汇总表"+rows, ",", "\t"), Options{})
	if err != nil || len(results) != 3 || results[0].Err == nil || !results[0].asks(AskUnit) {
		t.Errorf("without the place: %+v, %v", results, err)
	}
}
