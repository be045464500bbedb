package present

import (
	"strings"

	"nianbao/data"
)

// bodySeparator stands between region and unit in an id; neither contains it.
const bodySeparator = "\x1f"

// BodyID is the id of a body in lists of units and in marks of charts.
func BodyID(b data.Body) string { return b.Region + bodySeparator + b.Unit }

// ParseBodyID returns the body whose id BodyID has returned.
func ParseBodyID(id string) data.Body {
	region, unit, _ := strings.Cut(id, bodySeparator)
	return data.Body{Region: region, Unit: unit}
}
