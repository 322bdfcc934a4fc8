"""Certificates for everybody who came to an activity, once it is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError
from django.db.models import Max

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.certificate_codes import new_code
from sinetra.apps.prevention.entitled import entitled, is_over, whose
from sinetra.apps.prevention.models import Activity, Attendance, Certificate
from sinetra.apps.prevention.selectors.pledges import unit_words
from sinetra.core.documents.signatory import Signatory
from sinetra.core.errors import BadInput, Conflict, gettext_noop

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def issue_certificates(
    *, activity: Activity, signatory: Signatory, on: date, actor: Actor, replace_revoked: bool = False
) -> list[Certificate]:
    """The new ones; who has a valid one keeps it. Who had one that was revoked gets another only with
    ``replace_revoked``. ``on`` is the legal date.

    Errors: ``Forbidden``; ``BadInput`` on ``signatory``; ``Conflict`` while the activity is not over (``not_over``),
    or when somebody else is issuing at the same moment.
    """
    require(actor, "certificate.issue", activity)
    if not signatory.is_named:
        raise BadInput(gettext_noop("Isi nama dan jabatan penanda tangan."), field="signatory")
    if not is_over(activity):
        raise Conflict(
            gettext_noop("Sertifikat terbit sesudah kegiatan dilaksanakan dan semua sesinya ditutup."), code="not_over"
        )
    printed = _printed(activity, signatory, on)
    try:
        with unit_of_work(actor) as work:
            rows = []
            sequence = _last(activity, on)
            for attendance in _missing(activity, replace_revoked=replace_revoked):
                sequence += 1
                rows.append(work.create(_certificate(activity, attendance, printed, sequence, on, actor)))
                work.record("certificate.issue", rows[-1])
    except IntegrityError as error:
        raise Conflict(gettext_noop("Data ini sedang diubah orang lain. Coba lagi.")) from error
    return rows


def _missing(activity: Activity, *, replace_revoked: bool) -> list[Attendance]:
    issued = Certificate.objects.filter(activity=activity)
    have = {whose(row) for row in (issued.filter(revoked_at=None) if replace_revoked else issued)}
    return [row for key, row in entitled(activity).items() if key not in have]


def _last(activity: Activity, on: date) -> int:
    rows = Certificate.objects.filter(organisation_id=activity.organisation_id, year=on.year)
    return int(rows.aggregate(last=Max("sequence"))["last"] or 0)


def _printed(activity: Activity, signatory: Signatory, on: date) -> Mapping[str, Any]:
    days = [day for day in activity.sessions.values_list("day", flat=True) if day is not None]
    first = min(days, default=activity.starts_on)
    last = max(days, default=first)
    if not days and first is not None and activity.duration_days:
        last = first + timedelta(days=activity.duration_days - 1)
    return {
        "organisation_id": activity.organisation_id,
        "activity": activity,
        "title": activity.title,
        "issuer": activity.organisation.name,
        "held_on": first,
        "held_until": last if last != first else None,
        "place": activity.region.name if activity.region else "",
        "signatory_name": signatory.name.strip(),
        "signatory_title": signatory.title.strip(),
        "signatory_kind": signatory.kind,
        "issued_on": on,
        "year": on.year,
    }


def _certificate(
    activity: Activity, attendance: Attendance, printed: Mapping[str, Any], sequence: int, on: date, actor: Actor
) -> Certificate:
    row = Certificate(
        **printed,
        person_id=attendance.person_id,
        name=attendance.name,
        name_key=attendance.name_key,
        unit_text=unit_words(attendance),
        sequence=sequence,
        number=f"{sequence:04}/SERT/{_ROMAN[on.month - 1]}/{on.year}",
        issued_by_id=actor.user_id,
    )
    row.code_hash = new_code(row.pk)[1]
    return row
