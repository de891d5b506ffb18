# Two commands do everything: `make harvest` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
DATA ?= sample
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: harvest serve test test-deps test-long lint bench bench-scale schedule
.DEFAULT_GOAL := harvest

$(BIN)/prachum: pyproject.toml install.py
	@$(PYTHON) install.py test
	@touch $@

harvest: $(BIN)/prachum  ## Harvest the built-in sample site over HTTP into sample/.
	@$(BIN)/python -m tests.world --while $(BIN)/prachum harvest --data sample --sites tests/world/sites.toml
	@echo
	@echo 'Next:'
	@echo '  $(BIN)/prachum search --data sample "ประชุมปฏิบัติการ"'
	@echo '  make serve'

serve: $(BIN)/prachum  ## Open the archive in a web page.
	@$(BIN)/prachum serve --data $(DATA)

test: $(BIN)/prachum  ## All tests; what needs a program that is missing is left out and named.
	@$(BIN)/python -m pytest -rs

test-deps:  ## Debian packages that some tests need; no recommends, and no daemon is started.
	@$(SUDO) sh tests/install-deps.sh

test-long: $(BIN)/prachum  ## The kill and fault tests with their full counts.
	@$(BIN)/python -m pytest -rs -m "" --long

lint: $(BIN)/prachum
	@$(BIN)/python -m ruff --version >/dev/null 2>&1 || $(PYTHON) install.py dev
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy

bench: $(BIN)/prachum  ## The figures of BENCHMARKS.md, on ../shared.
	@$(BIN)/python -m bench

bench-scale: $(BIN)/prachum
	@$(BIN)/python -m bench scale growth

schedule: $(BIN)/prachum  ## Tell the Prefect server of PREFECT_API_URL about the nightly harvest.
	@PRACHUM_HOME="$(CURDIR)" sh flows/schedule.sh $(BIN)/python
