"""Steps of a matter that tests of several folders need: its requirements checked, and the way to its registration."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import check_requirements, find_complete, register, start_study
from sinetra.apps.cases.actions.check_requirements import Given
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.models import Matter
from sinetra.core.casework.checklist import Answer

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
