package importer

import "nianbao/data/form"

// keyNumbers numbers the keys of all editions, so that data about each figure is a slice
// element instead of a map entry with three strings as its key.
type keyNumbers struct {
	keys       []form.Key
	of         map[form.Key]int32
	underOther []bool           // whether it belongs to the group （六）其他处理
	editions   []editionNumbers // in the order of form.Editions
}

// editionNumbers are the key numbers of one edition.
type editionNumbers struct {
	edition *form.Edition
	order   []int32 // in form order, including the row of each group
	orders  []bool  // by number, whether order has it
	has     []bool  // by number, whether the edition has the figure
}

// figureIndex holds a figure for each key number, nil if there is none.
type figureIndex []*form.Figure

func newKeyNumbers(editions []*form.Edition) *keyNumbers {
	p := &keyNumbers{of: map[form.Key]int32{}}
	for _, e := range editions {
		own := editionNumbers{edition: e}
		for i := range e.Tables {
			t := &e.Tables[i]
			for _, it := range t.Items {
				for _, c := range t.Columns {
					own.order = append(own.order, p.number(form.Key{Table: t.ID, Item: it.ID, Column: c.ID}))
				}
			}
		}
		p.editions = append(p.editions, own)
	}
	// An item of one edition under a column of the other is not a figure of
	// the form, but a file may print it.
	for _, k := range p.keys {
		for _, other := range p.keys {
			if k.Table == other.Table {
				p.number(form.Key{Table: k.Table, Item: k.Item, Column: other.Column})
			}
		}
	}
	for i := range p.editions {
		p.editions[i].lookUp(p.keys)
	}
	p.underOther = make([]bool, len(p.keys))
	for n, k := range p.keys {
		_, it, _, ok := form.Describe(k)
		p.underOther[n] = ok && k.Table == form.ApplicationsTable && it.Group == form.OtherItem
	}
	return p
}

// lookUp records which keys the edition has.
func (e *editionNumbers) lookUp(keys []form.Key) {
	e.has, e.orders = make([]bool, len(keys)), make([]bool, len(keys))
	for n, k := range keys {
		e.has[n] = e.edition.Has(k)
	}
	for _, n := range e.order {
		e.orders[n] = true
	}
}

func (p *keyNumbers) number(k form.Key) int32 {
	n, ok := p.of[k]
	if !ok {
		n = int32(len(p.keys))
		p.of[k] = n
		p.keys = append(p.keys, k)
	}
	return n
}

func (p *keyNumbers) newIndex() figureIndex { return make(figureIndex, len(p.keys)) }
