package read

import "path"

// relationship is one line of a .rels part, its target resolved.
type relationship struct {
	id, kind, target string
}

// relationships reads the .rels part of a part ("" for the package itself). A
// part without one has none.
func (p *zipPackage) relationships(of string) ([]relationship, error) {
	folder, file := path.Split(of)
	name := folder + "_rels/" + file + ".rels"
	if !p.has(name) {
		return nil, nil
	}
	var found []relationship
	err := p.scan(name, maxIndexBytes, func(x *xmlScanner) error {
		return x.elements(func() error {
			if !x.is(packageSpace, "Relationship") {
				return nil
			}
			r, err := readRelationship(x, folder)
			if r.target != "" {
				found = append(found, r)
			}
			return err
		})
	})
	return found, err
}
