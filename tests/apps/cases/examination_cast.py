"""A matter that Bawaslu handed over to the personnel office of a city, and the way of one person through it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from report_cast import NAME, SUMMARY, Cast, person

from casework_rows import held, studied
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.examinations import actions as exam
from sinetra.apps.cases.examinations.actions.decide import Decided
from sinetra.apps.cases.examinations.actions.join_team import Appointed
from sinetra.apps.cases.models import Examination, HandOver, Matter
from sinetra.apps.cases.offers import possible_acts
from sinetra.apps.cases.selectors import hand_overs
from sinetra.apps.cases.vocabulary import RemedyResult, Verdict
from sinetra.core.casework.penalties import Official, TeamRole
from sinetra.core.law.words import Position, SubjectStatus

#: A Monday without holidays near it, and long after the sample report was filed.
START = date(2025, 2, 3)
LATER = datetime.fromisoformat("2026-03-02T09:00+07:00")


def at(day: date, hour: int = 9) -> datetime:
    return datetime.fromisoformat(f"{day.isoformat()}T{hour:02}:00+07:00")


@dataclass(frozen=True)
class Office:
    """The personnel office of the city with a matter that it has acknowledged."""

    cast: Cast
    officer: Actor
    sent: HandOver
    matter: Matter

    def opened(self, **changes: Any) -> Examination:
        given: dict[str, Any] = {"place": 0, "status": SubjectStatus.PNS, "position": Position.LURAH}
        return act.open_examination(matter=self.matter, actor=SYSTEM, at=at(START), **(given | changes))

    def team(self, row: Examination, *, but: tuple[TeamRole, ...] = ()) -> None:
        for role in TeamRole:
            if role not in (TeamRole.OTHER, *but):
                appointed = Appointed(role=role, on=START, letter="5/TIM/2025", name=f"Anggota {role.value}")
                exam.join_team(examination=row, appointed=appointed, actor=SYSTEM, at=at(START))

    def reach(self, stage: str, *, team: bool = True, place: int = 0, **decided: Any) -> Examination:
        """One person as far as ``stage``, by the shortest way, each step a week after the other."""
        row = self.opened(place=place)
        if team:
            self.team(row)
        for week, name in enumerate(WAYS[stage], start=1):
            STEPS[name](row, START + timedelta(days=7 * week), decided)
        return row


def for_the_ppk(cast: Cast, **changes: Any) -> Matter:
    """Decided about teachers whom Bawaslu takes for staff without status: of civil servants BKN is told first."""
    given = {"reported": [{"role": "teacher", "name": NAME, "unit": "Kelurahan Contoh"}]} | changes
    return held(studied(cast.registered(**given), SYSTEM, status="non_asn"), SYSTEM)


def office(cast: Cast, **changes: Any) -> Office:
    sent = act.forward(
        matter=for_the_ppk(cast, **changes), to=cast.pemko, summary=SUMMARY, actor=SYSTEM, at=at(START, 7)
    )
    arrived = act.deliver(sent.pk, "package", at=at(START, 7))
    assert arrived is not None
    act.acknowledge(hand_over=arrived, actor=SYSTEM, at=at(START, 8))
    act.deliver(arrived.pk, "reply", at=at(START, 8))
    matter = Matter.objects.select_related("organisation", "report").get(pk=arrived.matter_id)
    return Office(cast=cast, officer=person(cast.pemko, Role.BKPSDM_OFFICER), sent=sent, matter=matter)


def decision(on: date, **changes: Any) -> Decided:
    given: dict[str, Any] = {
        "verdict": Verdict.SANCTION,
        "official": Official.PPK,
        "penalty": "medium_promotion",
        "letter": "800/12/2025",
        "on": on,
        "reason": "Alasan (contoh).",
    }
    return Decided(**(given | changes))


def _decide(row: Examination, on: date, changes: dict[str, Any]) -> object:
    return exam.decide(examination=row, decided=decision(on, **changes), actor=SYSTEM, at=LATER)


def _simple(name: str, **more: Any) -> Callable[[Examination, date, dict[str, Any]], object]:
    verb = getattr(exam, name)
    given = ({} if name in ("note_absence", "note_undelivered") else {"letter": f"{name}/1"}) | more
    return lambda row, on, _: verb(examination=row, on=on, actor=SYSTEM, at=LATER, **given)


STEPS: Mapping[str, Callable[[Examination, date, dict[str, Any]], object]] = {
    "summon": _simple("summon"),
    "note_absence": _simple("note_absence"),
    "examine": _simple("examine", note="Jawaban yang diperiksa (contoh)."),
    "decide": _decide,
    "deliver": _simple("deliver"),
    "note_undelivered": _simple("note_undelivered"),
    "report_act": _simple("report_act"),
    "contest": _simple("contest"),
    "uphold": _simple("settle", result=RemedyResult.UPHELD),
    "annul": _simple("settle", result=RemedyResult.ANNULLED),
    "change": _simple("settle", result=RemedyResult.CHANGED, penalty="light_written"),
    # Four weeks later than the step before: the decision has taken force by then.
    "execute": lambda row, on, _: _simple("execute")(row, on + timedelta(days=21), {}),
    "record": lambda row, on, _: _simple("record")(row, on + timedelta(days=21), {}),
}
_HEARD = ("summon", "examine")
_DELIVERED = (*_HEARD, "decide", "deliver")
WAYS: Mapping[str, tuple[str, ...]] = {
    "prepared": (),
    "summoned": ("summon",),
    "absent": ("summon", "note_absence"),
    "summoned_again": ("summon", "note_absence", "summon"),
    "examined": _HEARD,
    "decided": (*_HEARD, "decide"),
    "delivered": _DELIVERED,
    "contested": (*_DELIVERED, "contest"),
    "annulled": (*_DELIVERED, "contest", "annul"),
    "executed": (*_DELIVERED, "execute"),
    "recorded": (*_DELIVERED, "execute", "record"),
}


@pytest.fixture
def here(cast: Cast) -> Office:
    return office(cast)


def acts(here: Office, actor: Any = None) -> tuple[str, ...]:
    actor = actor or here.officer
    here.matter.refresh_from_db()
    return possible_acts(actor, here.matter, hand_overs(actor, here.matter))
