"""The pages of coverage: both raw figures, dated; small units in words; who may not see them."""

from __future__ import annotations

import io
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.prevention.coverage_handlers import after_pair
from sinetra.apps.prevention.models import Activity, ActivityUnit, CoverageUnit, Programme
from sinetra.apps.registry.models import DeclaredInterest, ElectionPair, Headcount, Organisation, Person, Unit
from sinetra.core.prevention.next_visit import RULES
from sinetra.jobs.worker import drain

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "apps" / "prevention"))

from coverage_city import Town
from reading import text_of

MARCH = date(2024, 3, 5)
READERS = ("petugas.bkpsdm", "tim.netralitas", "inspektorat", "ppk")


@pytest.fixture
def town(city) -> Town:
    """Kota Cendana with a kecamatan of large kelurahan and one of a single small one."""
    office = Organisation.objects.get(short_name="Pemko Cendana")
    Person.objects.filter(organisation=office).update(is_active=False)
    town = Town(office)
    town.nip = 5000
    town.unit("Dinas Besar", "dinas")
    town.unit("Kecamatan Uji", "kecamatan", region="99.71.01")
    town.unit("Kelurahan Uji", parent="Kecamatan Uji", region="99.71.01.1001")
    town.unit("Kelurahan Kecil", parent="Kecamatan Uji", region="99.71.01.1002")
    town.employ("Dinas Besar", 20)
    town.employ("Dinas Besar", 12, status="non_asn")
    town.employ("Kecamatan Uji", 14)
    town.employ("Kelurahan Uji", 29)
    town.employ("Kelurahan Uji", 1, position="lurah")
    town.employ("Kelurahan Kecil", 4)
    town.list_people()
    return town


def row_of(html: str, unit: str) -> str:
    found = re.search(rf"<tr><th[^>]*>(?:(?!</tr>).)*{unit}(?:(?!</tr>).)*</tr>", html, re.DOTALL)
    assert found, f"no row of {unit}"
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def page_of(client, name="coverage", **given) -> str:
    args = given.pop("args", [])
    answer = client.get(reverse(name, args=args), given)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_first_count_the_page_says_what_to_do(city, signed_in) -> None:
    answer = signed_in("petugas.bkpsdm").get(reverse("coverage"))
    assert answer.status_code == 200 and "Cakupan belum dihitung" in text_of(answer)


@pytest.mark.parametrize("username", READERS)
def test_both_figures_stand_there_with_the_day_of_the_list_and_non_asn_apart(town, signed_in, username) -> None:
    town.came(town.session(MARCH), *town.people["Dinas Besar"][:8], *town.people["Dinas Besar"][-3:])
    recompute(town.office.pk)
    html = page_of(signed_in(username))
    assert "8 dari 20 (40 %)" in row_of(html, "Dinas Besar") and "3 dari 12 (25 %)" in row_of(html, "Dinas Besar")
    assert "1 Oktober 2024" in html
    assert "8 dari 68 (11 %)" in row_of(html, "Hadir dalam kegiatan")


def test_a_unit_of_fewer_than_ten_shows_words_and_its_neighbours_do_not_tell_it(town, signed_in) -> None:
    town.came(town.session(MARCH), *town.people["Kelurahan Kecil"], *town.people["Kelurahan Uji"][:5])
    recompute(town.office.pk)
    unit = town.units["Kecamatan Uji"]
    html = page_of(signed_in("petugas.bkpsdm"), "coverage_unit", args=[unit.pk])
    assert row_of(html, "Kelurahan Kecil").startswith("Kelurahan Kecil lengkap –") and "dari 4 " not in html
    # 48 people in the kecamatan: 14 in its own office are withheld, so that 48 - 30 does not tell the four.
    assert "5 dari 30 (16 %)" in row_of(html, "Kelurahan Uji")
    assert "9 dari 48 (18 %)" in row_of(html, "Hadir dalam kegiatan")
    small = page_of(signed_in("petugas.bkpsdm"), "coverage_unit", args=[town.units["Kelurahan Kecil"].pk])
    assert "dari 4 " not in small
    area = page_of(signed_in("petugas.bkpsdm"), wilayah="99.71.01")
    assert "lengkap" in row_of(area, "Kecamatan Uji") and "dari 14" not in area


