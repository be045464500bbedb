# Two commands do everything on a fresh Debian machine: make run, make test.

TAGS := x11 migrated_fynedo no_emoji
GO   ?= go
BIN  := nianbao
# Link the debug information away: it doubles the size and nobody reads it.
LDFLAGS := -s -w

.PHONY: run build test check lint unit e2e bench fuzz interop fonts clean

run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec ./$(BIN); else .ci/headless ./$(BIN); fi

build:
	@.ci/install run
	$(GO) build -tags "$(TAGS)" -ldflags "$(LDFLAGS)" -o $(BIN) .

test: build
	@.ci/install test
	$(MAKE) lint unit e2e

# What to run before each commit: everything but the window.
check: lint unit

lint:
	@bad=$$(gofmt -l *.go data importer ui); [ -z "$$bad" ] || { echo "not formatted: $$bad"; exit 1; }
	$(GO) vet -tags "$(TAGS)" ./...
	$(GO) tool staticcheck -tags "$(TAGS)" ./...

unit:
	$(GO) test -tags "$(TAGS)" ./...

# The real window under Xvfb, driven by keys and clicks.
e2e:
	NIANBAO_E2E=1 $(GO) test -tags "$(TAGS)" -count=1 -run TestWindow .

fonts:
	ui/font/subset.sh

bench:
	$(GO) test -tags "$(TAGS)" -run '^$$' -bench . -benchmem ./...

clean:
	rm -f $(BIN)
