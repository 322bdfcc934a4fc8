"""Starting and stopping the clocks of a matter inside a unit of work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sinetra.apps.base.work import Work
from sinetra.apps.cases.models import Clock, Matter, Track
from sinetra.apps.registry.counting import Counting, counting_of
from sinetra.apps.reports import law_clock


def start(work: Work, matter: Matter, found: Iterable[law_clock.Due], *, track: Track | None = None) -> list[Clock]:
    """``track``: of which the deadlines are, where they are not of the matter as a whole."""
    clocks = [
        Clock(
            organisation_id=matter.organisation_id,
            matter=matter,
            track=track,
            rule=due.rule,
            started_on=datetime.fromisoformat(due.started).date(),
            due_on=due.due,
            due_at=due.due_at,
            told=due.kept(),
            calendar_version=due.calendar_version,
        )
        for due in found
    ]
    for clock in clocks:
        work.create(clock)
        work.record("clock.start", clock, data={"rule": clock.rule, "due": clock.due_on})
    return clocks


def start_first(work: Work, matter: Matter, filed_on: date) -> list[Clock]:
    """What the office owes a report from the day of filing."""
    regime = law_clock.Regime(matter.regime)
    return start(work, matter, law_clock.first_deadlines(regime, filed_on, **_place(matter)))


def start_rule(
    work: Work, matter: Matter, rule: str, on: date | datetime, *, track: Track | None = None
) -> list[Clock]:
    """An instant for a rule in hours. Nothing when the catalogue knows no such rule for that day."""
    due = rule_due(matter, rule, on)
    return start(work, matter, [due] if due is not None else [], track=track)


#: Time of the reporter: an office's own week never shortens it.
_OF_REPORTERS = (".filing", ".repair")


def _counting(rule: str, counting: Counting) -> Counting:
    return Counting(zone=counting.zone) if rule.endswith(_OF_REPORTERS) else counting


def rule_due(matter: Matter, rule: str, on: date | datetime) -> law_clock.Due | None:
    """When it would be due for this matter, counted as its office counts."""
    place = _place(matter)
    return law_clock.due(rule, on, **place | {"counting": _counting(rule, place["counting"])})


def counted_again(rule: str, started: str, region: str, election: str, *, counting: Counting) -> law_clock.Due | None:
    """From the same start (``Due.started``) by the calendar that holds now, with ``counting`` of the office; None when
    there is no such rule any more."""
    start_ = date.fromisoformat(started) if len(started) == len("2024-11-20") else datetime.fromisoformat(started)
    return law_clock.due(rule, start_, region=region, election=election, counting=_counting(rule, counting))


def _place(matter: Matter) -> dict[str, Any]:
    counting = counting_of(matter.organisation_id)
    return {"region": matter.region_id, "election": matter.election, "counting": counting}


def stop(
    work: Work,
    matter: Matter,
    *,
    at: datetime,
    on: date,
    ending: tuple[str, ...] = ("",),
    track: Track | None = None,
) -> None:
    """Marks running clocks as done whose rule ends with one of ``ending``; without it all of them. Those of the matter
    as a whole, or those of one track: the others run on."""
    for clock in Clock.objects.filter(matter=matter, track=track, done_at=None).order_by("id"):
        if clock.rule.endswith(ending):
            work.change(clock, done_at=at, done_on=on)
            work.record("clock.stop", clock, data={"rule": clock.rule, "done_on": on, "in_time": on <= clock.due_on})


def run_on(work: Work, matter: Matter, ending: str) -> None:
    """The last clock of such a rule goes on from its own first day: a round trip of the matter gives no new days."""
    last = Clock.objects.filter(matter=matter, track=None, rule__endswith=ending).order_by("-started_on", "-id").first()
    if last is not None and last.done_at is not None:
        start_rule(work, matter, last.rule, last.started_on)


def take_up_again(work: Work, matter: Matter, on: date) -> None:
    """The initial study begins anew on the day on which the matter came back; time for the decision does not."""
    start_rule(work, matter, f"{matter.regime}.initial_study", on)
    run_on(work, matter, ".study")


def study_clock(matter: Matter) -> Clock | None:
    """The running clock of a study that was not extended yet."""
    return Clock.objects.filter(matter=matter, track=None, done_at=None, rule__endswith=".study").first()


def extension(matter: Matter) -> law_clock.Due | None:
    """When the study would be due with the days for more statements, counted from the same start; None when no clock
    of a study runs or the law gives no more days."""
    clock = study_clock(matter)
    if clock is None:
        return None
    rule = f"{clock.rule}_extended"
    return rule_due(matter, rule, clock.started_on)
