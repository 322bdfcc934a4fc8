"""Advice on an invitation: brought by package or by letter, late, opened on record, and who may not."""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from invitation_pages import ADVICE, SignIn, brought, first, follow, press, recorded
from reading import field, tree, words

from sinetra.apps.advice.actions.ask import ask
from sinetra.apps.advice.intake import read_question
from sinetra.apps.advice.models import Question
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.invitations.actions import record
from sinetra.apps.invitations.deadlines import counted
from sinetra.apps.invitations.intake import read_invitation
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.selectors import invitation_by_code
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Way
from sinetra.apps.registry.models import Organisation
from sinetra.core.documents.consult_proof import statement_in
from sinetra.ports.clock import today
from sinetra.web.invitation_advice import explain

pytestmark = pytest.mark.django_db
OTHERS = ("petugas.bkpsdm", "ppk", "inspektorat", "admin", "pemeriksa.jejak", "humas", "kustodian", "orang.luar")


def test_what_an_adviser_opened_reads_in_the_access_log_as_a_question(client: Client, signed_in: SignIn):
    recorded(client)
    team = signed_in("tim.netralitas")
    team.get(reverse("invitation_item", args=[Consultation.objects.get(way=Way.OWN).pk]))
    entry = AccessEntry.objects.get()
    assert (entry.subject_type, entry.page) == ("advice.question", "question")


def test_what_bawaslu_opened_of_a_package_reads_in_the_access_log_as_that_of_a_question_does(
    client: Client, signed_in: SignIn
):
    question = ask(question=read_question(text="Bolehkah saya hadir?", facts={}, idempotency_key="k" * 24))
    assert question.code
    signed_in("tim.netralitas").get(reverse("question", args=[Question.objects.get().pk]))
    of_question = AccessEntry.objects.get()
    recorded(client)
    brought()
    staff = signed_in("staf.bawaslu")
    row = Consultation.objects.get(way=Way.RECEIVED)
    staff.post(reverse("invitation_item", args=[row.pk]), ADVICE | {"law_date": str(row.event_on)})
    staff.get(reverse("invitation_package", args=[row.pk]))
    entries = AccessEntry.objects.exclude(pk=of_question.pk)
    assert {(item.subject_type, item.page, item.kinds) for item in entries} == {
        (of_question.subject_type, of_question.page, of_question.kinds)
    }


def test_a_stopped_delivery_is_told_to_the_administrator_as_any_package(client: Client, signed_in: SignIn):
    recorded(client)
    OutboxTask.objects.filter(name="invitations.deliver").update(
        state=OutboxTask.State.DEAD, last_error="Conflict at apps/invitations/actions/receive.py:80"
    )
    admin = signed_in("admin")
    page = tree(admin.get(reverse("queue")))
    assert "packages.deliver" in words(page) and "Conflict" in words(page) and "invitations" not in words(page)
    task = OutboxTask.objects.get(name="invitations.deliver")
    answer = admin.post(reverse("retry_task", args=[task.pk]), follow=True)
    assert "packages.deliver akan dijalankan lagi" in words(tree(answer))
    task.refresh_from_db()
    assert task.state == OutboxTask.State.WAITING
    assert AuditEntry.objects.get(action="outbox.retry").data["name"] == "packages.deliver"


def test_a_late_adviser_is_late_on_both_sides(client: Client, signed_in: SignIn):
    code = recorded(client)
    Consultation.objects.update(asked_on=date(2024, 10, 3), due_on=date(2024, 10, 7))
    assert words(follow(code)).count("tenggatnya lewat") == 2
    team = signed_in("tim.netralitas")
    assert "lewat" in words(tree(team.get(reverse("invitations"))))
    item = team.get(reverse("invitation_item", args=[Consultation.objects.get(way=Way.OWN).pk]))
    assert "tenggatnya lewat" in words(tree(item))


