"""The plenary decides on a study: with a quorum, by the votes of its members, and with the dissent of who differed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.ballots import Ballot, opinion, seats_aside, seats_of
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter, Plenary, PlenarySeat
from sinetra.apps.cases.moves import HOLD_PLENARY, casework, regime_of, walk
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.plenaries import last_plenary
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.routing import wanted
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.studies import last_study, opened, statuses_of
from sinetra.apps.cases.successors import plenary
from sinetra.apps.cases.track_moves import give_up, tracks_of
from sinetra.apps.cases.tracks import open_tracks
from sinetra.apps.cases.vocabulary import State, TrackState
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.casework.plenary import Decision, Failing, OfficeLevel
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.law.words import SubjectStatus, Track

_FAILING: Mapping[Failing, str] = {
    Failing.NO_QUORUM: gettext_noop("Belum kuorum: ikut %(present)s dari %(members)s anggota, perlu %(needed)s."),
    Failing.TIE: gettext_noop("Suara sama banyak, maka belum ada putusan. Lanjutkan rapatnya."),
    Failing.NO_MAJORITY: gettext_noop("Yang setuju belum suara terbanyak, maka belum ada putusan."),
}


def hold_plenary(
    *,
    matter: Matter,
    decision: Decision,
    ballots: Mapping[UUID, Ballot],
    actor: Actor,
    tracks: Sequence[Track] = (),
    held_on: date | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> Matter:
    """Ends the clocks of study and initial study, unless more statements are asked for: then the study gets the days
    that the law allows (UU 8/2015 art. 134(5) and (6)). ``ballots`` by account, of who took part; ``tracks``: what a
    proven matter opens; ``held_on`` None: today; ``reason``: the considerations.

    Members with an interest step aside; the minutes and the entry name them. Errors: ``Forbidden`` (commissioners
    only); ``BadInput`` naming ``held_on``, ``decision``, ``tracks``, ``vote_ID`` or ``dissent_ID``, without quorum or
    majority too; ``Conflict`` by state, where somebody is reported whom the study does not know, by a lost race, or by
    a conflict of interest.
    """
    require(actor, "matter.hold_plenary", matter)
    steps = walk(matter, HOLD_PLENARY, goal=State.PLENARY)
    require_roles(actor, "matter.hold_plenary", steps)
    require_no_conflict(actor, matter)
    if decision is Decision.MORE_STATEMENTS:
        steps = (*steps, casework().require(State.PLENARY, "ask_more_statements", regime_of(matter)))
    at, today = moment(at, matter.region_id)
    on = held_on or today
    row = _row(matter, decision, _opened(decision, tracks), actor, on, today, at)
    if decision is not Decision.MORE_STATEMENTS:
        _require_studied(row)
    subjects = statuses_of(row.study)
    _require_routes(row, subjects)
    sitting, aside = plenary(matter, on)
    seats = [*seats_of(row, sitting, ballots), *seats_aside(row, aside, ballots)]
    _require_decided(row, matter.organisation.level, seats, ballots)
    row.reason_sealed = seal_value(opinion(reason, "reason"), row.pk, "reason") if reason.strip() else None
    told = {"decision": decision.value, "tracks": row.tracks, "held_on": on}
    data = {"steps": [step.name for step in steps], "aside": [str(user.pk) for user in aside], **told}
    with unit_of_work(actor) as work:
        work.change(matter, state=steps[-1].to_state)
        work.record("matter.hold_plenary", matter, data=data)
        work.create(row)
        work.record("plenary.hold", row, data=told | {"members": row.members, "needed": row.needed})
        for seat in seats:
            work.create(seat)
            work.record("plenary.seat", seat, data={"seat": seat.seat, "vote": seat.vote})
        add_step(work, StepCode.PLENARY, matter=matter, at=at, on=on)
        if decision is Decision.MORE_STATEMENTS:
            _ask(work, matter, at, on)
        else:
            clocks.stop(work, matter, at=at, on=on)
            _go_on(work, row, subjects, at, on)
    return matter


def _opened(decision: Decision, tracks: Sequence[Track]) -> list[str]:
    """The tracks of a decision. Errors: ``BadInput``."""
    if decision is Decision.OTHER_LAW:
        return [Track.OTHER_LAW.value]
    if decision is Decision.PROVEN and not tracks:
        message = gettext_noop("Pilih jalur yang dibuka, paling sedikit satu.")
        raise BadInput(message, field="tracks", accepted=tuple(Track))
    return [track.value for track in Track if track in tracks] if decision is Decision.PROVEN else []


def _require_studied(row: Plenary) -> None:
    """Nobody is decided on who came into the matter with a report after its study. Errors: ``Conflict``."""
    if row.study is not None and len(opened(row.study).facts["people"]) < len(reported_of(row.matter)):
        message = gettext_noop(
            "Laporan yang digabungkan sesudah kajian menyebut orang lain. Betulkan dahulu kajiannya."
        )
        raise Conflict(message, code="study_knows_fewer")


def _require_routes(row: Plenary, subjects: Sequence[SubjectStatus] | None) -> None:
    """Asked before anything is written. Errors: ``BadInput`` where a track leads nowhere that is known."""
    try:
        wanted(row.matter, _kinds(row), subjects, row.held_on)
    except BadInput as error:
        if error.field != "subjects":
            raise
        message = gettext_noop("Tujuan jalur bergantung pada status yang dilaporkan. Betulkan dahulu kajiannya.")
        raise BadInput(message, field="tracks") from error


def _row(
    matter: Matter, decision: Decision, tracks: list[str], actor: Actor, on: date, today: date, at: datetime
) -> Plenary:
    study, before = last_study(matter), last_plenary(matter)
    first = max((day for day in (study and study.written_on, before and before.held_on) if day), default=on)
    if not first <= on <= today:
        message = gettext_noop("Rapat ini paling awal pada hari kajian, paling akhir hari ini: %(accepted)s.")
        raise BadInput(message, field="held_on", accepted=(f"{first} – {today}",))
    return Plenary(
        id=uuid7(),
        organisation_id=matter.organisation_id,
        matter=matter,
        study=study,
        sequence=before.sequence + 1 if before is not None else 1,
        held_on=on,
        decision=decision,
        tracks=tracks,
        by_id=actor.user_id,
        at=at,
    )


def _require_decided(row: Plenary, level: str, seats: Sequence[PlenarySeat], ballots: Mapping[UUID, Ballot]) -> None:
    members = {seat.member_id for seat in seats}
    for key in ballots:
        if key not in members:
            message = gettext_noop("Orang ini bukan anggota pleno kantor pada hari rapat.")
            raise BadInput(message, field=f"vote_{key.hex}")
    rules, at_level = casework().plenary, OfficeLevel(level)
    row.members, row.needed = len(seats), rules.quorum(at_level).needed(len(seats))
    failing = rules.failing(at_level, len(seats), (ballot.vote for ballot in ballots.values()))
    if failing is not None:
        told: dict[str, Any] = {"present": len(ballots), "members": row.members, "needed": row.needed}
        raise BadInput(_FAILING[failing], field="decision", accepted=(), **told)


def _kinds(row: Plenary) -> tuple[Track, ...]:
    return tuple(Track(track) for track in row.tracks)


def _go_on(work: Work, row: Plenary, subjects: Sequence[SubjectStatus] | None, at: datetime, on: date) -> None:
    """By the tracks that were decided; where nothing was proven, what waits or came back is given up."""
    if row.tracks:
        open_tracks(work, row.matter, _kinds(row), on=on, at=at, subjects=subjects)
        return
    for track in tracks_of(row.matter):
        if track.state in (TrackState.OPEN, TrackState.RETURNED):
            give_up(work, track, on=on, at=at)


def _ask(work: Work, matter: Matter, at: datetime, on: date) -> None:
    """The study gets the days for more statements, where it runs and did not get them before."""
    clock, due = clocks.study_clock(matter), clocks.extension(matter)
    if clock is not None and due is not None:
        clocks.extend(work, clock, due)
        add_step(work, StepCode.STUDY_EXTENDED, matter=matter, at=at, on=on, due=due.due.isoformat())
