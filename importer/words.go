package importer

import "nianbao/importer/read"

// NeedsPassword reports whether a file could not be read without its password.
func NeedsPassword(err error) bool { return read.NeedsPassword(err) }