@pytest.mark.parametrize("measure", ["pledged", "tested"])
def test_of_a_small_unit_nobody_reads_whether_all_have_signed_or_taken_the_tests(town, signed_in, measure) -> None:
    """Of a unit or post with one person in it, *lengkap* and *belum lengkap* would be that person's answer."""
    everybody = [*town.people["Dinas Besar"], *town.people["Kelurahan Kecil"]]
    town.came(town.session(MARCH), *everybody, before=True, after=True)
    town.signed(town.text(1, MARCH), MARCH, *everybody)
    recompute(town.office.pk)
    client, unit = signed_in("ppk"), town.units["Kecamatan Uji"].pk
    html = page_of(client, "coverage_unit", args=[unit], ukuran=measure)
    assert row_of(html, "Kelurahan Kecil").startswith("Kelurahan Kecil belum lengkap")
    assert "20 dari 20" in row_of(page_of(client, ukuran=measure), "Dinas Besar")
    came = page_of(client, "coverage_unit", args=[unit])
    assert row_of(came, "Kelurahan Kecil").startswith("Kelurahan Kecil lengkap"), "who was visited is told"
    lurah = page_of(client, "coverage_unit", args=[unit], ukuran=measure, jabatan="executor")
    assert " lengkap" not in row_of(lurah, "Kelurahan Kecil").replace("belum lengkap", "")


def test_a_position_is_told_of_the_whole_office_only(town, signed_in) -> None:
    town.came(town.session(MARCH), *town.people["Dinas Besar"][:8])
    recompute(town.office.pk)
    html = page_of(signed_in("petugas.bkpsdm"), jabatan="executor")
    # 67 of 68: the one lurah would follow, so the executors are withheld, too.
    assert "belum lengkap" in row_of(html, "Dinas Besar") and "dari 20" not in html and "dari 67" not in html


def test_for_a_time_before_the_first_list_there_is_no_number(town, signed_in) -> None:
    Headcount.objects.update(as_of=date(2024, 5, 1))
    town.came(town.session(date(2023, 3, 5)), *town.people["Dinas Besar"][:8])
    recompute(town.office.pk)
    html = page_of(signed_in("petugas.bkpsdm"), masa="2023")
    assert "belum ada daftar pegawai bertanggal" in row_of(html, "Dinas Besar")
    assert "8 dari" not in html


def test_a_past_year_is_divided_by_its_own_list(town, signed_in) -> None:
    Headcount.objects.update(as_of=date(2023, 10, 1))
    town.came(town.session(date(2023, 3, 5)), *town.people["Dinas Besar"][:8])
    town.employ("Dinas Besar", 20)
    town.list_people(date(2024, 10, 1))
    recompute(town.office.pk)
    client = signed_in("petugas.bkpsdm")
    assert "8 dari 20 (40 %)" in row_of(page_of(client, masa="2023"), "Dinas Besar")
    assert "1 Oktober 2023" in page_of(client, masa="2023")
    assert "0 dari 40 (0 %)" in row_of(page_of(client, masa="2024"), "Dinas Besar")
    assert "belum ada daftar" in row_of(page_of(client, masa="2023-03"), "Dinas Besar")


def test_units_never_reached_are_listed_and_can_be_listed_alone(town, signed_in) -> None:
    town.came(town.session(MARCH), *town.people["Dinas Besar"], *town.people["Kelurahan Uji"][:2])
    recompute(town.office.pk)
    client = signed_in("petugas.bkpsdm")
    assert "belum pernah dikunjungi" in row_of(page_of(client), "Kecamatan Uji")
    html = page_of(client, belum="on")
    assert "Kelurahan Kecil" in html and "Kecamatan Uji" in html and ">Dinas Besar<" not in html


def test_the_next_visit_is_a_post_that_was_not_reached_with_its_reason_and_no_name(town, signed_in) -> None:
    town.came(town.session(MARCH), *town.people["Dinas Besar"])
    recompute(town.office.pk)
    html = page_of(signed_in("petugas.bkpsdm"))
    first = re.search(r'usulkan</h2>\s*<ol class="visits"><li>(.*?)</li>', html, re.DOTALL)
    said = " ".join(re.sub(r"<[^>]+>", " ", first[1]).split())
    expected = (
        "Kelurahan Uji : pos lurah belum terjangkau; hadir: ASN 0 dari 30 (0 %); "
        "petahana maju di wilayah ini; belum pernah dikunjungi."
    )
    assert said.startswith(expected)
    assert not any(person.name in html for people in town.people.values() for person in people)


