#!/bin/sh
# Writes the constraint files anew: exact versions with hashes, no host. Needs uv (pip install uv).
set -eu
cd "$(dirname "$0")/.."
export UV_PYTHON_DOWNLOADS=never
lock() {
    out=$1; shift
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --quiet "$@" -o "$out"
}
lock constraints.txt --group build
lock constraints-dev.txt --group dev
# The same versions as for development, and the peers of the bench.
cp constraints-dev.txt constraints-bench.txt
lock constraints-bench.txt --group dev --group bench
