"""How far each matter of an office has come, read from what was recorded of it: no page does this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, Min, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from sinetra.apps.base.catalogue import clock
from sinetra.apps.cases.examinations.outcomes import CLEARED
from sinetra.apps.cases.models import Examination, FollowUpAnswer, HandOver, Matter, Track
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.vocabulary import (
    Answer,
    Direction,
    HandOverState,
    MatterKind,
    Outcome,
    Purpose,
    State,
    TrackOutcome,
    Verdict,
)
from sinetra.apps.control_room.parts import UNNAMED
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value
from sinetra.core.law.words import ActCode, Position
from sinetra.ports.clock import zone_of

# Whoever reports ticks "other" also for "I do not know".
_POSITIONS = frozenset(position.value for position in Position) - {Position.OTHER.value}
Days = Mapping[UUID, date]
Stages = tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One matter. ``days``: of each step, None where it was not taken. ``positions``: of each person it is about."""

    matter: UUID
    region: str
    kind: str
    stage: str
    acts: tuple[str, ...]
    opened_on: date
    is_open: bool
    days: tuple[date | None, ...]
    positions: tuple[str, ...]

    @property
    def reached(self) -> int:
        return max(place for place, day in enumerate(self.days) if day is not None)


def told_of(office: Organisation) -> Iterator[Told]:
    """Every matter of the office but those in which nothing was proven: who was cleared is in no figure."""
    later = _own(office) if office.kind == OrganisationKind.BAWASLU else _received(office)
    positions = _positions_of(office)
    # Read anew at each count: an office takes over a new timetable while the worker runs.
    stages: dict[tuple[date, str], Stages] = {}
    rows = Matter.objects.filter(organisation=office, corrected_at=None).exclude(outcome=Outcome.NOT_PROVEN)
    for row in rows.select_related("report").order_by("pk").iterator(chunk_size=500):
        yield Told(
            matter=row.pk,
            region=row.region_id,
            kind=row.kind,
            stage=_stage(row.happened_on or row.opened_on, row.region_id, row.election, stages),
            acts=tuple(sorted(set(row.acts) & set(ActCode))),
            opened_on=row.opened_on,
            is_open=row.state != State.CLOSED,
            days=(row.opened_on, *(step(row) for step in later)),
            positions=positions(row),
        )


def _own(office: Organisation) -> tuple[Callable[[Matter], date | None], ...]:
    """Registered; a plenary wants it to go on; sent to who decides, and not sent back; a sanction was told back."""
    tracks = Track.objects.filter(organisation=office)
    opened = _first(tracks.exclude(outcome=TrackOutcome.TAKEN_BACK), "opened_on")
    sent = HandOver.objects.filter(organisation=office, direction=Direction.OUTGOING, purpose=Purpose.FORWARDING)
    sent = sent.exclude(state=HandOverState.RETURNED)
    gone = _first(sent, _legal_day(office, "sent_on", "sent_at"))
    ended = _first(tracks.filter(outcome=TrackOutcome.SANCTIONED), "ended_on")
    answers = FollowUpAnswer.objects.filter(organisation=office, direction=Direction.INCOMING, answer=Answer.SANCTIONED)
    said = _first(answers, _legal_day(office, "decided_on", "at"), "hand_over__matter_id")
    return (
        lambda row: row.registered_on,
        lambda row: opened.get(row.pk),
        lambda row: gone.get(row.pk),
        lambda row: ended.get(row.pk) or said.get(row.pk),
    )


def _received(office: Organisation) -> tuple[Callable[[Matter], date | None], ...]:
    """Acknowledged; an examination was opened; one was decided; with a sanction that was not annulled since."""
    taken = HandOver.objects.filter(organisation=office, direction=Direction.INCOMING, state=HandOverState.ACKNOWLEDGED)
    acknowledged = _first(taken, _legal_day(office, "answered_on", "acknowledged_at"))
    examinations = Examination.objects.filter(organisation=office)
    opened = _first(examinations, _legal_day(office, "steps__on", "created_at"))
    decided = _first(examinations.exclude(decided_on=None), "decided_on")
    held = examinations.filter(verdict=Verdict.SANCTION).exclude(decided_on=None).exclude(stage__in=CLEARED)
    sanctioned = _first(held, "decided_on")
    return tuple((lambda row, days=days: days.get(row.pk)) for days in (acknowledged, opened, decided, sanctioned))


def _legal_day(office: Organisation, day: str, moment: str) -> Coalesce:
    """The day as it is on record, else the day of the moment where the office is."""
    there = zone_of(office.region_id).info
    return Coalesce(day, TruncDate(moment, tzinfo=there), output_field=DateField())


def _first(rows: QuerySet[Any], day: Any, matter: str = "matter_id") -> Days:
    found = rows.order_by().values_list(matter).annotate(first=Min(day))
    return {key: first for key, first in found if first is not None}


def _positions_of(office: Organisation) -> Callable[[Matter], tuple[str, ...]]:
    """As a decider recorded them, else as the matter says; sealed there, so they are counted and kept nowhere.

    Of a closed matter without those who were cleared in it while others were not (``outcomes.cleared_places``).
    """
    joined = set(
        Report.objects.filter(organisation=office, joined_to__isnull=False).values_list("joined_to_id", flat=True)
    )
    examined: dict[UUID, dict[int, str]] = {}
    cleared = set[tuple[UUID, int]]()
    rows = Examination.objects.filter(organisation=office).values_list("matter_id", "place", "position", "stage")
    for key, place, position, stage in rows:
        examined.setdefault(key, {})[place] = position
        if stage in CLEARED:
            cleared.add((key, place))

    def positions(row: Matter) -> tuple[str, ...]:
        known = examined.get(row.pk, {})
        is_over = row.closed_at is not None and row.kind == MatterKind.HANDED_OVER
        return tuple(
            known.get(place) or _position(person.get("role"))
            for place, person in enumerate(_people(row, joined))
            if not (is_over and (row.pk, place) in cleared)
        )

    return positions


def _people(row: Matter, joined: set[UUID]) -> list[dict[str, Any]]:
    if row.erased_at is not None:
        return []
    if row.pk in joined:
        return reported_of(row)
    if row.report is not None:
        found: list[dict[str, Any]] = (
            open_value(row.report.reported_sealed, row.report.pk, "reported") if row.report.reported_sealed else []
        )
        return found
    sealed = row.facts_sealed
    return [] if sealed is None else list(open_value(sealed, row.pk, "facts").get("reported", []))


def _position(role: object) -> str:
    return str(role) if role in _POSITIONS else UNNAMED


def _stage(day: date, region: str, election: str, known: dict[tuple[date, str], Stages]) -> str:
    """Of the matter's own election; where it names none, of the first that ran there."""
    if (day, region) not in known:
        found = clock().timetables.stages(day, region)
        known[day, region] = tuple((stage.election, stage.code.value) for stage in found)
    stages = known[day, region]
    return next((code for name, code in stages if name == election), stages[0][1])
