"""From a plan to the letter that invites to it: office, sittings with their zone, who signs and in which capacity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from sinetra.apps.prevention.models import Activity
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.selectors import Holder, holder_of
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.core.documents import indonesian
from sinetra.core.documents.letter import Letter, Sitting
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.clock import zone_of

_KINDS = {HeldKind.PLT: "Plt.", HeldKind.PLH: "Plh.", HeldKind.PJS: "Pjs.", HeldKind.PJ: "Pj."}
_OFFICES = {
    HeldRoleName.PPK: "Pejabat Pembina Kepegawaian",
    HeldRoleName.REGIONAL_HEAD: "Kepala Daerah",
    HeldRoleName.DEPUTY_REGIONAL_HEAD: "Wakil Kepala Daerah",
    HeldRoleName.REGIONAL_SECRETARY: "Sekretaris Daerah",
}
MOST_SITTINGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    name: str
    office: str


def exercise_word() -> str:
    """Printed matter of the demonstration says so on each sheet."""
    return "LATIHAN" if settings.SINETRA_PROFILE == "demo" else ""


def signatories(organisation_id: object, day: date) -> dict[HeldRoleName, Signatory]:
    """Who holds an office of the organisation on the day; who acts stands before the definitive holder."""
    found = {role: holder_of(organisation_id, role, day) for role in HeldRoleName}  # type: ignore[arg-type]
    return {role: signatory_of(role, holder) for role, holder in found.items() if holder is not None}


def signatory_of(role: HeldRoleName, holder: Holder) -> Signatory:
    """The capacity stands before the office unless the title says it already."""
    title = holder.title or _OFFICES[role]
    short = _KINDS.get(holder.kind, "")
    says_it = title.lower().startswith((short.lower(), short.lower().rstrip("."), "penjabat", "pelaksana"))
    return Signatory(name=holder.name, office=title if not short or says_it else f"{short} {title}")


def letter_of(activity: Activity, *, number: str, dated_on: date, signatory: Signatory) -> Letter:
    """Errors: ``BadInput`` on ``signatory`` without a name or office; on ``number`` when nothing says where or when."""
    if not signatory.name.strip() or not signatory.office.strip():
        raise BadInput(gettext_noop("Tulis nama dan jabatan penanda tangan."), field="signatory")
    office = Organisation.objects.select_related("region").get(pk=activity.organisation_id)
    zone = zone_of(activity.region_id or office.region_id).abbreviation
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
