"""The report, page by page as a browser without JavaScript sends it: what is typed stays, what is wrong is told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from lxml import html

from sinetra.apps.accounts.models import User
from sinetra.apps.reports.models import CustodianKey, Identity, Report
from sinetra.apps.reports.selectors import report_view
from sinetra.ports import keyring
from sinetra.web import sealed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
HERE = {"id": "/id/lapor/", "en": "/en/lapor/"}
STORY = "Akun yang disebut milik lurah menyukai unggahan pasangan calon."
ANSWERS: dict[str, dict[str, Any]] = {
    "channel": {"channel": "initial_information"},
    "what": {"what": STORY, "acts": ["like", "share"]},
    "when": {"happened_on": "2024-11-20", "known_on": "2024-11-21"},
    "where": {"region": "99.71.01", "where": "Lapangan Gaharu"},
    "who": {"role": "lurah", "name": "Teratai Contohsari", "unit": "Kelurahan Contoh"},
    "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh No. 1", "phone": "0800-0000-0001"},
}
NAMED = ANSWERS | {"channel": {"channel": "report"}}


class Walk:
    """One person at the form: sends what stands on the page, with changes."""

    def __init__(self, language: str = "id", answers: dict[str, dict[str, Any]] = ANSWERS) -> None:
        self.client, self.address, self.answers = Client(), HERE[language], answers
        self._take(self.client.get(self.address))

    def _take(self, answer: Any) -> None:
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert "no-store" in answer.headers["Cache-Control"], "answers and code stay in no cache of a shared computer"
        assert not self.client.cookies
        self.answer = answer
        self.tree = html.document_fromstring(answer.content.decode())
        self.sealed = self.tree.xpath("string(//input[@name='sealed']/@value)")
        self.page = self.tree.xpath("string(//input[@name='page']/@value)")

    def post(self, **fields: Any) -> Walk:
        given = {"sealed": self.sealed, "page": self.page} | fields
        self._take(self.client.post(self.address, given, headers={"Sec-Fetch-Site": "same-origin"}))
        return self

    def next(self, **fields: Any) -> Walk:
        """Answers the page that is open; ``fields`` instead of the usual answers."""
        return self.post(**(self.answers.get(self.page, {}) | fields))

    def to(self, page: str) -> Walk:
        for _ in range(8):
            if self.page == page:
                return self
            self.next()
        raise AssertionError(f"{page} is not on the way; the form stands at {self.page}: {self.faults}")

    @property
    def faults(self) -> list[str]:
        """The lines at the top of the page."""
        return [line.text_content().strip() for line in self.tree.xpath("//div[@class='errors']//li")]

    @property
    def text(self) -> str:
        return " ".join(str(self.tree.text_content()).split())

    @property
    def code(self) -> str:
        return str(self.tree.xpath("string(//*[@id='report-code'])"))

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, as the browser would send it again."""
        found: dict[str, Any] = {}
        for field in self.tree.xpath("//main//input[not(@type='hidden')] | //main//textarea"):
            name, kind = field.get("name"), field.get("type", "textarea")
            if kind in {"radio", "checkbox"}:
                if field.get("checked") is not None:
                    found.setdefault(name, []).append(field.get("value"))
            else:
                found[name] = field.get("value", "") if field.tag == "input" else (field.text or "").lstrip("\n")
        return found


def same(shown: dict[str, Any], given: dict[str, Any]) -> None:
    for name, value in given.items():
        expected = value if isinstance(value, list) else [value]
        assert (shown[name] if isinstance(shown[name], list) else [shown[name]]) == expected


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("answers", [ANSWERS, NAMED], ids=["without a name", "with a name"])
def test_the_whole_form_leads_to_a_code_and_sets_no_cookie(language, answers):
    walk = Walk(language, answers).to("summary").post(go="send")
    assert len(walk.code.split()) == 9
    report = Report.objects.get()
    assert report.channel == answers["channel"]["channel"]
    assert Identity.objects.count() == (answers is NAMED)
    assert walk.code not in str(walk.answer.headers)


def test_a_form_that_was_not_sent_stores_nothing():
    Walk(answers=NAMED).to("summary")
    assert not Report.objects.exists()
    assert not Identity.objects.exists()


