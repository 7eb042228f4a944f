# The README's commands. Each target says what it needs; the work is in tools/ and in the program itself.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := $(BIN)/pip-compile --quiet --no-header --strip-extras --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
SERVE ?= 1
PORT ?= 8765

.PHONY: demo test check wheel evaluate bench torture mutants messages docs tables lock clean

# Invents a small bilingual network in .demo, prints Today, serves the page (SERVE=0: does not).
demo: $(VENV)/installed
	RENMAI_HOME=$(CURDIR)/.demo $(BIN)/renmai demo --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

# The whole suite; ARGS go to pytest. What many processes read is compiled once, whatever this shell says.
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/installed-for-tests
	tools/install_for_tests $(BIN)
	$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

# Style of code and templates, types, walls, words and freshness; changes nothing.
check: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	RENMAI_HOME=$(CURDIR)/build/home PYTHONPATH=src $(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/djlint src/renmai/web/templates --check
	$(BIN)/djlint src/renmai/web/templates --lint
	$(BIN)/python tools/messages.py --check
	$(BIN)/python tools/cli_docs.py --check
	RENMAI_HOME=$(CURDIR)/build/home $(BIN)/django-admin makemigrations --check --dry-run \
		--settings renmai.config.settings

# Builds the wheel and tries it in an environment of its own, with no other program in reach.
wheel: $(VENV)/installed-for-tests
	$(BIN)/python tools/check_wheel.py

# Writes docs/evaluation.md: how right every judgement is, on the development data (ONLY=a section of it).
evaluate: $(VENV)/installed-for-tests
	$(BIN)/python -m benchmarks.report evaluation $(ONLY)

# Writes docs/benchmarks.md: side by side with peers, ratios of one run (ONLY=a section of it; ARGS go to Today's).
bench: $(VENV)/installed-for-tests
	BENCH_ARGS="$(ARGS)" $(BIN)/python -m benchmarks.report benchmarks $(ONLY)

# Attacks every promise about the owner's data, twenty minutes (ARGS="--share .02", "--only kills", "--write" into docs/security.md).
torture: $(VENV)/installed-for-tests
	$(BIN)/python -m torture $(ARGS)

# Changes one thing at a time and asks whether a test notices (ARGS="--seed 2 --number 20 --floors domain").
mutants: $(VENV)/installed-for-tests
	$(BIN)/python tools/mutants.py $(ARGS)

messages: $(VENV)/installed-for-tests
	$(BIN)/python tools/messages.py

docs: $(VENV)/installed-for-tests
	$(BIN)/python tools/cli_docs.py

# Writes the tables of a new book anew, after a migration was added.
tables: $(VENV)/installed-for-tests
	$(BIN)/python tools/new_tables.py

lock: $(VENV)/installed-for-tests
	$(LOCK) --build-deps-for editable --build-deps-for wheel -o requirements.lock pyproject.toml
	$(LOCK) --build-deps-for editable --build-deps-for wheel --extra test --extra postgres --extra spark \
		-c requirements.lock -o requirements-test.lock pyproject.toml

clean:
	rm -rf $(VENV) .demo build dist node_modules

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-for-tests: requirements-test.lock $(VENV)/installed
	$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@
