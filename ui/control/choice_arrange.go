package control

// arrangement places options of the given widths and a common height within a width of room; room 0
// means as narrow as possible.
type arrangement func(widths []float32, height, room float32) []box

// inRow puts options side by side, each as wide as it needs.
func inRow(widths []float32, height, _ float32) []box {
	boxes := make([]box, len(widths))
	x := float32(0)
	for i, w := range widths {
		boxes[i] = box{x, 0, w, height}
		x += w
	}
	return boxes
}

// inColumns puts options into equal cells, row by row.
func inColumns(columns int) arrangement {
	return func(widths []float32, height, room float32) []box {
		const gap = 2
		each := (room - gap*float32(columns-1)) / float32(columns)
		for _, w := range widths {
			if room == 0 {
				each = max(each, w)
			}
		}
		boxes := make([]box, len(widths))
		for i := range widths {
			boxes[i] = box{float32(i%columns) * (each + gap), float32(i/columns) * (height + gap), each, height}
		}
		return boxes
	}
}