def test_who_gives_initial_information_is_never_asked_who_they_are():
    pages = []
    walk = Walk()
    while walk.page != "summary":
        pages.append(walk.page)
        walk.next()
    assert pages == ["channel", "what", "when", "where", "who"]


@pytest.mark.parametrize(
    ("page", "wrong", "field", "kept"),
    [
        ("what", {"acts": []}, "acts", {"what": STORY}),
        ("what", {"what": "pendek"}, "what", {"what": "pendek", "acts": ["like", "share"]}),
        ("what", {"what": "", "acts": ["like"]}, "what", {"acts": ["like"]}),
        ("when", {"happened_on": "kemarin"}, "happened_on", {"happened_on": "kemarin", "known_on": "2024-11-21"}),
        ("where", {"region": ""}, "region", {"where": "Lapangan Gaharu"}),
        ("where", {"region": "99"}, "region", {"where": "Lapangan Gaharu"}),
        ("where", {"region": "12.34"}, "region", {"where": "Lapangan Gaharu"}),
        ("who", {"role": "raja"}, "role", {"name": "Teratai Contohsari", "unit": "Kelurahan Contoh"}),
        ("reporter", {"name": ""}, "name", {"address": "Jalan Contoh No. 1", "phone": "0800-0000-0001"}),
        ("reporter", {"address": "x" * 400}, "address", {"name": "Kamboja Contohwan", "address": "x" * 400}),
    ],
)
def test_after_an_error_the_same_page_stands_with_what_was_typed(page, wrong, field, kept):
    walk = Walk(answers=NAMED).to(page).next(**wrong)
    assert walk.page == page
    same(walk.typed(), kept)
    assert walk.faults
    link = walk.tree.xpath("//div[@class='errors']//a/@href")[0]
    assert walk.tree.xpath("//*[@id=$name]", name=link[1:]), "the line at the top leads to a field"
    beside = walk.tree.xpath(f"//div[contains(@class, 'wrong')][.//*[@name='{field}' or @id='id_{field}']]")
    assert beside
    assert beside[0].xpath(".//*[contains(@class, 'field-error')]")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"happened_on": "2024-11-23", "known_on": "2024-11-23"}, "happened_on"),
        ({"known_on": "2024-12-01"}, "known_on"),
        ({"happened_on": "2024-11-21", "known_on": "2024-11-20"}, "known_on"),
    ],
)
def test_a_day_to_come_or_known_before_it_happened_is_told_at_the_top_and_beside_the_field(wrong, field):
    walk = Walk().to("when").next(**wrong)
    assert walk.page == "when"
    top = walk.tree.xpath(f"//div[@class='errors']//a[@href='#id_{field}']")
    beside = walk.tree.xpath(f"//div[contains(@class, 'wrong')][.//input[@name='{field}']]")
    assert top
    assert beside
    assert walk.tree.xpath(f"//input[@name='{field}']/@aria-invalid") == ["true"]
    same(walk.typed(), ANSWERS["when"] | wrong)
    assert walk.next().page == "where"


@pytest.mark.parametrize("page", ["what", "when", "where", "who", "reporter"])
def test_going_back_and_forth_keeps_every_answer(page):
    walk = Walk(answers=NAMED).to("summary")
    walk.post(go=page)
    assert walk.page == page
    same(walk.typed(), NAMED[page])
    walk.post(**walk.typed(), go="back")
    assert walk.page != page
    same(walk.typed(), NAMED[walk.page])
    walk.to("summary")
    for text in (STORY, "Lapangan Gaharu", "Teratai Contohsari", "Kamboja Contohwan"):
        assert text in walk.text


def test_a_change_of_one_answer_changes_that_one_only():
    walk = Walk().to("summary").post(go="who").next(name="Melati Contohsari").to("summary")
    assert "Melati Contohsari" in walk.text
    assert "Teratai Contohsari" not in walk.text
    assert STORY in walk.text


def test_what_is_typed_before_going_back_is_there_again():
    walk = Walk().to("when").next(go="back")
    assert walk.page == "what"
    walk.next()
    assert walk.page == "when"
    same(walk.typed(), ANSWERS["when"])


def test_back_from_an_empty_page_is_no_error():
    walk = Walk().to("where").post(go="back")
    assert walk.page == "when"
    assert walk.faults == []


