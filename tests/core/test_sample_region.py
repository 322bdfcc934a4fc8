"""The invented city hangs together: its codes, tree, numbers, roles and reports can be loaded as they stand."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import sinetra.catalogue
from sinetra.core.casework.appointing import Certainty, appointing_authority
from sinetra.core.casework.authority import load_authority
from sinetra.core.casework.heads import HeldKind, HeldRoleName, Leave, OfficeFacts, Term
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput
from sinetra.core.registry_numbers import check_ni_pppk, check_nip, check_region_code
from sinetra.core.yamlfile import read

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "sinetra" / "catalogue" / "samples"
ROLES = set(
    "bawaslu_staff bawaslu_commissioner custodian bkn_officer bkpsdm_officer neutrality_team inspectorate ppk "  # noqa: SIM905
    "press_officer administrator auditor unit_organiser".split()
)
VERBS = {
    "new": [],
    "matter_opened": ["open"],
    "forwarded": ["open", "study", "plenary", "forward"],
    "acknowledged": ["open", "study", "plenary", "forward", "acknowledge"],
    "closed_not_proven": ["open", "study", "plenary_not_proven", "close_not_proven"],
}
FIRST, LEGAL_DAY = date(2024, 10, 1), date(2024, 11, 22)


@pytest.fixture(scope="module")
def city() -> dict[str, Any]:
    document: dict[str, Any] = read(SAMPLES / "cendana.yaml")
    return document


def test_regions_are_one_tree_under_codes_that_no_province_has(city: dict[str, Any]) -> None:
    codes = [region["code"] for region in city["regions"]]
    assert len(codes) == len(set(codes))
    for region in city["regions"]:
        assert region["code"] == "99" or region["parent"] == region["code"].rpartition(".")[0]
        assert region["code"] == "99" or region["parent"] in codes
    official = (SAMPLES.parent / "regions" / "wilayah.csv").read_text(encoding="utf-8")
    assert not re.search(r'^"?99', official, flags=re.M)
    assert re.search(r'^"?63\.72', official, flags=re.M)  # the search finds a real code


def test_a_kelurahan_has_first_digit_one_and_each_kecamatan_two_or_three(city: dict[str, Any]) -> None:
    kinds = {region["code"]: check_region_code(region["code"]).kind for region in city["regions"]}
    assert kinds["99.71"] == "kota"
    villages = [region["code"] for region in city["regions"] if region["level"] == "village"]
    assert {kinds[code] for code in villages} == {"kelurahan"}
    for district in ("99.71.01", "99.71.02", "99.71.03"):
        assert 2 <= sum(code.startswith(district) for code in villages) <= 3


def test_every_name_that_is_referred_to_is_there(city: dict[str, Any]) -> None:
    organisations = {entry["key"] for entry in city["organisations"]}
    regions = {entry["code"] for entry in city["regions"]}
    people = {entry["key"] for entry in city["people"]}
    holders = {entry["key"] for entry in city["held_roles"]}
    units = {key: {unit["code"]: unit for unit in value} for key, value in city["units"].items() if key != "__line__"}
    assert set(units) <= organisations
    for tree in units.values():
        assert {unit["parent"] for unit in tree.values() if "parent" in unit} <= set(tree)
        assert {unit["region"] for unit in tree.values() if "region" in unit} <= regions
    assert all(entry["unit"] in units[entry["organisation"]] for entry in city["people"])
    assert all(entry["organisation"] in organisations for entry in city["held_roles"])
    for account in city["accounts"]:
        assert account.get("person", next(iter(people))) in people
        assert account.get("holder", next(iter(holders))) in holders
        assert "person" in account or account["organisation"] in organisations
    assert all(entry["region"] in regions for entry in city["reports"])
    assert (SAMPLES.parent / "timetables" / f"{city['timetable']}.yaml").is_file()


def number_is_well_formed(status: str, number: str) -> bool:
    try:
        check_ni_pppk(number) if status == "pppk" else check_nip(number)
    except BadInput:
        return False
    return True


def test_numbers_of_18_digits_are_valid_in_form_and_obviously_artificial(city: dict[str, Any]) -> None:
    numbered = [entry for entry in city["people"] if "number" in entry]
    assert {entry["status"] for entry in numbered} == {"pns", "cpns", "pppk"}
    assert [entry["key"] for entry in numbered if not number_is_well_formed(entry["status"], entry["number"])] == []
    assert [entry["key"] for entry in numbered if not re.fullmatch(r"\d{4}0101\d{7}9\d\d", entry["number"])] == []
    assert len({entry["number"] for entry in numbered}) == len(numbered)
    assert all("number" not in entry for entry in city["people"] if entry["status"] in {"non_asn", "election_official"})


def test_a_number_with_month_21_is_right_for_pppk_and_wrong_for_pns() -> None:
    assert number_is_well_formed("pppk", "199101012022211911")
    assert not number_is_well_formed("pns", "199101012022211911")


def test_every_name_says_that_it_is_invented(city: dict[str, Any]) -> None:
    names = [entry["name"] for entry in city["people"]]
    names += [pair[side] for pair in city["pairs"] for side in ("head", "deputy")]
    names += [entry["holder"] for entry in city["held_roles"]]
    names += [entry["name"] for entry in city["accounts"] if "name" in entry]
    names += [entry["reporter"]["name"] for entry in city["reports"] if entry["reporter"]]
    assert [name for name in names if "Contoh" not in name] == []
    assert len({entry["name"] for entry in city["people"]}) == len(city["people"])


def test_accounts_hold_roles_of_the_closed_list_and_all_of_them_occur(city: dict[str, Any]) -> None:
    given = {role for account in city["accounts"] for role in account["roles"]}
    assert given == ROLES
    assert sum("administrator" in account["roles"] for account in city["accounts"]) >= 2  # a reset needs two


def test_somebody_is_ppk_on_every_day_of_the_election_and_the_pjs_in_the_campaign(city: dict[str, Any]) -> None:
    day, grounds = FIRST, load_authority(Path(sinetra.catalogue.__file__).parent).grounds
    sure = {"source": "contoh", "confidence": Confidence.VERIFIED}
    terms = tuple(
        Term(
            role=HeldRoleName(role),
            kind=HeldKind(entry["kind"]),
            holder=entry["holder"],
            title=entry["title"],
            from_on=date.fromisoformat(entry["from_on"]),
            until_on=date.fromisoformat(entry["until_on"]) if entry["until_on"] else None,
            reason=entry["reason"],
            **sure,
        )
        for entry in city["held_roles"]
        for role in entry["roles"]
    )
    leaves = tuple(
        Leave(
            holder=entry["holder"],
            from_on=date.fromisoformat(entry["from_on"]),
            until_on=date.fromisoformat(entry["until_on"]),
            **sure,
        )
        for entry in city["leaves"]
    )
    while day <= date(2024, 11, 27):
        found = appointing_authority(OfficeFacts(terms=terms, leaves=leaves), day, grounds)
        assert found.certainty is Certainty.SETTLED
        assert found.holder is not None
        assert found.holder.kind.value == ("pjs" if day <= date(2024, 11, 23) else "definitive")
        day += timedelta(days=1)


def test_one_of_two_pairs_has_the_incumbent(city: dict[str, Any]) -> None:
    assert [pair["incumbent"]["head"] for pair in city["pairs"]] == [True, False]


def test_eight_reports_name_roles_and_never_a_person(city: dict[str, Any]) -> None:
    assert len(city["reports"]) == 8
    known = [part for entry in city["people"] for part in [entry["name"], entry.get("number", entry["name"])]]
    for report in city["reports"]:
        assert all(set(reported) - {"__line__"} == {"role"} for reported in report["reported"])
        assert [name for name in known if name in report["what"] + report["where"]] == []
        assert 2 <= report["what"].count(".") + report["what"].count("?") <= 3
        assert (report["reporter"] is None) == (report["channel"] == "initial_information")


def test_every_state_comes_with_its_steps_in_time(city: dict[str, Any]) -> None:
    assert {report["state"] for report in city["reports"]} == set(VERBS)
    for report in city["reports"]:
        assert [step["verb"] for step in report["steps"]] == VERBS[report["state"]]
        filed = datetime.fromisoformat(report["filed_at"])
        assert filed.utcoffset() == timedelta(hours=7)
        days = [report["happened_on"], report["known_on"], filed.date().isoformat()]
        days += [step["on"] for step in report["steps"]]
        assert days == sorted(days), report["key"]
        assert FIRST <= date.fromisoformat(days[0]) <= date.fromisoformat(days[-1]) <= LEGAL_DAY
        # UU 10/2016 art. 134 (4): at most seven days since it was known.
        assert (filed.date() - date.fromisoformat(report["known_on"])).days <= 7


def test_one_hand_over_has_waited_for_more_than_fourteen_days(city: dict[str, Any]) -> None:
    waiting = [report["steps"][-1]["on"] for report in city["reports"] if report["state"] == "forwarded"]
    assert any((LEGAL_DAY - date.fromisoformat(day)).days > 14 for day in waiting)
