"""Where cases, persons or acts stand, as a body published it: one status each, and a sum that must come out.

Published tables mix units and overlap (procedure C.3): 433 cases are not 1,158 persons, and 19 punished sit inside
another line. Here each line is counted, or inside another line, or outside the total, and what does not add up is
refused with the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from sinetra.core.errors import BadInput, gettext_noop


class Unit(StrEnum):
    CASE = "case"
    PERSON = "person"
    ACT = "act"


class Status(StrEnum):
    """Of each unit exactly one holds on a day."""

    AWAITING_BAWASLU = "awaiting_bawaslu"
    AWAITING_BKN = "awaiting_bkn"
    AWAITING_PPK = "awaiting_ppk"
    SANCTIONED = "sanctioned"
    NOT_PROVEN = "not_proven"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    LEFT_SERVICE = "left_service"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``within``: counted in that line already. ``outside``: not in the total at all."""

    status: Status
    count: int
    within: Status | None = None
    outside: bool = False

    @property
    def counted(self) -> bool:
        return self.within is None and not self.outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    unit: Unit
    total: int
    lines: tuple[Line, ...]

    @property
    def summed(self) -> int:
        return sum(line.count for line in self.lines if line.counted)

    def check(self) -> None:
        """Errors: BadInput at ``total`` with code ``does_not_add_up`` (sum, total, difference), or at the status whose
        part is larger than the whole."""
        wholes = {line.status: line.count for line in self.lines if line.counted}
        inside: dict[Status, int] = {}
        for line in self.lines:
            if line.within is None:
                continue
            inside[line.within] = inside.get(line.within, 0) + line.count
            if inside[line.within] > wholes.get(line.within, -1):
                raise BadInput(
                    gettext_noop("Bagian ini lebih besar daripada baris yang memuatnya, atau baris itu tidak ada."),
                    field=f"place_{line.status}",
                )
        if self.summed == self.total:
            return
        difference = self.summed - self.total
        raise BadInput(
            gettext_noop(
                "Jumlah barisnya %(summed)s, jumlah yang diumumkan %(total)s: selisih %(difference)s. "
                "Nyatakan baris mana yang sudah termasuk dalam baris lain atau di luar jumlah."
            ),
            field="total",
            code="does_not_add_up",
            summed=self.summed,
            total=self.total,
            difference=difference,
        )


def suspects(lines: Sequence[Line], difference: int) -> list[tuple[Status, ...]]:
    """Sets of counted lines that together make the difference: they may be inside another line, or outside.

    Fewest lines first, none when too little was counted.
    """
    counted = [line for line in lines if line.counted and line.count > 0]
    found = []
    for size in range(1, len(counted)):
        for some in combinations(counted, size):
            if sum(line.count for line in some) == difference:
                found.append(tuple(line.status for line in some))
        if found:
            break
    return found
