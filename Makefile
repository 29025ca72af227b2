# Everything that a developer or a build server runs. Needed: Python 3.11 or newer and make; Node for the Cypher linter.
# Nothing here installs system packages; `.ci/run` and `make test-containers` may, and say so.
#   PYTHON=/path/of/python3.12   the interpreter to make .venv with
#   PORT=9000                    the port of `make demo` and `make serve`
#   PYTEST="-k choke -x"         further arguments of pytest
#   WORKERS=0                    tests in one process instead of one for each core (four at most)

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
PORT ?= 8080
PYTEST ?=
WORKERS ?= auto

# One environment, whatever the shell that calls make has activated or set.
export UV_PROJECT_ENVIRONMENT := $(VENV)
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

CYPHER_LINTER := $(wildcard tests/cypher/package-lock.json)

.PHONY: help setup demo serve test check format generate schema bench wheel test-containers clean

help: ## Show the targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' Makefile

setup: $(VENV)/.ready $(if $(CYPHER_LINTER),tests/cypher/node_modules/.ready) ## Make .venv from uv.lock (and the Cypher linter, when Node is there)
	@:

$(VENV)/.uv-$(UV_VERSION):
	@set -e; \
	for candidate in "$${PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14 python3 python; do \
	  if "$$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$${found:-}" ]; then \
	  echo "Guanxi needs Python 3.11 or newer with its venv module, and none of PYTHON, python3, python3.11 to python3.14 is one." >&2; \
	  echo "Install it (on Debian and Ubuntu: python3.11 and python3.11-venv) or name it: make setup PYTHON=/path/of/python3.12" >&2; \
	  exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$found" --version)"; \
	rm -rf $(VENV); "$$found" -m venv $(VENV); \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"; \
	touch $@

$(VENV)/.ready: $(VENV)/.uv-$(UV_VERSION) pyproject.toml uv.lock
	@$(BIN)/python -m uv sync --quiet --frozen --python $(BIN)/python
	@touch $@ $(VENV)/.runs

# What the command needs to run, without what its tests need; --inexact leaves that where it is already.
$(VENV)/.runs: $(VENV)/.uv-$(UV_VERSION) pyproject.toml uv.lock
	@$(BIN)/python -m uv sync --quiet --frozen --no-dev --inexact --python $(BIN)/python
	@touch $@

tests/cypher/node_modules/.ready: $(CYPHER_LINTER)
	@if command -v npm >/dev/null 2>&1; then \
	  cd tests/cypher && npm ci --silent --no-audit --no-fund && touch node_modules/.ready; \
	else echo "Node is not installed: the Cypher linter's tests will be skipped."; fi

demo: $(VENV)/.runs ## Load the demo world into an embedded store and serve it with its page (PORT=8080)
	@$(BIN)/guanxi demo --port $(PORT)

serve: $(VENV)/.runs ## Serve the store that GUANXI_STORE_URL names (PORT=8080)
	@$(BIN)/guanxi serve --port $(PORT)

check: setup ## Lint, formatting, types, import contracts, and the GraphQL schema against its exported text
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/guanxi schema | diff -u api/schema.graphql - \
	  || { echo "api/schema.graphql is not what the code says: run make schema" >&2; exit 1; }

test: check ## check, then every test; says at the end what could not be proven on this machine
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 4 --dist worksteal $(PYTEST)

format: setup ## Put imports and formatting in order
	@$(BIN)/python -m ruff check --quiet --fix .
	@$(BIN)/python -m ruff format .

generate: setup ## Write what follows from declarations: words in docs/bundle.md, Cypher of the kinds of records
	@$(BIN)/python -m generate

schema: setup ## Export the GraphQL schema into api/schema.graphql
	@$(BIN)/guanxi schema --output api/schema.graphql

bench: setup ## Measure, print the ratios (BENCH=--write also writes docs/benchmarks.md)
	@$(BIN)/python -m bench $(BENCH)

wheel: setup ## Build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist .

test-containers: setup ## Try the image and docker-compose.yml (may install a container engine, as root)
	@bash tests/containers/run.sh

clean: ## Remove caches and built files; .venv and var/ (your data) stay
	@rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache tests/cypher/node_modules
	@find . -path ./$(VENV) -prune -o -type d -name __pycache__ -exec rm -rf {} +
