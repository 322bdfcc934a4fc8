"""A unit states that a circular has reached it: through its organiser, or on paper that the officer records."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.models import Circular, CircularReceipt
from sinetra.apps.prevention.uploads import PROOF, harmless
from sinetra.apps.registry.models import Unit
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.clock import today


def acknowledge_circular(*, circular: Circular, unit: Unit, actor: Actor) -> CircularReceipt:
    """By the organiser of the unit; again it changes nothing. Errors: ``Forbidden``, ``Conflict``."""
    row = _new(circular, unit, actor, CircularReceipt.Way.ORGANISER)
    require(actor, "circular.acknowledge", row)
    return _kept(row, actor)


def record_circular_receipt(
    *, circular: Circular, unit: Unit, received_on: date, note: str, proof: bytes, actor: Actor
) -> CircularReceipt:
    """By the officer, with the signed paper as ``proof``; again it changes nothing.

    Errors: ``Forbidden``; ``BadInput`` naming ``proof``, ``note`` or ``received_on``; ``Conflict``.
    """
    row = _new(circular, unit, actor, CircularReceipt.Way.OFFICER)
    require(actor, "circular.record_receipt", row)
    day = today(circular.region_id)
    if circular.published_on is None or not circular.published_on <= received_on <= day:
        message = gettext_noop("Tulis hari antara terbitnya edaran dan hari ini: %(accepted)s.")
        raise BadInput(message, field="received_on", accepted=(f"{circular.published_on} – {day}",))
    row.note = plain_text(note, "note", (0, 300))
    kept = harmless(proof, PROOF)
    row.received_on, row.proof_type = received_on, kept.media_type
    row.proof = kept_files.keep_sealed(kept.content, kept_files.PROOF)
    return _kept(row, actor)


def _new(circular: Circular, unit: Unit, actor: Actor, way: CircularReceipt.Way) -> CircularReceipt:
    if circular.state != Circular.State.PUBLISHED:
        raise Conflict(gettext_noop("Edaran ini tidak berlaku lagi; tanda terima tidak diperlukan."), code="ended")
    if unit.organisation_id != circular.organisation_id:
        raise BadInput(gettext_noop("Unit ini bukan bagian dari instansi edaran."), field="unit")
    return CircularReceipt(
        organisation_id=circular.organisation_id,
        circular=circular,
        is_unit=True,
        unit=unit,
        way=way,
        received_on=today(circular.region_id),
        recorded_by_id=actor.user_id,
    )


def _kept(row: CircularReceipt, actor: Actor) -> CircularReceipt:
    rows = CircularReceipt.objects.filter(circular=row.circular, unit=row.unit, is_unit=True)
    found = rows.first()
    if found is not None:
        return found
    try:
        with unit_of_work(actor) as work:
            work.create(row)
            work.record("circular.acknowledge", row, data={"way": row.way})
    except IntegrityError:
        return rows.get()
    return row
