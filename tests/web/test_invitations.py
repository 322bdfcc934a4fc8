"""An invitation from the form to the proof: the pages, and who may not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.advice.actions.ask import ask
from sinetra.apps.advice.intake import read_question
from sinetra.apps.advice.models import Question
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.invitations.actions import deliver, record
from sinetra.apps.invitations.deadlines import counted
from sinetra.apps.invitations.intake import read_invitation
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.selectors import invitation_by_code
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Way
from sinetra.apps.registry.models import Organisation
from sinetra.core.consult_proof import signed_text
from sinetra.core.documents.consult_proof import statement_in
from sinetra.ports.clock import today
from sinetra.web.invitation_advice import explain
from sinetra.web.public.invitations.proof import content_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
OTHERS = ("petugas.bkpsdm", "ppk", "inspektorat", "admin", "pemeriksa.jejak", "humas", "kustodian", "orang.luar")
NAME = "Seroja Contohwati, Pjs Wali Kota Cendana"
ADVICE = {"stance": "with_limits", "text": "Dengarkan saja, tanpa atribut dan tanpa foto.", "norms": "skb2022.pd-7"}


def given(**changes: Any) -> dict[str, Any]:
    return {
        "do": "read",
        "whom": "self",
        "status": "acting_regional_head",
        "inviter": "Pasangan calon nomor urut 2",
        "target": "candidate",
        "capacity": "official",
        "event": "campaign",
        "event_on": (today("99.71") + timedelta(days=1)).isoformat(),
        "place": "Lapangan Damar",
        "asks": ["listen", "photo"],
        "text": "Diminta hadir mendengarkan visi dan misi, lalu berfoto bersama.",
        "name": NAME,
        **changes,
    }


def tree(answer: Any) -> html.HtmlElement:
    assert answer.status_code == 200, answer.status_code
    return html.document_fromstring(answer.content.decode())


def hidden(page: html.HtmlElement, name: str = "sealed") -> str:
    return str(page.xpath(f"//input[@name='{name}']/@value")[0])


def text(page: html.HtmlElement) -> str:
    return " ".join(page.text_content().split())


def first(client: Client, **changes: Any) -> html.HtmlElement:
    """The reading page, or the form again with its errors."""
    page = tree(client.get(reverse("invite")))
    return tree(client.post(reverse("invite"), given(sealed=hidden(page), **changes)))


def recorded(client: Client, **changes: Any) -> str:
    """The code."""
    page = first(client, **changes)
    sent = tree(client.post(reverse("invite"), {"sealed": hidden(page), "do": "send"}))
    return " ".join(sent.xpath("//p[@id='invitation-code']/span/text()"))


def follow(code: str) -> html.HtmlElement:
    return tree(Client().post(reverse("follow_invitation"), {"code": code}))


def press(page: html.HtmlElement, do: str, **fields: str) -> html.HtmlElement:
    return tree(Client().post(reverse("follow_invitation"), {"view": hidden(page, "view"), "do": do, **fields}))


def brought() -> None:
    """What the worker does."""
    for task in OutboxTask.objects.filter(name="invitations.deliver"):
        deliver(task.payload["consultation"], task.payload["part"])


def test_the_reading_comes_before_anything_is_stored_and_cites_the_law_of_the_day_of_the_event(
    client: Client, city: None
):
    page = first(client, event_on="2024-10-29", asks=["listen"])
    assert "Menurut hukum pada hari acara, Selasa, 29 Oktober 2024" in text(page)
    assert "sudah lewat" in text(page) and not page.xpath("//button[@value='send']")
    assert "Tidak ditemukan larangan" in text(page)
    later = first(client, event_on="2024-10-31", asks=["listen"])
    assert "Tergantung" in text(later) and "SE Bawaslu 111/2024" in text(later)
    assert later.xpath("//input[@name='act.on_duty']")
    assert not Invitation.objects.exists() and not client.cookies


def test_an_answer_turns_the_reading_and_can_be_taken_back(client: Client, city: None):
    page = first(client, status="pns", asks=["listen"])
    answered = tree(client.post(reverse("invite"), {"sealed": hidden(page), "do": "answer", "act.on_duty": "true"}))
    assert not answered.xpath("//input[@name='act.on_duty']")
    assert "Apakah Anda hadir karena ditugaskan?" in text(answered)
    back = tree(client.post(reverse("invite"), {"sealed": hidden(answered), "do": "reset"}))
    assert back.xpath("//input[@name='act.on_duty']")
    form = tree(client.post(reverse("invite"), {"sealed": hidden(answered), "do": "back"}))
    assert form.xpath("//input[@name='place']/@value") == ["Lapangan Damar"]
    assert form.xpath("//input[@name='asks'][@checked]/@value") == ["listen"]


def test_an_answer_that_a_changed_form_rules_out_is_asked_no_more_and_the_others_stay(client: Client, city: None):
    page = first(client, asks=["listen"])
    answers = {"subject.acting_kind": "pjs", "act.on_duty": "false"}
    page = tree(client.post(reverse("invite"), {"sealed": hidden(page), "do": "answer", **answers}))
    moved = tree(client.post(reverse("invite"), given(sealed=hidden(page), asks=["listen"], place="Aula lain")))
    assert not moved.xpath("//input[@name='act.on_duty']") and "Aula lain" in text(moved)
    other = tree(client.post(reverse("invite"), given(sealed=hidden(page), asks=["listen"], status="pns")))
    assert other.xpath("//input[@name='act.on_duty']") and "Pjs" not in text(other).split("Yang akan dikirim")[1]


def test_a_wedding_is_no_campaign_until_the_open_question_is_answered_so(client: Client, city: None):
    page = first(client, event="social", asks=["attend", "hall"], status="pns", target="none", event_on="2024-11-05")
    assert "Menghadiri kampanye" not in text(page) and "dilarang" not in text(page)
    assert "Apakah ada ajakan memilih atau atribut di acara itu?" in text(page)
    before = {"sealed": hidden(page), "do": "answer"}
    plain = tree(client.post(reverse("invite"), before | {"partisan": "false"}))
    assert text(plain).count("Bukan kampanye") == 2 and not plain.xpath("//input[@name='partisan']")
    sided = tree(client.post(reverse("invite"), before | {"partisan": "true"}))
    assert "SE Bawaslu 111/2024" in text(sided) and "Bukan kampanye" not in text(sided)
    back = tree(client.post(reverse("invite"), {"sealed": hidden(sided), "do": "reset"}))
    assert back.xpath("//input[@name='partisan']")
    # Not to know leaves it open.
    assert tree(client.post(reverse("invite"), before | {"partisan": "?"})).xpath("//input[@name='partisan']")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"whom": ""}, "whom"),
        ({"asks": []}, "asks"),
        ({"event_on": "besok"}, "event_on"),
        ({"inviter": ""}, "inviter"),
        ({"text": "ya"}, "text"),
    ],
)
def test_what_is_missing_is_named_and_what_was_typed_stays(
    client: Client, city: None, changes: dict[str, Any], field: str
):
    page = first(client, **changes)
    assert page.xpath(f"//div[@class='errors']//a[starts-with(@href, '#id_{field}')]")
    assert page.xpath("//input[@name='name']/@value") == [NAME]


def test_an_old_page_loses_nothing_that_was_typed(client: Client, city: None):
    page = tree(client.post(reverse("invite"), given(sealed="x")))
    assert page.xpath("//div[@class='errors']") and page.xpath("//input[@name='place']/@value") == ["Lapangan Damar"]


def test_the_acting_mayor_asks_both_reads_decides_notes_and_holds_the_proof(
    client: Client, signed_in: SignIn, settings: Any
):
    code = recorded(client)
    assert len(code.split()) == 9
    page = follow(code)
    assert text(page).count("Belum menjawab") == 2 and "jelaskan" in text(page)
    brought()
    for username, way in (("tim.netralitas", Way.OWN), ("staf.bawaslu", Way.RECEIVED)):
        staff = signed_in(username)
        row = Consultation.objects.get(way=way)
        listed = tree(staff.get(reverse("invitations")))
        assert reverse("invitation_item", args=[row.pk]) in listed.xpath("//table//a/@href")
        item = tree(staff.get(reverse("invitation_item", args=[row.pk])))
        assert "Lapangan Damar" in text(item) and NAME not in text(item)
        assert item.xpath("//input[@name='chosen']")
        answer = staff.post(reverse("invitation_item", args=[row.pk]), ADVICE | {"law_date": str(row.event_on)})
        assert answer.status_code == 302, text(tree(answer))
    brought()
    page = follow(code)
    assert text(page).count("Boleh dengan batas") == 2 and "Belum menjawab" not in text(page)
    decided = press(page, "decide", choice="accept_with_limits", reason="Hanya mendengarkan.")
    assert "Keputusan Anda tercatat" in text(decided) and "Memenuhi dengan batas" in text(decided)
    assert not decided.xpath("//button[@value='note']")
    again = press(page, "decide", choice="accept", reason="")
    assert "Anda sudah memutuskan" in text(again) and "Memenuhi dengan batas" in text(again)
    Invitation.objects.update(event_on=today("99.71"))
    page = follow(code)
    noted = press(page, "note", text="Hadir 20 menit, tidak berfoto.")
    assert "Hadir 20 menit" in text(noted) and "Semuanya dihapus pada" in text(noted)
    pdf = Client().post(reverse("give_consult_proof"), {"view": hidden(page, "view")})
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF") and "attachment" in pdf.headers["Content-Disposition"]
    verified(pdf.content)
    assert not client.cookies


def verified(pdf: bytes) -> None:
    def check(**fields: Any) -> str:
        return text(tree(Client().post(reverse("check_consult"), fields)))

    good = check(pdf=SimpleUploadedFile("bukti.pdf", pdf))
    assert "Bukti ini asli" in good and "Setiap huruf" in good and "Memenuhi dengan batas" in good
    statement, signature = statement_in(pdf)
    line = signed_text(statement, signature)
    assert "Bukti ini asli" in check(text=f"https://lain.contoh/#{line}")
    assert NAME not in good and "Damar" not in good
    assert statement.bawaslu_by == "package" and "datang sebagai paket bertanda tangan" in good
    assert "Isinya berubah" in check(pdf=SimpleUploadedFile("bukti.pdf", pdf.replace(b"/Type/Page", b"/Type/page", 1)))
    other = signed_text(statement.__class__(**{**_plain(statement), "team_on": "2024-01-01"}), signature)
    forged = check(text=other)
    assert "tidak cocok" in forged and "1 Januari 2024" not in forged
    assert "Ini bukan bukti konsultasi" in check(text="halo apa kabar")
    assert "Isi salah satu" in check(text="")


def _plain(statement: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(statement)


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
    assert "packages.deliver" in text(page) and "Conflict" in text(page) and "invitations" not in text(page)
    task = OutboxTask.objects.get(name="invitations.deliver")
    answer = admin.post(reverse("retry_task", args=[task.pk]), follow=True)
    assert "packages.deliver akan dijalankan lagi" in text(tree(answer))
    task.refresh_from_db()
    assert task.state == OutboxTask.State.WAITING
    assert AuditEntry.objects.get(action="outbox.retry").data["name"] == "packages.deliver"


def test_a_late_adviser_is_late_on_both_sides(client: Client, signed_in: SignIn):
    code = recorded(client)
    Consultation.objects.update(asked_on=date(2024, 10, 3), due_on=date(2024, 10, 7))
    assert text(follow(code)).count("tenggatnya lewat") == 2
    team = signed_in("tim.netralitas")
    assert "lewat" in text(tree(team.get(reverse("invitations"))))
    item = team.get(reverse("invitation_item", args=[Consultation.objects.get(way=Way.OWN).pk]))
    assert "tenggatnya lewat" in text(tree(item))


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


def test_a_proof_without_advice_and_decision_says_so(client: Client, city: None):
    page = follow(recorded(client, name=""))
    pdf = Client().post(reverse("give_consult_proof"), {"view": hidden(page, "view")}).content
    statement, _signature = statement_in(pdf)
    assert (statement.team_on, statement.bawaslu_on, statement.choice, statement.done_on) == ("", "", "", "")


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
    assert "Undangan yang menunggu nasihat" not in text(tree(staff.get(reverse("workspace"))))
    recorded(client)
    brought()
    assert "Undangan yang menunggu nasihat" in text(tree(staff.get(reverse("workspace"))))
    team = tree(signed_in("tim.netralitas").get(reverse("workspace")))
    # One invitation is one to answer, though the row that went to Bawaslu waits, too.
    assert "Undangan yang menunggu nasihat1" in text(team)
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
    assert "Tuliskan nomor suratnya" in text(refused) and "Sebaiknya tidak hadir." in text(refused)
    assert team.post(reverse("invitation_letter", args=[pk]), fields | {"letter": "12/PM"}).status_code == 302
    page = text(follow(code))
    assert "Nomor surat 12/PM" in page and "dicatat Tim Netralitas dari surat" in page
    pdf = Client().post(reverse("give_consult_proof"), {"view": hidden(follow(code), "view")}).content
    checked = tree(Client().post(reverse("check_consult"), {"pdf": SimpleUploadedFile("bukti.pdf", pdf)}))
    (told,) = checked.xpath("//dt[normalize-space()='Nasihat Bawaslu']/following-sibling::dd")
    assert "dicatat Tim Netralitas dari surat" in text(told)


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
    assert "Datang sesudah keputusan." in text(page) and "jadi terlambat" in text(page)
    assert "Menurut pengirimnya diberikan" in text(page)
    pdf = Client().post(reverse("give_consult_proof"), {"view": hidden(page, "view")}).content
    assert statement_in(pdf)[0].bawaslu_on == day.isoformat()
    assert "Datang sesudah keputusan" not in text(tree(staff.get(reverse("invitation_item", args=[row.pk]))))


def test_a_bawaslu_elsewhere_is_not_said_to_be_asked_before_the_team_took_the_package(
    client: Client, signed_in: SignIn, settings: Any
):
    team = signed_in("tim.netralitas")
    settings.SINETRA_PROFILE = "pemda"
    name = "Bawaslu Kota Cendana (contoh)"
    page = first(client)
    assert f"Tim itu membawanya kepada {name}" in text(page) and "dan kepada Bawaslu" not in text(page)
    sent = tree(client.post(reverse("invite"), {"sealed": hidden(page), "do": "send"}))
    assert f"Pertanyaan kepada {name} dibawa Tim Netralitas" in text(sent)
    code = " ".join(sent.xpath("//p[@id='invitation-code']/span/text()"))
    desk = tree(team.get(reverse("workspace")))
    assert "Paket undangan yang menunggu dibawa1" in text(desk)
    waiting = tree(team.get(f"{reverse('invitations')}?keadaan=dibawa"))
    pk = Consultation.objects.get(way=Way.SENT).pk
    assert waiting.xpath("//table//a/@href") == [reverse("invitation_item", args=[pk])]
    assert f"Dibawa Tim Netralitas kepada {name}. Paketnya belum diambil" in text(follow(code))
    team.get(reverse("invitation_package", args=[pk]))
    taken = Consultation.objects.get(pk=pk).taken_at
    assert taken is not None and f"Dibawa Tim Netralitas kepada {name}. Paketnya diambil" in text(follow(code))
    assert "menunggu dibawa" not in text(tree(team.get(reverse("workspace"))))
    team.get(reverse("invitation_package", args=[pk]))
    assert Consultation.objects.get(pk=pk).taken_at == taken, "the first time counts"


def test_a_proof_says_that_the_question_is_still_to_be_taken_to_bawaslu(client: Client, city: None, settings: Any):
    for profile, said in (("pemda", "belum diambil untuk dibawa"), ("demo", "Diminta")):
        settings.SINETRA_PROFILE = profile
        view = invitation_by_code(recorded(client))
        came = content_of(view).advices[1].came
        assert said in came and ("Diminta" in came) == (profile == "demo")


def test_without_a_team_nothing_is_taken(client: Client, bawaslu: Organisation, settings: Any):
    assert "tidak ada Tim Netralitas" in text(tree(client.get(reverse("invite"))))
    settings.SINETRA_PROFILE = "bawaslu"
    assert "pemerintah daerah Anda" in text(tree(client.post(reverse("invite"), given())))


def test_a_wrong_code_stays_in_its_field_and_a_stale_token_asks_for_it(city: None):
    page = tree(Client().post(reverse("follow_invitation"), {"code": "bukan kode"}))
    assert page.xpath("//div[@class='errors']") and page.xpath("string(//textarea)") == "bukan kode"
    for name in ("follow_invitation", "give_consult_proof"):
        assert tree(Client().post(reverse(name), {"view": "x"})).xpath("//textarea[@name='code']")
        assert tree(Client().get(reverse(name))).xpath("//textarea[@name='code']")


@pytest.mark.parametrize("name", ["invite", "follow_invitation", "check_consult", "give_consult_proof"])
def test_a_form_from_elsewhere_is_refused(city: None, name: str):
    answer = Client().post(reverse(name), {"code": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
