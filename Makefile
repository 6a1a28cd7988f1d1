# Everything is done in .venv, made here from the locked dependencies. Needs Python >= 3.11 and make, nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
JOBS   ?= auto

.PHONY: run test check bench eval setup format lock clean help

run: setup            ## the daemon: feeds in, chronology out, on http://127.0.0.1:8420
	@exec $(BIN)/timeline run $(ARGS)

test: setup           ## the whole test suite
	@$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

check: setup          ## style, types, import directions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/bench.stamp  ## speed and memory, side by side with the peers
	@$(BIN)/python bench/run.py $(ARGS)

eval: setup           ## what is read out of the labelled posts, scored
	@$(BIN)/python bench/evaluate.py $(ARGS)

setup: $(VENV)/setup.stamp  ## the environment alone

$(VENV)/setup.stamp: pyproject.toml locks/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed, this is " + sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing the locked dependencies into $(VENV)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q store ingest timeline  # as pip does for what it installs: a start without it takes half as long again
	@touch $@

$(VENV)/bench.stamp: $(VENV)/setup.stamp locks/bench.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/bench.txt
	@touch $@

format: setup         ## what can be put right without thinking
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

lock:                 ## resolve the dependencies again (needs uv)
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --extra postgres --extra fulltext --group dev -o locks/dev.txt
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -c locks/dev.txt -o locks/run.txt
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --extra postgres --extra fulltext --group dev --group bench -c locks/dev.txt -o locks/bench.txt

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

help:                 ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14
