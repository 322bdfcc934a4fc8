"""A breach: its hours and its two letters on the pages of the office."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from sinetra.apps.agreements.models import Breach
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.ports.clock import now, zone_of

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of
from staff_pages import send

pytestmark = pytest.mark.django_db

BREACH = {
    "known_on": "2024-11-20",
    "known_hour": "08:00",
    "data": "Nama dan jabatan satu orang.",
    "how": "Salinan terkirim ke alamat lain.",
    "handling": "Salinan ditarik.",
}


def test_a_breach_counts_its_hours_and_brings_both_letters(signed_in):
    officer = signed_in("petugas.bkpsdm")
    local = (now() - timedelta(hours=50)).astimezone(zone_of("99.71").info)
    given = {"known_on": local.date().isoformat(), "known_hour": f"{local:%H:%M}"}
    page = text_of(send(officer, "new_breach", **(BREACH | given)))
    row = Breach.objects.get()
    assert "sisa 21 jam" in page or "sisa 22 jam" in page
    assert "UU 27/2022 pasal 46" in page
    for shown in (page, text_of(officer.get(reverse("breaches")))):
        assert "Sinetra menghitung sejak kantor mengetahuinya" in shown
        assert "perlu dicek" in shown
    for notice in ("persons", "authority"):
        for ending, start in (("pdf", b"%PDF-"), ("docx", b"PK")):
            letter = officer.get(reverse("breach_letter", args=[row.pk, notice, ending]))
            assert letter.content.startswith(start)
    assert officer.get(reverse("breach_letter", args=[row.pk, "lain", "pdf"])).status_code == 404
    assert "Kebocoran data yang belum diberitahukan" in text_of(officer.get(reverse("workspace")))
    with unit_of_work(SYSTEM) as work:
        work.change(row, known_at=now() - timedelta(hours=79, minutes=30))
        work.record("test.change", row)
    assert "lewat 8 jam" in text_of(officer.get(reverse("breaches")))
    sent = now().astimezone(zone_of("99.71").info)
    when = {"told_on": sent.date().isoformat(), "told_hour": f"{sent:%H:%M}"}
    assert "melewati batas" in text_of(send(officer, "breach_notice", row.pk, "persons", **when, note="Surat 1"))
    page = text_of(send(officer, "breach_notice", row.pk, "authority", **when, note="Surat 2"))
    assert page.index("orang yang datanya") < page.index("Surat 1") < page.index("lembaga pelindungan data")
    assert page.index("lembaga pelindungan data") < page.index("Surat 2")
    assert "sudah diberitahukan" in page
    assert "Kebocoran data yang belum diberitahukan" not in text_of(officer.get(reverse("workspace")))


def test_a_breach_is_of_its_office_only(signed_in):
    officer = signed_in("petugas.bkpsdm")
    given = {
        "known_on": "2024-11-20",
        "known_hour": "08:00",
        "data": "Nama orang.",
        "how": "Salah kirim.",
        "handling": "Ditarik.",
    }
    send(officer, "new_breach", **given)
    row = Breach.objects.get()
    for username, code in (("admin", 404), ("pemeriksa.jejak", 404), ("pleno", 404), ("ppk", 403), ("humas", 403)):
        assert signed_in(username).get(reverse("breach", args=[row.pk])).status_code == code, username
        assert signed_in(username).get(reverse("breach_letter", args=[row.pk, "persons", "pdf"])).status_code == code


def test_an_impossible_hour_of_a_breach_is_said(signed_in):
    given = {
        "known_on": "2999-01-01",
        "known_hour": "08:00",
        "data": "Nama.",
        "how": "Salah kirim.",
        "handling": "Ditarik.",
    }
    answer = send(signed_in("petugas.bkpsdm"), "new_breach", **given)
    assert "tidak boleh di masa depan" in text_of(answer)
    assert not Breach.objects.exists()
