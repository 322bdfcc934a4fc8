"""Tables of invented transfers of any size, the same for the same numbers; also used by tests.

Half of the rows are as an office has them: one election, days about its windows, most facts known. The other half is
drawn evenly from all values, empty cells included, so that nearly every combination occurs.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from sinetra.core.law.words import Position
from sinetra.core.transfers import Ground, OfficialKind, TransferAction

REGIONS = ("13.12", "17.71", "63.72", "63", "34", "34.04", "31.71", "52", "99.71", "73.02", "32.79.01", "")
ELECTIONS = ("pilkada_2024", "pilkada_2024", "", "pilkada_2020", "pemilu_2024", "pilkada_2018")
FIRST, DAYS = date(2017, 9, 1), 3300
# The window of 2024 and what lies about it.
TYPICAL_FIRST, TYPICAL_DAYS = date(2024, 1, 26), 640
SEED = 20241127


def table(rows: int, seed: int = SEED) -> pa.Table:
    draw = np.random.default_rng(seed)
    typical = draw.random(rows) < 0.5

    def cells(values: tuple[str, ...], usual: tuple[str, ...]) -> pa.Array:
        every = np.array(values, object)[draw.integers(0, len(values), rows)]
        often = np.array(usual, object)[draw.integers(0, len(usual), rows)]
        return pa.array(np.where(typical, often, every), pa.string())

    texts = np.array([(FIRST + timedelta(days=day)).isoformat() for day in range(DAYS)], object)
    near = np.array((TYPICAL_FIRST - FIRST).days + draw.integers(0, TYPICAL_DAYS, rows))
    effective = np.where(typical, near, draw.integers(0, DAYS, rows))

    def days(offset: int, missing: float) -> pa.Array:
        at = np.clip(effective + draw.integers(-offset, offset // 6 + 1, rows), 0, DAYS - 1)
        return pa.array(np.where(draw.random(rows) < missing, "", texts[at]), pa.string())

    permit = days(60, 0.4)
    # Whoever says that there is no permit has no date of one.
    has_none = (draw.random(rows) < 0.2) & (permit.to_numpy(zero_copy_only=False) == "")
    return pa.table(
        {
            "effective_on": pa.array(np.where(draw.random(rows) < 0.02, "", texts[effective]), pa.string()),
            "region": cells(REGIONS, REGIONS[:4]),
            "election": cells(ELECTIONS, ELECTIONS[:1]),
            "position": cells(("", *Position), ("jpt_pratama", "administrator", "supervisor", "camat", "functional")),
            "heads_unit": cells(("", "true", "false"), ("",)),
            "official_kind": cells(("", *OfficialKind), ("definitive", "definitive", "pj")),
            "action": cells(("", *TransferAction), ("transfer", "appointment")),
            "ground": cells(("", *Ground), ("ordinary", "ordinary", "vacancy", "retirement")),
            "permit": pa.array(np.where(has_none, "false", ""), pa.string()),
            "permit.number": _numbers(permit),
            "permit.date": permit,
            "technical_approval.date": days(90, 0.5),
        }
    )


def _numbers(permit: pa.Array) -> pa.Array:
    """A number for every other permit that has a date."""
    dates = permit.to_pylist()
    return pa.array([f"100.2.2.6/{at}/OTDA" if text and at % 2 else "" for at, text in enumerate(dates)], pa.string())


def write(path: Path, rows: int, seed: int = SEED) -> Path:
    if path.suffix == ".parquet":
        pyarrow.parquet.write_table(table(rows, seed), path)
    else:
        pyarrow.csv.write_csv(table(rows, seed), path)
    return path
