package read

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfLibrary is PDFium, compiled to WebAssembly. It runs in a sandbox without access to
// files or the network. It is global because compiling it takes seconds, and because it
// should exist only once, and only if a PDF is read.
var pdfLibrary struct {
	mu   sync.Mutex // held while a file is read
	pool pdfium.Pool
}

const (
	pdfMemory   = 512 << 20 // of the sandbox
	pdfDeadline = 60 * time.Second
	wasmPage    = 64 << 10
)

// withPDFium calls read with an instance of PDFium for one file. The instance is
// stopped if it takes too long.
func withPDFium(read func(pdfium.Pdfium) error) error {
	pdfLibrary.mu.Lock()
	defer pdfLibrary.mu.Unlock()
	if pdfLibrary.pool == nil {
		pool, err := startPDFium()
		if err != nil {
			return &ReadError{Kind: OurFault, Err: err}
		}
		pdfLibrary.pool = pool
	}
	instance, err := pdfLibrary.pool.GetInstance(pdfDeadline)
	if err != nil {
		return &ReadError{Kind: OurFault, Err: err}
	}
	late := make(chan struct{})
	alarm := time.AfterFunc(pdfDeadline, func() {
		defer close(late)
		instance.Kill() // the call that it ends returns the error
	})
	err = read(instance)
	if alarm.Stop() {
		instance.Close() // the memory is released in any case
		return err
	}
	<-late
	return tooLarge(ReasonTime)
}

// startPDFium compiles PDFium, or loads the compiled code of an earlier run. If that is
// damaged or cannot be stored, it compiles for this run only.
func startPDFium() (pdfium.Pool, error) {
	if folder, err := os.UserCacheDir(); err == nil {
		folder = filepath.Join(folder, "nianbao", "pdfium")
		if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
			pool, err := newPDFiumPool(pdfRuntime().WithCompilationCache(cache))
			if err == nil {
				return pool, nil
			}
			os.RemoveAll(folder) // if it fails, the folder is found damaged again next time
		}
	}
	return newPDFiumPool(pdfRuntime())
}

func pdfRuntime() wazero.RuntimeConfig {
	return wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfMemory / wasmPage).
		WithCloseOnContextDone(true)
}

func newPDFiumPool(c wazero.RuntimeConfig) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		Context:       experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0)),
		MaxTotal:      1,
		FSConfig:      wazero.NewFSConfig(), // no access to files
		RuntimeConfig: c,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}
