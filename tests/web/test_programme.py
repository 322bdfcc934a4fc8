"""Pages of programmes and activities: a plan from the first form to the letter, and who may not."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text, tree, tree_of

from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.demo.programme import load_programme
from sinetra.apps.prevention.models import Activity, ActivityFile, Commitment, InvitationLetter, Programme
from sinetra.apps.registry.models import Unit
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(signed_in) -> Client:
    return signed_in("petugas.bkpsdm")


@pytest.fixture
def loaded(city: None) -> None:
    load_programme()


def plan(client: Client, **more: str) -> Any:
    told = {
        "kind": "sosialisasi",
        "title": "Sosialisasi di aula",
        "starts_on": "2024-11-29",
        "duration_days": "1",
        "starts_at": "09:00",
        "ends_at": "11:30",
        "venue": "Aula",
        "agenda": "Pembukaan\nMateri",
        "groups": ["pns", "camat"],
        "region": "99.71",
    }
    return client.post(reverse("new_activity"), told | more, follow=True)


def test_a_new_user_plans_a_programme_an_activity_its_guests_and_invites(officer: Client):
    answer = officer.post(
        reverse("new_programme"),
        {"title": "Pilkada", "election": "pilkada_2024", "starts_on": "2024-11-01", "ends_on": "2024-12-01"},
        follow=True,
    )
    programme = Programme.objects.get()
    assert "Pilkada 2024" in text(answer)
    page = text(plan(officer, programme=str(programme.pk)))
    row = Activity.objects.get()
    assert "09.00–11.30 WIB" in page
    assert "direncanakan" in page
    for name, told, seen in (
        ("activity_delegates", {"role": "Kepala Badan Kesbangpol"}, "Kepala Badan Kesbangpol"),
        ("activity_speakers", {"institution": "BKN Regional", "topic": "Karier"}, "BKN Regional"),
        ("activity_commitments", {"text": "Poster", "owner": "Kadis", "due_on": "2024-11-30"}, "Poster"),
        ("activity_sessions", {"day": "2024-11-29", "starts_at": "13:00", "venue": "Gelanggang"}, "Gelanggang"),
    ):
        assert seen in text(officer.post(reverse(name, args=[row.pk]), told, follow=True)), name
    found = tree(officer.get(reverse("activity_units", args=[row.pk]), {"q": "cendana"}))
    ticked = found.xpath("//input[@name='unit']/@value")
    assert len(ticked) == 3, "three districts have the word in their name"
    officer.post(reverse("activity_units", args=[row.pk]), {"unit": ticked})
    letter = {"number": "1/2024", "dated_on": "2024-11-22", "signatory": "regional_head"}
    assert "Undangan terbit" in text(officer.post(reverse("new_letter", args=[row.pk]), letter, follow=True))
    made = InvitationLetter.objects.get()
    answer = officer.get(reverse("letter_file", args=[made.pk]))
    pages = PdfReader(BytesIO(answer.content)).pages
    assert len(pages) == 3
    assert "Pjs Wali Kota Cendana" in pages[0].extract_text()
    assert answer.content == officer.get(reverse("letter_file", args=[made.pk])).content
    page = text(officer.get(reverse("programme", args=[programme.pk]), {"per": "unit"}))
    assert "Kecamatan Cendana Utara" in page
    assert "1/2024" in page


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"title": ""}, "id_title"),
        ({"starts_on": "29-11-2024"}, "id_starts_on"),
        ({"starts_on": ""}, "id_starts_on"),
        ({"duration_days": "40"}, "id_duration_days"),
        ({"ends_at": "08:00"}, "id_ends_at"),
        ({"starts_at": "sembilan"}, "id_starts_at"),
        ({"region": "32.79"}, "id_region"),
        ({"meeting_link": "javascript:alert(1)"}, "id_meeting_link"),
        ({"programme": "x"}, "id_programme"),
    ],
)
def test_a_wrong_plan_names_its_field_and_keeps_what_was_typed(officer: Client, told, field):
    page = tree(plan(officer, theme="Tema yang diketik", **told))
    assert page.xpath("//div[@class='errors']//a/@href") == [f"#{field}"]
    assert page.xpath("//input[@name='theme']/@value") == ["Tema yang diketik"]
    assert not Activity.objects.exists()


def test_state_changes_are_offered_when_they_are_possible(officer: Client):
    plan(officer)
    row = Activity.objects.get()
    page = officer.get(reverse("activity", args=[row.pk])).content.decode()
    assert reverse("hold_activity", args=[row.pk]) not in page, "its day has not come"
    assert "belum tiba harinya" in text(officer.post(reverse("hold_activity", args=[row.pk])))
    assert "Tuliskan alasannya" in text(officer.post(reverse("cancel_activity", args=[row.pk]), {"reason": ""}))
    answer = officer.post(reverse("cancel_activity", args=[row.pk]), {"reason": "Gempa bumi"}, follow=True)
    assert "Gempa bumi" in text(answer)
    assert reverse("change_activity", args=[row.pk]) not in answer.content.decode()


def test_removing_and_settling_are_posts(officer: Client, loaded: None):
    commitment = Commitment.objects.order_by("due_on")[0]
    for address in (
        reverse("settle_commitment", args=[commitment.pk]),
        reverse("remove_part", args=["komitmen", commitment.pk]),
    ):
        assert officer.get(address).status_code == 405
    officer.post(reverse("settle_commitment", args=[commitment.pk]))
    commitment.refresh_from_db()
    assert commitment.done_on == date(2024, 11, 22)
    assert officer.post(reverse("remove_part", args=["pintu", commitment.pk])).status_code == 404
    officer.post(reverse("remove_part", args=["komitmen", commitment.pk]))
    assert not Commitment.objects.filter(pk=commitment.pk).exists()


def test_overdue_commitments_are_on_the_workspace_of_who_organises(officer: Client, loaded: None, signed_in):
    page = text(officer.get(reverse("workspace")))
    assert "Menempel poster netralitas" in page
    assert "lewat 2 hari" in page
    assert "Menempel poster" in text(officer.get(reverse("commitment_list")))
    assert "Menempel poster" not in text(signed_in("humas").get(reverse("workspace")))
    assert "Menempel poster" not in text(signed_in("staf.bawaslu").get(reverse("workspace")))


def test_the_month_is_a_table_with_what_is_on_each_day(officer: Client, loaded: None):
    page = tree(officer.get(reverse("calendar"), {"bulan": "2024-11"}))
    assert len(page.xpath("//table[@class='month']//tbody/tr")) == 5
    today = page.xpath("//td[contains(@class, 'today')]")[0].text_content()
    assert "Sosialisasi bagi kecamatan" in today
    assert "hari ini" in today
    visit = next(cell for cell in page.xpath("//td") if "Kunjungan" in cell.text_content())
    assert len(visit.xpath(".//li/a")) == 1, "three stops of one visit stand under one title"
    assert len(visit.xpath(".//li/span[not(contains(@class, 'badge'))]")) == 3
    assert "Tidak ada kegiatan" in text(officer.get(reverse("calendar"), {"bulan": "2023-01"}))
    for wrong in ("2024", "2024-13", "0001-01", "9999-12", "x"):
        assert officer.get(reverse("calendar"), {"bulan": wrong}).status_code == 422, wrong


def test_a_programme_is_a_calendar_file(officer: Client, loaded: None):
    row = Programme.objects.get()
    answer = officer.get(reverse("programme_calendar_file", args=[row.pk]))
    assert answer["Content-Type"].startswith("text/calendar")
    body = answer.content.decode().replace("\r\n ", "")
    assert body.count("BEGIN:VEVENT") == 6
    assert "DTSTART:20241122T020000Z" in body, "nine o'clock in the west"
    assert answer.content == officer.get(reverse("programme_calendar_file", args=[row.pk])).content


def test_the_run_sheet_is_a_page_and_a_file_that_is_the_same_each_time(officer: Client, loaded: None):
    row = Activity.objects.get(title__startswith="Sosialisasi bagi")
    page = text(officer.get(reverse("run_sheet", args=[row.pk])))
    for words in ("09.00–11.30 WIB", "Tanya jawab", "BKN (contoh)", "Aula Kantor Wali Kota"):
        assert words in page, words
    one, two = (officer.get(reverse("run_sheet_file", args=[row.pk])).content for _time in range(2))
    assert one == two
    assert "LATIHAN" in PdfReader(BytesIO(one)).pages[0].extract_text()


# What the press told


def test_each_fact_of_the_press_leads_to_its_words_in_the_article(officer: Client, articles: None):
    looked_at = 0
    for row in Activity.objects.filter(story__isnull=False):
        page = tree(officer.get(reverse("activity", args=[row.pk])))
        links = page.xpath("//ul[@class='quotes']//a")
        assert len(links) == sum(map(len, row.facts_from.values()))
        for link in links:
            address = urlsplit(link.get("href"))
            article = tree(officer.get(f"{address.path}?{address.query}"))
            mark = article.xpath("//mark[@id=$name]", name=address.fragment)
            assert len(mark) == 1, link.get("href")
            start, end = map(int, parse_qs(address.query)["kutip"][0].split("-"))
            stored = Article.objects.get(pk=address.path.rstrip("/").rsplit("/", 1)[1])
            quoted, marked = stored.text[start:end], mark[0].text_content()
            assert quoted in marked or marked in quoted or set(quoted.split()) & set(marked.split())
            looked_at += 1
    assert looked_at > 60


def test_where_outlets_differ_both_readings_stand_on_the_page(officer: Client, articles: None):
    page = text(officer.get(reverse("activity", args=[Activity.objects.get(region_id="63.72").pk])))
    assert "Di mana media berbeda" in page
    assert "LENTERA BORNEO (contoh)" in page
    assert "NUSA WARTA (contoh)" in page


def test_known_from_the_press_only_is_said_until_the_organiser_confirms(officer: Client, articles: None):
    row = Activity.objects.get(region_id="15.71")
    said = "dari berita saja, belum dikonfirmasi penyelenggara"
    for address in (
        reverse("activities"),
        reverse("activity", args=[row.pk]),
        reverse("programme", args=[row.programme_id]),
    ):
        assert said in text(officer.get(address)), address
    told = {"title": row.title, "participants": "118", "participants_approximate": "", "covers_non_asn": "true"}
    address = reverse("confirm_activity", args=[row.pk])
    page = tree(officer.post(address, told))
    assert page.xpath("//div[@class='errors']//a/@href") == ["#id_reason"]
    page = text(officer.post(address, told | {"reason": "Menurut daftar hadir"}, follow=True))
    assert said not in page
    assert "Menurut daftar hadir" in page
    assert "sekitar 120" not in page
    assert "118" in page
    assert "Nusa Contohindah" in page
    assert officer.post(address, told | {"reason": "lagi"}).status_code == 200
    assert "sudah dikonfirmasi" in text(officer.post(address, told | {"reason": "lagi"}))


def test_a_missed_fact_is_quoted_and_words_that_are_not_there_are_refused(signed_in, places: None):
    press = signed_in("humas")
    sample = next(ROOT.glob("samples/articles/05*.txt"))
    press.post(reverse("add_articles"), {"files": [SimpleUploadedFile(sample.name, sample.read_bytes())], "text": ""})
    story, article = Story.objects.get(), Article.objects.get()
    address = reverse("quote_fact", args=[story.pk])
    told = {"article": str(article.pk), "field": "speakers_from", "words": "BKN Regional 9"}
    page = tree(press.post(address, told))
    assert page.xpath("//div[@class='errors']//a/@href") == ["#id_words"]
    assert "dikutip" not in text(press.get(reverse("story", args=[story.pk]))).lower()
    press.post(address, told | {"words": "BKN Regional\n 7 Palembang"})
    told = {"article": str(article.pk), "field": "participants_count", "words": "Sekitar 120", "value": "seratus"}
    assert tree(press.post(address, told)).xpath("//div[@class='errors']//a/@href") == ["#id_value"]
    assert "BKN Regional 7 Palembang" in text(press.get(reverse("story", args=[story.pk])))
    press.post(reverse("decide_story", args=[story.pk]), {"verb": "confirm"})
    assert Activity.objects.get().speakers == ["BKN Regional 7 Palembang"]
    assert "sudah diputuskan" in text(press.post(address, told | {"value": "120"}))


def test_a_place_that_is_none_marks_nothing(officer: Client, articles: None):
    article = Article.objects.order_by("id")[0]
    for wrong in ("x", "9-3", "1-99999999", "-", "1", "٣-٤"):
        page = tree(officer.get(reverse("article", args=[article.pk]), {"kutip": wrong}))
        assert not page.xpath("//mark[@id='fakta-kutipan']"), wrong


# Files


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "JPEG")
    return out.getvalue()


def test_a_file_comes_back_as_a_download_and_never_as_a_page(officer: Client, loaded: None):
    row = Activity.objects.order_by("id")[0]
    address = reverse("activity_files", args=[row.pk])
    for name, content, seen in (
        ("halaman.jpg", b"<html><script>alert(1)</script>", "bukan jenis yang diterima"),
        ("gambar.svg", b"<svg onload=alert(1)>", "bukan jenis yang diterima"),
        ("kosong.pdf", b"", "kosong"),
    ):
        page = officer.post(address, {"kind": "foto", "file": SimpleUploadedFile(name, content)})
        assert seen in text(page), name
    assert not ActivityFile.objects.exists()
    name = '"><script>\r\nx.jpg'
    officer.post(address, {"kind": "foto", "file": SimpleUploadedFile(name, photo(), content_type="text/html")})
    made = ActivityFile.objects.get()
    answer = officer.get(reverse("activity_file", args=[made.pk]))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "<script>" not in officer.get(address).content.decode()
    officer.post(reverse("remove_activity_file", args=[made.pk]))
    assert officer.get(reverse("activity_file", args=[made.pk])).status_code == 404


# Who may not


def addresses() -> dict[str, list[str]]:
    row, programme = Activity.objects.filter(story=None).order_by("-id")[0], Programme.objects.order_by("id")[0]
    letter = InvitationLetter.objects.get()
    session = row.sessions.order_by("id")[0]
    reads = [
        *(reverse(name) for name in ("programmes", "activities", "calendar")),
        *(reverse(name, args=[programme.pk]) for name in ("programme", "programme_calendar_file")),
        *(reverse(name, args=[row.pk]) for name in ("activity", "run_sheet", "run_sheet_file")),
    ]
    parts = ("sessions", "delegates", "speakers", "commitments", "files", "minutes", "units")
    plans = [
        *(reverse(name) for name in ("new_activity", "new_programme", "commitment_list")),
        reverse("change_programme", args=[programme.pk]),
        *(reverse(f"{verb}_activity", args=[row.pk]) for verb in ("change", "cancel", "hold", "confirm")),
        *(reverse(f"activity_{part}", args=[row.pk]) for part in parts),
        reverse("new_letter", args=[row.pk]),
        reverse("letter_file", args=[letter.pk]),
        reverse("change_session", args=[session.pk]),
    ]
    return {"reads": reads, "plans": plans}


def test_who_reads_the_programme_does_not_plan_it(signed_in, loaded: None):
    for username in ("humas", "ppk", "inspektorat"):
        client = signed_in(username)
        for address in addresses()["reads"]:
            assert client.get(address).status_code == 200, (username, address)
        for address in addresses()["plans"]:
            assert client.get(address).status_code == 403, (username, address)
            assert client.post(address, {}).status_code == 403, (username, address)
        page = client.get(reverse("activity", args=[Activity.objects.order_by("-id")[0].pk])).content.decode()
        for word in ("Ubah rencana", "Atur sesi", "Konfirmasi kegiatan"):
            assert word not in page, "a button that would be refused is not offered"


def test_another_office_sees_nothing_and_changes_nothing(signed_in, loaded: None):
    client = signed_in("staf.bawaslu")
    own = {reverse(name) for name in ("programmes", "activities", "calendar", "new_activity", "new_programme")}
    own.add(reverse("commitment_list"))
    for address in [*addresses()["reads"], *addresses()["plans"]]:
        assert client.get(address).status_code == (200 if address in own else 404), address
    for name in ("programmes", "activities"):
        assert not tree(client.get(reverse(name))).xpath("//tbody/tr")


def test_who_has_no_part_in_prevention_is_refused_and_who_is_not_signed_in_is_sent_to_the_door(signed_in, loaded: None):
    for username in ("admin", "kustodian", "auditor.bkn", "orang.luar"):
        client = signed_in(username)
        for address in [*addresses()["reads"], *addresses()["plans"]]:
            assert client.get(address).status_code == 403, (username, address)
    for address in [*addresses()["reads"], *addresses()["plans"]]:
        assert Client().get(address).status_code == 302, address


def test_the_organiser_reaches_every_page_in_both_languages(officer: Client, loaded: None, articles: None):
    for address in [*addresses()["reads"], *addresses()["plans"]]:
        for language in ("id", "en"):
            answer = officer.get(address.replace("/kerja/id/", f"/kerja/{language}/"))
            assert answer.status_code == 200, address
            if answer["Content-Type"].startswith("text/html"):
                page = tree_of(answer)
                assert len(page.xpath("//h1")) == 1, address
                assert not page.xpath("//*[@style] | //script[not(@src)]")
                ids = page.xpath("//@id")
                assert len(ids) == len(set(ids)), address


def test_units_of_another_office_cannot_be_chosen(officer: Client, loaded: None):
    row = Activity.objects.order_by("id")[0]
    before = row.invited_units.count()
    foreign = Unit.objects.exclude(organisation_id=row.organisation_id)[0]
    address = reverse("activity_units", args=[row.pk])
    officer.post(address, {"unit": [str(foreign.pk)]})
    assert row.invited_units.count() == before
    assert officer.post(address, {"unit": ["x"]}).status_code == 404
    assert foreign.name not in text(officer.get(address, {"q": foreign.name}))