@pytest.mark.parametrize("search", ["cendana ut", "Cendana Utara", "99.71.01"])
def test_a_region_is_found_by_name_and_by_code_and_looking_is_no_error(search):
    walk = Walk().to("where").post(go="find", search=search, where="Di depan balai")
    assert walk.page == "where"
    assert "99.71.01" in walk.tree.xpath("//input[@name='region']/@value")
    assert walk.faults == []
    assert walk.typed()["where"] == "Di depan balai"
    assert walk.typed()["search"] == search
    assert walk.post(region="99.71.01", where="Di depan balai").page == "who"


def test_a_region_that_does_not_exist_is_not_found_and_the_page_says_what_to_do():
    walk = Walk().to("where").post(go="find", search="Negeri Dongeng")
    assert not walk.tree.xpath("//input[@name='region']")
    assert "Tidak ada yang cocok" in walk.text


@pytest.mark.parametrize("search", ["\x00\x00\x00", "%%%", "'; DROP", "99.71.01\x00", "x" * 5000, "…", "\u202e99.71"])
def test_a_strange_search_is_no_error_of_ours(search):
    assert Walk().to("where").post(go="find", search=search).page == "where"


@pytest.mark.parametrize("given", ["\x00", "99.71.01\x00", "x" * 5000, "' OR 1=1"])
def test_a_strange_region_is_told_beside_the_field(given):
    walk = Walk().to("where").next(region=given)
    assert walk.page == "where"
    assert walk.faults


def test_the_summary_cannot_be_reached_by_skipping_a_page():
    for page, go in (("channel", "summary"), ("summary", "summary"), ("summary", "send"), ("summary", "next")):
        walk = Walk().to("when")
        walk.post(page=page, go=go)
        assert walk.page == "when", (page, go)
        assert not walk.code
    assert not Report.objects.exists()


def test_who_gives_initial_information_cannot_be_led_to_the_page_about_themselves():
    walk = Walk().to("summary").post(go="reporter")
    assert walk.page == "summary"
    assert Walk().to("who").post(page="reporter", go="next").page in {"who", "summary"}


@pytest.mark.parametrize("page", ["channel", "what", "summary", "reporter", "nowhere", ""])
@pytest.mark.parametrize("go", ["find", "send", "back", "next", "reporter", "nowhere"])
def test_no_combination_of_page_and_button_is_an_error_of_ours(page, go):
    Walk().to("where").post(page=page, go=go)
    assert not Report.objects.exists()


def test_a_change_from_named_to_nameless_asks_and_sends_no_name():
    walk = Walk(answers=NAMED).to("summary").post(go="channel").post(channel="initial_information")
    walk.answers = ANSWERS
    walk.to("summary")
    assert "Kamboja Contohwan" not in walk.text
    walk.post(go="send")
    assert walk.code
    assert not Identity.objects.exists()


def test_a_changed_sealed_field_is_told_and_only_what_cannot_be_read_is_lost():
    walk = Walk().to("what")
    walk.sealed = walk.sealed[:-6] + ("AAAA" if not walk.sealed.endswith("AAAA") else "BBBB") + walk.sealed[-2:]
    walk.next()
    assert walk.page == "channel"
    assert "Mulai lagi" in " ".join(walk.faults)
    walk.next()
    same(walk.typed(), ANSWERS["what"])
    assert walk.to("summary").post(go="send").code


@pytest.mark.parametrize("given", ["", "x", "é\ud83d\ude00".encode("utf-16", "surrogatepass").hex(), "A" * 400, "\x00"])
def test_a_sealed_field_that_is_none_is_told(given):
    walk = Walk().to("what")
    walk.sealed = given
    assert walk.next().page == "channel"
    assert walk.faults


def test_a_sealed_field_of_another_form_is_refused():
    walk = Walk().to("what")
    walk.sealed = sealed.seal("follow", {"report": "x"})
    assert walk.next().page == "channel"
    assert walk.faults


def test_after_a_day_the_answers_are_gone_and_the_page_says_why(monkeypatch):
    walk = Walk().to("when")
    late = sealed.time.time() + 24 * 3600 + 60
    monkeypatch.setattr(sealed.time, "time", lambda: late)
    walk.next()
    assert walk.page == "channel"
    assert "terlalu lama" in walk.faults[0]


