"""The index for staff: units of their own office and its regions, and the verb to compute it now."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reading import text_of

from index_rows import large_town
from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.models import IndexRun

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
READERS = ("petugas.bkpsdm", "tim.netralitas", "staf.bawaslu", "pleno", "inspektorat", "ppk", "pemeriksa.pemko")
STRANGERS = ("admin", "humas", "kustodian", "penyelenggara.dputr")


@pytest.fixture
def run(actor) -> IndexRun:
    large_town()
    return compute_index(actor=actor("petugas.bkpsdm"))


def test_before_the_first_run_the_page_offers_to_compute_to_whom_may(signed_in):
    keeper = signed_in("petugas.bkpsdm").get(reverse("own_index"))
    assert "Indeks belum dihitung" in text_of(keeper) and reverse("compute_index") in keeper.content.decode()
    reader = signed_in("inspektorat").get(reverse("own_index"))
    assert "Indeks belum dihitung" in text_of(reader) and reverse("compute_index") not in reader.content.decode()


@pytest.mark.parametrize("username", READERS)
def test_who_answers_for_the_office_reads_it(run, signed_in, username):
    text = text_of(signed_in(username).get(reverse("own_index")))
    assert "Kota Cendana (contoh)" in text and "Cendana Utara" in text
    assert "Kota Jambi" not in text
    of_city = username not in {"staf.bawaslu", "pleno"}
    assert ("Dinas Besar" in text) is of_city


@pytest.mark.parametrize("username", STRANGERS)
def test_nobody_else_does(run, signed_in, username):
    client = signed_in(username)
    for name, args in (("own_index", []), ("compute_index", []), ("own_index_unit", ["99.71"])):
        assert client.get(reverse(name, args=args)).status_code == 403
    assert client.post(reverse("compute_index")).status_code == 403


def test_without_signing_in_one_is_led_to_the_door(run, client):
    answer = client.get(reverse("own_index"))
    assert answer.status_code == 302 and reverse("sign_in") in answer["Location"]


def test_a_unit_of_somebody_else_is_not_found_here(run, signed_in):
    client = signed_in("staf.bawaslu")
    assert client.get(reverse("own_index_unit", args=["99.71.01"])).status_code == 200
    for code in ("99.71-dinas-besar", "15.71", "99.99", "\0"):
        assert client.get(reverse("own_index_unit", args=[code])).status_code == 404
    own = signed_in("petugas.bkpsdm").get(reverse("own_index_unit", args=["99.71-dinas-besar"]))
    assert own.status_code == 200 and "Dinas Besar" in text_of(own)


def test_an_officer_for_a_region_sees_that_region(run, signed_in, actor):
    grant = RoleGrant.objects.filter(user__username="petugas.bkpsdm")
    grant.update(region_id="99.71.01")
    text = text_of(signed_in("petugas.bkpsdm").get(reverse("own_index")))
    assert (
        "Cendana Utara" in text
        and "Dinas Besar" not in text
        and "Kota Cendana (contoh)" not in text.split("Data lengkap")[1]
    )


def test_to_compute_one_is_told_what_will_happen_and_then_it_does(signed_in):
    large_town()
    client = signed_in("petugas.bkpsdm")
    asked = text_of(client.get(reverse("compute_index")))
    assert "Yang akan terjadi" in asked and "jejak audit" in asked
    assert not IndexRun.objects.exists()
    done = client.post(reverse("compute_index"), follow=True)
    assert "Indeks dihitung dan disimpan." in text_of(done) and IndexRun.objects.count() == 1
    client.post(reverse("compute_index"))
    assert IndexRun.objects.count() == 1


def test_a_reader_may_not_compute(run, signed_in):
    assert signed_in("ppk").post(reverse("compute_index")).status_code == 403
    assert IndexRun.objects.count() == 1
