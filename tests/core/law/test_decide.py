from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.law import Rulebook, decide, load_rulebook, parse_facts
from sinetra.core.law.vocabulary import FIELDS

LIKE: dict[str, Any] = {
    "act_date": "2024-10-28",
    "known_date": "2024-10-28",
    "filed_on": "2024-11-01",
    "election": "pilkada_2024",
    "region": "32.79",
    "subject": {"status": "pns"},
    "act": {"code": "like", "target": "candidate"},
}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


def _decide(rulebook: Rulebook, facts: dict[str, Any], *, everything: bool = False) -> dict[str, Any]:
    found = decide(rulebook, parse_facts(facts), include_all=everything).to_json()
    return dict(json.loads(json.dumps(found)))


def test_the_answer_has_the_shape_of_the_contract(rulebook: Rulebook) -> None:
    found = _decide(rulebook, LIKE)
    assert found["stage"] == {
        "code": "campaign",
        "election": "pilkada_2024",
        "from": "2024-09-25",
        "to": "2024-11-23",
        "source": "PKPU 2/2024",
        "confidence": "terverifikasi",
    }
    finding = found["findings"][0]
    assert {"rule", "track", "status", "norms", "sanction", "body", "deadlines"} <= set(finding)
    assert {"because", "needs", "exceptions"} <= set(finding)
    assert finding["body"] == {"receives": "bawaslu", "forwards_to": "bkn", "decides": "ppk"}
    assert [(line["rule"], line["due"]) for line in finding["deadlines"]] == [
        ("pilkada.filing", "2024-11-04"),
        ("pilkada.study", "2024-11-04"),
    ]
    assert {"instrument": "uu-20-2023", "article": "9 ayat (2)", "confidence": "pers", "in_force": True} in (
        finding["norms"]
    )
    assert {"condition", "fact", "value"} <= set(finding["because"][0])
    assert set(found["text"]) == {"id", "en"}
    assert all(found["text"].values())


def test_the_norm_is_the_one_of_the_day_of_the_act(rulebook: Rulebook) -> None:
    early = _decide(
        rulebook, {**LIKE, "act_date": "2023-10-30", "election": "pemilu_2024", "act": {"code": "party_member"}}
    )
    cited = {norm["instrument"] for norm in early["findings"][0]["norms"]}
    assert "uu-5-2014" in cited
    assert "uu-20-2023" not in cited


def test_all_adds_the_norms_that_are_not_met_with_the_condition_that_failed(rulebook: Rulebook) -> None:
    some, everything = _decide(rulebook, LIKE), _decide(rulebook, LIKE, everything=True)
    assert {item["rule"] for item in everything["findings"]} == set(rulebook.place)
    failed = [item for item in everything["findings"] if item["status"] == "not_met"]
    assert len(failed) == len(everything["findings"]) - len(some["findings"])
    for item in failed:
        assert item["because"], item["rule"]
        assert all(line["holds"] is False for line in item["because"])
    ethics = next(item for item in failed if item["rule"] == "skb2022.ke-4")
    assert [line["fact"] for line in ethics["because"]] == ["stage"]
    assert everything["outcome"] == some["outcome"]
    assert everything["tracks"] == some["tracks"]


def test_open_norms_say_what_they_need_and_the_question_that_decides_most_comes_first(rulebook: Rulebook) -> None:
    found = _decide(rulebook, {**LIKE, "subject": {}, "act": {"code": "attend_campaign"}})
    assert found["outcome"] == "undetermined"
    assert found["next_questions"][0] == "subject.status"
    for item in found["findings"]:
        assert (item["status"] == "open") == bool(item["needs"])


def test_a_question_is_asked_only_if_an_answer_changes_a_norm(rulebook: Rulebook) -> None:
    found = _decide(rulebook, {**LIKE, "act": {"code": "banner_billboard"}})
    assert found["outcome"] == "violation"
    assert found["next_questions"] == []


def test_without_an_election_every_timetable_of_the_day_counts_and_findings_name_theirs(rulebook: Rulebook) -> None:
    found = _decide(rulebook, {**LIKE, "act_date": "2024-08-10", "known_date": None, "election": None})
    assert [stage["election"] for stage in found["stages"]] == ["pemilu_2024", "pilkada_2024"]
    assert [(item["rule"], item["election"]) for item in found["findings"]] == [("skb2022.ke-4", "pilkada_2024")]
    assert found["stage"]["election"] == "pilkada_2024"


