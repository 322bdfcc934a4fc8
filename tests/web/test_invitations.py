"""An invitation from the form to the proof, as who was invited reads it, asks, decides and notes what was done."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from invitation_pages import ADVICE, NAME, SignIn, brought, first, follow, given, press, recorded
from reading import field, tree, words

from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.selectors import invitation_by_code
from sinetra.apps.invitations.vocabulary import Way
from sinetra.apps.registry.models import Organisation
from sinetra.core.consult_proof import signed_text
from sinetra.core.documents.consult_proof import statement_in
from sinetra.ports.clock import today
from sinetra.web.public.invitations.proof import content_of

pytestmark = pytest.mark.django_db


def test_the_reading_comes_before_anything_is_stored_and_cites_the_law_of_the_day_of_the_event(
    client: Client, city: None
):
    page = first(client, event_on="2024-10-29", asks=["listen"])
    assert "Menurut hukum pada hari acara, Selasa, 29 Oktober 2024" in words(page)
    assert "sudah lewat" in words(page) and not page.xpath("//button[@value='send']")
    assert "Tidak ditemukan larangan" in words(page)
    later = first(client, event_on="2024-10-31", asks=["listen"])
    assert "Tergantung" in words(later) and "SE Bawaslu 111/2024" in words(later)
    assert later.xpath("//input[@name='act.on_duty']")
    assert not Invitation.objects.exists() and not client.cookies


def test_an_answer_turns_the_reading_and_can_be_taken_back(client: Client, city: None):
    page = first(client, status="pns", asks=["listen"])
    answered = tree(
        client.post(reverse("invite"), {"sealed": field(page, "sealed"), "do": "answer", "act.on_duty": "true"})
    )
    assert not answered.xpath("//input[@name='act.on_duty']")
    assert "Apakah Anda hadir karena ditugaskan?" in words(answered)
    back = tree(client.post(reverse("invite"), {"sealed": field(answered, "sealed"), "do": "reset"}))
    assert back.xpath("//input[@name='act.on_duty']")
    form = tree(client.post(reverse("invite"), {"sealed": field(answered, "sealed"), "do": "back"}))
    assert form.xpath("//input[@name='place']/@value") == ["Lapangan Damar"]
    assert form.xpath("//input[@name='asks'][@checked]/@value") == ["listen"]


def test_an_answer_that_a_changed_form_rules_out_is_asked_no_more_and_the_others_stay(client: Client, city: None):
    page = first(client, asks=["listen"])
    answers = {"subject.acting_kind": "pjs", "act.on_duty": "false"}
    page = tree(client.post(reverse("invite"), {"sealed": field(page, "sealed"), "do": "answer", **answers}))
    moved = tree(
        client.post(reverse("invite"), given(sealed=field(page, "sealed"), asks=["listen"], place="Aula lain"))
    )
    assert not moved.xpath("//input[@name='act.on_duty']") and "Aula lain" in words(moved)
    other = tree(client.post(reverse("invite"), given(sealed=field(page, "sealed"), asks=["listen"], status="pns")))
    assert other.xpath("//input[@name='act.on_duty']") and "Pjs" not in words(other).split("Yang akan dikirim")[1]


def test_a_wedding_is_no_campaign_until_the_open_question_is_answered_so(client: Client, city: None):
    page = first(client, event="social", asks=["attend", "hall"], status="pns", target="none", event_on="2024-11-05")
    assert "Menghadiri kampanye" not in words(page) and "dilarang" not in words(page)
    assert "Apakah ada ajakan memilih atau atribut di acara itu?" in words(page)
    before = {"sealed": field(page, "sealed"), "do": "answer"}
    plain = tree(client.post(reverse("invite"), before | {"partisan": "false"}))
    assert words(plain).count("Bukan kampanye") == 2 and not plain.xpath("//input[@name='partisan']")
    sided = tree(client.post(reverse("invite"), before | {"partisan": "true"}))
    assert "SE Bawaslu 111/2024" in words(sided) and "Bukan kampanye" not in words(sided)
    back = tree(client.post(reverse("invite"), {"sealed": field(sided, "sealed"), "do": "reset"}))
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
    assert words(page).count("Belum menjawab") == 2 and "jelaskan" in words(page)
    brought()
    for username, way in (("tim.netralitas", Way.OWN), ("staf.bawaslu", Way.RECEIVED)):
        staff = signed_in(username)
        row = Consultation.objects.get(way=way)
        listed = tree(staff.get(reverse("invitations")))
        assert reverse("invitation_item", args=[row.pk]) in listed.xpath("//table//a/@href")
        item = tree(staff.get(reverse("invitation_item", args=[row.pk])))
        assert "Lapangan Damar" in words(item) and NAME not in words(item)
        assert item.xpath("//input[@name='chosen']")
        answer = staff.post(reverse("invitation_item", args=[row.pk]), ADVICE | {"law_date": str(row.event_on)})
        assert answer.status_code == 302, words(tree(answer))
    brought()
    page = follow(code)
    assert words(page).count("Boleh dengan batas") == 2 and "Belum menjawab" not in words(page)
    decided = press(page, "decide", choice="accept_with_limits", reason="Hanya mendengarkan.")
    assert "Keputusan Anda tercatat" in words(decided) and "Memenuhi dengan batas" in words(decided)
    assert not decided.xpath("//button[@value='note']")
    again = press(page, "decide", choice="accept", reason="")
    assert "Anda sudah memutuskan" in words(again) and "Memenuhi dengan batas" in words(again)
    Invitation.objects.update(event_on=today("99.71"))
    page = follow(code)
    noted = press(page, "note", text="Hadir 20 menit, tidak berfoto.")
    assert "Hadir 20 menit" in words(noted) and "Semuanya dihapus pada" in words(noted)
    pdf = Client().post(reverse("give_consult_proof"), {"view": field(page, "view")})
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF") and "attachment" in pdf.headers["Content-Disposition"]
    verified(pdf.content)
    assert not client.cookies


def verified(pdf: bytes) -> None:
    def check(**fields: Any) -> str:
        return words(tree(Client().post(reverse("check_consult"), fields)))

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


def test_a_proof_without_advice_and_decision_says_so(client: Client, city: None):
    page = follow(recorded(client, name=""))
    pdf = Client().post(reverse("give_consult_proof"), {"view": field(page, "view")}).content
    statement, _signature = statement_in(pdf)
    assert (statement.team_on, statement.bawaslu_on, statement.choice, statement.done_on) == ("", "", "", "")


def test_a_proof_says_that_the_question_is_still_to_be_taken_to_bawaslu(client: Client, city: None, settings: Any):
    for profile, said in (("pemda", "belum diambil untuk dibawa"), ("demo", "Diminta")):
        settings.SINETRA_PROFILE = profile
        view = invitation_by_code(recorded(client))
        came = content_of(view).advices[1].came
        assert said in came and ("Diminta" in came) == (profile == "demo")


def test_without_a_team_nothing_is_taken(client: Client, bawaslu: Organisation, settings: Any):
    assert "tidak ada Tim Netralitas" in words(tree(client.get(reverse("invite"))))
    settings.SINETRA_PROFILE = "bawaslu"
    assert "pemerintah daerah Anda" in words(tree(client.post(reverse("invite"), given())))


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
