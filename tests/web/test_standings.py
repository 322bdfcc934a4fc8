"""A published table is taken in when it adds up; else the page names the difference and keeps what was typed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sinetra.apps.monitoring.models import PublishedStanding

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
#: The numbers of 5 December 2024 (procedure C.2), on a day before the legal date of the tests.
PRINTED = {
    "unit": "person",
    "body": "Kementerian Dalam Negeri",
    "as_of": "2024-11-20",
    "source": "Berita contoh",
    "total": "1158",
    "count_awaiting_bkn": "667",
    "count_awaiting_ppk": "436",
    "count_sanctioned": "19",
    "count_left_service": "4",
    "count_not_proven": "24",
    "count_cancelled": "27",
    "count_rejected": "60",
}
BALANCED = PRINTED | {"place_sanctioned": "within:awaiting_ppk", "place_rejected": "outside"}


@pytest.fixture
def press(city: None, signed_in: SignIn) -> Client:
    return signed_in("humas")


def post(client: Client, given: dict[str, str], **more: Any) -> Any:
    return client.post(reverse("new_standing"), given, **more)


def test_nothing_yet_says_what_to_do(press: Client) -> None:
    assert "Belum ada tabel keadaan" in text_of(press.get(reverse("standings")))


def test_what_does_not_add_up_is_refused_with_its_reason_and_stays_typed(press: Client) -> None:
    answer = post(press, PRINTED)
    page = text_of(answer)
    assert "Jumlah barisnya 1237, jumlah yang diumumkan 1158: selisih 79" in page
    assert "Selisih itu sama dengan: Sudah dijatuhi sanksi + Ditolak" in page
    assert 'value="667"' in answer.content.decode()
    assert not PublishedStanding.objects.exists()


def test_what_adds_up_is_shown_with_both_numbers_of_each_share(press: Client) -> None:
    page = text_of(post(press, BALANCED, follow=True))
    assert "667 dari 1.158 (57,6 %)" in page and "436 dari 1.158 (37,7 %)" in page
    assert "sudah termasuk dalam: Menunggu PPK" in page and "di luar jumlah" in page


def test_persons_and_cases_of_one_day_stand_side_by_side_and_are_never_added(press: Client) -> None:
    post(press, BALANCED)
    cases = {"unit": "case", "total": "433", "count_awaiting_bkn": "314", "count_not_proven": "119"}
    told = {name: BALANCED[name] for name in ("body", "as_of", "source")} | cases
    page = text_of(post(press, told, follow=True))
    assert "Seluruhnya433" in page and "Seluruhnya1.158" in page and "1.591" not in page


def test_the_same_table_twice_is_one(press: Client) -> None:
    post(press, BALANCED)
    assert "sudah dicatat" in text_of(post(press, BALANCED))
    assert PublishedStanding.objects.count() == 1


def test_a_day_to_come_is_refused(press: Client) -> None:
    assert "belum terjadi" in text_of(post(press, BALANCED | {"as_of": "2026-01-01"}))


def test_it_can_be_taken_back(press: Client) -> None:
    post(press, BALANCED)
    row = PublishedStanding.objects.get()
    assert press.get(reverse("drop_standing", args=[row.pk])).status_code == 200
    press.post(reverse("drop_standing", args=[row.pk]))
    assert not PublishedStanding.objects.exists()


@pytest.mark.parametrize(("username", "reads"), [("tim.netralitas", True), ("kustodian", False), ("orang.luar", False)])
def test_who_may_not(username: str, reads: bool, press: Client, signed_in: SignIn) -> None:
    post(press, BALANCED)
    row = PublishedStanding.objects.get()
    client = signed_in(username)
    for name, args in (("new_standing", []), ("drop_standing", [row.pk])):
        assert client.get(reverse(name, args=args)).status_code in {403, 404}, name
        assert client.post(reverse(name, args=args), BALANCED).status_code in {403, 404}, name
    assert client.get(reverse("standings")).status_code == (200 if reads else 403)
    assert PublishedStanding.objects.count() == 1


def test_another_office_does_not_see_it(press: Client, signed_in: SignIn) -> None:
    post(press, BALANCED)
    other = signed_in("staf.bawaslu")
    assert other.get(reverse("standing", args=[PublishedStanding.objects.get().pk])).status_code == 404