def test_shortly_before_a_day_the_answers_are_still_there(monkeypatch):
    walk = Walk().to("when")
    late = sealed.time.time() + 24 * 3600 - 60
    monkeypatch.setattr(sealed.time, "time", lambda: late)
    assert walk.next().page == "where"


def test_the_sealed_field_shows_nothing_of_the_answers():
    walk = Walk().to("when")
    assert "lurah" not in walk.sealed
    with pytest.raises(Exception, match="Isian"):
        sealed.unseal("follow", walk.sealed)
    assert sealed.unseal("report", walk.sealed)["what"]["what"] == STORY


def test_sent_twice_it_is_one_report_with_one_code():
    walk = Walk(answers=NAMED).to("summary")
    last = walk.sealed
    first = walk.post(go="send").code
    walk.sealed, walk.page = last, "summary"
    assert walk.post(go="send").code == first
    assert Report.objects.count() == 1


def test_two_people_with_the_same_story_have_two_codes():
    codes = {Walk().to("summary").post(go="send").code for _ in range(2)}
    assert len(codes) == 2
    assert Report.objects.count() == 2


def sent_and_changed(language: str = "id") -> tuple[Walk, str]:
    """Filed, gone back, changed, sent again: the page that answers, and the first code."""
    walk = Walk(language).to("summary")
    before = walk.sealed
    code = walk.post(go="send").code
    walk.sealed, walk.page = before, "who"
    walk.next(name="Melati Contohsari")
    return walk.post(go="send"), code


@pytest.mark.parametrize(
    ("language", "told", "button"),
    [
        ("id", "Kiriman pertama Anda sudah tersimpan", "Kirim sebagai laporan baru"),
        ("en", "Your first report is already filed", "Send as a new report"),
    ],
)
def test_other_words_sent_after_filing_are_explained_and_kept_and_no_second_report(language, told, button):
    walk, _ = sent_and_changed(language)
    assert (walk.page, Report.objects.count()) == ("summary", 1)
    assert told in walk.text
    assert "Melati Contohsari" in walk.text and STORY in walk.text
    assert walk.tree.xpath("string(//button[@value='send'])") == button


def test_the_first_summary_offers_no_second_report():
    walk = Walk().to("summary")
    assert "Kiriman pertama" not in walk.text
    assert walk.tree.xpath("string(//button[@value='send'])") == "Kirim ke Bawaslu"


def test_sent_as_a_new_report_it_has_a_code_of_its_own_and_twice_is_still_one():
    walk, first = sent_and_changed()
    last = walk.sealed
    second = walk.post(go="send").code
    assert second != first
    walk.sealed, walk.page = last, "summary"
    assert walk.post(go="send").code == second
    assert Report.objects.count() == 2


def test_the_explanation_stays_when_an_answer_is_changed_once_more():
    walk, _ = sent_and_changed()
    walk.post(go="who").next(name="Kenanga Contohsari")
    assert walk.page == "summary"
    assert "Kiriman pertama Anda sudah tersimpan" in walk.text
    walk.post(go="send")
    assert Report.objects.count() == 2


def test_a_report_after_the_deadline_is_kept_as_initial_information_and_the_page_says_so():
    late = {"happened_on": "2024-10-30", "known_on": "2024-11-01"}
    walk = Walk(answers=NAMED | {"when": late}).to("summary").post(go="send")
    assert "Batas waktu lapor sudah lewat" in walk.text
    assert "informasi awal" in walk.text
    assert Report.objects.get().kept_as == "initial_information"


def test_a_report_in_time_names_the_day_that_is_due():
    walk = Walk(answers=NAMED).to("summary").post(go="send")
    assert "Batas waktu lapor sudah lewat" not in walk.text
    assert walk.tree.xpath("//section[@aria-labelledby='batas']//details[contains(@class, 'clock')]//li")


