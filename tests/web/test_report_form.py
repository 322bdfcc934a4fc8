"""Filling in the report: what is typed stays, what is wrong is told, the way back and forth, the sealed answers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sinetra.apps.reports.models import Identity, Report
from sinetra.web import sealed

sys.path.insert(0, str(Path(__file__).resolve().parent))

from report_walk import ANSWERS, CONFIDENTIAL, NAMED, STORY, Walk, draft_of, same

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]


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
    assert pages == ["channel", "what", "when", "where", "who", "evidence"]


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


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Bambu Contohwan 198503172010011007", "Bambu Contohwan"),
        ("Bambu, NIP. 19850317 201001 1 007", "Bambu"),
        ("NIK 9971034504900001 Bambu", "Bambu"),
        ("19850317 201001 1 007", ""),
    ],
)
@pytest.mark.parametrize("field", ["name", "unit"])
def test_a_nip_or_nik_is_taken_out_and_the_reporter_reads_that_it_is_not_needed(field, typed, left):
    walk = Walk().to("who").next(**{field: typed})
    assert walk.page == "who"
    assert "tidak diperlukan" in walk.faults[0]
    assert walk.typed()[field] == left
    assert walk.post(**walk.typed()).to("summary").page == "summary"
    assert "1985" not in walk.text


def test_a_school_a_year_and_a_telephone_number_stay():
    unit = "SD Negeri 12, tahun 2024, telepon 0800-0000-0001"
    assert unit in Walk().to("who").next(unit=unit).to("summary").text


def test_initial_information_in_confidence_has_a_sealed_name_and_nothing_to_sign():
    walk = Walk(answers=CONFIDENTIAL).to("reporter")
    assert "Satu cara menghubungi Anda" in walk.text
    assert walk.next(address="").faults
    walk.to("summary")
    assert "nama dirahasiakan" in walk.text
    walk.post(go="send")
    report = Report.objects.get()
    assert (report.channel, report.kept_as, report.sign_by) == ("initial_information", "initial_information", None)
    assert Identity.objects.count() == 1


def test_the_form_opens_with_what_cannot_and_what_can_be_reported_and_explains_each_way():
    walk = Walk()
    assert "Pilihan di bilik suara adalah rahasia dan hak" in walk.text
    assert walk.text.index("Yang tidak dapat dilaporkan") < walk.text.index("Yang dapat dilaporkan")
    assert walk.text.index("Yang dapat dilaporkan") < walk.text.index("Informasi awal, tanpa nama")
    assert len(walk.tree.xpath("//label[@class='choice'][.//small]")) == 3


@pytest.mark.parametrize("answers", [ANSWERS, CONFIDENTIAL, NAMED])
def test_every_answer_of_the_summary_can_be_changed_and_every_page_can_be_left_at_once(answers):
    walk = Walk(answers=answers)
    while walk.page != "summary":
        assert walk.tree.xpath("//a[@data-leave]/@href")
        walk.next()
    assert len(walk.tree.xpath("//dl[contains(@class, 'summary')]//dd")) == len(
        walk.tree.xpath("//dl[contains(@class, 'summary')]//dd//button")
    )
    assert walk.tree.xpath("//a[@data-leave]/@href")


def test_at_most_eight_pages_and_no_more_than_nine_answers_that_must_be_given():
    walk, pages, required = Walk(answers=NAMED), 1, 0
    while walk.page != "summary":
        page = walk.page
        required += len(walk.post().faults)
        pages += 1
        if walk.page == page:  # the page of evidence may be left empty
            walk.next()
    assert pages == 8
    assert required == 9


def test_a_draft_comes_only_when_asked_for_and_opens_for_seven_days(monkeypatch):
    walk = Walk(answers=NAMED).to("when")
    assert draft_of(walk) == ""
    walk.post(go="draft", happened_on="kemarin")
    assert walk.typed()["happened_on"] == "kemarin", "asking is no reason to be told what is wrong"
    assert walk.faults == []
    walk.to("who")
    kept = draft_of(walk)
    assert STORY not in kept
    another = Walk(answers=NAMED)
    another.sealed = ""
    another.post(go="restore", draft=kept, page="who", name="Bambu", role="camat")
    assert another.page == "who"
    same(another.typed(), {"name": "Bambu", "role": "camat"})
    assert STORY in another.to("summary").text
    late = sealed.time.time() + 7 * 24 * 3600 - 60
    monkeypatch.setattr(sealed.time, "time", lambda: late)
    assert another.post(go="restore", draft=kept, page="who").page == "who"
    monkeypatch.setattr(sealed.time, "time", lambda: late + 120)
    another.post(go="restore", draft=kept, page="who")
    assert another.page == "channel"
    assert "tujuh hari" in another.faults[0]


def test_who_decides_against_a_draft_goes_on_without_one_and_may_ask_again():
    walk = Walk(answers=NAMED).to("when").post(go="draft", happened_on="kemarin")
    assert draft_of(walk)
    walk.post(go="no_draft", happened_on="kemarin")
    assert (walk.page, walk.faults, draft_of(walk)) == ("when", [], "")
    assert walk.typed()["happened_on"] == "kemarin"
    assert walk.tree.xpath("//button[@data-draft-ask]"), "it can be asked for again"
    assert draft_of(walk.to("who")) == "", "nobody is asked on each page again"
    assert draft_of(walk.post(go="draft"))


def test_the_answers_of_a_page_are_no_draft():
    walk = Walk().to("when")
    walk.post(go="restore", draft=walk.sealed, page="when")
    assert walk.page == "channel"
    assert walk.faults


def test_a_draft_that_was_sent_is_the_same_report_when_it_is_sent_again():
    walk = Walk(answers=NAMED).to("summary").post(go="draft")
    kept = draft_of(walk)
    walk.post(go="send")
    first, again = walk.code, Walk(answers=NAMED)
    assert again.post(go="restore", draft=kept, page="summary").post(go="send").code == first
    assert Report.objects.count() == 1
