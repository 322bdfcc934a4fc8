"""Is it alive, is it ready: 503 names the part that does not answer, and nothing about the installation."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client

from sinetra.apps.base import catalogue
from sinetra.apps.base.models import OutboxTask
from sinetra.web import health

pytestmark = pytest.mark.django_db
PARTS = {"database", "blobs", "queue", "catalogue"}


def test_a_process_that_answers_is_alive():
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})
    assert "Set-Cookie" not in answer.headers


def test_when_every_part_answers_it_is_ready():
    answer = Client().get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"ok": True, "parts": dict.fromkeys(PARTS, "ok")}
    assert "Set-Cookie" not in answer.headers


def not_ready() -> dict[str, str]:
    answer = Client().get("/readyz")
    assert answer.status_code == 503
    body = answer.json()
    assert body["ok"] is False
    assert str(django_settings.SINETRA_DATA) not in answer.content.decode()
    return {name: state for name, state in body["parts"].items() if state != "ok"}


def test_a_folder_of_files_that_cannot_be_written_is_named(settings, tmp_path: Path):
    """A file stands where the folder should be: so it fails for root, too."""
    (tmp_path / "blobs").write_text("in the way")
    settings.SINETRA_BLOBS_URL = f"file://{tmp_path / 'blobs'}"
    assert set(not_ready()) == {"blobs"}
    assert Client().get("/healthz").status_code == 200


def test_an_address_of_files_that_is_none_is_named(settings):
    settings.SINETRA_BLOBS_URL = "ftp://x"
    assert set(not_ready()) == {"blobs"}


@pytest.mark.parametrize("part", sorted(PARTS))
def test_each_part_that_fails_is_named_alone(part, monkeypatch):
    def broken() -> None:
        raise OSError(f"/secret/path of {part}")

    monkeypatch.setattr(health, f"_{part}", broken)
    assert not_ready() == {part: "OSError"}
    assert "secret" not in Client().get("/readyz").content.decode()


def test_the_parts_look_at_the_real_things():
    assert OutboxTask.objects.count() == 0
    assert catalogue.rulebook().norms_on.__self__ is catalogue.rulebook()
    for part in PARTS:
        getattr(health, f"_{part}")()
