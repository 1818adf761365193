# Every way in. `make help` lists them; resources/setup holds what a target has to say in more than a line.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.SUFFIXES:

BIN := .venv/bin
READY := .venv/ready
PIP_TOOLS := pip-tools==7.6.2

.PHONY: help
help: ## list these targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 20

.PHONY: setup
setup: system $(READY) ## install what is missing and prepare .venv

.PHONY: run
run: setup ## start the demo site; SITE=path.toml starts a real one
	@$(BIN)/python main.py $(if $(SITE),booth --site "$(SITE)",demo)

.PHONY: demo
demo: setup ## start the demo site: centre, entry, exit, attendant and garage
	@$(BIN)/python main.py demo

.PHONY: test
test: setup-test check ## every check and every test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --ignore=tests/bench --ignore=tests/soak -n 2 $(PYTEST_ARGS)

.PHONY: check
check: setup ## ruff, mypy and the import contracts alone
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

.PHONY: bench
bench: setup-test ## measure speed and memory, each beside its limit, into bench.json
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

.PHONY: soak
soak: setup-test ## the long proofs: 10,000 cars, 200,000 stays priced twice, money raced and killed
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench.soak
	@$(BIN)/python -m tests.soak.tariffs
	@$(BIN)/python -m pytest tests/soak -n 2 $(PYTEST_ARGS)

.PHONY: screenshots
screenshots: setup ## draw every screen in every language and size
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots

.PHONY: lock
lock: .lock/bin/pip-compile ## pin requirements.txt anew from pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" .lock/bin/pip-compile --quiet --upgrade --generate-hashes \
		--allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --extra centre --extra test \
		--output-file requirements.txt pyproject.toml

.PHONY: clean
clean: ## remove everything that is built, .venv included
	rm -rf .venv .lock .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis \
		tests/peers/node_modules build dist *.egg-info bench.json
	find kiosk tests migrations -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# --- how the above is made -------------------------------------------------------------------

.PHONY: system setup-test
system:
	@resources/setup/system.sh run

setup-test: setup
	@resources/setup/system.sh test
	@resources/setup/peers.sh

$(READY): requirements.txt resources/setup/venv.sh | system
	@resources/setup/venv.sh
	@touch $@

.lock/bin/pip-compile: Makefile
	python3 -m venv --clear .lock
	.lock/bin/python -m pip install --quiet $(PIP_TOOLS)
	@touch $@
