"""Somebody declares an interest, or the office declares one of its people's or of the head of an institution."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import DeclaredInterest, ElectionPair, Organisation
from sinetra.core.casework.interests import TO_MATTER, TO_PAIR, Tie
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.accounts.models import User
    from sinetra.apps.cases.models import Matter


def declare_interest(
    *,
    organisation: Organisation,
    tie: Tie,
    from_on: date,
    source: str,
    actor: Actor,
    user: User | None = None,
    office: Organisation | None = None,
    holder_name: str = "",
    pair: ElectionPair | None = None,
    matter: Matter | None = None,
    until_on: date | None = None,
    confidence: Confidence = Confidence.UNCHECKED,
    at: datetime | None = None,
) -> DeclaredInterest:
    """Of ``user``, or of who heads ``office`` (``holder_name``). Toward a pair or a matter, never toward a relative.

    Errors: ``Forbidden``; ``BadInput`` on ``holder_name``, ``tie``, ``until_on``, ``source``, or ``pair`` when it is
    not exactly one thing.
    """
    name = holder_name.strip()
    row = DeclaredInterest(
        organisation=organisation,
        user=user,
        office=office,
        holder_name=name,
        tie=tie,
        pair=pair,
        matter=matter,
        from_on=from_on,
        until_on=until_on,
        by_office=user is None or user.pk != actor.user_id,
        source=source.strip(),
        confidence=confidence,
    )
    require(actor, "interest.declare", row)
    _check(row)
    with unit_of_work(actor, at=at) as work:
        work.create(row)
        told = {"tie": tie.value, "toward": "pair" if pair is not None else "matter", "by_office": row.by_office}
        work.record("interest.declare", row, data=told | {"from_on": from_on})
    return row


def _check(row: DeclaredInterest) -> None:
    if (row.user_id is None) == (row.office_id is None) or bool(row.holder_name) != (row.office_id is not None):
        raise BadInput(gettext_noop("Tulis nama pejabat yang memimpin instansi itu."), field="holder_name")
    if (row.pair_id is None) == (row.matter_id is None) or (row.pair is not None and row.pair.is_empty_column):
        raise BadInput(gettext_noop("Pilih satu: pasangan calon, atau nomor perkara."), field="pair")
    if row.tie not in (TO_PAIR if row.pair_id is not None else TO_MATTER):
        raise BadInput(gettext_noop("Hubungan ini tidak berlaku untuk yang Anda pilih."), field="tie")
    if row.until_on is not None and row.until_on < row.from_on:
        raise BadInput(
            gettext_noop("Hari terakhir sebelum hari pertama (%(first)s)"),
            field="until_on",
            first=row.from_on.isoformat(),
        )
    if not row.source:
        raise BadInput(gettext_noop("Harus diisi: %(field)s"), field="source")
