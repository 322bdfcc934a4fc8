"""Half a million transfers from a file: in time, in constant memory, a bad row named and the rest done."""

from __future__ import annotations

import pytest
from bench.transfers.measure import LIMIT, ROWS, measure

SMALL = 10_000
# More than this the process may not grow between the small and the full file; a block and its answers take most of it.
MEGABYTES = 250


def check(rows: int) -> int:
    """The answers to a sample are those of the single check, else the measuring ends. Processor time, for the machine
    is shared. The most memory that was used, in megabytes."""
    figures = measure(rows)
    for name in ("parquet", "csv", "csv_with_a_bad_row"):
        assert figures[name]["exit"] == 0
        assert figures[name]["processor_seconds"] < LIMIT, figures[name]
    assert figures["csv_with_a_bad_row"]["told"] == [
        f"{rows // 2 + 1}: technical_approval.date",
        f"{rows // 2 + 2}: effective_on",
    ]
    assert set(figures["verdicts"]) == {"allowed", "error", "forbidden", "needs_permit", "undetermined"}
    return max(figures[name]["megabytes"] for name in ("parquet", "csv"))


def test_a_file_of_transfers_is_screened_and_its_bad_rows_are_named():
    assert check(SMALL) > 0


@pytest.mark.soak
def test_half_a_million_transfers_are_screened_in_time():
    assert check(ROWS) - check(SMALL) < MEGABYTES
