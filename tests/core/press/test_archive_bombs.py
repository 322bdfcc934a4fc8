"""A small packed archive that unpacks to gigabytes is refused before it fills the memory."""

from __future__ import annotations

import gzip
import sys

import pytest

from sinetra.core import press
from sinetra.core.errors import BadInput

HEAD = b"WARC/1.0\r\nWARC-Type: response\r\nX-Long: "


@pytest.fixture(autouse=True)
def _small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["sinetra.core.press.read"], "MAX_UNPACKED", 1 << 20)


@pytest.mark.parametrize("name", ["bom.warc.gz", "bom.warc"])
def test_an_archive_that_unpacks_to_too_much_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="terlalu besar"):
        press.read(name, gzip.compress(HEAD + b"a" * (2 << 20)))


def test_an_archive_packed_twice_is_refused() -> None:
    with pytest.raises(BadInput, match="rusak"):
        press.read("bom.warc.gz", gzip.compress(gzip.compress(HEAD + b"a" * (2 << 20))))


def test_an_archive_below_the_limit_is_read() -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nNetral itu kewajiban."
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://contoh.invalid/\r\n"
    head += b"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-10-04T00:00:00Z\r\n"
    head += b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(body)
    (document,) = press.read("kecil.warc.gz", gzip.compress(head + body + b"\r\n\r\n"))
    assert document.text == "Netral itu kewajiban."