def test_without_an_incumbent_the_reason_does_not_name_one(town, signed_in) -> None:
    ElectionPair.objects.update(head_is_incumbent=False, deputy_is_incumbent=False)
    recompute(town.office.pk)
    assert "petahana maju di wilayah ini;" not in page_of(signed_in("petugas.bkpsdm"))


def test_why_this_region_and_these_posts_come_first_is_said_with_its_sources(town, signed_in) -> None:
    town.came(town.session(MARCH), *town.people["Dinas Besar"])
    recompute(town.office.pk)
    html = page_of(signed_in("petugas.bkpsdm"))
    assert "Petahana maju di daerah ini: Beringin Contohwan, Citra Contohmawar" in html
    assert "UU 10/2016 Pasal 71 ayat (3)" in html
    assert "Bawaslu Kota Banjarmasin menurut pers" in html
    assert "Camat dan lurah bekerja dekat dengan penyelenggara" in html
    DeclaredInterest.objects.all().delete()
    ElectionPair.objects.all().delete()
    html = page_of(signed_in("petugas.bkpsdm"))
    assert "belum diketahui apakah petahana maju" in html and "Petahana maju di daerah ini" not in html


def test_a_pair_that_is_stored_orders_the_visits_of_its_region_again(town, signed_in) -> None:
    DeclaredInterest.objects.all().delete()
    ElectionPair.objects.all().delete()
    recompute(town.office.pk)
    unit = town.units["Kelurahan Uji"]
    assert not CoverageUnit.objects.get(unit=unit).incumbent
    client = signed_in("petugas.bkpsdm")
    given = {"head_name": "Beringin Contohwan", "head_is_incumbent": "on", "runs_from": "2024-09-22", "source": "SK"}
    client.post(reverse("store_pair", args=[town.office.pk]), given | {"confidence": "terverifikasi"})
    after_pair({"region": "63.72"})
    assert not CoverageUnit.objects.get(unit=unit).incumbent, "of another region"
    drain()
    assert CoverageUnit.objects.get(unit=unit).incumbent


def test_an_incumbent_of_an_earlier_election_hides_none_of_today(town, signed_in) -> None:
    """Whichever of the two pairs the database tells last."""
    today = ElectionPair.objects.filter(head_is_incumbent=True)[0]
    own = {"organisation": today.organisation, "region": today.region, "head_name": "Contoh", "head_is_incumbent": True}
    for election in ("aaa-2020", "zzz-2020"):
        ElectionPair(election=election, **own).save()
    recompute(town.office.pk)
    assert CoverageUnit.objects.get(unit=town.units["Kelurahan Uji"]).incumbent
    DeclaredInterest.objects.all().delete()
    today.delete()
    ElectionPair.objects.exclude(election__endswith="-2020").delete()
    recompute(town.office.pk)
    assert not CoverageUnit.objects.get(unit=town.units["Kelurahan Uji"]).incumbent


def test_the_plan_lists_kecamatan_and_kelurahan_with_their_posts_that_it_leaves_out(town, signed_in) -> None:
    town.employ("Kecamatan Uji", 1, position="camat")
    town.list_people(date(2024, 11, 1))
    recompute(town.office.pk)
    row = Programme(organisation=town.office, title="Program", starts_on=MARCH, ends_on=date(2024, 12, 31))
    row.save()
    client = signed_in("petugas.bkpsdm")
    html = page_of(client, "programme", args=[row.pk])
    waiting = html.split("belum masuk rencana ini")[1].split("</ul>")[0]
    assert "Kelurahan Uji" in waiting and "Kecamatan Uji" in waiting
    assert "Dinas Besar" not in waiting and "Kelurahan Kecil" not in waiting, "no such post there"
    assert f"unit={town.units['Kelurahan Uji'].pk}" in waiting and f"program={row.pk}" in waiting
    activity = town.session(MARCH, programme=row).activity
    ActivityUnit(organisation=town.office, activity=activity, unit=town.units["Kelurahan Uji"]).save()
    waiting = page_of(client, "programme", args=[row.pk]).split("belum masuk rencana ini")[1].split("</ul>")[0]
    assert "Kelurahan Uji" not in waiting and "Kecamatan Uji" in waiting
    Activity.objects.filter(pk=activity.pk).update(state="cancelled")
    assert "Kelurahan Uji" in page_of(client, "programme", args=[row.pk]).split("belum masuk rencana ini")[1]
    read_only = page_of(signed_in("inspektorat"), "programme", args=[row.pk])
    assert "Kelurahan Uji" in read_only and "Rencanakan kegiatan di" not in read_only


