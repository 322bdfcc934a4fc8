"""The pages of the question bank and of what tests measured, and who may not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sinetra.apps.prevention.demo.questions import load_questions
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    BankQuestion,
    KnowledgeTest,
    Programme,
    TestOpening,
    TestResult,
)

sys.path.insert(0, str(Path(__file__).parents[1] / "apps" / "prevention"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from knowledge_cast import make_room
from reading import text, tree

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ORGANISER, SECOND = "petugas.bkpsdm", "tim.netralitas"
NOT_THE_BANK = ("ppk", "inspektorat", "humas", "admin", "auditor.bkn", "pemeriksa.jejak", "pleno", "orang.luar")
NOT_THE_RESULTS = ("admin", "auditor.bkn", "kustodian", "orang.luar")


def test_from_the_rulebook_to_a_published_question_by_two_persons(signed_in: SignIn):
    writer, second = signed_in(ORGANISER), signed_in(SECOND)
    assert "Belum ada soal" in text(writer.get(reverse("question_bank")))
    form = {"law_date": "2024-11-22", "election": ""}
    assert writer.post(reverse("generate_questions"), form).status_code == 302
    drafts = BankQuestion.objects.filter(state="draft").count()
    assert drafts >= 20
    assert "menunggu Anda" in text(writer.get(reverse("check_questions")))
    page = tree(second.get(reverse("check_questions")))
    boxes = page.xpath("//input[@name='chosen_rows']/@value")
    assert len(boxes) == 20
    assert "Pasal" in page.text_content() and "kunci" in page.text_content()
    assert second.post(reverse("check_questions"), {"chosen_rows": boxes[:3]}).status_code == 302
    assert BankQuestion.objects.filter(state="published").count() == 3
    assert BankQuestion.objects.filter(state="draft").count() == drafts - 3
    listed = text(writer.get(reverse("question_bank"), {"keadaan": "published"}))
    assert "masih berlaku" in listed and "konsep" not in listed.split("Soal, yang terbaru")[1]


def test_nothing_ticked_and_a_draft_that_was_rewritten_are_said(signed_in: SignIn):
    writer, second = signed_in(ORGANISER), signed_in(SECOND)
    writer.post(reverse("generate_questions"), {"law_date": "2024-11-22", "election": ""})
    assert "Centang sedikitnya satu soal" in text(second.post(reverse("check_questions"), {}))
    stale = tree(second.get(reverse("check_questions"))).xpath("//input[@name='chosen_rows']/@value")[0]
    BankQuestion.objects.filter(pk=stale.split(":")[0]).update(version=9)
    assert "Baca lagi" in text(second.post(reverse("check_questions"), {"chosen_rows": [stale]}))
    assert not BankQuestion.objects.filter(state="published").exists()


@pytest.mark.parametrize("day", ["", "besok", "2024-13-01"])
def test_a_day_that_is_none_is_said_and_stays_in_the_field(signed_in: SignIn, day: str):
    page = tree(signed_in(ORGANISER).post(reverse("generate_questions"), {"law_date": day, "election": ""}))
    assert page.xpath("//div[@class='errors']")
    assert not BankQuestion.objects.exists()


def test_a_question_is_reworded_and_the_key_stays(signed_in: SignIn):
    writer = signed_in(ORGANISER)
    writer.post(reverse("generate_questions"), {"law_date": "2024-11-22", "election": ""})
    row = BankQuestion.objects.filter(kind="may")[0]
    address = reverse("reword_question", args=[row.pk])
    page = tree(writer.get(address))
    given = {item.name: item.value or "" for item in page.xpath("//form[@method='post']")[-1].inputs if item.name}
    given["prompt_id"] = "Kata-kata yang lain untuk soal ini?"
    assert writer.post(address, given | {"explanation_id": ""}).status_code == 200
    assert writer.post(address, given).status_code == 302
    again = BankQuestion.objects.get(pk=row.pk)
    assert (again.prompt_id, again.key, again.facts) == (given["prompt_id"], row.key, row.facts)


def own_question(**changes: str) -> dict[str, str]:
    given = {
        "prompt_id": "Bolehkah ASN memberikan suara?",
        "option_id_0": "Boleh",
        "option_id_1": "Tidak boleh",
        "right": "0",
        "explanation_id": "Hak pilih ASN tetap ada.",
        "topic": "free",
        "law_date": "2024-11-22",
        "norms": "vote",
    }
    return given | changes


def test_a_question_of_ones_own_is_kept_with_its_norm(signed_in: SignIn):
    writer = signed_in(ORGANISER)
    assert writer.post(reverse("new_question"), own_question()).status_code == 302
    row = BankQuestion.objects.get()
    assert (row.kind, row.norms, row.key) == ("own", ["vote"], "0")
    page = text(writer.get(reverse("bank_question", args=[row.pk])))
    assert "ditentukan penulisnya" in page
    english = tree(writer.get(f"/kerja/en/bank-soal/{row.pk}/"))
    assert english.xpath("//h1/@lang") == ["id"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"norms": "tidak.ada"}, "tidak.ada"),
        ({"right": "4"}, "kosong"),
        ({"option_id_1": "", "option_id_2": "Lain"}, "berurutan"),
        ({"option_id_3": "Empat"}, "berurutan"),
        ({"prompt_id": "x"}, "10"),
    ],
)
def test_what_is_wrong_with_it_is_said_and_stays(signed_in: SignIn, changes: dict[str, str], said: str):
    page = tree(signed_in(ORGANISER).post(reverse("new_question"), own_question(**changes)))
    assert said in page.xpath("string(//div[@class='errors'])")
    assert "Hak pilih ASN" in page.xpath("string(//textarea[@name='explanation_id'])")
    assert not BankQuestion.objects.exists()


def test_a_question_whose_law_changed_says_so_and_is_not_offered_to_check(signed_in: SignIn):
    writer, second = signed_in(ORGANISER), signed_in(SECOND)
    writer.post(reverse("new_question"), own_question(norms="attend.passive", law_date="2024-10-01"))
    row = BankQuestion.objects.get()
    assert "sudah berubah" in text(writer.get(reverse("bank_question", args=[row.pk])))
    assert "sudah berubah" in text(writer.get(reverse("question_bank")))
    assert not tree(second.get(reverse("check_questions"))).xpath("//input[@name='chosen_rows']")
    stands = own_question()
    writer.post(reverse("new_question"), stands)
    assert len(tree(second.get(reverse("check_questions"))).xpath("//input[@name='chosen_rows']")) == 1


def test_a_question_is_retired_with_a_reason(signed_in: SignIn):
    writer = signed_in(ORGANISER)
    writer.post(reverse("new_question"), own_question())
    row = BankQuestion.objects.get()
    address = reverse("retire_question", args=[row.pk])
    assert "Tuliskan alasannya" in text(writer.post(address, {"reason": ""}))
    assert writer.post(address, {"reason": "Membingungkan."}).status_code == 302
    assert "Membingungkan." in text(writer.get(reverse("bank_question", args=[row.pk])))


def test_the_organiser_prepares_the_test_and_opens_the_part_after(signed_in: SignIn, actor: Callable[[str], Any]):
    load_questions()
    room = make_room(actor(ORGANISER), guests=2)
    client = signed_in(ORGANISER)
    page = reverse("activity_test", args=[room.activity.pk])
    assert "Tes belum disusun" in text(client.get(page))
    prepare = reverse("prepare_test", args=[room.activity.pk])
    assert "errors" in client.post(prepare, {"size": "3"}).content.decode()
    assert "Perlu 40 soal" in text(client.post(prepare, {"size": "20"}))
    assert client.post(prepare, {"size": "10"}).status_code == 302
    assert KnowledgeTest.objects.filter(activity=room.activity).exists()
    address = reverse("open_after_test", args=[room.session.pk])
    assert tree(client.get(page)).xpath(f"//a[@href='{address}']")
    assert "Tes sebelum berakhir" in text(client.get(address))
    assert client.post(address, {}).status_code == 302
    assert TestOpening.objects.filter(session=room.session).exists()
    assert "sudah dibuka" in text(client.post(address, {}))


def test_the_results_stand_as_a_finding_with_source_and_number_and_in_both_languages(signed_in: SignIn):
    activity = load_questions()
    client = signed_in("ppk")
    page = tree(client.get(reverse("activity_test", args=[activity.pk])))
    figure = page.xpath("//figure")[0]
    assert "Jawaban tepat naik" in figure.xpath("string(h3)")
    assert "n = 22" in figure.xpath("string(figcaption)") and figure.xpath(".//svg[@role='img']")
    said = " ".join(page.text_content().split())
    assert "selang 95%" in said and "bukan orang per orang" in said and "Peserta Contoh" not in said
    english = text(client.get(f"/kerja/en/kegiatan/{activity.pk}/tes/"))
    assert "Right answers rose" in english and "Welch" not in english
    assert not page.xpath("//a[contains(@href, 'susun')]")


def test_few_pairs_are_said_without_a_number(signed_in: SignIn):
    activity = load_questions()
    TestResult.objects.update(gain=None, pairs=0, before=0, after=0)
    said = text(signed_in(ORGANISER).get(reverse("activity_test", args=[activity.pk])))
    assert "belum cukup" in said and "Jawaban tepat" not in said


def test_the_item_analysis_leaves_as_xlsx_without_a_person(signed_in: SignIn):
    activity = load_questions()
    answer = signed_in(SECOND).get(reverse("test_items_xlsx", args=[activity.pk]))
    book = load_workbook(BytesIO(answer.content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 21 and rows[0][0] == "Soal"
    assert all(isinstance(row[4], float | int) for row in rows[1:])
    everything = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert "Peserta Contoh" not in everything and "Tidak ada nilai perorangan" in everything


def test_a_programme_shows_each_session_by_itself(signed_in: SignIn, actor: Callable[[str], Any]):
    activity = load_questions()
    programme = Programme.objects.create(
        organisation_id=actor(ORGANISER).office, title="Program contoh", starts_on="2024-01-01", ends_on="2024-12-31"
    )
    address = reverse("programme_understanding", args=[programme.pk])
    client = signed_in(ORGANISER)
    assert address in client.get(reverse("programme", args=[programme.pk])).content.decode(), "a way leads there"
    assert "Belum ada hasil" in text(client.get(address))
    Activity.objects.filter(pk=activity.pk).update(programme=programme)
    assert activity.title in text(client.get(address))
    assert signed_in("staf.bawaslu").get(address).status_code == 404


@pytest.mark.parametrize("username", NOT_THE_BANK)
def test_who_does_not_organise_reaches_no_page_of_the_bank(signed_in: SignIn, username: str):
    load_questions()
    row, session = BankQuestion.objects.all()[0], ActivitySession.objects.filter(test_result__isnull=False)[0]
    client = signed_in(username)
    for address in (
        reverse("question_bank"),
        reverse("generate_questions"),
        reverse("check_questions"),
        reverse("new_question"),
        reverse("bank_question", args=[row.pk]),
        reverse("reword_question", args=[row.pk]),
        reverse("retire_question", args=[row.pk]),
        reverse("prepare_test", args=[session.activity_id]),
        reverse("open_after_test", args=[session.pk]),
    ):
        assert client.get(address).status_code == 403, address
        assert client.post(address, {}).status_code == 403, address


@pytest.mark.parametrize("username", NOT_THE_RESULTS)
def test_who_has_no_part_in_prevention_reads_no_result(signed_in: SignIn, username: str):
    activity = load_questions()
    client = signed_in(username)
    for name in ("activity_test", "test_items_xlsx"):
        assert client.get(reverse(name, args=[activity.pk])).status_code == 403
    assert client.get(reverse("test_activities")).status_code == 403


def test_another_office_finds_neither_question_nor_result(signed_in: SignIn):
    activity = load_questions()
    row, session = BankQuestion.objects.all()[0], activity.sessions.get()
    client = signed_in("staf.bawaslu")
    for name, pk in (
        ("bank_question", row.pk),
        ("reword_question", row.pk),
        ("retire_question", row.pk),
        ("activity_test", activity.pk),
        ("test_items_xlsx", activity.pk),
        ("prepare_test", activity.pk),
        ("open_after_test", session.pk),
    ):
        assert client.get(reverse(name, args=[pk])).status_code == 404, name
