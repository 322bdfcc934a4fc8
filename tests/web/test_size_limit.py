"""What is too large is refused before a byte of it is stored, whatever the address does with it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[str]:
    """The names of the files that were put on the disk."""
    names: list[str] = []
    plain = TemporaryFileUploadHandler.new_file

    def new_file(self: TemporaryFileUploadHandler, *args: Any, **kwargs: Any) -> None:
        plain(self, *args, **kwargs)
        names.append(self.file_name)

    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", new_file)
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    return names


@pytest.mark.parametrize("address", ["/id/lapor/", "/id/ikuti/", "/en/lapor/"])
def test_a_public_form_with_a_large_file_is_refused_unread(client: Client, address: str, on_disk: list[str]):
    large = SimpleUploadedFile("besar.bin", b"0" * (3 << 20))
    assert client.post(address, {"berkas": large}).status_code == 413
    assert on_disk == []


def test_the_same_form_with_a_small_file_reaches_the_page(client: Client, on_disk: list[str]):
    small = SimpleUploadedFile("kecil.bin", b"0" * 1000)
    assert client.post("/id/ikuti/", {"code": "a b", "berkas": small}).status_code == 200
    assert on_disk == ["kecil.bin"]


def test_staff_may_send_more_and_not_without_end(client: Client, settings: Any, on_disk: list[str]):
    settings.SINETRA_MOST_FILES = 4 << 20
    body = {"username": "a", "berkas": SimpleUploadedFile("a.bin", b"0" * (3 << 20))}
    assert client.post("/kerja/id/masuk/", body).status_code != 413
    body["berkas"] = SimpleUploadedFile("a.bin", b"0" * (5 << 20))
    assert client.post("/kerja/id/masuk/", body).status_code == 413


def test_a_length_that_is_no_number_is_refused(client: Client):
    answer = client.generic("POST", "/id/ikuti/", b"code=a", "application/x-www-form-urlencoded", CONTENT_LENGTH="-1")
    assert answer.status_code == 413