def test_a_promise_is_explained_as_it_was_counted_also_when_the_office_counts_anew(city: None):
    """Saturday counts for an office with six working days: of a Thursday, two working days are Saturday."""
    city_office = Organisation.objects.get(kind="local_government", region_id="99.71")
    Organisation.objects.filter(kind="bawaslu").update(work_week=5)
    Organisation.objects.filter(pk=city_office.pk).update(work_week=6)
    at = datetime.fromisoformat("2024-10-03T09:10+07:00")
    told = Told.of(
        {
            **{"whom": "self", "status": "pns", "inviter": "Paslon 2", "target": "candidate", "capacity": ""},
            **{"event": "campaign", "asks": ["listen"], "event_on": "2024-10-12", "place": "Lapangan Damar"},
            **{"text": "Diminta hadir mendengarkan.", "region": "99.71", "details": {}},
        }
    )
    code = record(invitation=read_invitation(told=told, name="", idempotency_key="k" * 24), at=at).code
    Organisation.objects.filter(pk=city_office.pk).update(work_week=5)
    team, other = invitation_by_code(code).advices
    assert (team.row.due_on, other.row.due_on) == (date(2024, 10, 5), date(2024, 10, 7))
    for view, due in ((team, "2024-10-05"), (other, "2024-10-07")):
        assert counted(view.row).due.isoformat() == due
        said = " ".join(explain(view))
        assert due in said and "Acaranya" not in said and "dijanjikan" not in said
    Consultation.objects.filter(pk=team.row.pk).update(event_on=date(2024, 10, 5), due_on=date(2024, 10, 4))
    assert "Acaranya" in " ".join(explain(invitation_by_code(code).advices[0]))
    Consultation.objects.filter(pk=team.row.pk).update(event_on=date(2024, 10, 12))
    said = " ".join(explain(invitation_by_code(code).advices[0]))
    assert "Yang dijanjikan saat dicatat: Jumat, 4 Oktober 2024" in said and "Acaranya" not in said


@pytest.mark.parametrize("username", OTHERS)
def test_who_may_not_sees_no_page_of_invitations(client: Client, signed_in: SignIn, username: str):
    recorded(client)
    other = signed_in(username)
    pk = Consultation.objects.get(way=Way.OWN).pk
    for name, arguments in (
        ("invitations", []),
        ("bring_consult", []),
        ("invitation_item", [pk]),
        ("invitation_letter", [pk]),
        ("invitation_package", [pk]),
    ):
        answer = other.get(reverse(name, args=arguments))
        assert answer.status_code in (302, 403), (name, answer.status_code)


def test_bawaslu_sees_neither_the_rows_of_the_team_nor_the_name_and_the_workspace_tells_it_of_what_waits(
    client: Client, signed_in: SignIn
):
    staff = signed_in("staf.bawaslu")
    assert "Undangan yang menunggu nasihat" not in words(tree(staff.get(reverse("workspace"))))
    recorded(client)
    brought()
    assert "Undangan yang menunggu nasihat" in words(tree(staff.get(reverse("workspace"))))
    team = tree(signed_in("tim.netralitas").get(reverse("workspace")))
    # One invitation is one to answer, though the row that went to Bawaslu waits, too.
    assert "Undangan yang menunggu nasihat1" in words(team)
    for way in (Way.OWN, Way.SENT):
        pk = Consultation.objects.get(way=way).pk
        assert staff.get(reverse("invitation_item", args=[pk])).status_code == 404
    assert (
        staff.get(reverse("invitation_letter", args=[Consultation.objects.get(way=Way.RECEIVED).pk])).status_code == 403
    )


def test_the_package_is_taken_to_another_installation_and_its_advice_brought_back(client: Client, signed_in: SignIn):
    """One machine plays both: what the worker would bring is carried as files."""
    recorded(client)
    team, bawaslu = signed_in("tim.netralitas"), signed_in("staf.bawaslu")
    sent = Consultation.objects.get(way=Way.SENT)
    raw = team.get(reverse("invitation_package", args=[sent.pk])).content
    answer = bawaslu.post(reverse("bring_in_package"), {"package": SimpleUploadedFile("paket.json", raw)})
    row = Consultation.objects.get(way=Way.RECEIVED)
    assert answer.headers["Location"] == reverse("invitation_item", args=[row.pk])
    bawaslu.post(reverse("invitation_item", args=[row.pk]), ADVICE | {"law_date": str(row.event_on)})
    reply = bawaslu.get(reverse("invitation_package", args=[row.pk])).content
    altered = SimpleUploadedFile("paket.json", reply.replace(b"tanpa foto", b"boleh foto"))
    assert team.post(reverse("bring_consult"), {"package": altered}).status_code == 422
    assert team.post(reverse("bring_consult"), {"package": SimpleUploadedFile("p.json", reply)}).status_code == 302
    assert Consultation.objects.get(pk=sent.pk).source == "package"
    posted = Client().post("/api/v1/packages", reply, content_type="application/json")
    assert (posted.status_code, posted.json()["kind"]) == (200, "advice")


