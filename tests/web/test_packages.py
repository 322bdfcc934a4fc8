"""A package by hand and over HTTPS: the signature decides, what is wrong is named, and nothing is taken twice."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from nacl.signing import SigningKey

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of

from casework_rows import decided, registered
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import forward, open_matter
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.parcels import unsealed
from sinetra.apps.cases.partners import party_of
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report
from sinetra.core import packages
from sinetra.core.ids import uuid7
from sinetra.ports import keyring

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
API = "/api/v1/packages"
KEY = SigningKey(b"k" * 32)
SUMMARY = "Ringkasan kajian untuk penerima."


@pytest.fixture
def sent(reports: None, actor: Callable[[str], Actor]) -> HandOver:
    """Forwarded to BKN, not delivered yet: its package is a file."""
    report = Report.objects.select_related("organisation", "region").filter(state="new", kept_as="report").first()
    assert report is not None
    staff, plenary = actor("staf.bawaslu"), actor("pleno")
    matter = open_matter(report=report, actor=staff)
    decided(registered(matter, staff), plenary)
    bkn = Organisation.objects.get(kind="bkn", is_demo=True)
    return forward(matter=matter, to=bkn, summary=SUMMARY, actor=plenary)


@pytest.fixture
def raw(sent: HandOver) -> bytes:
    """A new package about the same, so that it has not come yet whatever the sample office has done."""
    return changed(unsealed(sent.package_sealed, sent.pk, "package"), id=uuid7())


def changed(raw: bytes, **values: Any) -> bytes:
    """Properly signed anew by this installation."""
    package = packages.verify(raw, check=lambda *_: True, addressed_here=lambda _: True)
    return packages.write(dataclasses.replace(package, **values), keyring.sign)


def by_another_key(raw: bytes) -> bytes:
    package = packages.verify(raw, check=lambda *_: True, addressed_here=lambda _: True)
    return packages.write(package, lambda message: bytes(8) + KEY.sign(message).signature)


WRONG: dict[str, Callable[[bytes], bytes]] = {
    "package_unreadable": lambda raw: raw[:-40],
    "package_altered": lambda raw: raw.replace(b'"happened_on"', b'"happened_at"'),
    "package_signature": by_another_key,
    "package_sender_unknown": lambda raw: changed(raw, sender=packages.Party(kind="bkn", name="Antah Berantah")),
    "package_addressee": lambda raw: changed(raw, recipient=packages.Party(kind="bkn", name="BKN yang lain")),
    "package_content": lambda raw: changed(raw, content={"region": "99.99"}),
    "reply_to_nothing": lambda raw: changed(raw, kind=packages.Kind.RETURN, content={"package": str(uuid7())}),
}
# Sent without any signature worth the name, so anybody could: each must be refused, none may break the server.
HOSTILE = {
    "not a number": b'{"a":NaN}',
    "half a surrogate": b'{"a":"\\ud800"}',
    "a huge number": b'{"a":1e999}',
    "deep": b'{"a":' + b"[" * 900 + b"]" * 900 + b"}",
}


def counts() -> tuple[int, int]:
    return Matter.objects.count(), HandOver.objects.count()


def post(raw: bytes) -> Any:
    """As another institution's machine does: no cookie, no token of a page."""
    return Client(enforce_csrf_checks=True).post(API, raw, content_type="application/json")


def upload(client: Client, raw: bytes) -> Any:
    return client.post(reverse("bring_in_package"), {"package": SimpleUploadedFile("paket.json", raw)})


def test_over_https_the_first_time_is_201_and_a_repeat_200_with_the_same_body(raw: bytes):
    before = counts()
    first, again = post(raw), post(raw)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["state"] == "received"
    assert first.json()["digest"] == json.loads(raw)["digest"]
    assert counts() == (before[0] + 1, before[1] + 1)
    assert "Set-Cookie" not in first.headers


def test_other_content_under_the_same_id_is_a_conflict(raw: bytes):
    post(raw)
    content = json.loads(raw)["content"] | {"summary": "Ringkasan yang lain."}
    before = counts()
    answer = post(changed(raw, content=content))
    assert (answer.status_code, answer.json()["code"]) == (409, "package")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert counts() == before


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_named_and_nothing_is_taken(raw: bytes, code: str):
    before = counts()
    answer = post(WRONG[code](raw))
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert counts() == before


@pytest.mark.parametrize("name", HOSTILE)
def test_content_that_no_honest_sender_writes_breaks_nothing(raw: bytes, name: str):
    document = json.loads(raw)
    mark = json.dumps(document["content"]).encode()
    answer = post(json.dumps(document).encode().replace(mark, HOSTILE[name]))
    assert answer.status_code == 422
    assert answer.json()["code"] in {"package_unreadable", "package_altered"}


@pytest.mark.parametrize("created_at", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "kemarin"])
def test_a_time_that_is_none_is_unreadable(raw: bytes, created_at: str):
    assert (
        post(json.dumps(json.loads(raw) | {"created_at": created_at}).encode()).json()["code"] == "package_unreadable"
    )


def test_a_sender_with_a_null_byte_is_unreadable(raw: bytes):
    party = {"kind": "bawaslu", "name": "a\0b"}
    assert post(json.dumps(json.loads(raw) | {"from": party}).encode()).json()["code"] == "package_unreadable"


