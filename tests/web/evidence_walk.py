"""The files of a report, as a browser without JavaScript sends them, and none kept of an earlier test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

sys.path.insert(0, str(Path(__file__).parent))

from report_walk import Walk
from tests.core.evidence import hostile

from sinetra.apps.evidence.uploads import files

SEND = {"id": "/id/lapor/bukti/", "en": "/en/lapor/bukti/"}
ADD = "/id/ikuti/bukti/"
PHOTO = hostile.jpeg(300, 200)
MEMO = b"Undangan apel hari Senin." * 40


def named(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/x-lies")


def sent(walk: Walk, *given: SimpleUploadedFile, go: str = "add", language: str = "id", **more: Any) -> Walk:
    fields = {"sealed": walk.sealed, "page": walk.page, "go": go, "files": list(given)} | more
    walk._take(walk.client.post(SEND[language], fields, headers={"Sec-Fetch-Site": "same-origin"}))
    return walk


@pytest.fixture(autouse=True)
def nothing_of_an_earlier_test() -> None:
    for path in files.folder().iterdir():
        path.unlink()
