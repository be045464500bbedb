package form

// Status is the kind of content in the cell of a figure.
type Status string

// The statuses of a figure.
const (
	StatusNumber Status = "number" // a number, 0 included
	StatusBlank  Status = "blank"  // empty, or only spaces of any kind
	StatusNA     Status = "na"     // “/”, “-”, “—”, “无”, “不适用”
	StatusText   Status = "text"   // anything else; the raw text is kept
	StatusNoted  Status = "noted"  // a number with a note or unit beside it
)

// Statuses lists the statuses in the order in which they are offered.
func Statuses() []Status {
	return []Status{StatusNumber, StatusBlank, StatusNA, StatusText, StatusNoted}
}

// HasValue reports whether a figure of this status has a value.
func (s Status) HasValue() bool { return s == StatusNumber || s == StatusNoted }

// Source is the place where a figure was read.
type Source struct {
	Sheet string // name of the sheet, or of a part of a document
	Cell  string // “H23” in a spreadsheet, otherwise a description of the place
	File  string `json:",omitempty"` // path of the file; "" if it is the report's own
}

// Figure is one figure of a report and where it was read.
type Figure struct {
	Key
	Status Status
	Value  Number // in the column's unit; 0 unless Status.HasValue
	Raw    string // the text of the cell as found
	Source Source
}

// Report is one annual report as read from a file.
type Report struct {
	Unit      string // short name of the body: 瀛海镇
	Region    string // the prefix above it: 北京市大兴区
	Agency    string // full official name as found: 北京市大兴区瀛海镇人民政府
	Year      int    // reporting year
	Edition   string // id of the edition the tables follow
	Title     string // title as found
	File      string // path of the file it came from
	Sheet     string // first sheet it was read from
	Hash      string // sha256 of the file, hex
	Kind      SourceKind
	Figures   []Figure
	Narrative []Passage
	Evidence  []Evidence
	Remarks   []Remark // what the importer noticed and could not resolve
	// Presumed means that the file does not name the body or the year, and that they
	// come from a Correction of another file. Such a report must not replace another.
	Presumed bool
	// Settled means that the user said which body it is of, where its name could be a
	// shortening of another's.
	Settled bool
	// Named means that the user chose the file itself, and not a folder that contains it.
	Named bool
}

// Passage is one section of the report's text.
type Passage struct {
	Section string // 一, 五 or 六
	Text    string
}

// Evidence is a clue to the body, year or edition of a report.
type Evidence struct {
	Field      string  // unit, region, year or edition
	Value      string  // the value it suggests
	Place      string  // title, sheet, file, folder, workbook, tables or user
	Detail     string  // the text it was read from
	Confidence float64 // 0 to 1
	Chosen     bool    // whether the report has this value
}

// Remark is something the importer noticed while reading. It becomes a finding.
type Remark struct {
	Rule   RuleID
	Key    Key    // the figure; parts are empty if it is about a row or table
	Text   string // what was found, as printed
	Source Source
}

// Figure returns the report's figure at the address, or nil.
func (r *Report) Figure(k Key) *Figure {
	for i := range r.Figures {
		if r.Figures[i].Key == k {
			return &r.Figures[i]
		}
	}
	return nil
}

// Index returns the report's figures by address.
func (r *Report) Index() map[Key]*Figure {
	index := make(map[Key]*Figure, len(r.Figures))
	for i := range r.Figures {
		index[r.Figures[i].Key] = &r.Figures[i]
	}
	return index
}

// Sum returns the value of a group: that of its own row if the report prints one,
// otherwise the sum of its leaves. ok is false if none of them has a value.
func (r *Report) Sum(table, group, column string) (sum Number, ok bool) {
	return sumOf(r.Index(), EditionByID(r.Edition), Key{table, group, column})
}

func sumOf(index map[Key]*Figure, e *Edition, k Key) (sum Number, ok bool) {
	if f := index[k]; f != nil && f.Status.HasValue() {
		return f.Value, true
	}
	if e == nil || e.Table(k.Table) == nil {
		return 0, false
	}
	for _, leaf := range e.Table(k.Table).Members(k.Item) {
		if f := index[Key{k.Table, leaf.ID, k.Column}]; f != nil && f.Status.HasValue() {
			sum, ok = sum+f.Value, true
		}
	}
	return sum, ok
}
