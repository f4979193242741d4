# make run: everything from a fresh clone to the open dashboard. make test: everything from a fresh clone to a green test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check format lock data screenshots gallery reference clean

run: $(VENV)/installed
	@$(BIN)/python dateline.py serve

# Tests in the browser wait more than they work: two halves of them run beside the others.
HALF := tests/browser/map tests/browser/test_[c-e]*.py
OTHER_HALF := tests/browser --ignore=tests/browser/map --ignore-glob='tests/browser/test_[c-e]*.py'
test: $(VENV)/installed-dev
	@$(BIN)/python tests/browser/find_chromium.py
	@$(BIN)/python -c "from geo.gazetteer import open_gazetteer; open_gazetteer()"
	@$(BIN)/python -m pytest $(HALF) > $(VENV)/browser-1.log 2>&1 & half=$$!; \
	$(BIN)/python -m pytest $(OTHER_HALF) > $(VENV)/browser-2.log 2>&1 & other=$$!; \
	$(BIN)/python -m pytest --ignore=tests/browser; rest=$$?; \
	echo "Waiting for the tests in the browser, which run beside these ..."; \
	wait $$half; one=$$?; wait $$other; two=$$?; \
	cat $(VENV)/browser-1.log $(VENV)/browser-2.log; exit $$((rest || one || two))

check: $(VENV)/installed-dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/installed-dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Rebuilds what is committed under data/ and static/ from pinned packages; needs npm.
data: $(VENV)/installed-dev
	@$(BIN)/python dateline.py data build

screenshots: $(VENV)/installed-dev
	@$(BIN)/python -m tests.browser.screenshots

gallery: $(VENV)/installed-dev
	@$(BIN)/python -m tests.layers.gallery

reference: $(VENV)/installed-dev
	@$(BIN)/python -m tests.reference

# Pins for every platform, with hashes.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock: $(VENV)/installed-dev
	@$(LOCK) -o requirements.txt requirements.in
	@$(LOCK) -o requirements-dev.txt requirements-dev.in

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV) || { echo "Dateline needs Python 3.11 with venv: apt-get install python3-venv"; exit 1; }

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing what Dateline runs on (once) ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "Installing what the tests need (once) ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV)
