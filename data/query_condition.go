package data

import (
	"fmt"
	"strings"

	"nianbao/data/form"
)

// Condition keeps the rows whose cell in a column passes a test. A cell without a number never
// passes a comparison with a number.
type Condition struct {
	Column string      `json:"column"` // id of a column, YearColumn or FindingsColumn
	Is     Operator    `json:"is"`
	Value  form.Number `json:"value,omitempty"` // of a rate and of 同比 in %, of Points in 百分点
	Upper  form.Number `json:"upper,omitempty"` // of Between, which includes both ends
}

// Operator is how a condition tests a cell.
type Operator string

// The operators.
const (
	Above    Operator = ">"
	AtLeast  Operator = ">="
	Below    Operator = "<"
	AtMost   Operator = "<="
	Equal    Operator = "="
	Unequal  Operator = "<>"
	Between  Operator = "between"
	HasValue Operator = "value"   // a number, 0 included
	IsBlank  Operator = "blank"   // left blank
	IsNA     Operator = "na"      // not applicable; for a rate: nothing to divide by
	IsText   Operator = "text"    // something other than a number
	IsAbsent Operator = "missing" // the report does not print it
)

// Operators lists the operators in the order they are offered.
func Operators() []Operator {
	return []Operator{Above, AtLeast, Below, AtMost, Equal, Unequal, Between, HasValue, IsBlank, IsNA, IsText, IsAbsent}
}

// HasOperand reports whether the operator compares with a number.
func (t Operator) HasOperand() bool {
	switch t {
	case Above, AtLeast, Below, AtMost, Equal, Unequal, Between:
		return true
	}
	return false
}

// sql is the condition on a value; scale is the number of millionths in its unit.
func (c Condition) sql(value string, scale float64) (string, []any) {
	operand := func(n form.Number) any {
		if scale == 1 {
			return int64(n)
		}
		return float64(n) / scale
	}
	if c.Is == Between {
		return value + ` BETWEEN ? AND ?`, []any{operand(c.Value), operand(c.Upper)}
	}
	return value + ` ` + string(c.Is) + ` ?`, []any{operand(c.Value)}
}

// condition is the SQL of a condition over the relation's rows.
func (r *relation) condition(c Condition) (string, []any, error) {
	if !c.Is.HasOperand() {
		return r.state(c)
	}
	if c.Column == YearColumn || c.Column == FindingsColumn {
		text, args := c.sql(c.Column, 1e6)
		return text, args, nil
	}
	value, column, err := r.sortable(c.Column)
	if err != nil {
		return "", nil, err
	}
	scale := 1.0
	if column.IsRate() || column.Compare == Percent {
		scale = 1e8 // 1 is 100 %, and a Number is in millionths
	}
	text, args := c.sql(value, scale)
	return text, args, nil
}

// state is the SQL of a test without operand, over the relation's rows.
func (r *relation) state(c Condition) (string, []any, error) {
	column, ok := ColumnByID(c.Column)
	if !ok {
		return "", nil, fmt.Errorf("%w: %s", ErrUnknownColumn, c.Column)
	}
	parts := r.named(column)
	hasAll := strings.Join(parts, ` IS NOT NULL AND `) + ` IS NOT NULL`
	if letter, isState := stateLetters[c.Is]; isState && r.query.Rows == ReportRows && column.Role == FigureColumn && column.Compare == ThisYear {
		position := r.store.columns.position[column.Key]
		return fmt.Sprintf(`coalesce(nullif(substr(statuses, %d, 1), ''), '.') = '%c'`, position+1, letter), nil, nil
	}
	isRate := column.IsRate() && column.Compare != Points
	switch {
	case c.Is == HasValue && isRate:
		return hasAll + ` AND ` + parts[1] + ` <> 0`, nil, nil
	case c.Is == HasValue:
		return hasAll, nil, nil
	case c.Is == IsBlank, c.Is == IsAbsent && column.Compare != ThisYear:
		return `NOT (` + hasAll + `)`, nil, nil
	case c.Is == IsNA && isRate:
		return hasAll + ` AND ` + parts[1] + ` = 0`, nil, nil
	case c.Is == IsNA, c.Is == IsText, c.Is == IsAbsent:
		return `false`, nil, nil
	}
	return "", nil, fmt.Errorf("%w: %q", ErrUnknownTest, c.Is)
}

var stateLetters = map[Operator]rune{IsBlank: statusBlank, IsNA: statusNA, IsText: statusText, IsAbsent: statusMissing}
