"""What a package about a matter says. Never who reported, and never the reporter's own words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.partners import party_of
from sinetra.apps.cases.vocabulary import MatterKind
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value, seal_value
from sinetra.core import packages
from sinetra.core.casework.heads import same_name
from sinetra.core.ids import uuid7
from sinetra.ports import keyring


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A signed package with the row values that keep it."""

    package: packages.Package
    raw: bytes

    def sealed(self, row_id: UUID, field: str) -> bytes:
        return seal_value(self.raw.decode(), row_id, field)


def unsealed(sealed: bytes | memoryview, row_id: UUID, field: str) -> bytes:
    return str(open_value(sealed, row_id, field)).encode()


def content_of(hand_over: HandOver) -> Mapping[str, Any]:
    """What the package of the office's own row says."""
    found: Mapping[str, Any] = json.loads(unsealed(hand_over.package_sealed, hand_over.pk, "package"))["content"]
    return found


def handing(
    kind: packages.Kind, matter: Matter, to: Organisation, summary: str, at: datetime, more: Mapping[str, Any]
) -> Parcel:
    """``summary`` is the office's own finding. Names of those reported travel, for without them nobody can verify.
    ``more``: what only a transfer inside Bawaslu tells.
    """
    return _signed(
        kind,
        matter.organisation,
        packages.Party(kind=to.kind, name=to.name),
        at,
        {
            "number": matter.number,
            "region": matter.region_id,
            "election": matter.election,
            "regime": matter.regime,
            "acts": matter.acts,
            "happened_on": matter.happened_on.isoformat() if matter.happened_on else None,
            "reported": reported_of(matter),
            "summary": summary,
            **more,
        },
    )


def reply(
    kind: packages.Kind, office: Organisation, to: packages.Party, at: datetime, content: Mapping[str, Any]
) -> Parcel:
    """An acknowledgement or a return: names the package and the digest of exactly what was received."""
    return _signed(kind, office, to, at, content)


def reported_of(matter: Matter, *, without: Report | None = None) -> list[dict[str, Any]]:
    """``[{role, name, unit}]`` from the report, or from what was handed over; then whoever is named only in a report
    that was joined to it, in the order in which they were joined. A place in this list stays what it is while the
    matter gets more reports. ``without``: as it would be if that one left.
    """
    if matter.report is not None:
        own = _named_in(matter.report)
    elif matter.facts_sealed is not None:
        own = open_value(matter.facts_sealed, matter.pk, "facts").get("reported", [])
    else:
        own = []
    found = [_told(person) for person in own]
    if matter.kind == MatterKind.HANDED_OVER:
        return found  # No report is joined at a receiver.
    for report in matter.joined_reports.only("reported_sealed", "joined_to").order_by("joined_at", "id"):
        if report != without and report.reported_sealed:
            found += [_told(person) for person in _named_in(report) if _is_new(person, found)]
    return found


def _named_in(report: Report) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = open_value(report.reported_sealed, report.pk, "reported")
    return people


def _is_new(person: Mapping[str, Any], known: Sequence[Mapping[str, Any]]) -> bool:
    """Somebody without a name may be one of those who are there already."""
    name = str(person.get("name") or "")
    return not known or (bool(name) and not any(same_name(name, other["name"] or "") for other in known))


def _told(person: Mapping[str, Any]) -> dict[str, Any]:
    return {name: person.get(name) for name in ("role", "name", "unit")}


def sender_number(matter: Matter) -> str:
    """The number at the office that handed it over; empty for the office's own."""
    if matter.facts_sealed is None:
        return ""
    return str(open_value(matter.facts_sealed, matter.pk, "facts").get("number", ""))


def _signed(
    kind: packages.Kind, office: Organisation, to: packages.Party, at: datetime, content: Mapping[str, Any]
) -> Parcel:
    package = packages.Package(
        kind=kind, id=uuid7(), sender=party_of(office), recipient=to, created_at=at, content=content
    )
    return Parcel(package=package, raw=packages.write(package, keyring.sign))
