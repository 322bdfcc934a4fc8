"""What every civil servant may do: vote, feel sympathy for a party, speak among the family. On every day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.law import Decision, decide, load_rulebook, parse_facts
from sinetra.core.law.words import ASN, ActCode, Outcome

BOOK = load_rulebook(ROOT)
TODAY = date(2026, 11, 21)
ELECTIONS = sorted(BOOK.clock.timetables.ids)
PLACES: list[dict[str, Any]] = [{"region": "32.79"}, *({"election": name} for name in ELECTIONS)]
ALLOWED: list[dict[str, Any]] = [
    {"code": ActCode.VOTE.value},
    {"code": ActCode.PARTY_SYMPATHISER.value, "target": "party"},
    {"code": ActCode.PRIVATE_OPINION.value, "target": "candidate", "audience": ["family"]},
]


def _days() -> Iterator[date]:
    """The days on which a norm or a stage changes, each with the day before."""
    firsts = {day for norm in BOOK.norms for version in norm.versions if (day := version.period.start) is not None}
    firsts |= {date(2018, 2, 12), date(2020, 9, 23), date(2023, 11, 13), date(2024, 9, 22), date(2024, 11, 27), TODAY}
    for day in sorted(firsts):
        yield day - timedelta(days=1)
        yield day


def _decide(day: date, place: dict[str, Any], status: str, act: dict[str, Any]) -> Decision:
    return decide(BOOK, parse_facts({"act_date": day.isoformat(), **place, "subject": {"status": status}, "act": act}))


@pytest.mark.parametrize("status", ASN)
@pytest.mark.parametrize("act", ALLOWED, ids=lambda act: act["code"])
def test_it_is_allowed_on_every_day_and_in_every_election(act: dict[str, Any], status: str) -> None:
    for day in _days():
        for place in PLACES:
            outcome = _decide(day, place, status, act).outcome
            assert outcome in {Outcome.PERMITTED, Outcome.NO_VIOLATION}, (day, place)


@pytest.mark.parametrize("status", ASN)
def test_the_same_opinion_to_the_public_in_a_campaign_is_not(status: str) -> None:
    """The twin: the loop above would also pass if nothing were ever prohibited."""
    act = {"code": "private_opinion", "target": "candidate", "audience": ["public"]}
    assert _decide(date(2024, 10, 10), {"election": "pilkada_2024"}, status, act).outcome is Outcome.VIOLATION


def test_each_of_them_is_permitted_or_without_a_norm_on_21_november_2026() -> None:
    outcomes = {act["code"]: _decide(TODAY, {"region": "32.79"}, "pns", act).outcome for act in ALLOWED}
    assert outcomes == {
        "vote": Outcome.PERMITTED,
        "party_sympathiser": Outcome.NO_VIOLATION,
        "private_opinion": Outcome.PERMITTED,
    }
