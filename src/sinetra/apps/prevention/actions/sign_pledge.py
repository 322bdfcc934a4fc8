"""A participant signs on their own phone, by the link of an activity."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.leader_first import leaders_of, must_wait
from sinetra.apps.prevention.models import Attendance, PledgeSignature, PledgeText
from sinetra.apps.prevention.selectors.pledges import in_force, signature_of, unit_words
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.name_key import name_key
from sinetra.core.prevention.written_out import first_difference


def sign_pledge(
    *, attendance: Attendance, text: PledgeText, name: str, written: str, on: date, actor: Actor = PUBLIC
) -> PledgeSignature:
    """``written`` is the sentence as the signer wrote it; it is compared and not kept. ``on`` is the legal date.

    Errors: ``BadInput`` on ``written`` or ``name``; ``Conflict`` for a text that is not in force (``not_in_force``),
    signed before (``signed``), or to be signed by the leader first (``leader_first``).
    """
    require(actor, "pledge.sign")
    if text.pk not in {row.pk for row in in_force(attendance.organisation_id, on)}:
        raise Conflict(gettext_noop("Teks ini tidak lagi berlaku. Buka lagi halaman ikrar."), code="not_in_force")
    _require_written(text, written)
    if name_key(name) != attendance.name_key:
        # The name is not told: anybody who knows a NIP can have checked in under it.
        raise BadInput(
            gettext_noop("Nama ini tidak sama dengan yang tercatat. Tulis lengkap, atau tanyakan panitia."),
            field="name",
        )
    if must_wait(text, attendance.unit, attendance.person_id):
        raise Conflict(gettext_noop("Ikrar di unit Anda dibuka sesudah pimpinan."), code="leader_first")
    try:
        with unit_of_work(actor) as work:
            if signature_of(attendance, text) is not None:
                raise _signed()
            row = work.create(_signature(attendance, text, on))
            work.record("pledge.sign", row)
            ask_coverage(work, row.organisation_id, activity_id=row.activity_id)
    except IntegrityError as error:
        raise _signed() from error  # a finger that tapped twice: the other request was faster
    return row


def _signed() -> Conflict:
    return Conflict(gettext_noop("Anda sudah menandatangani teks ini."), code="signed")


def _signature(attendance: Attendance, text: PledgeText, on: date) -> PledgeSignature:
    unit = attendance.unit
    return PledgeSignature(
        organisation_id=attendance.organisation_id,
        text=text,
        person_id=attendance.person_id,
        name=attendance.name,
        name_key=attendance.name_key,
        unit=unit,
        unit_text=unit_words(attendance),
        status=attendance.status,
        position=attendance.position,
        is_leader=unit is not None and attendance.person_id in leaders_of(unit.pk),
        way=PledgeSignature.Way.CODE,
        signed_on=on,
        activity_id=attendance.activity_id,
    )


def _require_written(text: PledgeText, written: str) -> None:
    wrong = first_difference(written, text.written_part)
    if wrong:
        raise BadInput(
            gettext_noop("Kalimatnya belum sama. Periksa dari kata “%(accepted)s”."), field="written", accepted=(wrong,)
        )
    if wrong is not None:
        raise BadInput(gettext_noop("Ada kata yang berlebih. Tulis kalimatnya saja."), field="written")
