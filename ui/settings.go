package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/data"
	"nianbao/ui/control"
	"nianbao/ui/look"
	"nianbao/ui/present"
	"nianbao/ui/words"
)

// latestYear means the latest year of the database, whichever it is.
const latestYear = "latest"

// settings are what the user has set, before it is applied.
type settings struct {
	language   words.Language
	appearance look.Appearance
	textSize   int
	region     string // shown at the start, "" for all
	year       string // shown at the start: a year, latestYear, or "" for all
}

func (s *shell) settings() settings {
	prefs := s.app.Preferences()
	return settings{s.say, s.appearance, s.textSize(), prefs.String(prefRegion), prefs.String(prefYear)}
}

// showSettings opens the dialog with all settings.
func (s *shell) showSettings() {
	now := s.settings()
	fields := container.New(&formLayout{gap: 18, pitch: 10})
	add := func(name words.Word, o fyne.CanvasObject) {
		fields.Add(control.NewText(s.say.Say(name), control.TextStyle{Color: look.Muted, Fixed: true}))
		fields.Add(o)
	}
	var languages, sizes []string
	for _, l := range words.Languages() {
		languages = append(languages, l.Name())
	}
	for _, percent := range textSizes() {
		sizes = append(sizes, strconv.Itoa(percent)+"%")
	}
	looks := []string{s.say.Say(words.FollowSystem), s.say.Say(words.LightTheme), s.say.Say(words.DarkTheme)}
	add(words.LanguageMenu, oneOf(languages, slices.Index(words.Languages(), now.language), func(i int) { now.language = words.Languages()[i] }))
	add(words.Appearance, oneOf(looks, int(now.appearance), func(i int) { now.appearance = look.Appearance(i) }))
	add(words.TextSizeMenu, oneOf(sizes, slices.Index(textSizes(), now.textSize), func(i int) { now.textSize = textSizes()[i] }))
	add(words.SettingsRegion, s.regionField(&now))
	add(words.SettingsYear, s.yearField(&now))
	note := control.NewText(s.say.Say(words.SettingsNote), control.TextStyle{Color: look.Muted, Size: theme.SizeNameCaptionText})
	var m *modal
	accept := func() { m.Hide(); s.applySettings(now) }
	m = s.showModal(s.say.Say(words.SettingsMenu), roomFor(520, container.New(layout.NewCustomPaddedVBoxLayout(12), fields, note,
		s.dialogButtons(func() { m.Hide() }, mainButton(s.say.Say(words.SettingsApply), accept)))), accept)
}

// oneOf is a row of options of which one is chosen.
func oneOf(names []string, chosen int, pick func(int)) fyne.CanvasObject {
	row := control.NewSegments(nil)
	show := func() {
		var options []control.Option
		for i, name := range names {
			options = append(options, control.Option{Label: name, Chosen: i == chosen})
		}
		row.SetOptions(options)
	}
	row.OnTap = func(i int) {
		chosen = i
		pick(i)
		show()
	}
	show()
	return container.NewHBox(row)
}

func (s *shell) regionField(now *settings) fyne.CanvasObject {
	ticks := control.NewTicks(s.say.Say(words.FilterRegionsHint), s.say.Say(words.FilterNothing), control.One)
	ticks.Match = new(data.Finder).Matches
	return s.dropdownOf(ticks, &now.region, func() []control.Tick {
		lines := []control.Tick{{Label: s.say.Say(words.OverviewAll)}}
		for _, r := range s.inventory.regions {
			if r.Value != "" {
				lines = append(lines, control.Tick{ID: r.Value, Label: present.RegionName(r.Value, s.say)})
			}
		}
		return lines
	})
}

func (s *shell) yearField(now *settings) fyne.CanvasObject {
	ticks := control.NewTicks("", s.say.Say(words.FilterNothing), control.OneOfFew)
	return s.dropdownOf(ticks, &now.year, func() []control.Tick {
		lines := []control.Tick{{Label: s.say.Say(words.SettingsAllYears)}, {ID: latestYear, Label: s.say.Say(words.SettingsLatest)}}
		for _, y := range slices.Backward(s.inventory.years) {
			lines = append(lines, control.Tick{ID: strconv.Itoa(y.Year), Label: strconv.Itoa(y.Year)})
		}
		return lines
	})
}

// dropdownOf is a field that sets a value to the id of a line.
func (s *shell) dropdownOf(ticks *control.Ticks, value *string, lines func() []control.Tick) fyne.CanvasObject {
	field := control.NewDropdown(ticks, fyne.NewSize(300, 260), false)
	show := func() {
		list := lines()
		field.SetText(*value) // a value that this database does not have
		for i := range list {
			if list[i].On = list[i].ID == *value; list[i].On {
				field.SetText(list[i].Label)
			}
		}
		ticks.SetLines(list)
	}
	field.OnPick = func(id string) { *value = id; show() }
	show()
	return field
}

// applySettings keeps the settings and shows their effect; region and year are for the
// next start.
func (s *shell) applySettings(to settings) {
	was := s.settings()
	prefs := s.app.Preferences()
	prefs.SetString(prefRegion, to.region)
	prefs.SetString(prefYear, to.year)
	if to.textSize != was.textSize {
		s.setTextSize(to.textSize)
	}
	if to.appearance != was.appearance {
		s.setAppearance(to.appearance)
	}
	if to.language != was.language {
		s.setLanguage(to.language)
	}
}

// startWithDefaults filters by the region and year that the user has set for the start,
// as far as the database has them.
func (s *shell) startWithDefaults(found inventory) {
	now := s.settings()
	q := &s.state.choice.Query
	if slices.ContainsFunc(found.regions, func(r data.Facet) bool { return r.Value == now.region && now.region != "" }) {
		q.Regions = []string{now.region}
	}
	year, _ := strconv.Atoi(now.year)
	if n := len(found.years); now.year == latestYear && n > 0 {
		year = found.years[n-1].Year
	}
	if slices.ContainsFunc(found.years, func(y data.YearFacet) bool { return y.Year == year }) {
		q.FromYear, q.ToYear = year, year
	}
}
