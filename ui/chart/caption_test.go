package chart

import (
	"testing"
)

func TestACaptionTakesItsSpaceFromTheChart(t *testing.T) {
	f := frame(t, "")
	draw := Trend{Title: "新收申请", Years: []int{2022, 2023}, Series: []Series{{Name: "甲镇", Values: []Value{KnownValue(3), KnownValue(5)}}}}.Draw
	bare, list := draw(f), Captioned(draw, "范围：示例市示例区")(f)
	last, ok := list.Items[len(list.Items)-1].(Text)
	if !ok || last.Text != "范围：示例市示例区" {
		t.Fatalf("the last item is %+v", list.Items[len(list.Items)-1])
	}
	if list.Height != bare.Height {
		t.Errorf("the chart is %v high with its caption, %v without", list.Height, bare.Height)
	}
	for _, item := range list.Items[:len(list.Items)-1] {
		if text, ok := item.(Text); ok && text.Y > last.Y-noteSize {
			t.Errorf("%q stands in the caption's room", text.Text)
		}
	}
}
