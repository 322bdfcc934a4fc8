"""Every norm of the catalogue has a scenario in which it holds, every exception one in which it applies, every change
of the law one on the day and one on the day before.

A norm that nobody tried is a guess. Whoever adds a norm sees here, by its id, what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml

from sinetra.catalogue import ROOT
from sinetra.core.law import decide, load_rulebook, parse_facts
from sinetra.core.law.decision import ExceptionResult
from sinetra.core.law.instruments import InstrumentStatus
from sinetra.core.law.model import Exemption, Norm, Version
from sinetra.core.law.words import Status, Track

FOLDER = Path(__file__).parents[2] / "scenarios" / "law"
BOOK = load_rulebook(ROOT)
NORMS = sorted(BOOK.norms, key=lambda norm: norm.id)
# Stages begin with the first timetable: no scenario can reach a norm of an election before it.
FIRST_STAGE = date(2017, 8, 17)
# A norm whose every row of the decree rests on it (PP 94/2021 art. 5 letter n no. 5) holds where it gives way.
HOLDS = (Status.MET, Status.DISPLACED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """``held``: norms that hold, with the day of the act; ``applied``: norm and exception; ``days``: day and act."""

    held: frozenset[tuple[str, date | None]]
    applied: frozenset[tuple[str, str]]
    days: frozenset[tuple[date | None, str]]


@cache
def tried(folder: Path) -> Tried:
    held: set[tuple[str, date | None]] = set()
    applied: set[tuple[str, str]] = set()
    days: set[tuple[date | None, str]] = set()
    for path in sorted(folder.glob("*.yaml")):
        for item in yaml.safe_load(path.read_text("utf-8")):
            facts = parse_facts(item["facts"])
            days.add((facts.act_date, str(facts.values.get("act.code"))))
            for finding in decide(BOOK, facts).findings:
                if finding.status in HOLDS:
                    held.add((finding.norm.id, facts.act_date))
                applied |= {(finding.norm.id, name) for name in _applied(finding.exceptions)}
    return Tried(held=frozenset(held), applied=frozenset(applied), days=frozenset(days))


def _applied(found: Iterable[ExceptionResult]) -> Iterator[str]:
    for item in found:
        if item.status is Status.MET:
            yield item.id
        yield from _applied(item.exceptions)


def _names(exemptions: Iterable[Exemption]) -> Iterator[str]:
    for item in exemptions:
        yield item.id
        yield from _names(item.unless)


def _exceptions() -> list[tuple[str, str]]:
    return sorted({(norm.id, name) for norm in NORMS for version in norm.versions for name in _names(version.unless)})


def _acts(version: Version) -> frozenset[str]:
    return frozenset(value for item in version.when if item.field == "act.code" for value in item.values)


def _changes() -> dict[tuple[Track, date], frozenset[str]]:
    """The acts whose law changes on a day, by track."""
    found: dict[tuple[Track, date], frozenset[str]] = {}
    for norm in NORMS:
        for version in norm.versions:
            first = version.period.start
            if first is not None and not (norm.id in BOOK.by_election and first < FIRST_STAGE):
                found[norm.track, first] = found.get((norm.track, first), frozenset()) | _acts(version)
    return found


def _versions() -> Iterator[tuple[Norm, Version]]:
    for norm in NORMS:
        for version in norm.versions:
            last = version.period.end
            if not (norm.id in BOOK.by_election and last is not None and last < FIRST_STAGE):
                yield norm, version


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.id)
def test_a_scenario_meets_the_norm(norm: Norm) -> None:
    assert norm.id in {name for name, _ in tried(FOLDER).held}


@pytest.mark.parametrize(("norm", "exception"), _exceptions())
def test_a_scenario_takes_the_exception(norm: str, exception: str) -> None:
    assert (norm, exception) in tried(FOLDER).applied


@pytest.mark.parametrize(
    ("norm", "version"),
    [pytest.param(norm.id, version, id=f"{norm.id} {version.period.start}") for norm, version in _versions()],
)
def test_a_scenario_meets_the_norm_in_each_of_its_versions(norm: str, version: Version) -> None:
    days = [day for name, day in tried(FOLDER).held if name == norm and day is not None]
    assert any(version.period.holds(day) for day in days)


@pytest.mark.parametrize(
    ("day", "acts"), [pytest.param(key[1], acts, id=f"{key[0]} {key[1]}") for key, acts in _changes().items()]
)
def test_the_day_of_a_change_and_the_day_before_are_tried(day: date, acts: frozenset[str]) -> None:
    seen = {when for when, act in tried(FOLDER).days if act in acts}
    assert {day, day - timedelta(days=1)} <= seen


def _too_early(norm: Norm) -> Iterator[tuple[str, date]]:
    """The instruments that the norm cites for acts of a day before they were in force, with that day."""
    for version in norm.versions:
        for citation in norm.citations:
            first = max(version.period.start or date.min, citation.period.start or date.min)
            if version.period.holds(first) and citation.period.holds(first):
                status = BOOK.instruments[citation.instrument].status_on(first)
                if status is InstrumentStatus.NOT_YET_IN_FORCE:
                    yield citation.instrument, first


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.id)
def test_a_norm_cites_no_instrument_before_it_is_in_force(norm: Norm) -> None:
    assert list(_too_early(norm)) == []


def test_an_instrument_that_is_cited_too_early_is_found() -> None:
    norm = BOOK.norm("skb2022.pd-6")
    (version,) = norm.versions
    earlier = replace(norm, versions=(replace(version, period=replace(version.period, start=date(2022, 9, 21))),))
    assert ("skb-2-2022", date(2022, 9, 21)) in list(_too_early(earlier))


def test_a_norm_without_a_scenario_is_found(tmp_path: Path) -> None:
    """The twin: with one scenario only, a like for a candidate, every other norm, exception and day is missing."""
    like = {"act_date": "2024-10-28", "election": "pilkada_2024", "subject": {"status": "pns"}}
    (tmp_path / "one.yaml").write_text(
        yaml.safe_dump([{"name": "like", "facts": {**like, "act": {"code": "like", "target": "candidate"}}}]), "utf-8"
    )
    found = tried(tmp_path)
    assert found.held == {("skb2022.pd-6", date(2024, 10, 28))}
    assert found.applied == frozenset()
    assert found.days == {(date(2024, 10, 28), "like")}
