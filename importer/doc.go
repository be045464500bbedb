// Package importer turns files into reports: it finds the tables of the statutory form in
// the sheets that package read returns, matches rows and columns to the form, identifies
// body and year, and returns reports with the cell of every figure, or questions for the
// user if a file leaves something open.
//
// It knows neither the store nor the window: its caller saves the reports and asks the
// user.
package importer
