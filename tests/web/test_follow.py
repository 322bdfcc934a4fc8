"""The reporter reads each step with the code. Neither code nor token stands in an address, a header or a cookie."""

from __future__ import annotations

import secrets
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parent))

from follow_pages import PATHS, Page, filed

from sinetra.apps.cases.demo import load_reports
from sinetra.apps.reports.codes import words
from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.web import sealed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
UNKNOWN = "Kode ini tidak terdaftar di sini."


def ask(language: str = "id", **given: Any) -> Page:
    return Page(Client().post(PATHS[language], given))


def other_word(code: str, place: int) -> str:
    """The code with another word of the list at ``place``, so far off that no slip is taken for it."""
    given = code.split()
    given[place] = next(w for w in words().words if w[0] != given[place][0] and abs(len(w) - len(given[place])) > 1)
    return " ".join(given)


@pytest.mark.parametrize("language", ["id", "en"])
def test_with_the_code_the_steps_are_read(language):
    page = ask(language, code=filed().code)
    assert page.faults == []
    assert page.token
    assert "Bawaslu Kota Cendana" in page.text
    assert "22 November 2024" in page.text


@pytest.mark.parametrize("typed", [str.upper, str.title, lambda c: c.replace(" ", "-"), lambda c: f"  {c}.\n"])
def test_a_code_is_understood_however_it_is_written(typed):
    assert ask(code=typed(filed().code)).token


@pytest.mark.parametrize("place", [0, 4, 8])
def test_one_wrong_word_the_check_word_too_is_found_and_the_code_stays_typed(place):
    typed = other_word(filed().code, place)
    page = ask(code=typed)
    assert not page.token
    assert page.tree.xpath("string(//textarea[@name='code'])").strip() == typed
    assert page.tree.xpath("//div[@class='errors']//a/@href") == ["#id_code"]


def test_two_swapped_words_are_found():
    first, second, *rest = filed().code.split()
    page = ask(code=" ".join([second, first, *rest]))
    assert "tertukar" in page.faults[0]


NO_CODES = ["", "satu dua", "x " * 9, "kata " * 400, "\x00", "<script>alert(1)</script>", "%s %(x)s"]


@pytest.mark.parametrize("typed", NO_CODES)
def test_what_cannot_be_a_code_is_told_and_shown_as_text(typed):
    page = ask(code=typed)
    assert page.faults
    assert not page.token
    assert not page.tree.xpath("//script[not(@src)]")


def test_a_code_that_never_existed_and_one_whose_report_is_gone_sound_the_same():
    never = words().code(secrets.token_bytes(32))
    gone = filed().code
    assert UNKNOWN not in ask(code=gone).text
    Report.objects.update(code_hash=b"0" * 32)
    answers = [ask(code=code) for code in (never, gone)]
    assert [page.faults for page in answers] == [[UNKNOWN], [UNKNOWN]]
    plain = [page.answer.content.decode().replace(code, "") for page, code in zip(answers, (never, gone), strict=True)]
    assert plain[0] == plain[1]


def test_with_the_token_of_the_page_one_looks_again_without_the_code():
    first = ask(code=filed().code)
    again = ask(view=first.token)
    assert again.steps == first.steps
    assert again.token


def test_after_half_an_hour_the_token_is_over_and_the_page_asks_for_the_code(monkeypatch):
    token = ask(code=filed().code).token
    now = sealed.time.time()
    monkeypatch.setattr(sealed.time, "time", lambda: now + 29 * 60)
    assert ask(view=token).token
    monkeypatch.setattr(sealed.time, "time", lambda: now + 31 * 60)
    page = ask(view=token)
    assert not page.token
    assert page.faults
    assert page.tree.xpath("//textarea[@name='code']")


def test_looking_again_prolongs_nothing_but_typing_the_code_does(monkeypatch):
    code = filed().code
    first = ask(code=code)
    now = sealed.time.time()
    monkeypatch.setattr(sealed.time, "time", lambda: now + 29 * 60)
    again, typed = ask(view=first.token), ask(code=code)
    assert again.token and typed.token
    monkeypatch.setattr(sealed.time, "time", lambda: now + 31 * 60)
    assert not ask(view=again.token).token
    assert ask(view=typed.token).token


@pytest.mark.parametrize("change", [lambda t: t[:-4] + "AAAA", lambda t: "", lambda t: "x" * 300, lambda t: t + "\x00"])
def test_a_token_that_was_changed_opens_nothing(change):
    report = filed()
    token = ask(code=report.code).token
    changed = change(token)
    page = ask(view=changed)
    assert page.faults or changed.rstrip("\x00") == token
    assert "Teratai" not in page.text


def test_a_token_of_the_report_form_opens_nothing():
    report = filed()
    page = ask(view=sealed.seal("report", {"report": str(report.report_id)}))
    assert page.faults
    assert not page.token


def test_the_token_of_one_report_shows_that_one_only():
    mine, other = filed(region="99.71.02"), filed(known_on="2024-11-22")
    assert ask(view=ask(code=mine.code).token).steps == ask(code=mine.code).steps
    assert sealed.unseal("follow", ask(code=mine.code).token) == {"report": str(mine.report_id)}
    assert mine.report_id != other.report_id


@pytest.mark.parametrize("language", ["id", "en"])
def test_neither_code_nor_token_stands_in_an_address_a_header_or_a_link(language):
    code = filed().code
    page = ask(language, code=code)
    around = str(page.answer.headers) + " ".join(page.tree.xpath("//@href | //@action | //@src | //@formaction"))
    assert page.token not in around
    for first, second in pairwise(code.split()):
        assert f"{first} {second}" not in around.replace("-", " ")
    assert "no-store" in page.answer.headers["Cache-Control"]
    assert code not in page.text


def test_a_code_in_an_address_is_not_read():
    code = filed().code
    page = Page(Client().get(PATHS["id"], {"code": code, "view": code}))
    assert not page.steps
    assert code not in page.tree.xpath("string(//main)")


def test_the_reporter_reads_the_steps_of_the_office_and_no_name_of_anybody(city):
    codes = {item.report_id: item.code for item in load_reports(ROOT / "samples" / "cendana.yaml")}
    seen = []
    for code in codes.values():
        page = ask(code=code)
        seen.append(len(page.steps))
        for name in ("Contohwan", "Contohsari", "Contohmawar", "Contohwati", "Contohputra"):
            assert name not in page.tree.xpath("string(//main)")
    assert min(seen) >= 1
    assert max(seen) >= 4, "a matter that was forwarded and acknowledged has told every step"


def test_a_late_report_says_as_what_it_is_kept(vault):
    name = {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1"}
    late = filed(channel="report", reporter=name, happened_on="2024-10-30", known_on="2024-11-01")
    assert "Batas waktu lapor sudah lewat" in ask(code=late.code).text


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://lain.example"}])
def test_another_site_cannot_ask(headers):
    assert Client().post(PATHS["id"], {"code": filed().code}, headers=headers).status_code == 403
