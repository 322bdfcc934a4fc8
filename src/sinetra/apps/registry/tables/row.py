"""One row of a table, as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Stands where a cell was damaged and told of already: nobody complains a second time.
DAMAGED = "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """``number`` is the line as a spreadsheet shows it: the head is 1. Values are stripped, those of columns that the
    file does not have (not in ``given``) are "".
    """

    number: int
    values: Mapping[str, str]
    given: frozenset[str]
