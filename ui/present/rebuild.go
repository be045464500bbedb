package present

import (
	"context"

	"nianbao/data"
	"nianbao/data/form"
	"nianbao/importer"
)

// Rereader returns the function with which data.Rebuild reads the stored files. The
// password is tried on protected files.
func Rereader(password string) func(context.Context, []data.StoredFile, func(int, *form.Report, error) error) error {
	return func(ctx context.Context, files []data.StoredFile, take func(int, *form.Report, error) error) error {
		originals := make([]importer.Original, len(files))
		for i := range files {
			f := &files[i]
			answers := importer.AnswersIn(f.Reports)
			if f.Insist {
				answers = importer.AnswersFor(f.Reports)
			}
			originals[i] = importer.Original{Path: f.Path, Content: f.Content, Answers: answers}
		}
		return importer.Reread(ctx, originals, importer.RereadOptions{Password: password, Take: func(i int, r *importer.Result) error {
			return take(i, r.Report, r.Err)
		}})
	}
}
