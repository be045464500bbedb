# Two commands do everything on a fresh Debian machine: make run, make test.

TAGS := x11 migrated_fynedo no_emoji
GO   ?= go
BIN  := nianbao
# Strip the debug information: it doubles the size and is not needed.
LDFLAGS := -s -w

.PHONY: run build test check lint unit e2e bench fuzz interop faults fonts clean

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
	$(GO) test -tags "$(TAGS)" -timeout 30m ./...

# The real window under Xvfb, driven by keys and clicks.
e2e:
	NIANBAO_E2E=1 $(GO) test -tags "$(TAGS)" -count=1 -run TestWindow .

fonts:
	ui/font/subset.sh

# Benchmarks of all packages, then of tables and filters with as many reports as a
# province and the country have.
bench:
	$(GO) test -tags "$(TAGS)" -run '^$$' -bench . -benchmem ./...
	@for reports in 30000 400000; do \
		echo "$$reports reports"; \
		$(GO) test -tags "$(TAGS)" ./data -run '^$$' -bench 'Rows|Table' -reports $$reports || exit 1; \
	done

# Each fuzz target of a package for FUZZTIME, one after the other. Inputs that fail are
# kept in testdata/fuzz. A single target: make fuzz FUZZ=FuzzText
FUZZTIME ?= 30s
FUZZ     ?= Fuzz

fuzz:
	@for package in importer importer/read data/form; do \
		for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' $$package/*_test.go | grep '$(FUZZ)'); do \
			echo "$$package $$target"; \
			$(GO) test -tags "$(TAGS)" ./$$package -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 2s || exit 1; \
		done; \
	done

# LibreOffice converts the form to each format that it writes; the results are read back.
# KEEP=1 keeps them in importer/read/testdata/readers, for make test.
interop:
	@command -v soffice >/dev/null || .ci/install interop
	$(GO) test -tags "$(TAGS)" ./importer -run LibreOffice -interop $(if $(KEEP),-keep-products) -count=1 -v

# Imports killed at random moments, a full disk, read-only media and flipped
# bytes: each figure and finding is compared with an undisturbed import.
FAULTS ?= 100

faults: build
	NIANBAO_FAULTS=$(FAULTS) $(GO) test -tags "$(TAGS)" . -run 'Kills|FullDisk|Flipped|ReadOnly' -count=1 -v -timeout 2h

clean:
	rm -f $(BIN)
