"""The proof of filing for machines: its address is the same for everybody and says nothing; the code is in a header."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any

import pytest
from django.test import Client

from sinetra.apps.reports.models import FilingProof
from sinetra.core.documents.filing_check import check_filing
from sinetra.ports.signer import document_signer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]


def file(**changes: Any) -> dict[str, Any]:
    given = {"channel": "initial_information", "what": "Kata-kata pelapor.", "region": "99.71", "acts": ["like"]}
    given |= {"idempotency_key": secrets.token_urlsafe(24)} | changes
    answer = Client().post("/api/v1/reports", json.dumps(given), content_type="application/json")
    assert answer.status_code in {200, 201}, answer.content
    return dict(answer.json())


def test_what_the_answer_names_is_the_proof_for_whoever_has_the_code():
    filed = file()
    assert not FilingProof.objects.exists()
    pdf = Client().get(filed["proof"], headers={"X-Report-Code": filed["code"]})
    content = Client().get(f"{filed['proof']}/content", headers={"X-Report-Code": filed["code"]})
    found = check_filing(pdf.content, document_signer().check, content=content.content)
    assert found.ok and found.statement is not None
    assert found.statement.content == hashlib.sha256(content.content).hexdigest()
    assert pdf.headers["Content-Type"] == "application/pdf"
    for answer in (pdf, content):
        assert "no-store" in answer.headers["Cache-Control"] and "Set-Cookie" not in answer.headers
    assert Client().get(filed["proof"], headers={"X-Report-Code": filed["code"]}).content == pdf.content


def test_the_address_is_the_same_for_every_report_and_holds_no_word_of_a_code():
    one, other = file(), file()
    assert one["proof"] == other["proof"]
    assert not set(one["code"].split()) & set(one["proof"].replace("/", " ").split())


@pytest.mark.parametrize("part", ["", "/content"])
def test_without_the_code_there_is_nothing(part: str):
    filed = file()
    words = filed["code"].split()
    wrong = " ".join([*words[1:], words[0]])
    assert Client().get(filed["proof"] + part).status_code == 422
    assert Client().get(filed["proof"] + part, {"code": filed["code"]}).status_code == 422
    for code in (wrong, "x", ""):
        answer = Client().get(filed["proof"] + part, headers={"X-Report-Code": code})
        assert answer.status_code in {404, 422} and answer.headers["Content-Type"] == "application/problem+json"
        assert not any(word in answer.content.decode().split() for word in words)
    assert not FilingProof.objects.exists()
