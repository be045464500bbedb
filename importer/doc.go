// Package importer says what files mean: it finds the tables of the statutory
// form in the sheets that package read makes of them, matches rows and columns
// to the form, identifies body and year, and hands over reports with the cell
// of every figure, or questions where a file leaves something open.
//
// It knows neither the store nor the window: its caller saves the reports and
// asks the user.
package importer
