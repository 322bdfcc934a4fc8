"""Criteria, reason and words of the decision: what may stand there, and how it is kept sealed.

What is alleged and not decided is no ground. A step points to no report and no matter; here the words are looked at
too, so that nothing of them comes in by hand.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from sinetra.apps.base.viewing import opened_field
from sinetra.apps.careers.models import CareerStep
from sinetra.core.canonical import canonical
from sinetra.core.cells import without_controls
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.keyring import Purpose, open_sealed, seal

MOST_CRITERIA, LONGEST_LINE, LONGEST_TEXT = 20, 300, 2000
_FIELD = "grounds"
_UNPROVEN = re.compile(
    r"\b(?:terlapor|dilaporkan|dugaan|diduga|pengaduan|aduan"
    r"|laporan\s+(?:warga|masyarakat|netralitas|pelanggaran)|informasi\s+awal"
    r"|(?:sedang|masih)\s+(?:diperiksa|ditangani)|belum\s+(?:terbukti|diputus))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """``criteria``: one a line, as they were applied. ``decision``: why it was decided so; ``despite``: why it was
    granted against the check; ``ending``: why it was given up or undone."""

    criteria: tuple[str, ...]
    reason: str
    decision: str = ""
    despite: str = ""
    ending: str = ""


def criteria_of(text: str) -> tuple[str, ...]:
    """Errors: ``BadInput`` on ``criteria``."""
    lines = tuple(line for raw in text.splitlines() if (line := clean(raw)))
    if not lines:
        raise BadInput(gettext_noop("Tulis kriterianya, satu baris satu kriteria."), field="criteria")
    if len(lines) > MOST_CRITERIA or any(len(line) > LONGEST_LINE for line in lines):
        message = gettext_noop("Paling banyak %(accepted)s.")
        raise BadInput(message, field="criteria", accepted=(f"{MOST_CRITERIA} × {LONGEST_LINE}",))
    for line in lines:
        require_proven(line, "criteria")
    return lines


def said(text: str, field: str, *, needed: bool = True) -> str:
    """Errors: ``BadInput`` on ``field``."""
    plain = clean(text)
    if needed and len(plain) < 5:
        raise BadInput(gettext_noop("Tulis alasannya, paling sedikit 5 huruf."), field=field)
    if len(plain) > LONGEST_TEXT:
        raise BadInput(gettext_noop("Paling banyak %(accepted)s huruf."), field=field, accepted=(str(LONGEST_TEXT),))
    require_proven(plain, field)
    return plain


def require_proven(text: str, field: str) -> None:
    """Errors: ``BadInput`` for words about something that nobody has decided."""
    found = _UNPROVEN.search(text)
    if found is not None:
        message = gettext_noop(
            "“%(value)s”: laporan yang belum terbukti bukan dasar keputusan karier. Yang dihitung hanya hukuman yang"
            " sudah tetap, dengan nomor dan tanggalnya."
        )
        raise BadInput(message, field=field, value=found[0])


def clean(text: str) -> str:
    return " ".join(without_controls(text).split())


def sealed_grounds(grounds: Grounds, row_id: UUID) -> bytes:
    """Before any unit of work."""
    return seal(Purpose.DATA, canonical(asdict(grounds)), context_of(row_id))


def grounds_of(row: CareerStep) -> Grounds:
    """In a view this is in the access log."""
    opened_field(row.pk, _FIELD)
    given: dict[str, Any] = json.loads(open_sealed(Purpose.DATA, bytes(row.grounds_sealed), context_of(row.pk)))
    return Grounds(**{**given, "criteria": tuple(given["criteria"])})


def context_of(row_id: UUID) -> bytes:
    return f"{row_id}:{_FIELD}".encode()
