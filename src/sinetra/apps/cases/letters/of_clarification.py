"""The invitation and the minutes of a clarification, filled in from what was recorded of it."""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.apps.accounts.models import User
from sinetra.apps.cases.clarification.said import Minutes, invited_of, minutes_of, venue_of
from sinetra.apps.cases.clarification.zone import office_zone
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.models import Clarification
from sinetra.core.documents import indonesian

READ_BACK = (
    "Berita acara ini dibacakan kembali kepada pemberi keterangan, yang membenarkan isinya dan menandatanganinya."
)
_REFUSED = "Berita acara ini dibacakan kembali kepada pemberi keterangan, yang tidak bersedia menandatanganinya."
#: The letters that a clarification has, before and after it was held.
INVITATION, MINUTES = "summons", "clarification_minutes"


def letter_of(row: Clarification) -> str | None:
    """The kind that fits now: the invitation first, the minutes once somebody was heard; None when nobody came."""
    if not row.attendance:
        return INVITATION
    return MINUTES if row.started_at is not None else None


def draft_for(row: Clarification, kind: str) -> Draft:
    invited, zone = invited_of(row), office_zone(row.matter)
    at = row.started_at if kind == MINUTES and row.started_at is not None else row.held_at
    day = at.astimezone(zone.info).date()
    entries = {
        "giver": row.whom,
        "giver_name": ", ".join(part for part in (invited.name, invited.position) if part),
        "held_on": day.isoformat(),
        "venue": venue_of(row),
    }
    if kind == INVITATION:
        entries["held_at"] = f"{row.held_at.astimezone(zone.info):%H.%M} {zone.abbreviation}"
        entries["call"] = str(row.call)
    minutes = minutes_of(row)
    if kind == MINUTES and minutes is not None:
        entries |= _said(row, minutes)
    return Draft(entries={name: text for name, text in entries.items() if text}, person=invited.person)


def _said(row: Clarification, minutes: Minutes) -> Mapping[str, str]:
    zone = office_zone(row.matter)
    hours = ""
    if row.started_at is not None and row.ended_at is not None:
        started, ended = (at.astimezone(zone.info).time() for at in (row.started_at, row.ended_at))
        hours = indonesian.hours(started, ended, zone.abbreviation)
    team = User.objects.filter(pk__in=row.examiners).order_by("name", "id").values_list("name", flat=True)
    return {
        "hours": hours,
        "examiners": "\n".join(team),
        "oath": minutes.oath,
        "oath_reason": minutes.oath_reason,
        "companion": ", ".join(part for part in (minutes.companion, minutes.companion_capacity) if part),
        "interpreter": minutes.interpreter,
        "statement": "\n".join(
            f"{place}. Pertanyaan: {_one_line(pair.question)}\nJawaban: {_one_line(pair.answer)}"
            for place, pair in enumerate(minutes.exchanges, start=1)
        ),
        "closing": READ_BACK if minutes.signed else f"{_REFUSED} Alasannya: {minutes.unsigned_reason}",
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())
