SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

BIN := .venv/bin
PYTHON := $(BIN)/python
READY := .venv/ready
PYTEST := $(PYTHON) -m pytest -n 2 --dist worksteal
# The journeys that write through most rooms; what differs between the databases is tried room by room.
AGAIN := $(addprefix tests/journeys/test_,walk.py meanwhile.py)

.PHONY: help
help:  ## list what make can do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## (.*)/\1\t\2/' | expand -t 12

.PHONY: setup
setup: $(READY)  ## make the environment in .venv (again only when requirements/dev.txt changed)

$(READY): requirements/dev.txt
	@for candidate in python3.13 python3.12 python3.11 python3; do
	  if "$$candidate" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	    echo "setting up .venv with $$candidate ..."
	    "$$candidate" -m venv .venv
	    $(PYTHON) -m pip install --quiet --require-hashes -r requirements/dev.txt
	    $(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	    touch $@
	    exit 0
	  fi
	done
	echo "no Python 3.11 or newer with venv and pip: install it (on Debian: python3 and python3-venv)" >&2
	exit 1

.PHONY: demo
demo: setup  ## build and serve the demo school on http://127.0.0.1:8000
	@$(BIN)/keyzer demo

.PHONY: test
test: setup  ## run every test: on SQLite, then what touches the database and some journeys again on PostgreSQL
	@$(PYTEST)
	KEYZER_TEST_ENGINE=postgresql $(PYTEST) tests/rooms tests/safety $(AGAIN)

.PHONY: check
check: setup  ## run every gate: format, lint, types, borders, templates, migrations, messages, docs, sizes
	@export KEYZER_DATA=$$(mktemp -d) DJANGO_SETTINGS_MODULE=keyzer.config.settings
	trap 'rm -rf "$$KEYZER_DATA"' EXIT
	failed=()
	gate() { echo "- $$*"; "$$@" || failed+=("$$*"); }
	gate $(BIN)/ruff format --check .
	gate $(BIN)/ruff check .
	gate $(BIN)/mypy
	gate $(BIN)/lint-imports --no-logo
	gate $(BIN)/djlint --lint --quiet src
	gate $(PYTHON) -m django makemigrations --check --dry-run
	gate $(PYTHON) tools/messages.py --check
	gate $(PYTHON) tools/docs.py --check
	gate $(PYTHON) -m pytest -q tests/architecture
	if [ $${#failed[@]} -gt 0 ]; then printf 'not passed: %s\n' "$${failed[@]}" >&2; exit 1; fi

.PHONY: bench
bench: setup  ## measure, as ratios within one run
	@$(PYTHON) -m bench

.PHONY: messages
messages: setup  ## bring each room's Dutch messages up to date and compile them
	@$(PYTHON) tools/messages.py

.PHONY: format
format: setup  ## put the code in the house's form
	@$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: docs
docs: setup  ## write the pages of docs/ that are drawn from the code
	@$(PYTHON) tools/docs.py
	@$(PYTHON) -m tests.protocol.case.drawing

.PHONY: lock
lock:  ## work out requirements/*.txt anew from requirements/*.in
	@throwaway=$$(mktemp -d)
	trap 'rm -rf "$$throwaway"' EXIT
	python3 -m venv "$$throwaway"
	"$$throwaway/bin/pip" install --quiet uv
	compile() {
	  "$$throwaway/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-header "$$@"
	}
	compile requirements/runtime.in -o requirements/runtime.txt
	compile requirements/dev.in -c requirements/runtime.txt -o requirements/dev.txt

.PHONY: clean
clean:  ## remove the environment and everything that can be made again (not the schools in var/)
	@rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