def test_a_letter_of_bawaslu_is_recorded_with_its_number_where_it_has_no_sinetra(
    client: Client, signed_in: SignIn, settings: Any
):
    team = signed_in("tim.netralitas")
    settings.SINETRA_PROFILE = "pemda"
    code = recorded(client)
    pk = Consultation.objects.get(way=Way.SENT).pk
    item = tree(team.get(reverse("invitation_item", args=[pk])))
    assert reverse("invitation_letter", args=[pk]) in item.xpath("//a/@href")
    fields = {"letter": "", "letter_on": str(today("99.71")), "stance": "better_not", "text": "Sebaiknya tidak hadir."}
    refused = tree(team.post(reverse("invitation_letter", args=[pk]), fields))
    assert "Tuliskan nomor suratnya" in words(refused) and "Sebaiknya tidak hadir." in words(refused)
    assert team.post(reverse("invitation_letter", args=[pk]), fields | {"letter": "12/PM"}).status_code == 302
    page = words(follow(code))
    assert "Nomor surat 12/PM" in page and "dicatat Tim Netralitas dari surat" in page
    pdf = Client().post(reverse("give_consult_proof"), {"view": field(follow(code), "view")}).content
    checked = tree(Client().post(reverse("check_consult"), {"pdf": SimpleUploadedFile("bukti.pdf", pdf)}))
    (told,) = checked.xpath("//dt[normalize-space()='Nasihat Bawaslu']/following-sibling::dd")
    assert "dicatat Tim Netralitas dari surat" in words(told)


def test_what_came_late_and_after_the_decision_says_so_on_the_page_and_in_the_code_of_the_proof(
    client: Client, signed_in: SignIn
):
    code = recorded(client)
    brought()
    staff, row = signed_in("staf.bawaslu"), Consultation.objects.get(way=Way.RECEIVED)
    staff.post(reverse("invitation_item", args=[row.pk]), ADVICE | {"law_date": str(row.event_on)})
    press(follow(code), "decide", choice="accept", reason="")
    brought()
    day = today("99.71")
    Consultation.objects.filter(way=Way.SENT).update(advised_on=day - timedelta(days=2), due_on=day - timedelta(days=1))
    page = follow(code)
    assert "Datang sesudah keputusan." in words(page) and "jadi terlambat" in words(page)
    assert "Menurut pengirimnya diberikan" in words(page)
    pdf = Client().post(reverse("give_consult_proof"), {"view": field(page, "view")}).content
    assert statement_in(pdf)[0].bawaslu_on == day.isoformat()
    assert "Datang sesudah keputusan" not in words(tree(staff.get(reverse("invitation_item", args=[row.pk]))))


def test_a_bawaslu_elsewhere_is_not_said_to_be_asked_before_the_team_took_the_package(
    client: Client, signed_in: SignIn, settings: Any
):
    team = signed_in("tim.netralitas")
    settings.SINETRA_PROFILE = "pemda"
    name = "Bawaslu Kota Cendana (contoh)"
    page = first(client)
    assert f"Tim itu membawanya kepada {name}" in words(page) and "dan kepada Bawaslu" not in words(page)
    sent = tree(client.post(reverse("invite"), {"sealed": field(page, "sealed"), "do": "send"}))
    assert f"Pertanyaan kepada {name} dibawa Tim Netralitas" in words(sent)
    code = " ".join(sent.xpath("//p[@id='invitation-code']/span/text()"))
    desk = tree(team.get(reverse("workspace")))
    assert "Paket undangan yang menunggu dibawa1" in words(desk)
    waiting = tree(team.get(f"{reverse('invitations')}?keadaan=dibawa"))
    pk = Consultation.objects.get(way=Way.SENT).pk
    assert waiting.xpath("//table//a/@href") == [reverse("invitation_item", args=[pk])]
    assert f"Dibawa Tim Netralitas kepada {name}. Paketnya belum diambil" in words(follow(code))
    team.get(reverse("invitation_package", args=[pk]))
    taken = Consultation.objects.get(pk=pk).taken_at
    assert taken is not None and f"Dibawa Tim Netralitas kepada {name}. Paketnya diambil" in words(follow(code))
    assert "menunggu dibawa" not in words(tree(team.get(reverse("workspace"))))
    team.get(reverse("invitation_package", args=[pk]))
    assert Consultation.objects.get(pk=pk).taken_at == taken, "the first time counts"
