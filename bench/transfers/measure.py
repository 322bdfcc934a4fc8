"""500,000 transfers from a file, in a process of its own, from reading to the file of answers; a bad row among them.

A sample of the rows is then answered one by one by the single check; a difference ends the bench.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from bench.transfers.table import table, write
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.transfers import TransferRules, check_transfer, load_transfer_rules, parse_transfer

ROWS, LIMIT, SAMPLE = 500_000, 10.0, 2_000
# The command as it is called, with its seconds and the peak of memory.
MEASURED = """
import json, resource, sys, time
start = time.perf_counter()
from sinetra.cli.main import main
code = main(["transfer-check", *sys.argv[1:]])
seconds, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"exit": code, "seconds": round(seconds, 2),
    "processor_seconds": round(used.ru_utime + used.ru_stime, 2), "megabytes": used.ru_maxrss // 1024}))
"""


def measure(rows: int = ROWS) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as name:
        folder = Path(name)
        # What else runs on the machine takes part of its cores.
        load = {"load_average_before": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
        figures: dict[str, Any] = {"rows": rows, "limit_seconds": LIMIT} | load
        for suffix in ("parquet", "csv"):
            source = write(folder / f"a.{suffix}", rows)
            figures[suffix] = _run(source, folder / f"b-{suffix}.parquet")
        figures["csv_with_a_bad_row"] = _with_a_bad_row(folder, rows)
        answers = pyarrow.parquet.read_table(folder / "b-parquet.parquet")
        figures["verdicts"] = dict(sorted(Counter(answers["verdict"].to_pylist()).items()))
        figures["sample_equal_to_the_single_check"] = _sample(answers, rows)
        return figures


def _run(source: Path, target: Path) -> dict[str, Any]:
    command = [sys.executable, "-c", MEASURED, str(source), "--out", str(target)]
    settings = os.environ | {"SINETRA_DATA": str(source.parent / "data")}
    done = subprocess.run(command, env=settings, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    print(source.suffix, figures, flush=True)
    return figures


def _with_a_bad_row(folder: Path, rows: int) -> dict[str, Any]:
    """One record with a cell too many and one with a day that does not exist, in the middle of the file."""
    lines = (folder / "a.csv").read_text(encoding="utf-8").splitlines()
    middle = rows // 2
    lines[middle] += ",x"
    lines[middle + 1] = '"2024-02-30"' + lines[middle + 1][lines[middle + 1].index(",") :]
    (folder / "bad.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = _run(folder / "bad.csv", folder / "bad.parquet")
    found = pyarrow.parquet.read_table(folder / "bad.parquet")
    told = [found.slice(place, 1).to_pylist()[0] for place in (middle - 1, middle)]
    named = [(line["row"], line["column"]) for line in told]
    last_column = lines[0].rsplit(",", 1)[-1].strip('"')
    if found.num_rows != rows or named != [(middle + 1, last_column), (middle + 2, "effective_on")]:
        raise SystemExit(f"transfers: {found.num_rows} rows, told of {named}")
    return figures | {"told": [f"{row}: {column}" for row, column in named]}


def _sample(answers: pa.Table, rows: int) -> int:
    rules, given = load_transfer_rules(ROOT), table(rows)
    places = random.Random(1).sample(range(rows), min(rows // 10, SAMPLE))
    verdicts = answers["verdict"].take(pa.array(places)).to_pylist()
    for place, row, verdict in zip(places, given.take(pa.array(places)).to_pylist(), verdicts, strict=True):
        if verdict != _verdict(rules, row):
            raise SystemExit(f"transfers: row {place} is {verdict}, the single check says otherwise: {row}")
    return len(places)


def _verdict(rules: TransferRules, row: dict[str, str]) -> str:
    facts: dict[str, Any] = {}
    for name, cell in row.items():
        letter, _, part = name.partition(".")
        if cell and part:
            facts[letter] = {**(facts.get(letter) or {}), part: cell}
        elif cell:
            facts[name] = {"true": True, "false": False}.get(cell, cell)
    try:
        return check_transfer(rules, parse_transfer(facts)).verdict.value
    except BadInput:
        # An election that is not held in the region.
        return "error"
