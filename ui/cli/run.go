package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

const usage = `年报通览 Nianbao

  nianbao [--db F]                                    open the window  打开窗口
  nianbao import [--db F] PATH…                       import files and folders  导入文件和文件夹
  nianbao query [--db F] [--format table|csv|json] SQL
                                                      one read-only statement  一条只读查询
  nianbao check [--db F] [--format table|csv|json]    the findings  核对结果
  nianbao export [--db F] --to FILE.xlsx|.csv|.parquet [--view V] [--rows R] [--across A] [--years 2019-2024]
                 [--units …] [--regions …] [--kind …] [--items …] [--sort …] [--compare] [--with-findings] [--saved NAME]
                 [--encoding gb18030] [--partition]    a table as the window shows it  导出所见表格
  nianbao export [--db F] --to FILE.png|.svg|.pdf|.xlsx|.txt --chart NAME [--item I] [--by units|regions|years] [--year Y]
                                                      a chart with the same filters  导出图表
  nianbao export [--db F] --to FILE.xlsx --report UNIT --year Y    the official form of a report  按样式导出一份年报
  nianbao export [--db F] --to FILE.xlsx --return UNIT --year Y    the return copy of a report  退回件
  nianbao export [--db F] --to FILE.xlsx --roll-up [--regions …] [--year Y]    the sum of reports as the official form  汇总表
  nianbao sample FOLDER                               write the sample workbooks  写出示例工作簿
  nianbao version                                     versions  版本

Views for query: reports, figures, findings, narrative, applications, outcomes, enforcement, disputes.
`

// The exit codes of the command line.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

var (
	errUsage = errors.New("wrong usage")              // a wrong call
	errTold  = errors.New("the reason has been told") // failed, and nothing is to be added
)

// Run does what the arguments say and returns the exit code.
func (c Command) Run(args []string) int {
	err := c.dispatch(args)
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return exitDone
	case errors.Is(err, errTold):
		return exitFailed
	case errors.Is(err, errUsage):
		fmt.Fprintf(c.ErrOut, "%v\n\n%s", err, usage)
		return exitUsage
	default:
		fmt.Fprintln(c.ErrOut, c.explain(err))
		return exitFailed
	}
}

func (c Command) dispatch(args []string) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") && !asksForHelp(args[0]) {
		return c.window(args)
	}
	switch name, rest := args[0], args[1:]; name {
	case "import":
		return c.importFiles(rest)
	case "query":
		return c.query(rest)
	case "check":
		return c.check(rest)
	case "export":
		return c.export(rest)
	case "sample":
		return c.sample(rest)
	case "version":
		return c.version(rest)
	case "help":
		return c.help()
	default:
		if asksForHelp(name) {
			return c.help()
		}
		return fmt.Errorf("%w: no command %q", errUsage, name)
	}
}

func asksForHelp(arg string) bool { return arg == "-h" || arg == "-help" || arg == "--help" }

func (c Command) help() error {
	_, err := io.WriteString(c.Out, usage)
	return err
}
