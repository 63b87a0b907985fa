# make run | test | check | bench | pictures | judge-site     (each sets up what it needs first)
# PYTHON=/path/to/python3 chooses the Python that .venv is made with (3.11 to 3.13).
# ARGS="..." is handed on to the program that the target runs; NAME=... chooses the benchmark.

BIN := .venv/bin
PYTHON :=
ARGS :=
NAME :=

.PHONY: run test check bench pictures judge-site format lock clean

run: .venv/.ready
	@$(BIN)/python tools/system_packages.py run
	@$(BIN)/python tools/run.py $(ARGS)

# One run, so that the last line counts every test: what needs no window goes first, spread over
# two processes; then the tests of the window in one of them, the journeys in the other.
test: .venv/.ready
	@$(BIN)/python tools/system_packages.py test
	@$(BIN)/python -m pytest -n 2 --dist loadgroup --no-loadscope-reorder -q $(ARGS)

check: .venv/.ready
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/.ready
	@$(BIN)/python tools/system_packages.py run
	@if [ -n "$(NAME)" ]; then $(BIN)/python -m benchmarks.$(NAME) $(ARGS); else \
		echo 'make bench NAME=... ARGS="...", with one of:'; \
		for file in $$(grep -l '^if __name__' benchmarks/*.py); do \
			printf '  %-14s %s\n' "$$(basename "$$file" .py)" "$$(sed -n '1s/"""//gp' "$$file")"; \
		done; fi

pictures: .venv/.ready
	@$(BIN)/python tools/system_packages.py test
	@$(BIN)/python -m tools.pictures $(ARGS)

# Nu HTML checker, axe-core and Lighthouse (from npm, into build/judging), and our own judges of links,
# sitemap, feeds and weights, on the sample's site and the corpus' where it is.
judge-site: .venv/.ready
	@$(BIN)/python tools/system_packages.py judge
	@$(BIN)/python -m tools.judge_site $(ARGS)

format: .venv/.ready
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Resolve anew after a change of the dependencies in pyproject.toml. Needs uv, and the network;
# constraints.txt keeps its first lines, and names no address: pip knows where it gets things from.
lock:
	@mkdir -p build
	@{ sed '/^#/!Q' constraints.txt && uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --group dev \
		pyproject.toml; } > build/constraints.txt
	@mv build/constraints.txt constraints.txt

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/.ready: constraints.txt pyproject.toml tools/set_up.sh
	@sh tools/set_up.sh $(PYTHON)
