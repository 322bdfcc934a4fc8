"""``sinetra deadline``: the shape other programs rely on, and one clear line for bad input."""

from __future__ import annotations

import json

import pytest

from sinetra.cli.main import main


def test_the_json_has_the_names_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "pp94.summons", "--from", "2024-11-20", "--region", "63.72", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["rule"] == "pp94.summons"
    assert result["due"] == "2024-12-02"
    assert result["due_at"] == "2024-12-02T23:59:59+08:00"
    assert result["day_type"] == "working"
    assert result["readings"]["joint_leave_skipped"] == result["readings"]["joint_leave_counted"] == "2024-12-02"
    assert any(line.startswith("dilewati 2024-11-27: hari libur (Keppres 33/2024)") for line in result["explanation"])
    assert result["source"].startswith("PP 94/2021")
    assert result["confidence"] == "pers"
    assert len(result["calendar_version"]) == 12


def test_options_change_the_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "pp94.summons", "--from", "2024-11-20", "--as-of", "2024-11-20", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2024-11-29"
    assert main(["deadline", "sbt.bawaslu_study", "--from", "2024-04-05", "--joint-leave", "count", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2024-04-12"
    assert main(["deadline", "sbt.bawaslu_study", "--from", "2024-11-21", "--work-week", "6", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2024-11-25"


def test_the_zone_and_the_length_of_an_institution_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["deadline", "pilkada.filing", "--from", "2024-11-20T23:30+07:00", "--json"]
    assert main([*asked, "--zone", "WIT"]) == 0
    assert json.loads(capsys.readouterr().out)["due_at"] == "2024-11-28T23:59:59+09:00"
    assert main(["deadline", "ppk.follow_up", "--from", "2024-11-18", "--length", "3", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2024-11-21"


def test_a_person_reads_the_due_date_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "pilkada.filing", "--from", "2024-10-28"]) == 0
    assert capsys.readouterr().out.startswith("2024-11-04  pilkada.filing  (terverifikasi)\n")


@pytest.mark.parametrize(
    ("arguments", "named", "accepted"),
    [
        (["pilkada.xyz", "--from", "2024-10-28"], "pilkada.xyz", "pilkada.filing"),
        (["pilkada.filing", "--from", "28-10-2024"], "from", "2024-11-20"),
        (["pilkada.filing", "--from", "2024-10-28T99:00"], "from", "2024-11-20T14:30"),
        (["pilkada.criminal_referral", "--from", "2024-10-28"], "from", "2024-11-20T14:30"),
        (["pilkada.filing", "--from", "2024-10-28", "--region", "Jambi"], "region", "63.72"),
        (["pilkada.filing", "--from", "2024-10-28", "--election", "x"], "election", "pilkada_2024"),
        (["pilkada.filing", "--from", "2024-10-28", "--work-week", "7"], "work_week", "5, 6"),
        (["pilkada.filing", "--from", "2024-10-28", "--joint-leave", "no"], "joint_leave", "skip, count"),
        (["pilkada.filing", "--from", "2024-10-28", "--as-of", "now"], "as_of", "2024-11-20"),
        (["pilkada.filing", "--from", "2024-10-28", "--zone", "GMT"], "zone", "WIB, WIT, WITA"),
        (["pilkada.filing", "--from", "2024-10-28", "--length", "30"], "length", "7"),
        (["pilkada.consent_after_inauguration", "--from", "9999-12-30"], "from", "2024-11-20"),
    ],
)
def test_bad_input_is_one_line_with_the_accepted_values(
    capsys: pytest.CaptureFixture[str], arguments: list[str], named: str, accepted: str
) -> None:
    assert main(["deadline", *arguments, "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert named in printed.err
    assert accepted in printed.err
