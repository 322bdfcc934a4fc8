.DEFAULT_GOAL := help
.PHONY: help env env-dev run test check format messages soak bench screenshots clean

help: ## list what make can do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

env: ## create .venv with the command .venv/bin/sinetra
	@sh tools/env.sh run

env-dev: # the same with everything that the tests need
	@sh tools/env.sh dev

ARTICLES ?= $(wildcard ../shared/seeds)

run: env ## fill a demo and serve it (ARTICLES=folder reads real articles, too)
	@.venv/bin/sinetra demo --serve $(if $(ARTICLES),--articles "$(ARTICLES)")

test: env-dev ## everything that CI runs
	@.venv/bin/python tools/test.py

check: env-dev ## seconds: style, types, rings, messages
	@.venv/bin/ruff check . && .venv/bin/ruff format --check --quiet . && .venv/bin/mypy && .venv/bin/lint-imports --no-cache
	@.venv/bin/python tools/messages.py check

format: env-dev ## put the code in its format
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .

messages: env-dev ## collect new messages into the English catalogue
	@.venv/bin/python tools/messages.py extract && .venv/bin/python tools/messages.py compile

soak: env-dev ## full volumes and faults, on SQLite and PostgreSQL
	@.venv/bin/python tools/test.py soak

bench: ## the figures, as JSON under bench/results (installs the peers of the law engine)
	@sh tools/env.sh bench
	@.venv/bin/python -m bench

screenshots: env-dev ## pictures of both languages for the README and the guides
	@.venv/bin/python tools/screenshots.py

clean: ## remove the environment and the demo
	@rm -rf .venv data/demo .mypy_cache .ruff_cache .pytest_cache