def test_an_installation_of_a_city_shows_the_way_to_bawaslu_and_stores_nothing(settings):
    walk = Walk().to("summary")
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = "https://bawaslu.example/id/lapor/"
    for answer in (
        Client().get(HERE["id"]),
        Client().post(HERE["id"], {"sealed": walk.sealed, "page": "summary", "go": "send"}),
    ):
        assert "https://bawaslu.example/id/lapor/" in answer.content.decode()
        assert "<textarea" not in answer.content.decode()
        assert not answer.cookies
    assert not Report.objects.exists()


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://lain.example"}])
def test_a_post_from_another_site_is_refused_and_stores_nothing(headers):
    walk = Walk().to("summary")
    given = {"sealed": walk.sealed, "page": "summary", "go": "send"}
    assert walk.client.post(walk.address, given, headers=headers).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(method):
    assert getattr(Client(), method)(HERE["id"]).status_code == 405


def received(actor) -> Any:
    return report_view(actor("staf.bawaslu"), Report.objects.get().pk)


@pytest.mark.parametrize("story", ["a" * 10_000, "baris\r\n" * 1_666 + "xxxx", "🙂é" * 5_000])
def test_ten_thousand_characters_are_kept_whole(story, actor):
    walk = Walk(answers=ANSWERS | {"what": {"what": story, "acts": ["like"]}}).to("summary").post(go="send")
    assert walk.code, walk.faults
    assert received(actor).what == story.replace("\r\n", "\n")


def test_more_than_ten_thousand_are_told_beside_the_field_and_stay_typed():
    walk = Walk().to("what").next(what="a" * 10_001)
    assert walk.page == "what"
    assert walk.faults
    assert walk.typed()["what"] == "a" * 10_001


HOSTILE = "<script>alert('x')</script>\x00\u202e\u200f\"onmouseover=\"x\" {{ 7|add:7 }} {% now 'Y' %}"


def test_hostile_text_is_kept_as_text_and_shown_as_text(actor, signed_in):
    answers = ANSWERS | {
        "what": {"what": HOSTILE * 2, "acts": ["like"]},
        "where": {"region": "99.71.01", "where": HOSTILE},
        "who": {"role": "lurah", "name": HOSTILE, "unit": HOSTILE},
    }
    walk = Walk(answers=answers)
    while walk.page != "summary":
        before = walk.page
        walk.next()
        assert walk.page != before, walk.faults
        assert not walk.tree.xpath("//script[not(@src)] | //@onmouseover")
    kept = HOSTILE.replace("\x00", "")
    assert kept in str(walk.tree.text_content())
    walk.post(go="send")
    assert walk.code
    assert received(actor).what == kept * 2
    assert received(actor).reported[0].name == kept
    page = signed_in("staf.bawaslu").get(f"/kerja/id/laporan/{Report.objects.get().pk}/").content.decode()
    assert "&lt;script&gt;alert" in page
    assert "<script>alert" not in page
    assert "\x00" not in page


def test_the_words_of_the_story_stand_in_no_row_in_clear():
    Walk(answers=NAMED).to("summary").post(go="send")
    report, identity = Report.objects.get(), Identity.objects.get()
    plain = repr([report.__dict__, identity.__dict__]).encode()
    for word in (b"menyukai", b"Gaharu", b"Teratai", b"Kamboja", b"0800-0000-0001"):
        assert word not in plain
        assert word not in bytes(report.what_sealed) + bytes(report.where_sealed) + bytes(report.reported_sealed)
        assert word not in bytes(identity.sealed)


def test_without_a_vault_a_name_is_not_taken_and_the_other_way_is_offered():
    CustodianKey.objects.update(retired_at=datetime.now(UTC))
    walk = Walk(answers=NAMED).to("summary").post(go="send")
    assert walk.page == "summary"
    assert "informasi awal" in walk.faults[0]
    assert not Report.objects.exists()


def test_staff_who_are_signed_in_file_as_anybody(signed_in):
    """The session cookie has the staff path; a browser never sends it here, and if it came it would not be read."""
    client = signed_in("staf.bawaslu")
    answer = client.get(HERE["id"])
    assert not answer.cookies
    assert "staf.bawaslu" not in answer.content.decode()
    assert User.objects.filter(username="staf.bawaslu").exists()


def test_a_key_ring_without_the_view_key_is_not_guessed():
    assert keyring.open_sealed("view", keyring.seal("view", b"x", b"form:a"), b"form:a") == b"x"
    with pytest.raises(Exception, match=r".+"):
        keyring.open_sealed("view", keyring.seal("view", b"x", b"form:a"), b"form:b")
