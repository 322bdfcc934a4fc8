"""The requirements of a matter on a page, the letter about what is missing, nil reports and number patterns."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.actions import open_matter, start_study
from sinetra.apps.cases.models import ChecklistAnswer, Matter, NilReport, RegisterNumber, RepairRequest
from sinetra.apps.reports.models import Report

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree_of
from staff_pages import say_of_each

from casework_rows import checked, registered

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ActorOf = Callable[[str], Actor]
MISSING = "Belum ada tangkapan layar."


@pytest.fixture
def matter(reports: None, actor: ActorOf) -> Matter:
    """In its initial study; filed on the day of the demonstration."""
    report = Report.objects.select_related("organisation").get(state="new", kept_as="report")
    made = open_matter(report=report, actor=actor("staf.bawaslu"))
    return start_study(matter=made, actor=actor("staf.bawaslu"))


def page(client: Client, matter: Matter) -> Any:
    return client.get(reverse("checklist", args=[matter.pk]))


def test_each_requirement_is_there_with_its_law_both_days_and_what_the_report_says(signed_in: SignIn, matter: Matter):
    found = tree_of(page(signed_in("staf.bawaslu"), matter))
    cards = found.xpath("//section[@class='requirement']")
    assert len(cards) == 8
    assert all(card.xpath(".//input[@type='radio']") for card in cards)
    assert len(found.xpath("//input[@type='radio' and @value='open' and @checked]")) == 4
    words = " ".join(found.text_content().split())
    for told in ("UU 8/2015 pasal 134 ayat (4)", "NIP dan NIK yang dilaporkan bukan syarat", "Diketahui", "Terjadi"):
        assert told in words
    assert found.xpath("//section[@class='requirement']//details[contains(@class, 'clock')]"), "it explains itself"
    assert not found.xpath("//*[contains(@name, 'nip') or contains(@name, 'nik')]")


def test_saying_what_is_missing_asks_for_words_and_keeps_what_was_chosen(signed_in: SignIn, matter: Matter):
    client = signed_in("staf.bawaslu")
    answer = say_of_each(client, matter, evidence=" ")
    assert answer.status_code == 200
    found = tree_of(answer)
    assert found.xpath("//a[@href='#id_note_evidence']"), "the summary leads to the field"
    assert found.xpath("//input[@name='answer_evidence' and @value='not_met' and @checked]")
    assert not ChecklistAnswer.objects.filter(matter=matter).exists()
    assert say_of_each(client, matter, evidence=MISSING).status_code == 302
    assert MISSING in page(client, matter).content.decode()
    assert "menurut Dahlia Contohsari" in text_of(page(client, matter))


def test_from_what_is_missing_to_the_letter_and_the_reporters_line(signed_in: SignIn, matter: Matter):
    client = signed_in("staf.bawaslu")
    say_of_each(client, matter, evidence=MISSING)
    verb = reverse("verb", args=[matter.pk, "ask_repair"])
    told = text_of(client.get(verb))
    assert MISSING in told
    assert "24 November 2024" in told, "the day is shown before it is decided"
    letter = reverse("write_letter", args=[matter.pk, "gap_notice"])
    assert letter not in client.get(reverse("matter", args=[matter.pk])).content.decode()
    assert client.post(verb).status_code == 302
    assert letter in client.get(reverse("matter", args=[matter.pk])).content.decode()
    assert MISSING in client.get(letter).content.decode(), "what was asked for is filled in"
    assert RepairRequest.objects.get().gaps == ["evidence"]
    shown = text_of(client.get(reverse("matter", args=[matter.pk])))
    assert "Perlu dilengkapi: bukti." in shown
    assert "Perlu dilengkapi: evidence." not in shown
    english = client.get(reverse("matter", args=[matter.pk]).replace("/id/", "/en/", 1))
    assert "To be completed: evidence." in text_of(english)


def test_the_numbered_letter_begins_with_what_is_missing_and_its_day(signed_in: SignIn, matter: Matter):
    client = signed_in("staf.bawaslu")
    address = reverse("write_letter", args=[matter.pk, "gap_notice"])
    assert client.get(address).context["form"].initial.get("gaps", "") == "", "nothing is missing yet"
    say_of_each(client, matter, evidence=MISSING)
    client.post(reverse("verb", args=[matter.pk, "ask_repair"]))
    found = client.get(address).context["form"].initial
    assert found["gaps"].startswith(f"Bukti: {MISSING}")
    assert found["until"] == "2024-11-24"


def test_a_colleagues_answers_are_not_written_over(signed_in: SignIn, matter: Matter, actor: ActorOf):
    client = signed_in("staf.bawaslu")
    given = {"seen": matter.version}
    for name in tree_of(page(client, matter)).xpath("//input[@type='radio']/@name"):
        given |= {name: "not_met", name.replace("answer_", "note_"): MISSING}
    checked(matter, actor("pleno"))
    late = client.post(reverse("checklist", args=[matter.pk]), given)
    assert late.status_code == 409
    assert "baru saja diubah orang lain" in text_of(late)
    assert MISSING in late.content.decode(), "what was typed is still there"
    assert set(ChecklistAnswer.objects.filter(matter=matter).values_list("answer", flat=True)) == {"met"}


def test_a_decided_list_is_read_and_printed_and_not_changed(signed_in: SignIn, reports: None, actor: ActorOf):
    report = Report.objects.select_related("organisation").get(state="new", kept_as="report")
    matter = registered(open_matter(report=report, actor=actor("staf.bawaslu")), actor("staf.bawaslu"))
    client = signed_in("staf.bawaslu")
    found = tree_of(page(client, matter))
    assert not found.xpath("//input[@type='radio']")
    assert not found.xpath("//button[contains(., 'Simpan')]")
    late = say_of_each(client, matter)
    assert late.status_code != 302
    assert f"register {matter.register_number}" in text_of(client.get(reverse("matter", args=[matter.pk])))


@pytest.mark.parametrize("username", ["kustodian", "admin", "ppk", "orang.luar"])
def test_who_handles_no_matters_reads_no_list_and_gets_no_letter(signed_in: SignIn, matter: Matter, username: str):
    client = signed_in(username)
    assert page(client, matter).status_code == 403
    assert say_nothing(client, matter).status_code == 403
    assert client.get(reverse("write_letter", args=[matter.pk, "gap_notice"])).status_code == 403
    assert not ChecklistAnswer.objects.filter(matter=matter).exists()


def say_nothing(client: Client, matter: Matter) -> Any:
    return client.post(reverse("checklist", args=[matter.pk]), {"seen": matter.version})


@pytest.mark.parametrize("username", ["auditor.bkn", "petugas.bkpsdm", "kepala.bkpsdm"])
def test_a_receiver_finds_no_list_of_bawaslu_and_gets_no_letter(signed_in: SignIn, matter: Matter, username: str):
    client = signed_in(username)
    assert page(client, matter).status_code == 404
    assert say_nothing(client, matter).status_code == 404
    assert client.get(reverse("write_letter", args=[matter.pk, "gap_notice"])).status_code in {403, 404}
    assert not ChecklistAnswer.objects.filter(matter=matter).exists()


def test_bkn_has_no_list_of_its_own(signed_in: SignIn, reports: None):
    own = Matter.objects.filter(organisation__kind="bkn")[0]
    assert page(signed_in("auditor.bkn"), own).status_code == 404


def test_initial_information_has_no_list(signed_in: SignIn, reports: None):
    kept = Matter.objects.get(state="initial_information")
    assert page(signed_in("staf.bawaslu"), kept).status_code == 404


def test_a_nil_report_is_stated_once_listed_and_counted(signed_in: SignIn, city: None):
    client = signed_in("staf.bawaslu")
    assert "Belum ada laporan nihil" in text_of(client.get(reverse("nil_reports")))
    new = reverse("new_nil_report")
    assert client.get(new).status_code == 200
    for wrong in ({}, {"period": "week"}, {"period": "week", "day": "2024-11-22"}, {"period": "year", "day": "x"}):
        assert client.post(new, wrong).status_code == 200, wrong
    assert not NilReport.objects.exists()
    assert client.post(new, {"period": "week", "day": "2024-11-13"}).status_code == 302
    again = client.post(new, {"period": "week", "day": "2024-11-14"})
    assert "sudah punya laporan nihil" in text_of(again)
    assert "2024-11-14" in again.content.decode()
    listed = text_of(client.get(reverse("nil_reports")))
    assert "Senin, 11 November 2024" in listed
    assert "nihil" in text_of(client.get(reverse("statistics")))
    assert "Nil reports" in text_of(client.get(reverse("nil_reports").replace("/id/", "/en/", 1)))


def test_a_week_in_which_something_came_in_is_refused_on_the_page(signed_in: SignIn, reports: None):
    answer = signed_in("staf.bawaslu").post(reverse("new_nil_report"), {"period": "week", "day": "2024-11-13"})
    assert answer.status_code == 200
    assert "tidak nihil" in text_of(answer)


@pytest.mark.parametrize("username", ["auditor.bkn", "kustodian", "admin", "ppk", "orang.luar", "humas"])
def test_nobody_else_reads_or_states_nil_reports(signed_in: SignIn, city: None, username: str):
    client = signed_in(username)
    for name in ("nil_reports", "new_nil_report"):
        assert client.get(reverse(name)).status_code == 403
    assert client.post(reverse("new_nil_report"), {"period": "week", "day": "2024-11-13"}).status_code == 403


def test_what_a_supervisor_saw_is_recorded_on_one_page(signed_in: SignIn, city: None):
    client, address = signed_in("staf.bawaslu"), reverse("new_information")
    given = {"what": MISSING, "happened_on": "2024-11-20", "region": "99.71.01", "role": "lurah", "acts": ["like"]}
    assert client.get(address).status_code == 200
    for field in given:
        wrong = client.post(address, {name: value for name, value in given.items() if name != field})
        assert wrong.status_code == 200
        assert wrong.context["form"].errors.keys() == {field}
    for field, value in (("region", "63.72"), ("happened_on", "2024-11-23")):
        wrong = client.post(address, given | {field: value})
        assert wrong.context["form"].errors.keys() == {field}
        assert MISSING in wrong.content.decode()
    answer = client.post(address, given)
    made = Matter.objects.get()
    assert answer.headers["Location"] == reverse("matter", args=[made.pk])
    shown = text_of(client.get(answer.headers["Location"]))
    assert "Yang dilihat pengawas" in shown
    assert MISSING in shown
    for username in ("auditor.bkn", "kustodian", "admin", "ppk"):
        assert signed_in(username).post(address, given).status_code == 403
    assert Matter.objects.count() == 1


def test_the_plenary_sets_both_patterns_and_a_wrong_one_keeps_what_was_typed(signed_in: SignIn, city: None):
    client, address = signed_in("pleno"), reverse("number_patterns")
    assert len(tree_of(client.get(address)).xpath("//input[@name='pattern']")) == 2
    wrong = client.post(address, {"kind": "register", "pattern": "{sequence}"})
    assert wrong.status_code == 200
    assert "{sequence}" in wrong.content.decode()
    assert tree_of(wrong).xpath("//a[@href='#id_register_pattern']")
    pattern = "{sequence:03}/REG/LP/{roman_month}/{year}"
    assert client.post(address, {"kind": "register", "pattern": pattern}).status_code == 302
    assert RegisterNumber.objects.get().pattern == pattern
    for username in ("staf.bawaslu", "admin", "kustodian", "orang.luar"):
        assert signed_in(username).get(address).status_code == 403
    assert len(tree_of(signed_in("auditor.bkn").get(address)).xpath("//input[@name='pattern']")) == 1
