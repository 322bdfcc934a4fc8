"""What a flood meets on pages and in the API: when to come again, another way, and nothing typed is lost."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from sinetra.apps.reports.codes import words
from sinetra.apps.reports.models import Report
from sinetra.ports import limits
from sinetra.ports.limits import CALM_MINUTE, EVEN_SHARE, WRONG_CODES, Kind, Limits, TooMany

sys.path.insert(0, str(Path(__file__).resolve().parent))

from report_walk import STORY, Walk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
FLOOD, NEIGHBOUR = "198.51.100.1", "203.0.113.5"
GUESSES = ("/id/ikuti/", "/id/tanya/jawaban/", "/id/mediasi/ikuti/")


@pytest.fixture
def counted() -> Limits:
    """Those of this process, with nothing counted yet."""
    return limits._limits


@pytest.fixture
def flood(counted: Limits) -> None:
    counted.admit(Kind.FILING, NEIGHBOUR)
    for _ in range(CALM_MINUTE + EVEN_SHARE):
        try:
            counted.admit(Kind.FILING, FLOOD)
        except TooMany:
            return
    pytest.fail("a flood that nothing slows")


def post(address: str, **headers: str) -> Any:
    given = {
        "channel": "initial_information",
        "what": STORY,
        "region": "99.71",
        "acts": ["like"],
        "idempotency_key": secrets.token_urlsafe(24),
    }
    client = Client(REMOTE_ADDR=address)
    return client.post("/api/v1/reports", json.dumps(given), content_type="application/json", headers=headers)


def unknown_code() -> str:
    return words().code(secrets.token_bytes(32))


@pytest.mark.usefixtures("flood")
def test_the_api_says_when_to_come_again_and_another_way():
    answer = post(FLOOD)
    assert answer.status_code == 429
    body = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert body["retry_after"] == int(answer.headers["Retry-After"])
    assert body["code"] == "too_many"
    assert body["other_channels"] == ["office", "phone", "post"]
    assert answer.headers["Retry-After"] in body["detail"]
    assert Report.objects.count() == 0
    assert post(NEIGHBOUR).status_code == 201


@pytest.mark.usefixtures("flood")
def test_in_english_too():
    assert "office" in post(FLOOD, **{"Accept-Language": "en"}).json()["detail"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_keeps_what_was_typed_and_sends_it_later(counted: Limits, flood: None, language: str):
    walk = Walk(language).to("summary")
    walk.client.defaults["REMOTE_ADDR"] = FLOOD
    fields = {"sealed": walk.sealed, "page": "summary", "go": "send"}
    answer = walk.client.post(walk.address, fields)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert "Set-Cookie" not in answer.headers
    page = html.document_fromstring(answer.content.decode())
    text = " ".join(page.text_content().split())
    assert STORY in text
    assert answer.headers["Retry-After"] in text
    assert ("telepon" if language == "id" else "phone") in text
    assert Report.objects.count() == 0
    counted._begin(counted._seconds())  # the flood is over
    again = {"sealed": page.xpath("string(//input[@name='sealed']/@value)"), "page": "summary", "go": "send"}
    assert walk.client.post(walk.address, again).status_code == 200
    assert Report.objects.count() == 1


@pytest.mark.parametrize("address", GUESSES)
def test_who_tries_codes_is_told_to_wait_and_the_typed_code_stays(address: str):
    client = Client(REMOTE_ADDR=FLOOD)
    for _ in range(WRONG_CODES):
        assert client.post(address, {"code": unknown_code()}).status_code == 200
    code = unknown_code()
    answer = client.post(address, {"code": code})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert code in answer.content.decode()
    assert Client(REMOTE_ADDR=NEIGHBOUR).post(address, {"code": code}).status_code == 200


def test_a_right_code_is_answered_however_many_wrong_ones_came_from_the_same_address():
    code = post(FLOOD).json()["code"]
    client = Client(REMOTE_ADDR=FLOOD)
    follow = "/api/v1/follow"
    statuses = [client.get(follow, headers={"X-Report-Code": unknown_code()}).status_code for _ in range(40)]
    assert statuses == [404] * WRONG_CODES + [429] * (40 - WRONG_CODES)
    assert client.get(follow, headers={"X-Report-Code": code}).status_code == 200
    assert client.post("/id/ikuti/", {"code": code}).status_code == 200


def test_a_slip_in_a_code_is_no_guess():
    client = Client(REMOTE_ADDR=FLOOD)
    code = unknown_code().split()
    slip = " ".join([*code[1:], code[0]])
    assert {client.post("/id/ikuti/", {"code": slip}).status_code for _ in range(WRONG_CODES + 5)} == {200}


def test_behind_a_proxy_of_our_own_people_are_told_apart_and_without_one_nobody_can_pretend(settings, flood: None):
    def from_behind(told: str) -> int:
        return post(FLOOD, **{"X-Forwarded-For": told}).status_code

    assert from_behind(NEIGHBOUR) == 429
    settings.SINETRA_PROXIES = 1
    assert from_behind(NEIGHBOUR) == 201
    assert from_behind(f"{NEIGHBOUR}, {FLOOD}") == 429


def test_a_flood_of_files_waits_in_the_api_and_on_the_page_and_the_report_goes_without(counted: Limits):
    counted.admit(Kind.UPLOAD, NEIGHBOUR)
    with pytest.raises(TooMany):
        for _ in range(CALM_MINUTE + EVEN_SHARE):
            counted.admit(Kind.UPLOAD, FLOOD)
    given = json.dumps({"size": 3, "name": "foto.jpg"})
    address = "/api/v1/uploads"
    refused = Client(REMOTE_ADDR=FLOOD).post(address, given, content_type="application/json")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    assert Client(REMOTE_ADDR=NEIGHBOUR).post(address, given, content_type="application/json").status_code == 201

    walk = Walk().to("evidence")
    walk.client.defaults["REMOTE_ADDR"] = FLOOD
    fields = {"sealed": walk.sealed, "page": "evidence", "files": SimpleUploadedFile("foto.jpg", b"abc")}
    page = walk.client.post("/id/lapor/bukti/", fields).content.decode()
    assert "Sangat banyak berkas sedang masuk" in page
    assert post(FLOOD).status_code == 201
