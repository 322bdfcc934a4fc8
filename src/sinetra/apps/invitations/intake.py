"""What a person tells of an invitation, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.invitations.told import Told
from sinetra.core.canonical import canonical
from sinetra.core.clock.places import check_region
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.facts import parse_facts

TEXT, SHORT, NAME, REASON = (10, 2000), (2, 200), (0, 120), (0, 1000)
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """``name``: printed on the proof and shown to nobody else. The key is the asker's secret."""

    told: Told
    name: str
    idempotency_key: str

    def content(self) -> bytes:
        """What makes two the same: everything but the key."""
        return canonical({"told": self.told.plain(), "name": self.name})


def read_invitation(*, told: Told, name: str, idempotency_key: str) -> NewInvitation:
    """Errors: ``BadInput`` naming the field, or the fact that is none."""
    if not 22 <= len(idempotency_key) <= 200:
        raise BadInput(
            gettext_noop("%(field)s: perlu 128 bit acak yang dirahasiakan (%(accepted)s)."),
            field="idempotency_key",
            accepted=("22-200 characters",),
        )
    return NewInvitation(told=checked(told), name=plain_text(name, "name", NAME), idempotency_key=idempotency_key)


def checked(told: Told) -> Told:
    """Errors: ``BadInput`` naming ``inviter``, ``place``, ``text``, ``asks``, the region or the fact that is none."""
    if not told.asks:
        raise BadInput(gettext_noop("Pilih sedikitnya satu hal yang diminta."), field="asks")
    if told.region:
        check_region(told.region)
    for ask in told.asks:
        parse_facts(told.facts(ask))
    return replace(
        told,
        inviter=plain_text(told.inviter, "inviter", SHORT),
        place=plain_text(told.place, "place", SHORT),
        text=plain_text(told.text, "text", TEXT, gettext_noop("Tuliskan apa yang diminta, %(accepted)s huruf.")),
    )


def told_of(given: Any) -> Told | None:
    """What another installation told; None for what is not well formed. A true signature makes no field so."""
    try:
        return checked(Told.of(given)) if isinstance(given, Mapping) else None
    except (BadInput, AttributeError, KeyError, TypeError, ValueError):
        return None


def one_of(kind: type[E], value: str, field: str) -> E:
    """Errors: ``BadInput`` naming ``field`` with the accepted values."""
    try:
        return kind(value)
    except ValueError:
        raise BadInput(
            gettext_noop("Pilih salah satu: %(accepted)s."), field=field, accepted=tuple(item.value for item in kind)
        ) from None
