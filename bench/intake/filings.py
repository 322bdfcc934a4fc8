"""What the clients file: one call with a name to seal, or the walk of a person over all pages of the form."""

from __future__ import annotations

import html
import json
import random
import re
import secrets
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from urllib.parse import urlencode

from bench.intake.client import Connection

REPORTS, FORM = "/api/v1/reports", "/id/lapor/"
#: Also in the installations of tests/faults.
REGION = "99.71"
STORY = ("Sebuah kejadian rekaan untuk pengukuran, tanpa orang yang sungguh ada. " * 20)[:1000]
FORM_TYPE = "application/x-www-form-urlencoded"
_FIELD = re.compile(rb'name="(sealed|page)" value="([^"]*)"')
REPORTER = {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1, Kota Cendana", "phone": "0800-0000-0001"}
_ANSWERS: Mapping[str, Mapping[str, str | Sequence[str]]] = {
    "channel": {"channel": "report"},
    "what": {"what": STORY, "acts": ["like", "share"]},
    "when": {"happened_on": "2024-11-20", "known_on": "2024-11-21"},
    "where": {"region": REGION, "where": "Lapangan Contoh"},
    "who": {"role": "lurah", "name": "Teratai Contohsari", "unit": "Kelurahan Contoh"},
    "reporter": REPORTER,
    "summary": {"go": "send"},
}
_MOST_PAGES = 15


def content(key: str, evidence: Sequence[str] = ()) -> bytes:
    """A report of 1,000 characters with a name. ``key``: the idempotency key; ``evidence``: keys of uploads."""
    given = {
        "channel": "report",
        "what": STORY,
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": REGION,
        "where": "Lapangan Contoh",
        "reported": [{"role": "lurah", "name": None, "unit": None}],
        "acts": ["like"],
        "reporter": REPORTER,
        "idempotency_key": key,
    }
    return json.dumps(given | ({"evidence": list(evidence)} if evidence else {})).encode()


def call(connection: Connection) -> str:
    """``POST /api/v1/reports`` with 1,000 characters and an identity: read is the receipt of a durable commit."""
    status, body = connection.ask("POST", REPORTS, content(secrets.token_urlsafe(24)))
    return "" if status == 201 and b'"code"' in body else f"{status} {body[:200]!r}"


def send_photo(connection: Connection, photo: bytes) -> str:
    """The key of the whole upload: begun, sent in one piece, sealed and on the disk. Errors: ``OSError``."""
    begin = json.dumps({"size": len(photo), "name": "foto.jpg"}).encode()
    status, body = connection.ask("POST", "/api/v1/uploads", begin)
    if status != 201:
        raise OSError(f"{status} {body[:200]!r}")
    key = str(json.loads(body)["key"])
    sent = {"x_upload_key": key, "upload_offset": "0"}
    status, body = connection.ask("PATCH", "/api/v1/uploads", photo, "application/octet-stream", **sent)
    if status != 200:
        raise OSError(f"{status} {body[:200]!r}")
    return key


def with_photo(connection: Connection) -> str:
    """A photo of 300 kB, then the report that takes it."""
    evidence = [send_photo(connection, photo())]
    status, body = connection.ask("POST", REPORTS, content(secrets.token_urlsafe(24), evidence))
    return "" if status == 201 and b'"code"' in body else f"{status} {body[:200]!r}"


@cache
def photo(size: int = 300_000) -> bytes:
    """A picture of noise as JPEG, of about ``size`` bytes."""
    from PIL import Image

    side = int((size * 1.6) ** 0.5)
    file = BytesIO()
    Image.frombytes("RGB", (side, side), random.Random(1).randbytes(3 * side * side)).save(file, "JPEG", quality=75)
    return file.getvalue()


def walk(connection: Connection) -> str:
    """From the first page of the form to the page with the code, as a browser without JavaScript."""
    status, page = connection.ask("GET", FORM)
    for _ in range(_MOST_PAGES):
        hidden = {name.decode(): html.unescape(value.decode()) for name, value in _FIELD.findall(page)}
        if status != 200 or "page" not in hidden:
            break
        given = urlencode({**hidden, **_ANSWERS.get(hidden["page"], {})}, doseq=True).encode()
        sent = hidden["page"] == "summary"
        status, page = connection.ask("POST", FORM, given, FORM_TYPE)
        if sent:
            return "" if status == 200 and b'id="report-code"' in page else f"{status} not filed"
    return f"{status} {page[:200]!r}"