def test_every_norm_that_is_not_met_says_why_also_where_an_exception_settles_it(rulebook: Rulebook) -> None:
    photo = {"code": "photo_with_candidate", "intent_support": False}
    facts = parse_facts({**LIKE, "act_date": None, "known_date": None, "act": photo})
    found = decide(rulebook, facts, include_all=True).to_json()["findings"]
    assert [item["rule"] for item in found if not item["because"]] == []
    (row,) = (item for item in found if item["rule"] == "skb2022.ke-5")
    assert row["status"] == "not_met"
    assert {line["holds"] for line in row["because"]} == {True, None}
    assert "met" in {item["status"] for item in row["exceptions"]}


def test_of_two_elections_that_findings_name_the_stage_is_that_of_the_one_under_way(rulebook: Rulebook) -> None:
    found = _decide(
        rulebook,
        {**LIKE, "act_date": "2024-09-20", "election": None, "subject": {"status": "village_head"}}
        | {"act": {"code": "post_media", "target": "candidate"}},
    )
    assert [item["election"] for item in found["findings"]] == ["pemilu_2024", "pilkada_2024"]
    assert (found["stage"]["election"], found["stage"]["code"]) == ("pilkada_2024", "before_determination")


def test_a_re_vote_follows_the_law_of_its_parent(rulebook: Rulebook) -> None:
    facts = {"act_date": "2025-04-18", "election": "psu_banjarbaru_2025", "region": "63.72"}
    found = _decide(rulebook, {**facts, "act": {"code": "money_politics"}})
    assert "pilkada.187a" in {item["rule"] for item in found["findings"] if item["status"] == "met"}


def test_out_of_time_comes_last_and_changes_no_other_norm(rulebook: Rulebook) -> None:
    facts = {**LIKE, "act": {"code": "support_letter_ktp"}}
    late = _decide(rulebook, {**facts, "filed_on": "2024-11-05"})
    in_time = _decide(rulebook, {**facts, "filed_on": "2024-11-04"})
    assert [item["status"] for item in in_time["findings"]] == ["met", "displaced"]
    assert [item["status"] for item in late["findings"]] == ["out_of_time", "displaced"]
    assert (in_time["outcome"], late["outcome"]) == ("violation", "no_violation")
    assert "informasi awal" in late["text"]["id"]
    assert "initial information" in late["text"]["en"]


def test_a_late_report_on_an_open_norm_leaves_it_open(rulebook: Rulebook) -> None:
    found = _decide(rulebook, {**LIKE, "filed_on": "2024-11-05", "act": {"code": "like"}})
    assert [item["status"] for item in found["findings"]] == ["open"]


def test_a_permission_is_never_out_of_time(rulebook: Rulebook) -> None:
    found = _decide(rulebook, {**LIKE, "filed_on": "2024-12-05", "act": {"code": "vote"}})
    assert [item["status"] for item in found["findings"]] == ["met"]
    assert found["outcome"] == "permitted"


def test_a_displaced_norm_names_the_one_that_displaces_it(rulebook: Rulebook) -> None:
    found = _decide(rulebook, {**LIKE, "act": {"code": "support_letter_ktp"}})
    displaced = next(item for item in found["findings"] if item["status"] == "displaced")
    assert displaced["by"] == "skb2022.pd-11"


def test_an_unknown_election_is_bad_input(rulebook: Rulebook) -> None:
    with pytest.raises(BadInput, match="pilkada_2024"):
        decide(rulebook, parse_facts({**LIKE, "election": "pilkada_2031"}))
    with pytest.raises(BadInput, match="pilkada_2024"):
        decide(rulebook, parse_facts({"election": "pilkada_2031"}))


@pytest.mark.parametrize("act_date", ["2024-10-28", None])
def test_a_region_that_is_no_code_is_bad_input(rulebook: Rulebook, act_date: str | None) -> None:
    with pytest.raises(BadInput) as caught:
        decide(rulebook, parse_facts({**LIKE, "act_date": act_date, "region": "Banjar"}))
    assert caught.value.field == "region"


def test_the_text_names_articles_and_missing_facts_in_words(rulebook: Rulebook) -> None:
    text = _decide(rulebook, LIKE)["text"]
    assert "PP 94/2021 Pasal 5 huruf n angka 5" in text["id"]
    assert "PP 94/2021 art. 5 letter n number 5" in text["en"]
    text = _decide(rulebook, {**LIKE, "act": {"code": "attend_declaration"}})["text"]
    assert "apakah ada tindakan atau dukungan aktif" in text["id"]
    assert "act.active" not in text["id"]


