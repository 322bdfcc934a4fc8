"""Putting right what others were told, through the pages: the list, one line, its steps, what is refused."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import Correction, HandOver, Matter
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Outcome
from sinetra.ports.clock import today

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of

from casework_rows import cleared_there

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def row(reports: None, actor: Callable[[str], Actor]) -> Correction:
    """BKN had acknowledged the matter; then it wrote back that nothing was proven."""
    sent = HandOver.objects.filter(direction=Direction.OUTGOING, state=HandOverState.ACKNOWLEDGED)[0]
    matter = Matter.objects.select_related("report", "organisation").get(pk=sent.matter_id)
    cleared_there(matter, actor("staf.bawaslu"))
    act.close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=actor("pleno"))
    return Correction.objects.select_related("matter").get(matter=matter)


def step(client: Client, row: Correction, name: str, **given: Any) -> Any:
    return client.post(reverse("correction_step", args=[row.pk, name]), given | {"x": "1"})


def test_an_open_line_is_on_the_matter_the_list_and_the_workspace(row: Correction, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    for page in (reverse("matter", args=[row.matter_id]), reverse("corrections"), reverse("workspace")):
        assert "belum diberi tahu" in text_of(client.get(page)), page
    shown = text_of(client.get(reverse("correction", args=[row.pk])))
    assert "Kirim paket pembetulan" in shown
    assert "Nyatakan tidak dapat diberi tahu" not in shown, "that is the plenary's"
    assert "not told yet" in text_of(client.get(reverse("corrections").replace("/kerja/id/", "/kerja/en/")))


def test_where_nothing_waits_the_workspace_says_nothing_of_it(reports: None, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    assert "Pembetulan yang belum selesai" not in text_of(client.get(reverse("workspace")))
    assert "Semua pembetulan selesai" in text_of(client.get(reverse("corrections")))


def test_a_letter_is_sent_and_its_receipt_noted(row: Correction, signed_in: SignIn) -> None:
    client, day = signed_in("staf.bawaslu"), today(row.matter.region_id).isoformat()
    empty = step(client, row, "surat")
    assert empty.context["form"].errors.keys() == {"sent_on"}
    no_number = step(client, row, "surat", sent_on=day)
    assert no_number.context["form"].errors.keys() == {"number"}
    kept = step(client, row, "surat", sent_on="2001-01-01", number="7/PB")
    assert kept.context["form"].errors.keys() == {"sent_on"}
    assert "7/PB" in kept.content.decode(), "what was typed stays"
    assert step(client, row, "surat", sent_on=day, number="7/PB").status_code == 302
    late = step(client, row, "surat", sent_on=day, number="8/PB")
    assert late.status_code == 409
    assert "8/PB" in late.content.decode()
    assert step(client, row, "tanda-terima", acknowledged_on=day, how="Agenda 12").status_code == 302
    matter = text_of(client.get(reverse("matter", args=[row.matter_id])))
    assert "Semua yang pernah diberi tahu sudah menerima pembetulan." in matter


def test_a_package_goes_to_bkn_and_bkn_accepts_it(row: Correction, signed_in: SignIn) -> None:
    client, receiver = signed_in("pleno"), signed_in("auditor.bkn")
    page = client.get(reverse("correction_step", args=[row.pk, "paket"]))
    assert "tidak menyebut nama siapa pun" in text_of(page)
    assert step(client, row, "paket").status_code == 302
    assert client.get(reverse("correction_package", args=[row.pk])).headers["Content-Type"] == "application/json"
    act.deliver_correction(row.pk, "package")
    came = Correction.objects.get(direction=Direction.INCOMING)
    assert "menunggu kantor Anda" in text_of(receiver.get(reverse("corrections")))
    assert step(receiver, came, "terima").status_code == 302
    assert "Tidak terbukti" in text_of(receiver.get(reverse("matter", args=[came.matter_id])))


def test_a_body_that_was_told_otherwise_is_added(row: Correction, signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    address = reverse("new_correction", args=[row.matter_id])
    assert client.post(address, {"body": "Camat"}).context["form"].errors.keys() == {"told_on", "how"}
    day = today(row.matter.region_id).isoformat()
    assert client.post(address, {"body": "Camat", "told_on": day, "how": "Rapat."}).status_code == 302
    assert "Camat" in text_of(client.get(reverse("matter", args=[row.matter_id])))


def test_the_plenary_reopens_with_a_ground_and_the_page_says_who_is_to_be_told_later(
    row: Correction, signed_in: SignIn
) -> None:
    plenary, day = signed_in("pleno"), today(row.matter.region_id).isoformat()
    step(plenary, row, "surat", sent_on=day, number="7/PB")
    address = reverse("verb", args=[row.matter_id, "reopen"])
    assert "putusan pengadilan" in text_of(plenary.get(address))
    assert plenary.post(address, {"reason": "x"}).context["form"].errors.keys() == {"ground", "document"}
    given = {"ground": "court_order", "document": "Putusan 1", "reason": "x"}
    assert plenary.post(address, given).status_code == 302
    shown = text_of(plenary.get(reverse("matter", args=[row.matter_id])))
    assert "Beri tahu lagi hanya bila kelak terbukti" in shown
    assert "Dibuka kembali dan ditangani lagi" in shown


@pytest.mark.parametrize("username", ["auditor.bkn", "pleno.provinsi", "kustodian", "admin", "petugas.bkpsdm", "humas"])
def test_who_may_not(username: str, row: Correction, signed_in: SignIn) -> None:
    client = signed_in(username)
    pages = [reverse("correction", args=[row.pk]), reverse("correction_step", args=[row.pk, "surat"])]
    pages += [reverse("correction_package", args=[row.pk]), reverse("new_correction", args=[row.matter_id])]
    for page in pages:
        assert client.get(page).status_code in {403, 404}, page
    assert Client().get(pages[0]).status_code in {302, 403, 404}


def test_staff_do_not_give_up_a_body(row: Correction, signed_in: SignIn) -> None:
    assert step(signed_in("staf.bawaslu"), row, "tidak-dapat", reason="x").status_code == 403
    assert step(signed_in("pleno"), row, "tidak-dapat", reason="Bubar.").status_code == 302
