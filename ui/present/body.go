package present

import (
	"nianbao/data"
	"strings"
)

// The identity of a body as the id of a line in the list of units.
const bodySeparator = "\x1f"

func BodyID(b data.Body) string { return b.Region + bodySeparator + b.Unit }

func ParseBodyID(id string) data.Body {
	region, unit, _ := strings.Cut(id, bodySeparator)
	return data.Body{Region: region, Unit: unit}
}
