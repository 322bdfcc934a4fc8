"""What nobody's browser sends to the question for evidence: keys that are not whole or taken, text without end."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.test import Client

sys.path.insert(0, str(Path(__file__).parent))

from evidence_walk import ADD, MEMO, PHOTO, SEND, nothing_of_an_earlier_test, sent
from report_walk import Walk

from sinetra.apps.evidence.models import Upload
from sinetra.apps.evidence.uploads import files

__all__ = ["nothing_of_an_earlier_test"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


def test_a_file_that_is_not_whole_yet_is_refused_in_words_and_the_answers_stay() -> None:
    api = Client()
    begun = api.post("/api/v1/uploads", f'{{"size": {len(PHOTO)}, "name": "a.jpg"}}', content_type="application/json")
    walk = sent(Walk().to("evidence"), go="next", upload=begun.json()["key"])
    assert (walk.answer.status_code, walk.page) == (200, "evidence")
    assert "belum selesai diunggah" in walk.faults[0]
    walk = sent(walk, go="next")
    assert walk.post(go="send").code


def test_a_key_that_a_report_has_taken_already_is_refused_in_words() -> None:
    api = Client()
    begun = api.post("/api/v1/uploads", f'{{"size": {len(PHOTO)}, "name": "a.jpg"}}', content_type="application/json")
    key = begun.json()["key"]
    headers = {"X-Upload-Key": key, "Upload-Offset": "0"}
    api.patch("/api/v1/uploads", PHOTO, content_type="application/octet-stream", headers=headers)
    sent(Walk().to("evidence"), go="next", upload=key).post(go="send")
    walk = sent(Walk().to("evidence"), go="next", upload=key)
    assert (walk.answer.status_code, walk.page) == (200, "evidence")
    assert "sudah menjadi bukti pada laporan lain" in walk.faults[0]


class Endless:
    """A part of a form that says it is text, and never ends. ``read_so_far``: what was asked of it."""

    def __init__(self, head: bytes) -> None:
        self._head, self.read_so_far = head, 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "read whole"
        found = (self._head + b"a" * size)[:size]
        self._head = self._head[size:]
        self.read_so_far += len(found)
        return found

    readline = read


TEXT = b'--x\r\nContent-Disposition: form-data; name="sealed"\r\n\r\n'
WHOLE = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n%s\r\n' % MEMO


@pytest.mark.parametrize("address", [SEND["id"], ADD])
@pytest.mark.parametrize("head", [TEXT, WHOLE + TEXT], ids=["text alone", "after a file"])
def test_text_without_end_is_refused_after_little_of_it_and_leaves_nothing(address: str, head: bytes) -> None:
    body = Endless(head)
    kind = "multipart/form-data; boundary=x"
    environ: dict[str, Any] = {"wsgi.input": body, "CONTENT_LENGTH": str(3_900_000_000), "CONTENT_TYPE": kind}
    answer = Client(raise_request_exception=False).generic("POST", address, **environ)
    assert answer.status_code == 413
    assert "terlalu besar" in answer.content.decode().lower()
    assert body.read_so_far < site.SINETRA_MOST_FORM + (1 << 20)
    assert not Upload.objects.exists()
    assert list(files.folder().iterdir()) == []
