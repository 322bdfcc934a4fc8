"""Steps of a matter that tests of several folders need: its requirements, registration, study and plenary."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import (
    check_requirements,
    end_track,
    find_complete,
    hold_plenary,
    register,
    start_study,
    write_study,
)
from sinetra.apps.cases.actions.check_requirements import Given
from sinetra.apps.cases.actions.write_study import NewStudy, Said
from sinetra.apps.cases.ballots import Ballot
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.models import Track as TrackRow
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.studies import examined, known_facts, people_of, told_by_role
from sinetra.apps.cases.successors import plenary
from sinetra.apps.cases.vocabulary import TrackOutcome, TrackState
from sinetra.core.casework.checklist import Answer
from sinetra.core.casework.plenary import Decision, Vote
from sinetra.core.casework.study import Ruling
from sinetra.core.ids import uuid7
from sinetra.core.law.words import Track

MISSING = "Belum ada pada berkasnya."


def all_met(matter: Matter, *, but: tuple[str, ...] = ()) -> dict[str, Given]:
    """Every requirement met, but those named, of which a note says what is missing."""
    return {
        item.requirement.id: Given(answer=Answer.NOT_MET, note=MISSING)
        if item.requirement.id in but
        else Given(answer=Answer.MET)
        for item in items(matter)
    }


def checked(matter: Matter, actor: Actor, *, but: tuple[str, ...] = ()) -> Matter:
    return check_requirements(matter=matter, answers=all_met(matter, but=but), actor=actor)


def registered(matter: Matter, actor: Actor) -> Matter:
    """From its opening on, all by one person."""
    start_study(matter=matter, actor=actor)
    return register(matter=completed(matter, actor), actor=actor)


def completed(matter: Matter, actor: Actor) -> Matter:
    """From the initial study on."""
    return find_complete(matter=checked(matter, actor), actor=actor)


def new_study(matter: Matter, *, status: str = "", **changes: Any) -> NewStudy:
    """Everybody reported is a PNS, or of ``status``, every finding of the engine is accepted."""
    said_status = {"status": status} if status else {}
    facts = known_facts(
        matter,
        act_date=matter.happened_on,
        people=tuple({"status": "pns", **told_by_role(person["role"]), **said_status} for person in people_of(matter)),
        acts={act: {} for act in matter.acts},
    )
    given: dict[str, Any] = {
        "facts": facts,
        "said": {finding.key: Said(ruling=Ruling.ACCEPTED) for finding in examined(facts).findings},
        "proven": (("Unggahan itu ada.", "Tangkapan layar."),),
        "conclusion": "Perbuatan itu patut diduga terjadi.",
        "proposal": Decision.PROVEN,
    }
    return NewStudy(**(given | changes))


def studied(matter: Matter, actor: Actor, *, at: datetime | None = None, **changes: Any) -> Matter:
    """From the registration on."""
    write_study(matter=matter, study=new_study(matter, **changes), actor=actor, at=at)
    return matter


def members(matter: Matter, day: date) -> tuple[User, ...]:
    """Who sits in the plenary of the office; where nobody does, one member is made."""
    sitting, aside = plenary(matter, day)
    if not sitting and not aside:
        with unit_of_work(SYSTEM) as work:
            user = User(organisation=matter.organisation, username=f"pleno-{uuid7()}", name="Anggota Pleno")
            work.create(user)
            work.record("accounts.create", user)
        since, until = date(2024, 1, 1), date(2027, 12, 31)
        grant_role(user=user, role=Role.BAWASLU_COMMISSIONER, starts_on=since, ends_on=until, actor=SYSTEM)
        sitting, _aside = plenary(matter, day)
    return sitting


def all_for(matter: Matter, day: date) -> dict[UUID, Ballot]:
    return {user.pk: Ballot(vote=Vote.FOR) for user in members(matter, day)}


def held(matter: Matter, actor: Actor, *, at: datetime | None = None, **changes: Any) -> Matter:
    """From the study on: every member is for a proven matter on the track of discipline."""
    given: dict[str, Any] = {"decision": Decision.PROVEN, "tracks": (Track.DISCIPLINE,)} | changes
    if given["decision"] is not Decision.PROVEN:
        given["tracks"] = ()
    given.setdefault("ballots", all_for(matter, moment(at, matter.region_id)[1]))
    return hold_plenary(matter=matter, actor=actor, at=at, **given)


def decided(matter: Matter, actor: Actor, *, by: Actor | None = None, **changes: Any) -> Matter:
    """From the registration on, with study and plenary; ``by`` writes the study."""
    return held(studied(matter, by or actor, at=changes.get("at")), actor, **changes)


def cleared_there(matter: Matter, actor: Actor, *, letter: str = "800/1") -> Matter:
    """From its acknowledgement on: whoever took it over wrote back that nothing was proven."""
    for track in TrackRow.objects.filter(matter=matter, state=TrackState.ACKNOWLEDGED).order_by("created_at", "id"):
        track.matter = matter
        end_track(track=track, outcome=TrackOutcome.NOT_PROVEN, letter=letter, actor=actor)
    return matter
