package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"nianbao/importer"
	"nianbao/ui/words"
)

// parsed is a flag whose value is checked when it is read. It is a pflag.Value.
type parsed struct {
	set  func(text string) error
	text string
}

// String returns the value as it was given.
func (p *parsed) String() string { return p.text }

// Type is what pflag shows if the help text does not name the value.
func (p *parsed) Type() string { return "value" }

// Set reads the value. Its error is a usageError.
func (p *parsed) Set(text string) error {
	p.text = text
	return p.set(text)
}

// text adds a flag that takes any text but the empty one.
func (c *Command) text(flags *pflag.FlagSet, into *string, flag string, usage words.Word) {
	flags.Var(&parsed{set: func(text string) error {
		if text == "" {
			return c.wrongName(flag, text, nil)
		}
		*into = text
		return nil
	}}, flag, c.say(usage))
}

// year is a flag with a reporting year, which cannot lie in the future.
func (c *Command) year(flags *pflag.FlagSet, into *int, flag string, usage words.Word) {
	flags.Var(&parsed{set: func(text string) error {
		n, err := strconv.Atoi(text)
		if err != nil || n < 2000 || n > 2099 {
			return c.wrongName(flag, text, nil)
		}
		if latest := importer.LatestYear(); n > latest {
			return c.wrongName(flag, text, []string{strconv.Itoa(latest - 1), strconv.Itoa(latest)})
		}
		*into = n
		return nil
	}}, flag, c.say(usage))
}

// choice is a flag that accepts one or more of some names.
type choice struct {
	flag  string
	usage words.Word
	names []string
}

// help says what the flag does and which names it accepts.
func (c *Command) choiceHelp(ch choice) string {
	if len(ch.names) == 0 {
		return c.say(ch.usage)
	}
	return c.say(words.HelpNames, c.say(ch.usage), c.listed(ch.names))
}

// one adds a flag that takes one of the names.
func (c *Command) one(flags *pflag.FlagSet, into *string, ch choice) {
	flags.Var(&parsed{set: func(text string) error {
		if !slices.Contains(ch.names, text) {
			return c.wrongName(ch.flag, text, ch.names)
		}
		*into = text
		return nil
	}}, ch.flag, c.choiceHelp(ch))
}

// some adds a flag that takes several values. Without names only the database
// or the table knows which are right: see Command.known.
func (c *Command) some(flags *pflag.FlagSet, into *[]string, ch choice) {
	flags.Var(&parsed{set: func(text string) error {
		for _, value := range separated(text) {
			if value == "" || len(ch.names) > 0 && !slices.Contains(ch.names, value) {
				return c.wrongName(ch.flag, value, ch.names)
			}
			*into = append(*into, value)
		}
		return nil
	}}, ch.flag, c.choiceHelp(ch))
}

// known makes sure that the values of a flag are among the names.
func (c *Command) known(flag string, values, names []string) error {
	for _, value := range values {
		if !slices.Contains(names, value) {
			return c.wrongName(flag, value, names)
		}
	}
	return nil
}

// separated splits a list at the commas of both languages.
func separated(text string) []string {
	return strings.Split(strings.NewReplacer("，", ",", "、", ",").Replace(text), ",")
}

// years is a range of reporting years: 2023, 2019-2024, 2021- or -2020. An open
// end is 0.
type years struct{ from, to int }

// yearsFlag adds the flag --years.
func (c *Command) yearsFlag(flags *pflag.FlagSet, into *years) {
	const flag = "years"
	flags.Var(&parsed{set: func(text string) error {
		from, to, isRange := strings.Cut(text, "-")
		if !isRange {
			to = from
		}
		var ok [2]bool
		into.from, ok[0] = yearOf(from, isRange)
		into.to, ok[1] = yearOf(to, isRange)
		switch {
		case !ok[0] || !ok[1] || from+to == "":
			return c.wrong(words.UsageYearsText, flag, text)
		case into.to != 0 && into.from > into.to:
			return c.wrong(words.UsageYearsTurned, flag, into.from, into.to)
		}
		return nil
	}}, flag, c.say(words.FlagYears))
}

// yearFlag adds the flag --year.
func (c *Command) yearFlag(flags *pflag.FlagSet, into *int) {
	const flag = "year"
	flags.Var(&parsed{set: func(text string) (err error) {
		year, ok := yearOf(text, false)
		if !ok {
			return c.wrong(words.UsageYearText, flag, text)
		}
		*into = year
		return nil
	}}, flag, c.say(words.FlagYear))
}

// yearOf reads a year of four digits; "" is 0 if an end may be open.
func yearOf(text string, isOpen bool) (year int, ok bool) {
	if text == "" {
		return 0, isOpen
	}
	year, err := strconv.Atoi(text)
	return year, err == nil && len(text) == 4 && year >= 1900
}
