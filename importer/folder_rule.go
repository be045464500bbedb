package importer

import (
	"path/filepath"
	"strings"

	"nianbao/data/form"
)

// ruleFor returns the place that the user gave for the bodies of a file's folder. Of several
// folders the innermost counts; ok is false if there is no rule.
func ruleFor(list []form.Correction, file string) (place body, ok bool) {
	depth := 0
	for i := range list {
		c := &list[i]
		folder := strings.TrimRight(c.File, `/\`)
		if c.IsFolderRule() && len(folder) > depth && isInFolder(file, folder) {
			depth = len(folder)
			place, ok = placeNamed(c.Region), true
		}
	}
	return place, ok
}

// isInFolder reports whether a file is in a folder or below it. Paths of Windows are
// compared with forward slashes too, as files in archives have them.
func isInFolder(file, folder string) bool {
	rest, is := strings.CutPrefix(filepath.ToSlash(file), filepath.ToSlash(folder))
	return is && (strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, `\`))
}

// placeNamed splits the name of a place.
func placeNamed(region string) body {
	name := splitPlace(squeeze(region))
	n := len(name.parts)
	if n == 0 || name.rest != "" {
		return body{unit: squeeze(region), level: noLevel}
	}
	return body{unit: name.parts[n-1], region: strings.Join(name.parts[:n-1], ""), level: name.last}
}

// moveInto gives a body the region of a rule, if its file leaves places out and the
// body can lie there.
func (b body) moveInto(place body) body {
	above := place.region + place.unit
	isPart := strings.HasPrefix(above, b.region) || strings.HasSuffix(above, b.region)
	switch {
	case b.unit == "" || b.unit == place.unit || strings.Contains(place.region, b.unit):
		return b
	case b.level != noLevel && place.level != noLevel && b.level <= place.level:
		return b
	case isPart:
		b.region = above
	case strings.HasPrefix(b.region, place.unit):
		b.region = place.region + b.region
	}
	return b.named()
}
