package present

import (
	"nianbao/data"
	"nianbao/ui/words"
)

// NoticeWord is the text of a notice; its argument is the notice's count.
func NoticeWord(n data.Notice) words.Word {
	switch n.Kind {
	case data.ImportsFinished:
		return words.NoticeImports
	case data.OrphansRemoved:
		return words.NoticeOrphans
	case data.IncompleteReportsRemoved:
		return words.NoticeIncomplete
	}
	if n.Err != nil {
		return words.NoticeOriginalsLost
	}
	return words.NoticeOriginals
}
