"""What is sealed in agreements, opened; in a view this is in the access log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sinetra.apps.agreements.cleared import is_cleared
from sinetra.apps.agreements.errors import MatterCleared
from sinetra.apps.agreements.models import Agreement, Breach, DataRequest, Disclosure
from sinetra.apps.reports.sealing import open_value, seal_value


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosedPerson:
    """``values``: one for each of the disclosure's fields, in their order."""

    name: str
    values: tuple[str, ...]


def purpose_of(row: DataRequest) -> str:
    """Errors: ``Erased`` after its time; ``MatterCleared``."""
    return str(_request(row)["purpose"])


def people_of(row: DataRequest) -> tuple[str, ...]:
    """Errors: ``Erased`` after its time; ``MatterCleared``."""
    return tuple(_request(row)["people"])


def asked_about(row: DataRequest) -> tuple[str, ...]:
    """For comparing, whatever became of the matter; nobody once it is emptied."""
    return tuple(open_value(row.request_sealed, row.pk, "request")["people"]) if row.request_sealed else ()


def _request(row: DataRequest) -> dict[str, Any]:
    if is_cleared(row):
        raise MatterCleared
    found: dict[str, Any] = open_value(row.request_sealed, row.pk, "request")
    return found


def contacts_of(row: Agreement) -> tuple[str, ...]:
    return tuple(open_value(row.contacts_sealed, row.pk, "contacts")) if row.contacts_sealed else ()


def sealed_people(people: Sequence[DisclosedPerson], row_id: UUID) -> bytes:
    told = [{"name": person.name, "values": list(person.values)} for person in people]
    return seal_value(told, row_id, "disclosed")


def disclosed_people(row: Disclosure) -> tuple[DisclosedPerson, ...]:
    """Errors: ``Erased`` after its time."""
    given = open_value(row.disclosed_sealed, row.pk, "disclosed")
    return tuple(DisclosedPerson(name=item["name"], values=tuple(item["values"])) for item in given)


def told_of(row: Breach) -> dict[str, str]:
    """By the ids of the catalogue: which data, how, handling. Errors: ``Erased`` after its time."""
    found: dict[str, str] = open_value(row.told_sealed, row.pk, "told")
    return found
