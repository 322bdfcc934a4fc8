"""From a plan to the letter that invites to it: office, sittings with their zone, who signs and in which capacity."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.session_time import region_of
from sinetra.apps.registry.models import Organisation
from sinetra.core.documents import indonesian
from sinetra.core.documents.letter import Letter, Sitting
from sinetra.core.documents.signatory import Signatory
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.clock import zone_of

MOST_SITTINGS = 20


def letter_of(activity: Activity, *, number: str, dated_on: date, signatory: Signatory) -> Letter:
    """Errors: ``BadInput`` on ``signatory`` without a name or office; on ``number`` when nothing says where or when."""
    if not signatory.is_named:
        raise BadInput(gettext_noop("Tulis nama dan jabatan penanda tangan."), field="signatory")
    office = Organisation.objects.select_related("region").get(pk=activity.organisation_id)
    zone = zone_of(region_of(activity)).abbreviation
    sittings = [
        Sitting(
            day=indonesian.weekday_and_day(session.day) if session.day else "",
            hours=indonesian.hours(session.starts_at, session.ends_at, zone),
            venue=session.venue,
            title=session.title,
        )
        for session in activity.sessions.order_by("day", "starts_at", "place")[:MOST_SITTINGS]
    ]
    return Letter(
        office=office.name,
        place=office.region.name if office.region else "",
        number=number,
        dated=indonesian.day(dated_on),
        subject=f"Undangan: {activity.title}",
        opening="Dengan hormat kami mengundang Saudara, atau yang mewakili, untuk menghadiri kegiatan berikut.",
        sittings=tuple(sittings),
        theme=activity.theme,
        agenda=tuple(line.strip() for line in activity.agenda.splitlines() if line.strip()),
        meeting_link=activity.meeting_link,
        closing="Mengingat pentingnya kegiatan ini, kami mengharapkan kehadiran Saudara. Terima kasih.",
        signatory_office=signatory.office.strip(),
        signatory_name=signatory.name.strip(),
        exercise=exercise_word(),
    )
