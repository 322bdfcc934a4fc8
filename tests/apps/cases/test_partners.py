"""Other institutions are registered on the machine: with a key they sign, without one their answer is recorded."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from report_cast import SUMMARY, Cast

from sinetra.apps.cases.actions import deliver, forward
from sinetra.apps.cases.models import RecordedAnswer
from sinetra.apps.cases.partners import answers_itself, party_of, receivers
from sinetra.apps.cases.sbt_file import COLUMNS
from sinetra.apps.registry.models import Organisation
from sinetra.cli.main import main

pytestmark = pytest.mark.django_db
PARTNER = ["admin", "partner", "--organisation", "BKN Pusat", "--kind", "bkn"]


def test_an_institution_without_a_key_can_be_forwarded_to_and_waits_for_a_recorded_answer(
    cast: Cast, settings: object, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SINETRA_PROFILE = "bawaslu"  # type: ignore[attr-defined]
    assert main([*PARTNER, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"organisation": "BKN Pusat", "kind": "bkn", "signs": False}
    made = Organisation.objects.get(name="BKN Pusat")
    assert made in receivers()
    assert not answers_itself(party_of(made))
    sent = forward(matter=cast.in_plenary(), to=made, summary=SUMMARY, actor=cast.staff)
    assert deliver(sent.pk, "package") is None, "nobody brings it by machine"


def test_a_key_makes_its_signature_count(cast: Cast, settings: object) -> None:
    settings.SINETRA_PROFILE = "bawaslu"  # type: ignore[attr-defined]
    assert main([*PARTNER, "--public-key", "ab" * 32]) == 0
    made = Organisation.objects.get(name="BKN Pusat")
    assert bytes(made.public_key or b"") == bytes.fromhex("ab" * 32)
    assert answers_itself(party_of(made))


@pytest.mark.parametrize("key", ["", "ab", "zz" * 32])
def test_a_broken_key_registers_nobody(cast: Cast, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PARTNER, "--public-key", key]) == 2
    assert "--public-key" in capsys.readouterr().err
    assert not Organisation.objects.filter(name="BKN Pusat").exists()


def test_answers_of_sbt_come_in_by_the_command_too(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = cast.sent()
    file = tmp_path / "sbt.csv"
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, [column.name for column in COLUMNS], restval="")
        writer.writeheader()
        day = "2024-11-22"
        answer = {"nomor_perkara": sent.matter.number, "nomor_sbt": "7", "status_sbt": "diterima", "tanggal_sbt": day}
        writer.writerow(answer)
    words = ["import", "sbt", str(file), "--organisation", cast.bawaslu.name, "--json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["created"] == 1
    assert RecordedAnswer.objects.get().recorded_by_id is None
    assert main(["import", "sbt", "--columns"]) == 0
    assert "nomor_sbt\twajib" in capsys.readouterr().out
