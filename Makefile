# Everything that a developer does. `make install` needs Python 3.11 or newer and a network; nothing here needs root.
UV := $(shell command -v uv || echo .uv/bin/uv)
BIN := .venv/bin
ROOMS := ground questionnaires scoring storage people assessment improvement exports ui api cli
LONGEST := 300

.PHONY: install run demo test check bench format

install: $(UV) ## All the set-up; leaves .venv/bin/plumbline
	$(UV) sync --frozen --quiet

.uv/bin/uv:
	@echo "uv is missing: fetching it from PyPI into .uv/"
	(python3 -m venv .uv && .uv/bin/python -m pip install --quiet uv) || (rm -rf .uv && python3 -m pip install --quiet --target .uv uv)

run: install ## Serve on http://127.0.0.1:8501; PORT= and PLUMBLINE_HOME= change that
	@$(BIN)/plumbline serve

demo: install ## The same, with a fictional organisation to look at
	@$(BIN)/plumbline demo
	@$(BIN)/plumbline serve

test: install ## All tests; those in a browser are skipped, loudly, where there is no Chromium
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered --cov-fail-under=95

check: install ## All that a machine can judge without running Plumbline
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(ROOMS) app.py bench
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell
	@git ls-files -z --cached --others --exclude-standard '*.py' ':!storage/migrations/versions' | xargs -0 wc -l | \
		awk '$$2 != "total" && $$1 > $(LONGEST) { print $$2 " has " $$1 " lines; at most $(LONGEST) read well"; long = 1 } END { exit long }'
	$(BIN)/plumbline questionnaire check questionnaires/library/*.yaml

bench: install ## What it costs, as figures and ratios of one run
	@for each in $$(grep -l __main__ bench/*.py); do echo "== $$each"; $(BIN)/python -m bench.$$(basename $$each .py) || exit 1; done

format: install ## Lay the code out and mend what a machine can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
