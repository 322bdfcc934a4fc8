#!/bin/sh
# Creates .venv from the hashed constraints and installs Sinetra in it. Usage: tools/env.sh run|dev|bench
# A stamp in .venv remembers which constraints it holds, so a second call takes no time.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-run}
python=${PYTHON:-python3}
case $kind in
    run) constraints=constraints.txt ;;
    dev) constraints=constraints-dev.txt ;;
    bench) constraints=constraints-bench.txt ;;
    *) echo "tools/env.sh: accepted values: run, dev, bench" >&2; exit 2 ;;
esac

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Sinetra needs Python 3.11 or newer; found $("$python" --version)." >&2
    echo "Name another one with: make env PYTHON=/path/to/python3.11" >&2
    exit 2
}

new_venv() { rm -rf .venv && "$python" -m venv .venv >/dev/null 2>&1; }
if [ ! -x .venv/bin/pip ]; then
    new_venv || {
        # Debian and Ubuntu ship Python without ensurepip.
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
            new_venv
        else
            echo "This Python has no venv module. Install it once with: sudo apt-get install python3-venv" >&2
            exit 2
        fi
    }
fi

wanted=$(cat "$constraints" pyproject.toml | cksum)
dev_wanted=$(cat constraints-dev.txt pyproject.toml | cksum)
# The development environment holds everything that running needs.
if [ "$(cat .venv/.sinetra-stamp 2>/dev/null)" != "$wanted" ] && [ "$(cat .venv/.sinetra-stamp 2>/dev/null)" != "$dev_wanted" ]; then
    .venv/bin/pip install -qq --disable-pip-version-check --require-hashes --no-deps -r "$constraints"
    .venv/bin/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
    echo "$wanted" > .venv/.sinetra-stamp
fi
.venv/bin/python tools/messages.py compile