def test_every_fact_that_can_be_missing_has_words(rulebook: Rulebook) -> None:
    names = {name for name, item in FIELDS.items() if not item.derived_from} | {"act_date", "election", "region"}
    assert {f"field.{name}" for name in names} <= set(rulebook.shared.phrases)


def test_no_text_calls_the_person_a_violator(rulebook: Rulebook) -> None:
    found = _decide(rulebook, LIKE)
    assert "pelanggar " not in found["text"]["id"].lower()
    assert "tidak bersalah" in found["text"]["id"]
    assert "presumed innocent" in found["text"]["en"]


def test_the_rulebook_of_a_day_holds_the_norms_in_force(rulebook: Rulebook) -> None:
    names = {day: {item.norm.id for item in rulebook.norms_on(date.fromisoformat(day))} for day in _DAYS}
    assert "skb2022.pd-6" not in names["2022-09-21"]
    assert "skb2022.pd-6" in names["2022-09-22"]
    assert "pp53.election-campaign" in names["2021-08-30"]
    assert "pp53.election-campaign" not in names["2021-08-31"]


def test_the_rulebook_tells_each_norm_with_article_sanction_and_body_of_the_day(rulebook: Rulebook) -> None:
    found = {item.norm.id: item.to_json() for item in rulebook.norms_on(date(2024, 8, 23))}
    assert found["skb2022.pd-6"]["body"] == {"receives": "bawaslu", "forwards_to": "kasn", "decides": "ppk"}
    assert found["pilkada.71-1"]["sanction"]["prison_months"] == [1, 6]  # type: ignore[index]
    assert found["vote"]["kind"] == "permission"
    assert all(item["citations"] and item["conditions"] for item in found.values())
    json.dumps(list(found.values()))


@pytest.mark.parametrize("known", ["2018-03-01", "2019-03-01", "2024-01-10", "2035-01-01"])
@pytest.mark.parametrize("election", ["pemilu_2019", "pilkada_2018", "pemilu_2024", "pilkada_2024"])
def test_a_day_that_the_clock_cannot_count_from_is_told_and_stops_nothing(
    rulebook: Rulebook, known: str, election: str
) -> None:
    facts = {"known_date": known, "filed_on": known, "act_date": known, "election": election}
    found = _decide(rulebook, {**facts, "subject": {"status": "polri"}, "act": {"code": "vote"}})
    lines = found["findings"][0]["deadlines"]
    assert found["findings"][0]["status"] in {"met", "out_of_time"}
    assert len(lines) == 2
    assert all(line["explanation"] for line in lines)


_DAYS = ("2021-08-30", "2021-08-31", "2022-09-21", "2022-09-22")


def test_a_region_without_the_named_election_is_an_error_that_names_those_it_has(rulebook: Rulebook) -> None:
    with pytest.raises(BadInput) as caught:
        decide(rulebook, parse_facts({"act_date": "2025-04-01", "election": "psu_banjarbaru_2025", "region": "32.79"}))
    assert caught.value.field == "region"
    assert "pilkada_2024" in caught.value.accepted
    assert "psu_banjarbaru_2025" not in caught.value.accepted
    assert "32.79" in str(caught.value)


def test_an_unknown_day_of_a_named_election_is_one_of_its_days(rulebook: Rulebook) -> None:
    facts = {"election": "pilkada_2024", "subject": {"status": "pns"}, "act": {"code": "like", "target": "candidate"}}
    named = {item["rule"]: item for item in _decide(rulebook, facts)["findings"]}
    assert {"skb2022.ke-4", "skb2022.pd-6"} <= set(named)
    assert named["skb2022.pd-6"]["needs"] == ["act_date"]
    # PP 42/2004 alone held until 21 September 2022, long before the stages of this election.
    assert "pp42.11-c" not in named
    earlier = {item["rule"] for item in _decide(rulebook, {**facts, "election": "pilkada_2020"})["findings"]}
    assert "pp42.11-c" in earlier
    assert "skb2022.pd-6" not in earlier


def test_who_names_a_local_election_without_a_region_means_where_it_is_held(rulebook: Rulebook) -> None:
    facts = {"act_date": "2025-04-10", "election": "psu_banjarbaru_2025", "subject": {"status": "pns"}}
    found = _decide(rulebook, {**facts, "act": {"code": "like", "target": "candidate"}})
    assert found["stage"]["code"] != "no_election"
    assert found == {**_decide(rulebook, {**facts, "region": "63.72", "act": {"code": "like", "target": "candidate"}})}
