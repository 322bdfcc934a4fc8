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