@pytest.mark.parametrize("size", [packages.LARGEST + 1, packages.LARGEST * 2])
def test_a_body_over_the_limit_is_413(db: None, size: int):
    answer = post(b"x" * size)
    assert (answer.status_code, answer.json()["code"]) == (413, "package_too_large")


def test_a_body_that_hides_its_length_is_413_too(db: None):
    from io import BytesIO

    body = BytesIO(b"x" * (packages.LARGEST + 1))
    wsgi = {"wsgi.input": body, "CONTENT_LENGTH": "", "CONTENT_TYPE": "application/json"}
    answer = Client().generic("POST", API, **wsgi)
    assert answer.status_code in {413, 422}, "a server may cut what has no length"
    assert post(b"x" * packages.LARGEST).json()["code"] == "package_unreadable", "just at the limit it is read"


def test_an_acknowledgement_from_another_installation_is_noted(sent: HandOver, settings: LazySettings):
    settings.SINETRA_PROFILE = "bawaslu"
    bkn = Organisation.objects.get(kind="bkn", is_demo=True)
    with unit_of_work(SYSTEM) as work:
        work.change(bkn, public_key=KEY.verify_key.encode())
        work.record("organisation.key", bkn)
    reply = packages.Package(
        kind=packages.Kind.ACKNOWLEDGEMENT,
        id=uuid7(),
        sender=party_of(bkn),
        recipient=party_of(sent.organisation),
        created_at=sent.sent_at,
        content={"package": str(sent.package_id), "digest": sent.package_digest, "number": "7/BKN"},
    )
    signed = packages.write(reply, lambda message: bytes(8) + KEY.sign(message).signature)
    first, again = post(signed), post(signed)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["state"] == "acknowledged"
    sent.refresh_from_db()
    assert sent.state == HandOverState.ACKNOWLEDGED


def test_as_a_file_the_page_says_what_came_and_where_it_is_now(signed_in: SignIn, raw: bytes):
    client, before = signed_in("auditor.bkn"), counts()
    answer = upload(client, raw)
    assert answer.status_code == 200
    matter = Matter.objects.order_by("-opened_at", "-id").first()
    assert matter is not None
    assert reverse("matter", args=[matter.pk]) in answer.content.decode()
    assert "Penerusan perkara" in text_of(answer)
    assert "Bawaslu Kota Cendana" in text_of(answer)
    assert matter.number in text_of(client.get(reverse("inbox")))
    again = upload(client, raw)
    assert "sudah pernah diterima" in text_of(again)
    assert counts() == (before[0] + 1, before[1] + 1)


@pytest.mark.parametrize("code", WRONG)
def test_a_file_that_is_not_to_be_believed_is_refused_with_what_to_do(signed_in: SignIn, raw: bytes, code: str):
    from sinetra.web.staff.packages import ADVICE

    before = counts()
    answer = upload(signed_in("auditor.bkn"), WRONG[code](raw))
    assert answer.status_code == 422
    assert str(ADVICE[code]) in text_of(answer)
    assert counts() == before


def test_other_content_under_the_same_id_is_refused_on_the_page(signed_in: SignIn, raw: bytes):
    client = signed_in("auditor.bkn")
    upload(client, raw)
    answer = upload(client, changed(raw, content=json.loads(raw)["content"] | {"summary": "lain"}))
    assert answer.status_code == 409
    assert "dengan isi lain" in text_of(answer)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "kosong"), (b"x" * (packages.LARGEST + 1), "terlalu besar"), (b"\x89PNG\r\n\x1a\n", "bukan paket Sinetra")],
)
def test_a_file_that_is_no_package_is_refused(signed_in: SignIn, reports: None, content: bytes, told: str):
    assert told in text_of(upload(signed_in("auditor.bkn"), content))


def test_without_a_file_the_page_asks_for_one(signed_in: SignIn, city: None):
    answer = signed_in("auditor.bkn").post(reverse("bring_in_package"))
    assert "Pilih berkas paket" in text_of(answer)


def test_a_package_for_another_office_is_not_taken_in_by_this_one(signed_in: SignIn, raw: bytes):
    before = counts()
    assert upload(signed_in("staf.bawaslu"), raw).status_code == 403
    assert counts() == before


@pytest.mark.parametrize("username", ["kustodian", "tim.netralitas", "ppk", "admin", "pemeriksa.jejak", "orang.luar"])
def test_who_handles_no_matters_reaches_no_package(signed_in: SignIn, raw: bytes, username: str):
    client = signed_in(username)
    assert client.get(reverse("bring_in_package")).status_code == 403
    assert upload(client, raw).status_code == 403


@pytest.mark.parametrize("username", ["staf.bawaslu", "auditor.bkn"])
def test_the_inbox_leads_there_in_both_languages(signed_in: SignIn, username: str):
    client = signed_in(username)
    assert reverse("bring_in_package") in client.get(reverse("inbox")).content.decode()
    english = client.get(reverse("bring_in_package").replace("/id/", "/en/", 1))
    assert (english.status_code, english.headers["Content-Language"]) == (200, "en")
