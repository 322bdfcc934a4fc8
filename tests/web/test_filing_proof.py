"""The proof on the site: asked for with the code, checked by anybody, kept by nobody."""

from __future__ import annotations

import json
import re
import secrets
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sinetra.apps.reports.actions import Filed, file_report
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import FilingProof, Report
from sinetra.core.documents.filing_proof import statement_in
from sinetra.core.filing_proof import signed_text
from sinetra.ports.signer import signer

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import main_text_of, tree_of
from report_walk import NAMED, Walk

pytestmark = pytest.mark.django_db
GIVE, CHECK = "/id/ikuti/bukti-penyampaian/", "/id/bukti/"


@pytest.fixture
def filed(city: None) -> Filed:
    given = {"channel": "initial_information", "what": "Kata-kata pelapor.", "region": "99.71"}
    return file_report(report=read_report(given | {"idempotency_key": secrets.token_urlsafe(16)}))


def ask(code: str, **fields: str) -> Any:
    page = tree_of(Client().post("/id/ikuti/", {"code": code}))
    form = page.xpath("//form[@action='/id/ikuti/bukti-penyampaian/']")[0]
    token = form.xpath("string(.//input[@name='view']/@value)")
    return Client().post(GIVE, {"view": token, "part": "pdf"} | fields, headers={"Sec-Fetch-Site": "same-origin"})


def check(language: str = "id", **fields: Any) -> Any:
    files = {
        name: SimpleUploadedFile(name, value) if isinstance(value, bytes) else value for name, value in fields.items()
    }
    return Client().post(f"/{language}/bukti/", files)


def told_of(code: str, words: str) -> bool:
    """A page and a code can have a word or two in common, as *bukti*."""
    there = set(re.findall(r"[a-z]+", words.lower()))
    return sum(word in there for word in code.split()) > 3


def test_a_code_that_is_told_is_seen(filed: Filed):
    assert told_of(filed.code, f"kode-{filed.code.replace(' ', '-')}.pdf")


def test_with_the_code_the_sheet_and_its_content_are_downloads_that_no_cache_keeps(filed: Filed):
    pdf, content = ask(filed.code), ask(filed.code, part="content")
    assert pdf.content.startswith(b"%PDF") and json.loads(content.content)["content"]["what"] == "Kata-kata pelapor."
    for answer in (pdf, content):
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"] and "Set-Cookie" not in answer.headers
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert not told_of(filed.code, answer.headers["Content-Disposition"])
    assert ask(filed.code).content == pdf.content
    assert "testserver/id/bukti/" in pdf.content.decode("latin-1")


def test_right_after_filing_it_can_be_asked_for_without_typing_the_code(vault: None):
    walk = Walk(answers=NAMED).to("summary").post(go="send")
    assert walk.code and not FilingProof.objects.exists(), "nothing is made at filing"
    form = walk.tree.xpath("//form[@action='/id/ikuti/bukti-penyampaian/']")[0]
    answer = Client().post(GIVE, {"view": form.xpath("string(.//input[@name='view']/@value)"), "part": "pdf"})
    assert statement_in(answer.content)[0].channel == "report"
    assert FilingProof.objects.count() == 1


@pytest.mark.parametrize("token", ["", "bukan token", "A" * 200])
def test_without_a_token_there_is_a_way_on_and_no_proof(filed: Filed, token: str):
    answer = Client().post(GIVE, {"view": token})
    assert "Ikuti laporan Anda" in main_text_of(answer) and tree_of(answer).xpath("//*[@role='alert']")
    assert not FilingProof.objects.exists()
    for shown in (answer, Client().get(GIVE)):
        assert tree_of(shown).xpath("//textarea[@name='code']/ancestor::form/@action") == ["/id/ikuti/"]


def test_another_site_cannot_ask(filed: Filed):
    assert Client().post(GIVE, {"view": "x"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_what_was_erased_says_so(filed: Filed):
    Report.objects.update(what_sealed=b"")
    assert "sudah dihapus" in main_text_of(ask(filed.code))


@pytest.mark.parametrize(("language", "told"), [("id", "Bukti ini asli"), ("en", "This proof is genuine")])
def test_anybody_checks_the_pdf_or_what_the_qr_code_holds(filed: Filed, language: str, told: str):
    pdf = ask(filed.code).content
    qr = "https://lain.contoh/id/bukti/#" + signed_text(*statement_in(pdf))
    for answer in (check(language, pdf=pdf), check(language, text=qr)):
        assert told in main_text_of(answer)
        assert "WIB" in main_text_of(answer) and statement_in(pdf)[0].content in answer.content.decode()
        assert "Kata-kata pelapor" not in answer.content.decode()
        assert not told_of(filed.code, main_text_of(answer))


def test_his_own_text_is_the_one_that_was_filed_and_another_one_is_not(filed: Filed):
    pdf, content = ask(filed.code).content, ask(filed.code, part="content").content
    assert "berkas isi yang Anda masukkan adalah isinya" in main_text_of(check(pdf=pdf, content=content))
    wrong = content.replace(b"pelapor.", b"pelapor!")
    assert "bukan isi yang disampaikan" in main_text_of(check(pdf=pdf, content=wrong))


def test_one_changed_bit_is_refused_and_nothing_that_nobody_signed_is_repeated(filed: Filed):
    pdf = ask(filed.code).content
    changed = bytearray(pdf)
    changed[len(pdf) // 2] ^= 1
    assert "Bukti ini tidak cocok" in main_text_of(check(pdf=bytes(changed)))
    statement, signature = statement_in(pdf)
    forged = signed_text(type(statement)(**{**vars_of(statement), "office": "Kantor Palsu"}), signature)
    answer = check(text=forged)
    assert "tidak cocok dengan isinya" in main_text_of(answer) and "Kantor Palsu" not in main_text_of(answer)


def vars_of(statement: Any) -> dict[str, Any]:
    return {name: getattr(statement, name) for name in type(statement).__dataclass_fields__}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Isi salah satu"),
        ({"text": "halo"}, "tidak ada bukti penyampaian"),
        ({"text": "halo", "content": b"{}"}, "bukan berkas isi"),
        ({"pdf": b"%PDF-1.7 " + bytes(1024 * 1024)}, "lebih besar dari 1 MB"),
    ],
)
def test_what_cannot_be_checked_is_told_beside_its_field_and_what_was_typed_stays(fields: dict[str, Any], told: str):
    answer = check(**fields)
    assert told in main_text_of(answer) and answer.status_code == 200
    assert fields.get("text", "") in tree_of(answer).xpath("string(//textarea)")


def test_another_pdf_is_no_proof():
    assert "Ini bukan bukti penyampaian" in main_text_of(check(pdf=b"%PDF-1.7\n%%EOF\n"))


def test_the_page_publishes_the_key_for_checking_elsewhere_and_reads_no_address():
    page = Client().get(CHECK, {"text": "SINETRA-BUKTI-1.x"})
    assert next(iter(signer().public_keys().values())).hex() in page.content.decode()
    assert tree_of(page).xpath("string(//textarea)").strip() == ""
