"""The test on a participant's phone: without an account, a cookie or a script; once; the score for them only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.actions.prepare_test import open_after_test, prepare_test
from sinetra.apps.prevention.actions.renew_participant_link import renew_participant_link
from sinetra.apps.prevention.models import Attendance, BankQuestion, KnowledgeTest, TestSheet
from sinetra.apps.prevention.moments import Moment, delayed_window, questions_for
from sinetra.web.public.participation.knowledge_tile import knowledge_tile

sys.path.insert(0, str(Path(__file__).parents[1] / "apps" / "prevention"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from knowledge_cast import Room, answer, close, fill_bank, make_room
from reading import main_words, tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(actor: Callable[[str], Actor]) -> Actor:
    return actor("petugas.bkpsdm")


@pytest.fixture
def room(writer: Actor, actor: Callable[[str], Actor]) -> Room:
    fill_bank(writer, actor("tim.netralitas"))
    found = make_room(writer, guests=6)
    prepare_test(activity=found.activity, actor=writer, size=5)
    return found


def url(room: Room, moment: str = "sebelum", guest: int = 0) -> str:
    return reverse("participant_test", args=[room.links[guest], moment])


def hidden(page: html.HtmlElement) -> dict[str, str]:
    return {item.get("name"): item.get("value") for item in page.xpath("//main//input[@type='hidden']")}


def walk(client: Client, address: str, pick: Callable[[html.HtmlElement], str]) -> html.HtmlElement:
    """From the first page to the one that shows all answers."""
    page = tree(client.get(address))
    page = tree(client.post(address, hidden(page)))
    while page.xpath("//input[@type='radio']"):
        page = tree(client.post(address, hidden(page) | {"answer": pick(page)}))
    return page


def first_choice(page: html.HtmlElement) -> str:
    return str(page.xpath("//input[@type='radio']/@value")[0])


def send(client: Client, address: str, page: html.HtmlElement) -> html.HtmlElement:
    return tree(client.post(address, hidden(page) | {"go": "send"}))


def test_a_link_that_an_organiser_gives_out_later_opens_no_score(client: Client, room: Room, writer: Actor):
    guest = room.guests[0]
    answer(guest, Moment.BEFORE, 3)
    old = answer_after(room, writer)
    assert "Nilai" in main_words(tree(client.get(old)))
    guest.refresh_from_db()
    seen_by_the_organiser = renew_participant_link(attendance=guest, actor=writer)
    for moment in ("sebelum", "sesudah"):
        page = main_words(tree(client.get(reverse("participant_test", args=[seen_by_the_organiser, moment]))))
        assert "hanya tampak lewat tautan yang Anda pakai waktu itu" in page
        assert "dari 5" not in page and "Penjelasan" not in page
    assert client.get(old).status_code == 404


def answer_after(room: Room, writer: Actor) -> str:
    open_after_test(session=room.session, actor=writer)
    answer(room.guests[0], Moment.AFTER, 4)
    return url(room, "sesudah")


def test_the_test_before_is_received_and_tells_no_answer(room: Room):
    client = Client()
    page = walk(client, url(room), first_choice)
    assert not TestSheet.objects.exists()
    assert "tidak dapat diubah" in main_words(page) and len(page.xpath("//ol/li")) == 5
    done = main_words(send(client, url(room), page))
    sheet = TestSheet.objects.get()
    assert "Jawaban Anda diterima" in done
    assert not any(row.explanation_id in done for row in BankQuestion.objects.filter(pk__in=sheet.answers))
    assert not client.cookies
    assert main_words(tree(client.get(url(room)))) == done


def test_the_test_after_shows_the_own_score_and_why_with_the_rule(room: Room, writer: Actor):
    answer(room.guests[0], Moment.BEFORE, 2)
    open_after_test(session=room.session, actor=writer)
    client = Client()
    page = send(client, url(room, "sesudah"), walk(client, url(room, "sesudah"), first_choice))
    sheet = TestSheet.objects.get(moment="after")
    said = main_words(page)
    assert f"Benar {sheet.right} dari 5 soal" in said and "benar 2 dari 5" in said
    for row in BankQuestion.objects.filter(pk__in=sheet.answers):
        assert row.explanation_id in said
        assert page.xpath(f"//a[@href='{reverse('norm', args=[row.norms[0]])}']")


def test_a_question_without_an_answer_is_said_at_the_field_and_going_back_keeps_what_was_chosen(room: Room):
    client, address = Client(), url(room)
    page = tree(client.post(address, hidden(tree(client.get(address)))))
    assert page.xpath("//fieldset/legend") and "Langkah 1 dari 5" in main_words(page)
    wrong = tree(client.post(address, hidden(page)))
    assert "Pilih satu jawaban" in wrong.xpath("string(//div[@class='errors'])") and "1 dari 5" in main_words(wrong)
    second = tree(client.post(address, hidden(wrong) | {"answer": first_choice(wrong)}))
    assert "2 dari 5" in main_words(second)
    back = tree(client.post(address, hidden(second) | {"go": "back"}))
    assert back.xpath("//input[@type='radio' and @checked]/@value") == [first_choice(wrong)]


def test_sent_again_with_other_answers_the_first_sheet_stands(room: Room):
    client, address = Client(), url(room)
    first = walk(client, address, first_choice)
    other = walk(client, address, lambda page: str(page.xpath("//input[@type='radio']/@value")[-1]))
    send(client, address, first)
    kept = TestSheet.objects.values().get()
    send(client, address, other)
    assert TestSheet.objects.values().get() == kept


@pytest.mark.parametrize("box", ["", "x", "AAAA"])
def test_a_sealed_field_that_was_changed_begins_again(room: Room, box: str):
    page = tree(Client().post(url(room), {"sealed": box, "soal": "6", "go": "send"}))
    assert page.xpath("//div[@class='errors']") and "1 dari 5" in main_words(page)
    assert not TestSheet.objects.exists()


def test_the_answers_of_one_participant_do_not_open_for_another(room: Room):
    client = Client()
    mine = walk(client, url(room), first_choice)
    page = tree(client.post(url(room, guest=1), hidden(mine) | {"go": "send"}))
    assert page.xpath("//div[@class='errors']") and not TestSheet.objects.exists()
    send(client, url(room), mine)
    assert TestSheet.objects.get().attendance_id == room.guests[0].pk


@pytest.mark.parametrize("soal", ["-1", "0", "999", "x", "²", "5" * 400])
def test_a_number_that_is_no_question_does_no_harm(room: Room, soal: str):
    client, address = Client(), url(room)
    page = tree(client.get(address))
    assert "dari 5" in main_words(tree(client.post(address, hidden(page) | {"soal": soal})))


def test_a_wrong_link_or_moment_is_not_found(room: Room):
    assert Client().get(reverse("participant_test", args=["bukan-tautan", "sebelum"])).status_code == 404
    assert Client().get(reverse("participant_test", args=[room.links[0], "kapan"])).status_code == 404


def test_it_refuses_to_be_posted_from_elsewhere(room: Room):
    answer = Client().post(url(room), {}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_each_page_says_when_its_test_opens_or_that_it_is_over(room: Room, writer: Actor):
    client = Client()
    assert "akhir kegiatan" in main_words(tree(client.get(url(room, "sesudah"))))
    assert "empat minggu" in main_words(tree(client.get(url(room, "lanjutan"))))
    open_after_test(session=room.session, actor=writer)
    assert "sudah berakhir" in main_words(tree(client.get(url(room))))
    answer(room.guests[0], Moment.AFTER, 3)
    close(room)
    assert "nilai Anda sudah dihapus" in main_words(tree(client.get(url(room, "sesudah"))))
    assert "tidak dapat dikerjakan lagi" in main_words(tree(client.get(url(room, "sesudah", guest=1))))
    room.session.refresh_from_db()
    window = delayed_window(room.session)
    assert window is not None
    assert str(window.start.year) in main_words(tree(client.get(url(room, "lanjutan"))))


def test_the_delayed_test_by_the_same_link(room: Room, writer: Actor, settings: Any):
    close(room)
    room.session.refresh_from_db()
    window = delayed_window(room.session)
    assert window is not None
    settings.SINETRA_AS_OF = window.start
    client, address = Client(), url(room, "lanjutan")
    page = send(client, address, walk(client, address, first_choice))
    assert "setelah masa tes ini berakhir" in main_words(page)
    assert TestSheet.objects.get().moment == "delayed"


def test_all_of_it_in_english(room: Room):
    client = Client()
    address = url(room).replace("/id/", "/en/", 1)
    page = tree(client.post(address, hidden(tree(client.get(address)))))
    row = questions_for(room.guests[0], Moment.BEFORE)[0]
    assert row.prompt_en in main_words(page) and row.prompt_id not in main_words(page)
    assert page.xpath("//html/@lang") == ["en"]


def test_an_officers_own_question_without_english_is_marked_as_indonesian(room: Room):
    BankQuestion.objects.update(prompt_en="")
    client = Client()
    address = url(room).replace("/id/", "/en/", 1)
    page = tree(client.post(address, hidden(tree(client.get(address)))))
    assert page.xpath("//form/div[@lang='id']")


def test_the_tile_follows_the_session(room: Room, writer: Actor):
    def tile() -> Any:
        guest = Attendance.objects.select_related("activity", "session").get(pk=room.guests[0].pk)
        return knowledge_tile(guest, room.links[0])

    assert tile().url == url(room) and not tile().done
    answer(room.guests[0], Moment.BEFORE, 3)
    assert tile().done
    open_after_test(session=room.session, actor=writer)
    assert tile().url == url(room, "sesudah") and not tile().done
    close(room)
    assert tile().url == url(room, "lanjutan")
    KnowledgeTest.objects.all().delete()
    assert tile() is None
