package form

import "testing"

// WithEdition adds a later edition to the form until the test ends. Anything derived from
// the form before that, such as a Checker, does not know the edition.
//
// With it, tests prove that a new edition needs nothing but its literal. The program
// itself cannot change the form: outside a test WithEdition panics.
func WithEdition(t testing.TB, e Edition) {
	if !testing.Testing() {
		panic("form: WithEdition called outside a test")
	}
	before := known
	editions := make([]Edition, 0, len(before.editions)+1)
	for _, old := range before.editions {
		editions = append(editions, *old)
	}
	known = newCatalogue(append(editions, e)...)
	t.Cleanup(func() { known = before })
}
