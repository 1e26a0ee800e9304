# Every target sets up what it needs; nothing is skipped quietly. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup run test lint build pictures bench deploy openapi lock format
PYTHON := .venv/bin/python
PORT ?= 8000
# Shared out by tests/shared.py, files in their order: browsers come last.
AT_ONCE ?= -n auto --maxprocesses 4 --no-loadscope-reorder
# Bytecode is kept whatever the shell says: of some hundred processes, each would compile its libraries anew.
export PYTHONDONTWRITEBYTECODE :=

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup:  ## Python 3.13, Node and all pinned packages, into .venv and tools/node (every other target calls it)
	@tools/setup/bootstrap.sh

run: build  ## the whole system at http://127.0.0.1:8000 (PORT= changes it), on the tenth day of a demo campaign
	@$(PYTHON) -m tools.runner --port $(PORT) $(if $(EMPTY),--empty)

test: build  ## every test: rules, both engines, the artefact, the browser, the template
	@$(PYTHON) -m tools.setup.chromium
	@$(PYTHON) -m tools.setup.libreoffice
	@$(PYTHON) -m pytest $(AT_ONCE)

lint: setup  ## format, style, types, campaign data, the template as written and translated
	@$(PYTHON) -m tools.lint

format: setup  ## puts the code in its form
	@.venv/bin/ruff format --quiet . && .venv/bin/ruff check --quiet --fix .

build: setup  ## build/functions: what is tested, run and deployed
	@$(PYTHON) -m tools.build

pictures: build  ## takes the guides' pictures again, when a screen has changed: look at them before they are kept
	@$(PYTHON) -m tools.setup.chromium
	@GIAOBAN_PICTURES=write $(PYTHON) -m pytest -q -k "guide or readme" tests/browser

# What stands behind `bench` names benches and is no target of its own: make bench mutants
ifeq (bench,$(firstword $(MAKECMDGOALS)))
BENCHES := $(wordlist 2,$(words $(MAKECMDGOALS)),$(MAKECMDGOALS))
.PHONY: $(BENCHES)
$(BENCHES): ; @:
endif

bench: build  ## the measured figures, as tables on the screen: all of them, or make bench NAME
	@$(PYTHON) -m tools.bench $(BENCHES)

deploy: build  ## to AWS, with the city's own credentials (see README)
	@$(PYTHON) -m tools.deploy

openapi: setup  ## writes schemas/openapi.json, routes.json and routes.md again from the routes and schemas
	@$(PYTHON) -m tools.openapi

lock: setup  ## compiles the lock files again from pyproject.toml and package.json
	@$(PYTHON) -m tools.setup.lock
