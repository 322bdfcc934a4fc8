"""The pages of the pledge: a participant's phone, the office's counts, the unit's own organiser."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import main_text, tree

from prevention_rows import SENTENCE, came, held_activity, office, person, published
from sinetra.apps.prevention.demo.pledges import load_pledges
from sinetra.apps.prevention.models import PledgeSignature, PledgeText
from sinetra.apps.registry.models import Unit
from sinetra.catalogue import ROOT
from sinetra.web.public.participation.tiles import tiles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
SignIn = Callable[[str], Client]
ORGANISER = "penyelenggara.dputr"
ABOVE = ["petugas.bkpsdm", "tim.netralitas"]
NO_PART = ["ppk", "inspektorat", "admin", "pemeriksa.jejak", "humas", "auditor.bkn", "pleno", "orang.luar"]


def faults(answer: Any) -> str:
    return str(tree(answer).xpath("string(//div[@class='errors'])"))


def dputr() -> Unit:
    return Unit.objects.get(organisation=office(), code="DPUTR")


@pytest.fixture
def sample() -> None:
    load_pledges(ROOT / "samples" / "cendana_pledges.yaml")


def missing_names() -> set[str]:
    return {"Eboni Contohsari", "Hujan Contohputra", "Jelatang Contohsari", "Eukaliptus Contohputra"}


# The participant


def address(link: str) -> str:
    return reverse("participant_pledge", args=[link])


def test_a_participant_reads_writes_one_sentence_and_signs(client: Client):
    text = published()
    row, link = came(held_activity(), person("Durian"))
    page = tree(client.get(address(link)))
    assert text.title in page.xpath("string(//h1)") and SENTENCE in page.text_content()
    assert "2 tahun" in page.text_content()
    sent = {"text": str(text.pk), "written": f" {SENTENCE.lower()} ", "name": "durian contohwan"}
    answer = client.post(address(link), sent)
    assert "Anda sudah menandatangani" in main_text(answer)
    assert not client.cookies
    assert PledgeSignature.objects.get().person == row.person
    # Sent again, or opened again: once is once.
    assert "Anda sudah menandatangani" in main_text(client.post(address(link), sent))
    assert "Anda sudah menandatangani" in main_text(client.get(address(link)))
    assert PledgeSignature.objects.count() == 1


def test_what_was_wrong_is_said_beside_the_field_and_what_was_typed_stays(client: Client):
    text = published()
    _, link = came(held_activity(), person("Durian"))
    answer = client.post(address(link), {"text": str(text.pk), "written": "Saya netral sekali", "name": "Orang Lain"})
    assert "“dan”" in faults(answer)
    page = tree(answer)
    assert page.xpath("string(//textarea[@name='written'])").strip() == "Saya netral sekali"
    assert page.xpath("//input[@name='name']/@value") == ["Orang Lain"]
    assert page.xpath("//div[@class='errors']//a[@href='#id_written']")
    wrong_name = client.post(address(link), {"text": str(text.pk), "written": SENTENCE, "name": "Orang Lain"})
    assert "tidak sama dengan yang tercatat" in faults(wrong_name)
    assert "Durian" not in wrong_name.content.decode(), "whoever typed a NIP learns no name"
    empty = client.post(address(link), {"text": str(text.pk)})
    assert "Tulis kalimatnya." in faults(empty) and "Tulis nama Anda." in faults(empty)


def test_before_the_leader_the_page_is_kind_and_names_nobody(client: Client):
    text = published()
    _, link = came(held_activity(), person("Eukaliptus"))
    answer = client.post(address(link), {"text": str(text.pk), "name": "Eukaliptus Contohputra"})
    told = main_text(answer)
    assert "pimpinan memberi contoh lebih dahulu" in told
    assert "Durian" not in told and "belum" not in told.lower().replace("sebelum", "")
    assert not tree(answer).xpath("//form")
    assert not PledgeSignature.objects.exists()


def test_the_page_is_the_same_for_a_number_that_the_register_knows_and_one_that_it_does_not(client: Client):
    """That somebody has to wait tells that the register knows them: first comes the name."""
    published()
    activity = held_activity()
    _, known = came(activity, person("Eukaliptus"))
    _, unknown = came(activity, "198501012010011007")
    pages = [client.get(address(link)).content.replace(link.encode(), b"") for link in (known, unknown)]
    assert pages[0] == pages[1] and b"<form" in pages[0]
    wrong = [
        client.post(address(link), {"name": "Orang Lain"}).content.replace(link.encode(), b"")
        for link in (known, unknown)
    ]
    assert wrong[0] == wrong[1]


def test_a_text_that_was_replaced_meanwhile_is_read_anew(client: Client):
    old = published()
    _, link = came(held_activity(), person("Durian"))
    new = published(title="Ikrar yang baru", in_force_from=date(2024, 11, 22))
    answer = client.post(address(link), {"text": str(old.pk), "written": SENTENCE, "name": "Durian Contohwan"})
    page = tree(answer)
    assert "baru saja diganti" in page.text_content()
    assert page.xpath("//input[@name='text']/@value") == [str(new.pk)]
    assert not PledgeSignature.objects.exists()


def test_two_texts_are_signed_one_after_the_other(client: Client):
    oath = published()
    pledge = published(kind=PledgeText.Kind.PLEDGE, title="Pakta integritas pegawai")
    _, link = came(held_activity(), person("Durian"))
    given = {"written": SENTENCE, "name": "Durian Contohwan"}
    assert "Masih ada satu teks lagi" in main_text(client.post(address(link), given | {"text": str(oath.pk)}))
    assert tree(client.get(address(link))).xpath("//input[@name='text']/@value") == [str(pledge.pk)]
    assert "Masih ada" not in main_text(client.post(address(link), given | {"text": str(pledge.pk)}))


def test_where_no_text_is_in_force_nothing_is_asked(client: Client):
    row, link = came(held_activity(), person("Durian"))
    assert "belum menerbitkan teks" in main_text(client.get(address(link)))
    assert [tile.title for tile in tiles(row, link)] == ["Sertifikat"]


def test_the_tile_leads_to_the_page_and_knows_when_it_is_done(client: Client):
    text = published()
    row, link = came(held_activity(), person("Durian"))
    tile = next(tile for tile in tiles(row, link) if tile.title == "Ikrar netralitas")
    assert (tile.url, tile.done) == (address(link), False)
    client.post(tile.url, {"text": str(text.pk), "written": SENTENCE, "name": "Durian Contohwan"})
    assert next(tile for tile in tiles(row, link) if tile.title == "Ikrar netralitas").done


def test_a_link_got_by_somebodys_nip_does_not_tell_whether_they_have_signed_before(client: Client):
    """Whoever knows a NIP can check in under it: what was signed at another activity is no business of that link."""
    text = published()
    given = {"text": str(text.pk), "written": SENTENCE, "name": "Durian Contohwan"}
    _, first = came(held_activity(), person("Durian"))
    client.post(address(first), given)
    row, link = came(held_activity(), person("Durian"))
    tile = next(tile for tile in tiles(row, link) if tile.title == "Ikrar netralitas")
    assert not tile.done and "Sudah" not in tile.text
    page = tree(client.get(address(link)))
    assert page.xpath("//input[@name='text']/@value") == [str(text.pk)]
    # The person themselves signs once more and reads that they have signed; there is one signature.
    again = main_text(client.post(address(link), given))
    assert "Anda sudah menandatangani" in again and "2024" not in again
    assert PledgeSignature.objects.count() == 1


def test_a_link_of_nobody_and_a_form_from_elsewhere_are_refused(client: Client):
    published()
    _, link = came(held_activity(), person("Durian"))
    assert client.get(address("bukan-tautan")).status_code == 404
    assert client.post(address(link), headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_the_page_is_complete_in_english_and_the_text_stays_indonesian(client: Client):
    published()
    _, link = came(held_activity(), person("Durian"))
    page = tree(client.get(address(link).replace("/id/", "/en/", 1)))
    assert page.xpath("//div[contains(@class,'pledge')]/@lang") == ["id"]
    assert "What is kept" in page.text_content()


# The office


def test_the_office_sees_counts_and_no_name_of_anybody(signed_in: SignIn, sample: None):
    for username in ABOVE:
        answer = signed_in(username).get(reverse("pledges"))
        told = main_text(answer)
        assert "8 dari 12" in told and "belum lengkap" in told and "pimpinan sudah menandatangani" in told
        names = [row.name for row in PledgeSignature.objects.all()] + sorted(missing_names())
        assert [name for name in names if name in told] == []
        assert "Unit Anda" not in told


def test_the_same_words_stand_in_the_file_for_excel(signed_in: SignIn, sample: None):
    answer = signed_in("petugas.bkpsdm").get(reverse("pledges_xlsx"))
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows["DPUTR"][1:] == (8, 12, "pimpinan sudah menandatangani")
    assert rows["DISPORA"][1] == "belum lengkap" and rows["DISPORA"][2] in {None, ""}
    assert len(rows) == Unit.objects.filter(organisation=office()).count()
    everything = " ".join(
        str(cell) for page in load_workbook(BytesIO(answer.content)) for row in page.values for cell in row
    )
    assert [name for name in missing_names() if name in everything] == []


@pytest.mark.parametrize("username", NO_PART)
def test_who_has_no_part_in_it_reaches_no_page(signed_in: SignIn, sample: None, username: str):
    client, text = signed_in(username), PledgeText.objects.get()
    scanned = PledgeSignature.objects.exclude(scan="").first()
    addresses = [reverse(name) for name in ("pledges", "pledges_xlsx", "new_pledge_text")]
    addresses += [reverse(name, args=[text.pk]) for name in ("pledge_text", "rewrite_pledge_text")]
    addresses += [reverse(name, args=[dputr().pk]) for name in ("unit_pledges", "pledge_sheet", "enter_pledge_sheet")]
    addresses.append(reverse("pledge_scan", args=[scanned.pk]))
    for one in addresses:
        assert client.get(one).status_code == 403, one


@pytest.mark.parametrize("username", [*ABOVE, "staf.bawaslu"])
def test_who_counts_does_not_see_names_or_scans(signed_in: SignIn, sample: None, username: str):
    client = signed_in(username)
    scanned = PledgeSignature.objects.exclude(scan="").first()
    for name in ("unit_pledges", "pledge_sheet", "enter_pledge_sheet"):
        assert client.get(reverse(name, args=[dputr().pk])).status_code == 403
    assert client.get(reverse("pledge_scan", args=[scanned.pk])).status_code == 403


def test_a_text_is_drafted_from_the_starter_and_published_by_a_second_person(signed_in: SignIn):
    writer, checker = signed_in("petugas.bkpsdm"), signed_in("tim.netralitas")
    new = reverse("new_pledge_text") + "?jenis=pakta_integritas"
    form = tree(writer.get(new))
    given = {name: form.xpath(f"string(//textarea[@name='{name}'])") for name in ("body",)}
    given |= {
        name: form.xpath(f"//input[@name='{name}']/@value")[0] for name in ("title", "written_part", "in_force_from")
    }
    assert given["body"].strip().count("\n") == 4
    kept = writer.post(new, given)
    assert kept.status_code == 302
    text = PledgeText.objects.get()
    assert "orang lain" in main_text(writer.get(kept.headers["Location"])).lower()
    own = writer.post(reverse("pledge_text", args=[text.pk]), {"version": text.version})
    assert "orang lain yang memeriksa" in faults(own)
    assert checker.post(reverse("pledge_text", args=[text.pk]), {"version": text.version}).status_code == 302
    assert "konsep" not in main_text(checker.get(reverse("pledge_text", args=[text.pk])))
    again = writer.post(reverse("rewrite_pledge_text", args=[text.pk]), given)
    assert "tidak dapat diubah" in faults(again)


def test_a_starter_that_is_not_there_is_not_there(signed_in: SignIn):
    assert signed_in("petugas.bkpsdm").get(reverse("new_pledge_text") + "?jenis=sumpah").status_code == 404


# The organiser of the unit


def test_the_organiser_sees_who_is_missing_and_who_has_signed(signed_in: SignIn, sample: None):
    client = signed_in(ORGANISER)
    assert dputr().name in main_text(client.get(reverse("pledges")))
    url = reverse("unit_pledges", args=[dputr().pk])
    missing = main_text(client.get(url))
    assert [name for name in missing_names() if name not in missing] == []
    assert "Alamanda" not in missing
    signed = main_text(client.get(url + "?keadaan=sudah"))
    assert tree(client.get(url + "?keadaan=sudah")).xpath("//a[contains(@href,'/ikrar/pindaian/')]")
    assert "Alamanda Contohwati" in signed and "Yakon Contohsari" in signed and "Eboni" not in signed


def test_the_organiser_of_one_unit_reaches_no_other(signed_in: SignIn, sample: None):
    other = Unit.objects.get(organisation=office(), code="DISDIK")
    for name in ("unit_pledges", "pledge_sheet", "enter_pledge_sheet"):
        assert signed_in(ORGANISER).get(reverse(name, args=[other.pk])).status_code == 404


def picture() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (400, 600), "white").save(out, "JPEG")
    return SimpleUploadedFile("lembar.jpg", out.getvalue(), "image/jpeg")


def test_a_sheet_is_printed_signed_entered_and_its_scan_opens_again(signed_in: SignIn, sample: None):
    client = signed_in(ORGANISER)
    sheet = tree(client.get(reverse("pledge_sheet", args=[dputr().pk])))
    assert {cell.text for cell in sheet.xpath("//div[@class='pledge-sheet']//tbody//th[span]")} == missing_names()
    url = reverse("enter_pledge_sheet", args=[dputr().pk])
    boxes = tree(client.get(url)).xpath("//input[@name='people']")
    assert len(boxes) == 4
    given = {"signed_on": "2024-11-21", "people": [boxes[0].get("value")], "names": "Zamrud Contohsari\n\n"}
    answer = client.post(url, given | {"scan": picture()})
    assert answer.status_code == 302
    assert "2 tanda tangan dicatat" in main_text(client.get(answer.headers["Location"]))
    row = PledgeSignature.objects.get(name="Zamrud Contohsari")
    scan = client.get(reverse("pledge_scan", args=[row.pk]))
    assert scan.headers["Content-Type"] == "image/jpeg"
    assert scan.headers["Content-Disposition"].startswith("attachment")
    assert scan.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_no_scan_is_named_and_what_was_ticked_stays(signed_in: SignIn, sample: None):
    client = signed_in(ORGANISER)
    url = reverse("enter_pledge_sheet", args=[dputr().pk])
    box = tree(client.get(url)).xpath("//input[@name='people']/@value")[0]
    bad = SimpleUploadedFile("lembar.jpg", b"<html><script>alert(1)</script>", "image/jpeg")
    answer = client.post(url, {"signed_on": "2024-11-21", "people": [box], "names": "Zamrud", "scan": bad})
    assert "JPEG, PNG, WebP, PDF" in faults(answer)
    page = tree(answer)
    assert page.xpath(f"//input[@value='{box}'][@checked]")
    assert page.xpath("string(//textarea[@name='names'])").strip() == "Zamrud"
    none = client.post(url, {"signed_on": "2024-11-21", "scan": picture()})
    assert "Centang atau tulis" in faults(none)
    assert "Pilih berkas pindaiannya" in faults(client.post(url, {"signed_on": "2024-11-21", "people": [box]}))