def test_people_outside_the_register_are_told_apart(town, signed_in) -> None:
    town.walked_in(town.session(MARCH), "Tamu", unit_text="RT 1")
    recompute(town.office.pk)
    assert "1 nama peserta yang tidak ada dalam register" in page_of(signed_in("petugas.bkpsdm"))


def test_the_file_holds_what_the_page_shows(town, signed_in) -> None:
    town.came(town.session(MARCH), *town.people["Dinas Besar"][:8], *town.people["Kelurahan Kecil"][:1])
    Unit.objects.filter(pk=town.units["Kecamatan Uji"].pk).update(name="=HYPERLINK(1)")
    recompute(town.office.pk)
    answer = signed_in("petugas.bkpsdm").get(reverse("coverage_xlsx"))
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    head, *lines = book.worksheets[0].iter_rows(values_only=True)
    by_name = {line[1]: dict(zip(head, line, strict=False)) for line in lines}
    assert len(lines) == CoverageUnit.objects.filter(organisation=town.office).count()
    assert by_name["Dinas Besar"]["Hadir dalam kegiatan, ASN"] == 8
    assert by_name["Kelurahan Kecil"]["Hadir dalam kegiatan, ASN"] == "belum lengkap"
    assert "'=HYPERLINK(1)" in by_name
    assert any("1 Oktober 2024" in str(line[0]) for line in book.worksheets[1].iter_rows(values_only=True))


def test_a_unit_without_people_shows_a_dash_and_a_wrong_filter_says_so(town, signed_in) -> None:
    recompute(town.office.pk)
    client = signed_in("petugas.bkpsdm")
    assert "–" in row_of(page_of(client), "Dinas Sosial")
    html = page_of(client, masa="kemarin")
    assert "kemarin" in html and 'class="field short wrong"' in html


@pytest.mark.parametrize("username", ["humas", "admin", "orang.luar", "auditor.bkn", "pemeriksa.jejak"])
def test_who_may_not(town, signed_in, username) -> None:
    recompute(town.office.pk)
    client = signed_in(username)
    unit = town.units["Dinas Besar"].pk
    for address in (reverse("coverage"), reverse("coverage_xlsx"), reverse("coverage_unit", args=[unit])):
        assert client.get(address).status_code == 403


def test_another_office_sees_its_own_units_only(town, signed_in) -> None:
    recompute(town.office.pk)
    client = signed_in("staf.bawaslu")
    assert client.get(reverse("coverage")).status_code == 200
    assert client.get(reverse("coverage_unit", args=[town.units["Dinas Besar"].pk])).status_code == 404
    assert client.get(reverse("coverage_xlsx"), {"unit": town.units["Dinas Besar"].pk}).status_code == 404


def test_nobody_without_an_account_comes_in(town, client) -> None:
    assert client.get(reverse("coverage")).status_code == 302


def test_the_index_of_next_visits_follows_the_rules() -> None:
    index = next(item for item in CoverageUnit._meta.indexes if item.name == "coverage_next_visit")
    rules = [f"-{rule.field}" if rule.larger_first else rule.field for rule in RULES]
    assert index.fields == ["organisation", *rules, "place"]


def test_in_english_too(town, signed_in) -> None:
    town.came(town.session(MARCH), *town.people["Dinas Besar"][:8])
    recompute(town.office.pk)
    answer = signed_in("petugas.bkpsdm").get(reverse("coverage").replace("/id/", "/en/"))
    assert answer.status_code == 200 and "8 of 20 (40 %)" in text_of(answer)
