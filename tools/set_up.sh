#!/bin/sh
# Makes .venv with exactly the packages of constraints.txt, and kbeditor itself as an editable
# install. Called by make when constraints.txt or pyproject.toml is newer than the last time.
#   tools/set_up.sh [PYTHON]
set -eu
cd "$(dirname "$0")/.."

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

if ! fits .venv/bin/python; then
    python=
    for candidate in ${1:-python3.13 python3.12 python3.11 python3}; do
        if fits "$candidate"; then
            python=$candidate
            break
        fi
    done
    if [ -z "$python" ]; then
        echo "kbeditor needs Python 3.11, 3.12 or 3.13; none found${1:+ at $1}." \
            "Install one, or name it: make run PYTHON=/path/to/python3" >&2
        exit 1
    fi
    "$python" tools/system_packages.py set-up
    echo "Making the virtual environment .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }
echo "Installing the packages of constraints.txt into .venv (once; 1.1 GB on disk) ..."
pip install --require-hashes -r constraints.txt
pip install --no-index --no-deps --no-build-isolation --editable .
touch .venv/.ready
