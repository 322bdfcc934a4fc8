"""The personnel office's work as pages: what is next on the matter, one page a verb, who may not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).parent))

from reading import text_of

from once import Once
from sinetra.apps.cases.examinations.demo import load_examinations
from sinetra.apps.cases.models import Examination, FollowUpAnswer, HandOver, Matter
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db
OFFICER, OTHER = "kepala.bkpsdm", "petugas.bkpsdm"
SignIn = Callable[[str], Client]


@pytest.fixture
def examined(reports: None, once: Once) -> dict[str, Examination]:
    once("examinations", lambda: load_examinations(ROOT / "samples" / "cendana.yaml"))
    return {row.stage: row for row in Examination.objects.select_related("matter")}


def address(row: Examination, verb: str) -> str:
    return reverse("examination_verb", args=[row.matter_id, row.pk, verb])


def test_the_demo_has_one_decided_and_one_with_an_objection_open_and_again_changes_nothing(
    examined: dict[str, Examination],
) -> None:
    assert set(examined) == {"decided", "contested"}
    counts = [model.objects.count() for model in (Matter, HandOver, Examination, FollowUpAnswer)]
    assert load_examinations(ROOT / "samples" / "cendana.yaml") == 0
    assert [model.objects.count() for model in (Matter, HandOver, Examination, FollowUpAnswer)] == counts


def test_the_matter_says_what_is_next_who_until_when_and_why(
    examined: dict[str, Examination], signed_in: SignIn
) -> None:
    client = signed_in(OFFICER)
    page = text_of(client.get(reverse("matter", args=[examined["decided"].matter_id])))
    for words in ("Catat penyampaian", "bagian kepegawaian", "10 Desember 2024", "PP 94/2021 pasal 37"):
        assert words in page
    contested = text_of(client.get(reverse("matter", args=[examined["contested"].matter_id])))
    for words in ("dalam upaya administratif", "Keberatan kepada PPK", "PP 94/2021 pasal 8 ayat (4) huruf a"):
        assert words in contested


def test_a_step_is_recorded_from_its_page_and_the_next_one_stands_there(
    examined: dict[str, Examination], signed_in: SignIn
) -> None:
    client, row = signed_in(OFFICER), examined["decided"]
    answer = client.post(address(row, "deliver"), {"on": "2024-11-22", "letter": "TT-11/2024"}, follow=True)
    assert "Selesai: Catat penyampaian" in text_of(answer)
    row.refresh_from_db()
    assert row.stage == "delivered"
    assert "Catat pelaksanaan" in text_of(answer)
    assert client.get(address(row, "deliver")).status_code == 404, "it was delivered"


def test_an_error_stands_beside_the_field_and_what_was_typed_stays(
    examined: dict[str, Examination], signed_in: SignIn
) -> None:
    client, row = signed_in(OFFICER), examined["contested"]
    sent = {"result": "changed", "letter": "KB-1/2024", "on": "2024-11-22", "penalty": row.penalty}
    answer = client.post(address(row, "settle"), sent)
    tree = html.document_fromstring(answer.content.decode())
    assert "Hukuman ini sama dengan yang lama" in text_of(answer)
    assert tree.xpath("string(//input[@name='letter']/@value)") == "KB-1/2024"
    empty = client.post(address(row, "settle"), {})
    assert "Pilih hasilnya." in text_of(empty)


def test_beside_the_decision_stands_the_range_of_the_law_and_nothing_is_chosen(
    examined: dict[str, Examination], signed_in: SignIn
) -> None:
    row = examined["decided"]
    Examination.objects.filter(pk=row.pk).update(stage="examined")
    answer = signed_in(OFFICER).get(address(row, "decide"))
    page, tree = text_of(answer), html.document_fromstring(answer.content.decode())
    for words in (
        "Berwenang untuk: Hukuman disiplin sedang",
        "PP 94/2021 pasal 21",
        "Bukan putusan",
        "PPK (kepegawaian)",
    ):
        assert words in page
    assert not tree.xpath("//input[@type='radio'][@checked]")


def test_the_sender_sees_the_answer_and_can_take_the_signed_file(
    examined: dict[str, Examination], signed_in: SignIn
) -> None:
    heard = FollowUpAnswer.objects.get(direction="incoming")
    client = signed_in("auditor.bkn")
    page = text_of(client.get(reverse("matter", args=[heard.hand_over.matter_id])))
    assert "Jawaban diterima" in page
    assert "Jawab pengirim" in page, "BKN relays what it heard"
    assert client.get(reverse("follow_up_answer", args=[heard.pk])).json()["kind"] == "answer"
    assert signed_in("staf.bawaslu").get(reverse("follow_up_answer", args=[heard.pk])).status_code == 404


@pytest.mark.parametrize(
    "who", ["staf.bawaslu", "auditor.bkn", "tim.netralitas", "ppk", "inspektorat", "admin", "humas"]
)
def test_who_may_not_open_the_examination(examined: dict[str, Examination], signed_in: SignIn, who: str) -> None:
    row, client = examined["decided"], signed_in(who)
    for answer in (
        client.get(reverse("matter", args=[row.matter_id])),
        client.get(address(row, "deliver")),
        client.post(address(row, "deliver"), {"on": "2024-11-22", "letter": "x"}),
    ):
        assert answer.status_code in {403, 404}
    row.refresh_from_db()
    assert row.stage == "decided"


def test_an_officer_who_declared_an_interest_steps_aside(examined: dict[str, Examination], signed_in: SignIn) -> None:
    client, row = signed_in(OTHER), examined["decided"]
    for answer in (client.get(reverse("matter", args=[row.matter_id])), client.get(address(row, "deliver"))):
        assert answer.status_code == 403
        assert row.decision_number not in answer.content.decode()


def test_the_new_matter_begins_with_whom_to_examine(examined: dict[str, Examination], signed_in: SignIn) -> None:
    row = examined["decided"]
    # As if nothing had begun: the page before the first step.
    for name in ("letters", "team", "steps", "clocks"):
        getattr(row, name).all().delete()
    row.delete()
    client: Any = signed_in(OFFICER)
    page = text_of(client.get(reverse("matter", args=[row.matter_id])))
    assert "Pemeriksaan belum dimulai." in page
    verb = reverse("verb", args=[row.matter_id, "open_examination"])
    assert "Pilih statusnya." in text_of(client.post(verb, {"place": "0"}))
    answer = client.post(verb, {"place": "0", "status": "pns", "position": "functional"}, follow=True)
    assert "siap dipanggil" in text_of(answer)
