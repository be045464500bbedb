package chart

// What the tests of package view use of this package.
type SampleModel = drawer

var (
	SampleBars      = enforcementOfTowns
	SampleChain     = chainOfTowns
	SampleFrame     = frame
	SampleLinks     = chain
	SampleFunnel    = funnel
	SampleHeat      = heat
	SampleMultiples = multiples
	SampleOutcomes  = outcomesOf
	SampleRanking   = rankingOfTowns
	SampleTrend     = many
	SampleWide      = wide
	SampleYears     = pingtan
	SampleSteps     = waterfall
	SampleTown      = yinghai
	SampleFonts     = fontsOf
	MarksOf         = marksOf
)
