"""``sinetra setup``: one command from an empty folder to two administrators with their slips."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.actions.confirm_reset import confirm_reset
from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.request_reset import request_reset
from sinetra.apps.accounts.models import ActivationSlip, RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.registry.models import Organisation, Region
from sinetra.cli.main import main
from sinetra.cli.setup import ask
from sinetra.core.errors import BadInput
from sinetra.ports.clock import today

OFFICE = {"kind": "bawaslu", "organisation": "Bawaslu Cendana", "region": "kota cendana (contoh)"}
PEOPLE = {
    "admin_name": "Ficus Contohputra",
    "admin_username": "ficus",
    "second_name": "Gladiol Contohsari",
    "second_username": "gladiol",
}
ANSWERS = OFFICE | PEOPLE
PASSWORD = "kayu manis di tepi kali"


def flags(**more: str) -> list[str]:
    given = {name: value for name, value in (ANSWERS | more).items() if value}
    return [part for name, value in given.items() for part in (f"--{name.replace('_', '-')}", value)]


@pytest.fixture(autouse=True)
def installation(db, settings, monkeypatch) -> None:
    settings.SINETRA_PROFILE = "bawaslu"
    monkeypatch.setenv("SINETRA_LANG", "id")
    for code, name, level in [("99", "Contoh", "province"), ("99.71", "Kota Cendana (contoh)", "city")]:
        plain, parent = name.removeprefix("Kota ").lower(), None if level == "province" else "99"
        Region.objects.create(code=code, name=name, search_name=plain, level=level, parent_id=parent)
    Region.objects.create(code="99.71.01", name="Utara", search_name="utara", level="district", parent_id="99.71")
    Region.objects.create(code="99.71.01.1001", name="Akar", search_name="akar", level="village", parent_id="99.71.01")


def test_flags_make_the_office_and_two_administrators_whose_slips_open_their_accounts(capsys) -> None:
    assert main(["setup", *flags(), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["organisation"] == {"name": "Bawaslu Cendana", "kind": "bawaslu", "level": "city", "region": "99.71"}
    first, second = (
        activate(username=slip["username"], code=slip["code"], password=PASSWORD) for slip in told["slips"]
    )
    staff = create_user(username="melati", name="Melati", organisation=first.organisation, actor=SYSTEM)
    reset = request_reset(user=staff, reason="Lupa", actor=actor_of(first, today()))
    assert confirm_reset(reset=reset, actor=actor_of(second, today())).username == "melati"
    assert {grant.ends_on for grant in RoleGrant.objects.all()} == {today() + timedelta(days=365)}


def test_again_it_changes_nothing_and_gives_no_second_code(capsys) -> None:
    assert main(["setup", *flags()]) == 0
    said = capsys.readouterr().out
    assert said.count("hanya tampil sekali") == 2
    before = AuditEntry.objects.count()
    assert main(["setup", *flags(), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) | {"organisation": None} == {
        "organisation": None,
        "slips": [],
        "known": ["ficus", "gladiol"],
    }
    assert (AuditEntry.objects.count(), ActivationSlip.objects.count()) == (before, 2)


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({"kind": "kerajaan"}, "--kind"),
        ({"kind": "pemda"}, "--kind"),
        ({"organisation": ""}, "--organisation"),
        ({"region": "Atlantis"}, "--region"),
        ({"region": "99.71.01.1001"}, "--region"),
        ({"admin_name": ""}, "--admin-name"),
        ({"admin_username": "Ficus Besar"}, "--admin-username"),
        ({"second_name": "ficus contohputra"}, "--second-name"),
        ({"second_username": "ficus"}, "--second-username"),
        ({"second_username": "x"}, "--second-username"),
        ({"until": "besok"}, "--until"),
        ({"until": "2001-01-01"}, "--until"),
        ({"until": "2099-01-01"}, "--until"),
    ],
)
def test_nonsense_is_refused_in_one_line_naming_the_flag_and_leaves_nothing(more, names, capsys) -> None:
    assert main(["setup", *flags(**more)]) == 2
    error = capsys.readouterr().err
    assert names in error and error.count("\n") == 1
    assert not User.objects.exists() and not Organisation.objects.exists()


def test_a_local_government_needs_a_region_and_a_national_bawaslu_none(settings, capsys) -> None:
    settings.SINETRA_PROFILE = "pemda"
    assert main(["setup", *flags(kind="pemda", region="")]) == 2 and "--region" in capsys.readouterr().err
    settings.SINETRA_PROFILE = "bawaslu"
    assert main(["setup", *flags(region="")]) == 0
    assert Organisation.objects.get().level == "national"


def test_the_demo_is_not_set_up_this_way(settings, capsys) -> None:
    settings.SINETRA_PROFILE = "demo"
    assert main(["setup", *flags()]) == 2
    assert "sinetra demo" in capsys.readouterr().err and not User.objects.exists()


@pytest.mark.parametrize("more", [{"organisation": "Bawaslu Lain"}, {"region": "99"}, {"second_name": "Orang Lain"}])
def test_another_office_region_or_person_is_a_conflict_and_nothing_changes(more, capsys) -> None:
    assert main(["setup", *flags()]) == 0
    before = AuditEntry.objects.count()
    assert main(["setup", *flags(**more)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (AuditEntry.objects.count(), Organisation.objects.count()) == (before, 1)


def test_a_wrong_answer_is_asked_for_again_with_the_reason(capsys) -> None:
    office, people = ["", "", "Bawaslu Cendana", "Atlantis", "99.71"], ["Ficus", "F", "ficus", "FICUS", "Gladiol"]
    typed = iter([*office, *people, "gladiol", ""])
    asked: list[str] = []

    def read(prompt: str) -> str:
        asked.append(prompt)
        return next(typed)

    plan = ask({}, read)
    assert (plan.kind, plan.organisation, plan.region.pk) == ("bawaslu", "Bawaslu Cendana", "99.71")
    assert [person.username for person in plan.administrators] == ["ficus", "gladiol"]
    assert plan.last == today() + timedelta(days=365) and len(asked) == 12
    reasons = capsys.readouterr().err.splitlines()
    assert len(reasons) == 4 and "Atlantis" in reasons[1] and "orang lain" in reasons[3]


def test_when_the_answers_stop_nothing_was_made() -> None:
    def gone(prompt: str) -> str:
        raise EOFError

    with pytest.raises(BadInput) as error:
        ask({"kind": "bawaslu"}, gone)
    assert error.value.field == "--organisation" and not Organisation.objects.exists()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a machine on which nothing was ever run."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SINETRA", "DJANGO"))}
    yield kept | {"SINETRA_DATA": str(tmp_path / "data"), "SINETRA_PROFILE": "bawaslu", "SINETRA_LANG": "id"}


def test_on_an_empty_machine_a_person_at_the_terminal_is_asked_and_gets_two_codes(empty) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "sinetra.cli.main", "setup"]
    with subprocess.Popen(command, env=empty, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        os.close(slave)
        answers = ["", "Bawaslu Banjarbaru", "banjarbaru", "Ficus", "ficus", "Gladiol", "gladiol", ""]
        os.write(master, "".join(f"{line}\n" for line in answers).encode())
        out, err = process.communicate(timeout=120)
        os.close(master)
    assert process.returncode == 0, err.decode()
    assert out.decode().count("Kode aktivasi (hanya tampil sekali)") == 2
    more = [
        "--username",
        "melati",
        "--name",
        "Melati",
        "--until",
        (datetime.now(UTC).date() + timedelta(days=700)).isoformat(),
    ]
    made = subprocess.run(
        [*command[:-1], "admin", "create", *more, "--organisation", "Bawaslu Banjarbaru", "--json"],
        env=empty, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["username"] == "melati"
