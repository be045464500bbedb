// Package inbox shows what an import brought: its lines in groups, what is asked first, and the
// candidates between which the user has to choose, side by side. It knows neither the store nor
// the window: it shows values and calls back.
package inbox
