"""``SINETRA_DATABASE_URL``: what it asks for is done or refused, never passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from sinetra.settings.database import database
from sinetra.settings.env import BadSettings, Environment


def test_an_encrypted_connection_that_is_asked_for_is_made():
    url = "postgres://sinetra@db.contoh/sinetra?sslmode=verify-full&sslrootcert=/etc/ca.pem"
    options = database(url, Path(), Environment({}))["OPTIONS"]
    assert (options["sslmode"], options["sslrootcert"]) == ("verify-full", "/etc/ca.pem")


def test_a_socket_folder_is_the_host():
    settings = database("postgres:///sinetra?host=/run/postgresql", Path(), Environment({}))
    assert (settings["HOST"], set(settings["OPTIONS"])) == ("/run/postgresql", {"application_name"})


def test_an_option_that_nobody_knows_is_refused_by_name():
    env = Environment({})
    database("postgres://db/sinetra?ssl=true", Path(), env)
    with pytest.raises(BadSettings) as caught:
        env.finish()
    assert "'ssl'" in str(caught.value)
    assert "sslmode" in str(caught.value)


def test_three_slashes_are_relative_to_the_working_directory_and_four_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    names = [database(url, Path("/data"), Environment({}))["NAME"] for url in ("sqlite:///a/b.db", "sqlite:////a/b.db")]
    assert names == [str(tmp_path / "a" / "b.db"), "/a/b.db"]
    assert database("", Path("/data"), Environment({}))["NAME"] == "/data/sinetra.sqlite3"


def test_one_file_by_two_names_has_one_gate(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    names = {
        database(f"sqlite:///{tmp_path / way / 'x.db'}", Path(), Environment({}))["NAME"] for way in ("real", "link")
    }
    assert names == {str(tmp_path / "real" / "x.db")}


@pytest.mark.parametrize(
    "url", ["sqlite://file.db", "sqlite:///", "sqlite:", "sqlite:///x.db?mode=ro", "mysql://db/sinetra"]
)
def test_an_address_of_no_file_is_refused_with_the_forms_that_are_accepted(url: str):
    env = Environment({})
    database(url, Path(), env)
    with pytest.raises(BadSettings) as caught:
        env.finish()
    assert "sqlite:////absolute/file" in str(caught.value)
    assert "sqlite:///relative/file" in str(caught.value)
