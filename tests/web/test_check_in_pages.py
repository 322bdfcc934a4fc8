"""The pages of a participant: no cookie, no name of anybody, a code that gets old, a link that is one's own."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "apps" / "prevention"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from attendance_cast import STRANGER, TEACHER, come, plan_session
from attendance_desk import sealed_of
from reading import main_text_of, tree_of

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.prevention.actions.issue_personal_link import issue_personal_links
from sinetra.apps.prevention.links import participant
from sinetra.apps.prevention.models import ActivitySession, Attendance, PersonalLink
from sinetra.apps.prevention.selectors.attendance import code_now, session_link
from sinetra.apps.registry.models import Person
from sinetra.web.public.participation import check_in, own_sections, tiles

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(city: None) -> ActivitySession:
    del city
    return plan_session()


def address(session: ActivitySession, code: str = "") -> str:
    return reverse("check_in", args=[session.pk, code or code_now(session.pk, datetime.now(UTC))])


def send(session: ActivitySession, client: Client | None = None, **fields: str) -> Any:
    """As a telephone does: the page, then the form of that page."""
    client = client or Client()
    sealed = sealed_of(client.get(address(session)))
    return client.post(address(session), {"sealed": sealed, **fields})


def link_of(answer: Any) -> str:
    return str(tree_of(answer).xpath("//a[@id='participant-link']/@href")[0])


def test_from_the_code_to_the_participants_page(session: ActivitySession) -> None:
    answer = send(session, number="19910101 202221 1 911")
    assert answer.status_code == 200
    assert "Tercatat. Terima kasih sudah hadir." in main_text_of(answer)
    assert "199101012022211911" in main_text_of(answer)
    assert b"<svg" in answer.content
    page = Client().get(link_of(answer))
    assert page.status_code == 200
    assert "Sosialisasi netralitas di Dinas Pendidikan" in main_text_of(page)
    assert Attendance.objects.get().way == "qr"


def test_what_stands_behind_a_code_or_link_is_there_in_english_too(session: ActivitySession) -> None:
    link = link_of(send(session, number=TEACHER))
    (slip,) = issue_personal_links(people=[Person.objects.get(nip=TEACHER)], actor=SYSTEM)
    for page in (address(session), link, reverse("own_page", args=[slip.text])):
        answer = Client().get(page.replace("/id/", "/en/", 1))
        assert answer.status_code == 200, page
        assert answer.headers["Content-Language"] == "en" and not answer.cookies


def test_whether_the_register_knows_a_number_cannot_be_told_from_the_answer(session: ActivitySession) -> None:
    known, unknown = send(session, number=TEACHER), send(session, number=STRANGER)
    hidden = re.compile(r"[A-Za-z0-9_-]{22}|\d{18}|<svg.*?</svg>", re.DOTALL)
    assert hidden.sub("", known.content.decode()) == hidden.sub("", unknown.content.decode())
    for answer in (known, Client().get(link_of(known)), send(session, number=TEACHER)):
        assert "Ubi" not in answer.content.decode()
        assert "Cempaka" not in answer.content.decode().replace("Aula Dinas Pendidikan", "")


def test_a_second_time_says_so_kindly_and_tells_no_link(session: ActivitySession) -> None:
    send(session, number=TEACHER)
    again = send(session, number=TEACHER)
    assert again.status_code == 200
    assert "Sudah tercatat" in main_text_of(again)
    assert b"participant-link" not in again.content
    assert Attendance.objects.count() == 1


def test_a_form_whose_answer_was_lost_gives_the_same_link_again(session: ActivitySession) -> None:
    sealed = sealed_of(Client().get(address(session)))
    first, second = (Client().post(address(session), {"sealed": sealed, "number": TEACHER}) for _ in range(2))
    assert link_of(first) == link_of(second)
    assert Attendance.objects.count() == 1


def test_an_old_photograph_is_asked_to_scan_again(session: ActivitySession) -> None:
    old = code_now(session.pk, datetime.now(UTC) - timedelta(minutes=3))
    for answer in (Client().get(address(session, old)), Client().post(address(session, old), {"number": TEACHER})):
        assert answer.status_code == 410
        assert "Pindai lagi, ya" in main_text_of(answer)
    assert not Attendance.objects.exists()


def test_the_form_of_a_fresh_scan_may_be_filled_in_slowly_but_not_for_ever(
    session: ActivitySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = address(session, code_now(session.pk, datetime.now(UTC) - timedelta(minutes=3)))
    sealed = sealed_of(Client().get(address(session)))
    assert Client().post(old, {"sealed": sealed, "number": TEACHER}).status_code == 200
    monkeypatch.setattr(check_in, "MINUTES", -1)
    assert Client().post(old, {"sealed": sealed, "number": STRANGER}).status_code == 410


def test_the_form_of_one_session_opens_no_other(session: ActivitySession) -> None:
    other = plan_session(place=2)
    sealed = sealed_of(Client().get(address(session)))
    old = address(other, code_now(other.pk, datetime.now(UTC) - timedelta(minutes=3)))
    assert Client().post(old, {"sealed": sealed, "number": TEACHER}).status_code == 410


def test_the_link_of_the_session_counts_while_it_is_open(session: ActivitySession) -> None:
    by_link = address(session, session_link(session.pk))
    sealed = sealed_of(Client().get(by_link))
    assert Client().post(by_link, {"sealed": sealed, "number": TEACHER}).status_code == 200
    assert Attendance.objects.get().way == "link"
    ActivitySession.objects.update(state="closed")
    assert "Sesi ini sudah ditutup" in main_text_of(Client().get(by_link))
    assert Client().post(by_link, {"sealed": sealed, "number": STRANGER}).status_code == 409
    assert Attendance.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "said", "field"),
    [
        ({"number": "12345"}, "harus 18 angka", "number"),
        ({"name": "Melati"}, "Isi unit kerja", "unit"),
        ({}, "Isi NIP, atau nama dan unit", "number"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_with_what_was_typed(
    session: ActivitySession, fields: dict[str, str], said: str, field: str
) -> None:
    answer = send(session, **fields)
    tree = tree_of(answer)
    assert said in main_text_of(answer)
    assert tree.xpath(f"//input[@name='{field}']/@aria-invalid") == ["true"]
    for name, value in fields.items():
        assert tree.xpath(f"//input[@name='{name}']/@value") == [value]
    assert not Attendance.objects.exists()


def test_no_page_of_a_participant_sets_a_cookie_or_may_be_kept(session: ActivitySession) -> None:
    [slip] = issue_personal_links(people=[Person.objects.get(nip=TEACHER)], actor=SYSTEM)
    pages = [
        Client().get(address(session)),
        send(session, number=TEACHER),
        Client().get(address(session, "22222222")),
        Client().get(reverse("participant", args=[come(session, number=STRANGER).link])),
        Client().get(reverse("own_page", args=[slip.text])),
    ]
    for answer in pages:
        assert not answer.cookies
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert b"<script" not in answer.content


def test_a_form_from_another_site_is_refused(session: ActivitySession) -> None:
    foreign = Client().post(address(session), {"number": TEACHER}, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403


@pytest.mark.parametrize("name", ["participant", "own_page"])
def test_a_link_that_never_was_says_so(city: None, name: str) -> None:
    assert Client().get(reverse(name, args=["x" * 22])).status_code == 404


def test_tiles_of_features_stand_on_the_participants_page(
    session: ActivitySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = (lambda row, link: tiles.Tile(title=f"Tes {row.way}", text=link, done=True), lambda row, link: None)
    monkeypatch.setattr(tiles, "TILES", made)
    link = come(session, number=TEACHER).link
    page = main_text_of(Client().get(reverse("participant", args=[link])))
    assert f"Tesqr{link}Selesai" in page.replace(" ", "")
    assert participant(link).person is not None


def test_ones_own_page_lists_ones_own_sessions_and_no_score(session: ActivitySession) -> None:
    come(session, number=TEACHER)
    people = Person.objects.filter(nip__in=[TEACHER, "197601012002032910"]).order_by("nip")
    slips = {slip.person.nip: slip for slip in issue_personal_links(people=list(people), actor=SYSTEM)}
    own = main_text_of(Client().get(reverse("own_page", args=[slips[TEACHER].text])))
    other = main_text_of(Client().get(reverse("own_page", args=[slips["197601012002032910"].text])))
    assert "Sosialisasi netralitas di Dinas Pendidikan" in own
    assert "Belum ada sesi tercatat." in other
    assert [section.id for section in own_sections.sections(Person.objects.get(nip=TEACHER), "")] == ["sesi", "ikrar"]


def test_a_new_slip_ends_the_old_one_and_an_old_one_ends_by_itself(city: None) -> None:
    teacher = Person.objects.get(nip=TEACHER)
    [first] = issue_personal_links(people=[teacher], actor=SYSTEM)
    [second] = issue_personal_links(people=[teacher], actor=SYSTEM)
    assert Client().get(reverse("own_page", args=[first.text])).status_code == 404
    assert Client().get(reverse("own_page", args=[second.text])).status_code == 200
    PersonalLink.objects.update(valid_until="2024-11-21")
    assert Client().get(reverse("own_page", args=[second.text])).status_code == 404
    assert second.text not in str(list(PersonalLink.objects.values()))
