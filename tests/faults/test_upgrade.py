"""Upgrade and check, as an operator calls them."""

from __future__ import annotations

import json
from typing import Any

from installation import Installation


def lines(place: Installation) -> tuple[int, dict[str, set[str]]]:
    code, out, errors = place.sinetra("check", "--json")
    assert code in {0, 3}, errors
    result: dict[str, Any] = json.loads(out)
    states: dict[str, set[str]] = {}
    for line in result["lines"]:
        states.setdefault(line["part"], set()).add(line["state"])
    return code, states


def test_an_upgrade_makes_a_backup_first_and_ends_verified(place: Installation) -> None:
    place.shell(
        "from django.core.management import call_command; call_command('migrate', 'sessions', 'zero', verbosity=0)"
    )
    code, states = lines(place)
    assert code == 3
    assert "failed" in states["database"]
    code, out, errors = place.sinetra("upgrade")
    assert code == 0, errors
    assert "sessions.0001_initial" in out
    [backup] = (place.data / "backups").iterdir()
    assert backup.name.startswith("before-")
    assert "failed" not in lines(place)[1]["database"]
    code, out, errors = place.sinetra("upgrade")
    assert (code, out.split()[0]) == (0, "0"), errors
    assert len(list((place.data / "backups").iterdir())) == 1


def test_check_names_what_is_missing(place: Installation) -> None:
    assert lines(place)[1]["keys"] == {"ok"}
    for path in (place.folder / "keys").glob("view-*.key"):
        path.unlink()
    code, states = lines(place)
    assert (code, states["keys"]) == (3, {"failed"})


def test_check_finds_keys_that_others_can_read(place: Installation) -> None:
    for path in (place.folder / "keys").glob("data-*.key"):
        path.chmod(0o644)
    assert lines(place)[1]["keys"] == {"ok", "failed"}
