"""Readings that differ are shown beside the answer they concern, on the days they concern."""

from __future__ import annotations

from datetime import date

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.law import Rulebook, decide, load_rulebook, parse_facts


@pytest.fixture(scope="module")
def coming(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """No election of the catalogue is under way in 2026, so an installation adds one that crosses 2 January 2026."""
    own = tmp_path_factory.mktemp("own")
    (own / "timetables").mkdir()
    text = (ROOT / "timetables" / "pilkada_2020.yaml").read_text("utf-8")
    for before, after in (("pilkada_2020", "pilkada_2026"), ("2021-", "2027-"), ("2020-", "2026-"), ("2019-", "2025-")):
        text = text.replace(before, after)
    (own / "timetables" / "pilkada_2026.yaml").write_text(text, "utf-8")
    return load_rulebook(ROOT, own)


def _conflicts(rulebook: Rulebook, day: date) -> list[str]:
    act = {"code": "money_politics", "target": "candidate", "structured_systematic_massive": False}
    facts = {"act_date": day.isoformat(), "election": "pilkada_2026", "subject": {"status": "none"}, "act": act}
    found = decide(rulebook, parse_facts(facts))
    assert [item.norm.id for item in found.findings] == ["pilkada.187a"]
    return [item.id for item in found.disputes]


def test_from_2_january_2026_both_readings_of_the_minimum_penalty_stand_beside_an_offence(coming: Rulebook) -> None:
    assert _conflicts(coming, date(2026, 1, 2)) == ["minimum-penalty"]
    (dispute,) = (item for item in coming.disputes if item.id == "minimum-penalty")
    assert [reading.source for reading in dispute.readings if reading.source]
    assert len(dispute.readings) == 2


def test_the_day_before_the_ranges_are_not_in_doubt(coming: Rulebook) -> None:
    assert _conflicts(coming, date(2026, 1, 1)) == []


def test_an_older_act_is_under_that_doubt_when_the_matter_is_handled_from_then_on(coming: Rulebook) -> None:
    act = {"code": "money_politics", "target": "candidate", "structured_systematic_massive": False}
    offence = {"act_date": "2024-11-01", "election": "pilkada_2024", "subject": {"status": "none"}, "act": act}
    shown = {
        day: [item.id for item in decide(coming, parse_facts({**offence, "as_of": day})).disputes]
        for day in (None, "2026-01-01", "2026-01-02")
    }
    assert shown == {None: [], "2026-01-01": [], "2026-01-02": ["minimum-penalty"]}


def test_to_whom_bawaslu_forwards_is_in_doubt_on_the_days_on_which_it_forwarded(coming: Rulebook) -> None:
    like = {"election": "pilkada_2024", "subject": {"status": "pns"}, "act": {"code": "like", "target": "candidate"}}
    shown = {}
    for act_date, as_of in (("2024-08-01", "2024-08-24"), ("2024-08-01", "2024-08-23"), ("2024-09-01", "2024-09-18")):
        facts = parse_facts({**like, "act_date": act_date, "as_of": as_of})
        shown[as_of] = "kasn-successor" in [item.id for item in decide(coming, facts).disputes]
    assert shown == {"2024-08-24": True, "2024-08-23": False, "2024-09-18": False}


def test_every_offence_of_the_election_laws_is_under_that_doubt(coming: Rulebook) -> None:
    (dispute,) = (item for item in coming.disputes if item.id == "minimum-penalty")
    assert {norm.id for norm in coming.norms if norm.track == "criminal"} == set(dispute.rules)


def test_every_conflict_has_two_readings_each_with_its_source(coming: Rulebook) -> None:
    for item in coming.disputes:
        assert len(item.readings) >= 2, item.id
        assert all(reading.source for reading in item.readings), item.id
