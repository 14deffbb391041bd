# Needs make and Python 3.11 or newer (another one: make PYTHON=python3.13 test).
# Packages come from wherever pip is set up to find them (pip.conf, PIP_* variables).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
FOREIGN := $(VENV)-foreign
FOREIGN_STAMP := $(FOREIGN)/.installed
LOCK_WORK := build/lock
ARGS ?=
# For two cores: half of its time a test of a screen waits for the screen.
WORKERS ?= 4
# Programs that may not write a byte: where lines are counted, they would want to write the counts.
NO_DISK := -k "not output_that_cannot_be_written and not nobody_can_be_told"

define NEEDS_PYTHON
import sys
sys.exit(
    sys.version_info < (3, 11)
    and "This needs Python 3.11 or newer, found " + sys.version.split()[0]
    + ". Say which one to use: make PYTHON=python3.13 ..."
)
endef
export NEEDS_PYTHON

define WANTED
import tomllib
with open("pyproject.toml", "rb") as file:
    settings = tomllib.load(file)
project = settings["project"]
extras = project["optional-dependencies"]
wanted = project["dependencies"] + extras["serve"] + extras["keyring"]
print("\n".join(wanted + settings["dependency-groups"]["dev"] + settings["build-system"]["requires"]))
endef
export WANTED

define LOCK_HEADER
# Every package that development and the tests use, by name and version.
# Made by "make lock", which takes the newest versions that pyproject.toml allows.
endef
export LOCK_HEADER

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test soak coverage mutation format bench screenshots lock clean

help: ## Show this list
	@awk 'BEGIN {FS = ":[^#]*## "} /^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(STAMP) ## Start the program (make run ARGS="--help" passes arguments on)
	@$(BIN)/jans-tui $(ARGS)

test: $(STAMP) $(FOREIGN_STAMP) ## Check everything: format, lint, types, layers, tests; stops at the first failure
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

soak: $(STAMP) ## Let what is random in the tests run long: fuzz, key presses, many writers (hours)
	$(BIN)/python -m pytest --soak -n $(WORKERS) --dist worksteal -m soak

coverage: $(STAMP) $(FOREIGN_STAMP) ## Count which lines of tui/ the tests run, subprocesses too
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term $(NO_DISK)

mutation: $(STAMP) ## Change the code of what must not be wrong, and see whether a test notices
	rm -rf mutants
	$(BIN)/python -m tests.mutating

format: $(STAMP) ## Format the code and mend what the linter can mend
	$(BIN)/python -m ruff format .
	$(BIN)/python -m ruff check --fix .

bench: $(STAMP) ## Measure times, bytes and memory, as ratios to a bare program (ARGS=--readme: keep them)
	$(BIN)/python -m tests.bench $(ARGS)

screenshots: $(STAMP) ## Draw the pictures in screenshots/ again
	$(BIN)/python -m screenshots

lock: ## Make requirements.lock again, with the newest versions that fit
	@$(PYTHON) -c "$$NEEDS_PYTHON"
	rm -rf $(LOCK_WORK)
	$(PYTHON) -m venv $(LOCK_WORK)
	$(LOCK_WORK)/bin/python -c "$$WANTED" > $(LOCK_WORK)/wanted.txt
	$(LOCK_WORK)/bin/python -m pip install --quiet -r $(LOCK_WORK)/wanted.txt
	$(LOCK_WORK)/bin/python -m pip freeze | LC_ALL=C sort -f > $(LOCK_WORK)/frozen.txt
	{ printf '%s\n' "$$LOCK_HEADER"; cat $(LOCK_WORK)/frozen.txt; } > requirements.lock

clean: ## Remove the environment, caches and build products
	rm -rf $(VENV) $(FOREIGN) build dist mutants mutants.log .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c "$$NEEDS_PYTHON"
	@echo "Setting up $(VENV); this takes a minute the first time."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-build-isolation -c requirements.lock -e '.[serve,keyring]'
	@touch $@

# A provider that nobody here wrote, which the tests register clients with. Of its own, because it
# wants another version of a library.
$(FOREIGN_STAMP): tests/foreign/requirements.lock
	@$(PYTHON) -c "$$NEEDS_PYTHON"
	@echo "Setting up $(FOREIGN); this takes a minute the first time."
	$(PYTHON) -m venv $(FOREIGN)
	$(FOREIGN)/bin/python -m pip install --quiet -r tests/foreign/requirements.lock
	@touch $@
