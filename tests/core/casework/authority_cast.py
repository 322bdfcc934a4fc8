"""The heads of an invented city, as short words for tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import sinetra.catalogue
from sinetra.core.casework.authority import load_authority
from sinetra.core.casework.heads import HeldKind, HeldRoleName, Leave, OfficeFacts, Term
from sinetra.core.clock.confidence import Confidence

AUTHORITY = load_authority(Path(sinetra.catalogue.__file__).parent)
MAYOR, DEPUTY, SECRETARY, OTHER = "Beringin", "Melati", "Jati", "Angsana"


def day(text: str) -> date:
    return date.fromisoformat(text)


def term(
    role: str,
    kind: str,
    holder: str,
    first: str,
    last: str | None = None,
    *,
    reason: str = "",
    confidence: Confidence = Confidence.VERIFIED,
) -> Term:
    return Term(
        role=HeldRoleName(role),
        kind=HeldKind(kind),
        holder=holder,
        title=f"{kind} {role}",
        from_on=day(first),
        until_on=day(last) if last else None,
        source="SK (contoh)",
        confidence=confidence,
        reason=reason,
    )


def leave(holder: str, first: str = "2024-09-25", last: str = "2024-11-23") -> Leave:
    return Leave(
        holder=holder, from_on=day(first), until_on=day(last), source="Izin (contoh)", confidence=Confidence.VERIFIED
    )


HEAD = term("regional_head", "definitive", MAYOR, "2021-02-26")
VICE = term("deputy_regional_head", "definitive", DEPUTY, "2021-02-26")
SEKDA = term("regional_secretary", "definitive", SECRETARY, "2020-01-01")


def office(*rows: Term | Leave) -> OfficeFacts:
    return OfficeFacts(
        terms=tuple(row for row in rows if isinstance(row, Term)),
        leaves=tuple(row for row in rows if isinstance(row, Leave)),
    )
