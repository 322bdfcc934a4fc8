"""Where a matter goes on each track: for whom, by which route of the catalogue, on which day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sinetra.apps.cases.models import Matter, Track
from sinetra.apps.cases.moves import casework, regime_of
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.studies import last_study, opened
from sinetra.core.casework.routes import Route, RouteFacts
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import ASN, Position, SubjectStatus
from sinetra.core.law.words import Track as TrackKind

# Posts that the law gives to civil servants only. A teacher, a head of school, an expert may be employed otherwise.
_OF_ASN = frozenset(
    {
        Position.JPT_UTAMA,
        Position.JPT_MADYA,
        Position.JPT_PRATAMA,
        Position.ADMINISTRATOR,
        Position.SUPERVISOR,
        Position.CAMAT,
        Position.LURAH,
    }
)


def subject_of(role: str) -> SubjectStatus | None:
    """The status that the role of somebody reported tells, as far as a route asks; None: somebody has to say."""
    if role in tuple(SubjectStatus) and role != SubjectStatus.NONE:
        return SubjectStatus(role)
    return SubjectStatus.PNS if role in _OF_ASN else None


def subjects_of(matter: Matter) -> tuple[SubjectStatus, ...]:
    """Statuses of those reported that the matter's own facts tell, each once."""
    found = (subject_of(str(person.get("role") or "")) for person in reported_of(matter))
    return tuple(dict.fromkeys(status for status in found if status is not None))


def concerns(role: str, subject: str) -> bool:
    """Whether somebody reported in this role, or of this status, goes along on a track for ``subject``: not who is
    known to be another."""
    told = subject_of(role)
    if not subject or told is None:
        return True
    return told == subject or (told in ASN and subject in ASN)


def is_for_everybody(kind: TrackKind) -> bool:
    """No route of this track asks who is reported: one package tells about all."""
    return all(not route.subjects for route in casework().routes.routes if kind in route.tracks)


def route_on(matter: Matter, kind: TrackKind, subject: str, on: date) -> Route:
    """By the law of the day on which it leaves. Errors: BadInput (``subject.status``) when none is known."""
    facts = RouteFacts(
        track=kind,
        act_date=matter.happened_on or matter.opened_on,
        subject=SubjectStatus(subject) if subject else SubjectStatus.NONE,
        regime=regime_of(matter),
        forwarded_on=on,
    )
    return casework().route(facts)


def track_route(track: Track, on: date | None) -> Route:
    """Of a track that leaves on that day: what the plenary decided, unless the body that would receive it has given
    its place to another. A recommendation that was decided before a change of law does not become a ruling on its way.
    ``None``: by which it has left.
    """
    if on is None:
        return casework().routes.get(track.route)
    today = route_on(track.matter, TrackKind(track.kind), track.subject, on)
    return today if today.receives != track.receives else casework().routes.get(track.route)


def told_on(track: Track, route: Route) -> dict[str, Any]:
    """What a package says besides the matter: which track it is, what it asks, and those whom it concerns."""
    people = reported_of(track.matter)
    told = zip(people, _statuses(track.matter, people), strict=True)
    concerned = [person for person, status in told if concerns(status, track.subject)]
    return {"track": track.kind, "product": route.product.value, "reported": concerned}


def _statuses(matter: Matter, people: Sequence[Mapping[str, Any]]) -> list[str]:
    """What the study says of each, else the role in the report: the tracks were opened by the study. Who is named by a
    report that came after it stands behind those whom it knows."""
    study = last_study(matter)
    said = [person.get("status") for person in opened(study).facts["people"]] if study is not None else []
    said = [*said, *[None] * (len(people) - len(said))] if len(said) <= len(people) else [None] * len(people)
    return [str(status or person.get("role") or "") for person, status in zip(people, said, strict=True)]


def wanted(
    matter: Matter, kinds: Iterable[TrackKind], subjects: Iterable[SubjectStatus] | None, on: date
) -> Mapping[tuple[TrackKind, str], Route]:
    """One route a track. Errors: BadInput at ``subjects`` when nobody has said who is reported, or at
    ``subject.status`` when no route is known for them."""
    people = tuple(dict.fromkeys(subjects)) if subjects is not None else subjects_of(matter)
    found: dict[tuple[TrackKind, str], Route] = {}
    for kind in dict.fromkeys(kinds):
        if not people and not is_for_everybody(kind):
            raise BadInput(
                gettext_noop("Sebutkan status kepegawaian yang dilaporkan: tujuan jalurnya bergantung padanya."),
                field="subjects",
                accepted=tuple(status.value for status in SubjectStatus if status is not SubjectStatus.NONE),
            )
        for subject in ("",) if is_for_everybody(kind) else people:
            found[kind, subject] = route_on(matter, kind, subject, on)
    return found
