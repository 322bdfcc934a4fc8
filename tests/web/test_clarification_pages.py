"""Pages of clarifications: inviting, the question about a late day, minutes that grow, and what nobody reads there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of
from staff_pages import tells_of_a_report

from casework_rows import registered
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import open_matter
from sinetra.apps.cases.clarification.said import minutes_of
from sinetra.apps.cases.models import Clarification, IssuedDocument, Matter
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.models import Report

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ActorOf = Callable[[str], Actor]
INVITE = {
    "whom": "reported-0",
    "name": "",
    "position": "",
    "day": "2024-11-22",
    "hour": "09:00",
    "venue": "Kantor Bawaslu",
    "invited_on": "2024-11-22",
    "invited_by": "hand",
}
WITNESS = INVITE | {"whom": "witness", "name": "Kemuning Contohwati", "position": "Warga"}
QUESTION, ANSWER = "Di mana Saudara saat itu?", "Di kantor sampai sore."


@pytest.fixture
def matter(reports: None, actor: ActorOf) -> Matter:
    """Registered on the day of the demonstration; its reporter has a name in the vault."""
    report = Report.objects.select_related("organisation").get(state="new", kept_as="report")
    who = actor("staf.bawaslu")
    return registered(open_matter(report=report, actor=who), who)


@pytest.fixture
def staff(signed_in: SignIn) -> Client:
    return signed_in("staf.bawaslu")


def invited(client: Client, matter: Matter, given: dict[str, str] = INVITE) -> Clarification:
    answer = client.post(reverse("summon", args=[matter.pk]), given)
    assert answer.status_code == 302, text_of(answer)
    return Clarification.objects.order_by("-created_at", "-id")[0]


def minutes(**changes: Any) -> dict[str, Any]:
    return {
        "on": "2024-11-22",
        "started": "09:00",
        "ended": "10:30",
        "examiners": [str(User.objects.get(username="staf.bawaslu").pk)],
        "oath": "promise",
        "oath_reason": "",
        "companion": "",
        "companion_capacity": "",
        "interpreter": "",
        "question_0": QUESTION,
        "answer_0": ANSWER,
        "signed": "yes",
        "unsigned_reason": "",
        "pairs": "1",
    } | changes


def test_from_the_invitation_to_the_minutes_and_their_letters(staff: Client, matter: Matter) -> None:
    page = text_of(staff.get(reverse("matter", args=[matter.pk])))
    assert "Undang klarifikasi" in page
    row = invited(staff, matter)
    assert Matter.objects.get(pk=matter.pk).state == State.CLARIFICATION
    told = text_of(staff.get(reverse("clarification", args=[row.pk])))
    for said in ("Yang diduga", "diundang, belum dicatat", "09.00 WIB", "Dianggap tidak bersalah", "perlu dicek"):
        assert said in told
    letter = staff.get(f"{reverse('write_letter', args=[matter.pk, 'summons'])}?klarifikasi={row.pk}")
    form = html.document_fromstring(letter.content.decode())
    assert form.xpath("string(//input[@name='held_on']/@value)") == "2024-11-22"
    assert form.xpath("string(//input[@name='held_at']/@value)") == "09.00 WIB"
    assert form.xpath("//input[@name='giver' and @value='reported' and @checked]")
    answer = staff.post(reverse("clarification_minutes", args=[row.pk]), minutes())
    assert answer.status_code == 302, text_of(answer)
    told = text_of(staff.get(reverse("clarification", args=[row.pk])))
    assert QUESTION in told and ANSWER in told and "Dahlia Contohsari" in told and "Janji" in told
    letter = staff.get(f"{reverse('write_letter', args=[matter.pk, 'clarification_minutes'])}?klarifikasi={row.pk}")
    assert f"1. Pertanyaan: {QUESTION}" in letter.content.decode()


def test_no_page_or_file_of_it_tells_who_reported(staff: Client, matter: Matter) -> None:
    row = invited(staff, matter)
    pages = [
        reverse(name, args=[row.pk]) for name in ("clarification", "clarification_minutes", "missed_clarification")
    ]
    address = f"{reverse('write_letter', args=[matter.pk, 'summons'])}?klarifikasi={row.pk}"
    for page in (*pages, address, reverse("summon", args=[matter.pk])):
        assert not tells_of_a_report(staff.get(page)), page
    form = html.document_fromstring(staff.get(address).content.decode()).forms[-1]
    given = dict(form.form_values()) | {"signatory_title": "Ketua", "signatory_name": "Akasia"}
    assert staff.post(address, given).status_code == 302
    draft = IssuedDocument.objects.get(kind="summons")
    assert not tells_of_a_report(staff.get(reverse("letter", args=[draft.pk])))
    # The twin: the same look finds the reporter's words where they are, on the page of the matter.
    assert tells_of_a_report(staff.get(reverse("matter", args=[matter.pk])))


def test_a_day_after_the_study_is_due_is_asked_about_and_then_kept(staff: Client, matter: Matter) -> None:
    late = INVITE | {"day": "2024-12-02"}
    answer = staff.post(reverse("summon", args=[matter.pk]), late)
    assert answer.status_code == 200 and not Clarification.objects.exists()
    page = html.document_fromstring(answer.content.decode())
    assert "sesudah tenggat kajian" in text_of(answer)
    assert page.xpath("//input[@name='anyway']") and page.xpath("string(//input[@name='venue']/@value)")
    assert invited(staff, matter, late | {"anyway": "on"}).held_on.isoformat() == "2024-12-02"


def test_a_day_within_the_study_is_not_asked_about(staff: Client, matter: Matter) -> None:
    assert "anyway" not in staff.get(reverse("summon", args=[matter.pk])).content.decode()
    assert invited(staff, matter).pk


def test_a_faulty_invitation_keeps_what_was_typed(staff: Client, matter: Matter) -> None:
    faulty = WITNESS | {"whom": "reporter"}
    answer = staff.post(reverse("summon", args=[matter.pk]), faulty)
    page = html.document_fromstring(answer.content.decode())
    assert page.xpath("//a[@href='#id_name']"), "the summary leads to the field"
    assert page.xpath("string(//input[@name='name']/@value)") == WITNESS["name"]
    answer = staff.post(reverse("summon", args=[matter.pk]), {})
    assert answer.status_code == 200 and "Isi jamnya." in text_of(answer)


def test_pairs_of_question_and_answer_grow_without_saving_and_keep_what_was_typed(
    staff: Client, matter: Matter
) -> None:
    row = invited(staff, matter)
    address = reverse("clarification_minutes", args=[row.pk])
    first = html.document_fromstring(staff.get(address).content.decode())
    assert len(first.xpath("//textarea[starts-with(@name, 'question_')]")) == 4
    answer = staff.post(address, minutes(pairs="4", more="1", ended=""))
    page = html.document_fromstring(answer.content.decode())
    assert answer.status_code == 200
    assert len(page.xpath("//textarea[starts-with(@name, 'question_')]")) == 8
    assert page.xpath("string(//textarea[@name='question_0'])").strip() == QUESTION
    assert page.xpath("string(//input[@name='pairs']/@value)") == "8"
    assert not page.xpath("//*[@role='alert']"), "nothing was to be saved, so nothing is missing yet"
    given = minutes(pairs="8", question_7="Adakah yang ditambahkan?", answer_7="Tidak.")
    assert staff.post(address, given).status_code == 302
    told = minutes_of(Clarification.objects.get(pk=row.pk))
    assert told is not None and [pair.answer for pair in told.exchanges] == [ANSWER, "Tidak."]


def test_minutes_with_something_missing_lead_to_the_field(staff: Client, matter: Matter) -> None:
    row = invited(staff, matter)
    address = reverse("clarification_minutes", args=[row.pk])
    missing = {
        "answer_0": minutes(answer_0=""),
        "oath_reason": minutes(oath="none"),
        "unsigned_reason": minutes(signed="no"),
        "question_0": minutes(question_0="", answer_0=""),
        "ended": minutes(ended="08:00"),
        "examiners_0": minutes(examiners=[]),
    }
    for field, given in missing.items():
        page = html.document_fromstring(staff.post(address, given).content.decode())
        assert page.xpath(f"//a[@href='#id_{field}']"), field
    assert not Clarification.objects.get(pk=row.pk).attendance


def test_who_did_not_come_is_invited_again_and_the_second_is_counted(staff: Client, matter: Matter) -> None:
    row = invited(staff, matter, WITNESS)
    gone = {"attendance": "absent", "reason": "Tanpa kabar.", "invited_on": "2024-11-22", "invited_by": "hand"}
    assert staff.post(reverse("missed_clarification", args=[row.pk]), gone).status_code == 302
    again = reverse("summon_again", args=[row.pk])
    form = staff.get(again)
    assert 'name="whom"' not in form.content.decode(), "who it is is known"
    assert staff.post(again, INVITE).status_code == 302
    second = Clarification.objects.get(follows=row)
    assert (second.call, second.whom) == (2, "witness")
    told = text_of(staff.get(reverse("clarification", args=[second.pk])))
    assert "Kemuning Contohwati, Warga" in told and "Undangan sebelumnya" in told
    assert staff.get(again).status_code == 404
    listed = text_of(staff.get(reverse("matter", args=[matter.pk])))
    assert "Saksi, undangan ke-2" in listed and "Kemuning" not in listed


def test_of_two_who_record_one_wins_and_the_other_keeps_what_was_typed(staff: Client, matter: Matter) -> None:
    row = invited(staff, matter)
    address = reverse("clarification_minutes", args=[row.pk])
    assert staff.post(address, minutes()).status_code == 302
    late = staff.post(address, minutes(answer_0="Kata yang lain."))
    assert late.status_code == 409
    assert "sudah dicatat" in text_of(late) and "Kata yang lain." in late.content.decode()
    assert staff.get(address).status_code == 404


def test_others_reach_none_of_the_pages(signed_in: SignIn, staff: Client, matter: Matter) -> None:
    row = invited(staff, matter)
    names = ("clarification", "clarification_minutes", "missed_clarification", "summon_again")
    for who in ("auditor.bkn", "kustodian", "admin", "pemeriksa.jejak", "orang.luar", "petugas.bkpsdm"):
        client = signed_in(who)
        for address in (*(reverse(name, args=[row.pk]) for name in names), reverse("summon", args=[matter.pk])):
            assert client.get(address).status_code == 403, (who, address)
    assert signed_in("pleno").get(reverse("clarification", args=[row.pk])).status_code == 200


def test_a_clarification_of_another_matter_fills_in_no_letter(staff: Client, matter: Matter) -> None:
    row = invited(staff, matter)
    address = reverse("write_letter", args=[matter.pk, "summons"])
    assert staff.get(f"{address}?klarifikasi={row.pk}").status_code == 200
    for other in (matter.pk, "bukan-id"):
        assert staff.get(f"{address}?klarifikasi={other}").status_code == 404
