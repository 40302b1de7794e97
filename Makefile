# `make demo` trains the digits in numpy and on the simulated core; `make test` tests everything;
# `make mutants` tests the tests; `make site` builds the documentation. All set up what they need: a
# virtual environment in .venv, and on Debian as root the data set and the compiler. Nothing is
# installed that is there already.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp-$(shell cksum pyproject.toml | tr ' ' - | cut -d- -f1)
JOBS ?= 2
SAMPLE ?= 40
SEED ?= 0

.PHONY: demo test lint site mutants fuzz proofs netlists cost coverage datasheet bitstreams release setup system clean

demo: setup
	$(BIN)/bep-hw demo --out runs/demo

test: setup lint
	$(BIN)/python -m pytest -n $(JOBS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# The documentation as a site, build/site, with every link within it checked.
site: setup
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --site-dir build/site
	@echo "to read it: $(BIN)/python -m http.server -d build/site"

# A sample of the mutants of docs/verification.md; all of them: `python -m sim.mutants`.
mutants: setup
	$(BIN)/python -m sim.mutants --sample $(SAMPLE) --seed $(SEED)

# Random frames and accesses to a simulated core, a million for each bus: an hour; docs/verification.md.
fuzz: setup
	$(BIN)/python -m sim.fuzz --seed $(SEED) --page docs/results/fuzzing.md

# All proofs; writes their table, with the time of each, into docs/verification.md.
proofs: setup
	$(BIN)/python -m pytest tests/formal --proofs docs/verification.md

# Builds boards and trains with their netlists, docs/verification.md.
netlists: setup
	$(BIN)/python -m sim.netlists

# Gates and energy of training, docs/results/cost.md; on Debian as root the cell library is installed.
cost: setup
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && [ ! -d /usr/share/qflow/tech/osu018 ]; then \
	  echo "installing qflow-tech-osu018"; \
	  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends qflow-tech-osu018 >/dev/null; fi
	$(BIN)/python -m sim.measure.cost --out build/cost

# What tests and runs cover, docs/results/coverage.md; hours. Started again it goes on.
coverage: setup
	$(BIN)/python -m sim.measure.coverage --out build/coverage

# Bitstreams of all boards, five seeds each, hours; boards/README.md. Started again it goes on.
bitstreams: setup
	$(BIN)/python -m sim.bitstreams --out build/bitstreams

# The datasheet of the reference core as one HTML file and one PDF file, build/datasheet.
datasheet: setup
	$(BIN)/python docs/drawing/print_datasheet.py

# Wheel, sdist, site, datasheet and checksums, and the bitstreams that are built; CONTRIBUTING.md.
release: setup
	$(BIN)/python -m sim.release $(if $(FINAL),--final)

setup: system $(STAMP)

# The stamp carries the checksum of pyproject.toml: when that changes, the environment is made anew.
$(STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "make: $(PYTHON) is too old, Python 3.11 or newer is needed: make PYTHON=..."; exit 2; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

# Only what is missing, and only where apt and root are at hand; elsewhere a message of the program
# itself says what to install. The demonstration needs neither FashionMNIST, nor Icarus Verilog, nor a
# compiler for RISC-V, which some tests run: they may fail.
system:
	@missing=; \
	command -v g++ >/dev/null || missing="$$missing g++"; \
	command -v make >/dev/null || missing="$$missing make"; \
	command -v perl >/dev/null || missing="$$missing perl"; \
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  export DEBIAN_FRONTEND=noninteractive; \
	  install() { apt-get install -qq -y --no-install-recommends "$$@" >/dev/null \
	    || { apt-get update -qq && apt-get install -qq -y --no-install-recommends "$$@" >/dev/null; }; }; \
	  if [ -n "$$missing" ]; then echo "installing$$missing"; install $$missing; fi; \
	  command -v iverilog >/dev/null || install iverilog \
	    || echo "iverilog: not installed, going on"; \
	  command -v riscv64-unknown-elf-gcc >/dev/null \
	    && [ -e "$$(riscv64-unknown-elf-gcc -print-file-name=picolibc.specs)" ] \
	    || install gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf \
	    || echo "gcc and picolibc for riscv64-unknown-elf: not installed, going on"; \
	  if [ ! -d /usr/share/datasets/fashion-mnist ]; then \
	    echo "installing dataset-fashion-mnist"; \
	    install dataset-fashion-mnist || echo "dataset-fashion-mnist: not installed, going on"; \
	  fi; \
	elif [ -n "$$missing" ]; then \
	  echo "missing, please install:$$missing"; \
	fi

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis sim_build
