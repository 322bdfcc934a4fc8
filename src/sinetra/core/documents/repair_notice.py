"""The letter that tells a reporter what a report lacks and until when it can be completed. In Indonesian.

It names no reporter and nobody who is reported: the office knows the reporter by the number, the vault by name.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """``source`` with ``unchecked``: nobody has read the official text, and the letter says so."""

    title: str
    note: str
    source: str
    unchecked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairNotice:
    """``due`` is empty where no rule sets a day. ``exercise``: the word of a demonstration, empty where it is meant."""

    office: str
    place: str
    dated: str
    number: str
    filed: str
    gaps: tuple[Gap, ...]
    due: str
    due_source: str
    exercise: str


def repair_notice_pdf(notice: RepairNotice) -> bytes:
    """A4. The same notice always gives the same bytes."""
    return set_pdf("repair_notice.typ", as_json(asdict(notice)))
