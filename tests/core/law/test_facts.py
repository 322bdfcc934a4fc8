from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sinetra.core.errors import BadInput
from sinetra.core.law import parse_facts
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE
from sinetra.core.law.words import ActCode, BodyCode, Position, SanctionClass, SubjectStatus, Track


def test_what_is_missing_or_null_is_unknown() -> None:
    facts = parse_facts({"act_date": None, "subject": {"status": None}, "act": None})
    assert facts.act_date is None
    assert facts.values == {}


def test_a_known_list_is_closed_and_an_empty_one_is_known() -> None:
    facts = parse_facts({"act": {"audience": [], "state_means": ["car", "car"]}})
    assert facts.values["act.audience"] == frozenset()
    assert facts.values["act.state_means"] == {"car"}


def test_dates_are_iso_8601() -> None:
    assert parse_facts({"filed_on": "2024-02-29"}).filed_on == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("given", "field", "accepted"),
    [
        ({"act_dat": "2024-01-01"}, "act_dat", "act_date"),
        ({"act": {"kode": "like"}}, "act.kode", "code"),
        ({"act": {"code": "likes"}}, "act.code", "like"),
        ({"act": {"code": ["like"]}}, "act.code", "like"),
        ({"act": {"active": "yes"}}, "act.active", "true"),
        ({"act": {"active": 1}}, "act.active", "true"),
        ({"act": {"audience": "public"}}, "act.audience", "public"),
        ({"act": {"audience": ["public", None]}}, "act.audience", "public"),
        ({"act": {"money_value_idr": "100"}}, "act.money_value_idr", "0, 1, 2, … (rupiah)"),
        ({"act": {"money_value_idr": -1}}, "act.money_value_idr", "0, 1, 2, … (rupiah)"),
        ({"act": {"money_value_idr": True}}, "act.money_value_idr", "0, 1, 2, … (rupiah)"),
        ({"act": "like"}, "act", "code"),
        ({"subject": {"status": "asn"}}, "subject.status", "pns"),
        ({"act_date": "2024-02-30"}, "act_date", "YYYY-MM-DD"),
        ({"act_date": "20240201"}, "act_date", "YYYY-MM-DD"),
        ({"act_date": 20240201}, "act_date", "YYYY-MM-DD"),
        ({"election": 2024}, "election", "pilkada_2024"),
        ({"act_date": "2024-11-20", "known_date": "2024-11-19"}, "known_date", ">= 2024-11-20"),
        ({"known_date": "2024-11-20", "filed_on": "2024-11-19"}, "filed_on", ">= 2024-11-20"),
        ({"subject": {"status": "pns", "acting_kind": "pj"}}, "subject.acting_kind", "acting_regional_head"),
        ({"subject": {"status": "pns", "contract_kind": "honorer"}}, "subject.contract_kind", "non_asn"),
        ({"stage": "campaign"}, "stage", "act_date"),
    ],
)
def test_bad_input_names_the_field_and_what_would_be_accepted(given: Any, field: str, accepted: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_facts(given)
    assert caught.value.field == field
    assert accepted in caught.value.accepted
    assert field in str(caught.value)


def test_an_act_that_is_no_object_is_told_what_an_act_has() -> None:
    with pytest.raises(BadInput, match="objek") as caught:
        parse_facts(["like"])  # type: ignore[arg-type]
    assert "act" in caught.value.accepted


def test_a_post_of_an_official_makes_an_official_unless_told_otherwise() -> None:
    assert parse_facts({"subject": {"position": "camat"}}).values["subject.is_official"] == "true"
    assert parse_facts({"subject": {"position": "executor"}}).values["subject.is_official"] == "false"
    assert "subject.is_official" not in parse_facts({"subject": {"position": "functional"}}).values
    told = parse_facts({"subject": {"position": "camat", "is_official": False}})
    assert told.values["subject.is_official"] == "false"


def test_an_act_may_say_by_its_name_how_it_was_done_unless_told_otherwise() -> None:
    assert parse_facts({"act": {"code": "attend_passively"}}).values["act.active"] == "false"
    assert parse_facts({"act": {"code": "private_opinion"}}).values["act.audience"] == {"family"}
    assert parse_facts({"act": {"code": "private_opinion", "audience": ["staff"]}}).values["act.audience"] == {"staff"}


def test_a_parent_rules_its_field_out_even_when_it_was_given() -> None:
    facts = parse_facts({"act": {"code": "like", "minister_approval": True}})
    assert facts.values["act.minister_approval"] == NOT_APPLICABLE
    assert parse_facts({"act": {"minister_approval": True}}).values["act.minister_approval"] == "true"


def test_dependencies_name_existing_fields_and_values() -> None:
    for item in FIELDS.values():
        if item.dependency is not None:
            assert item.dependency.values <= set(FIELDS[item.dependency.parent].values)


def test_the_vocabulary_is_that_of_the_contract() -> None:
    assert len(ActCode) == 34
    assert len(SubjectStatus) == 16
    assert len(Position) == 12
    assert len(Track) == 5
    assert len(SanctionClass) == 11
    assert len(BodyCode) == 18
