"""The public pages of the index: the list, one unit with its reasons and sources, the method, the same as files."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from pathlib import Path

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reading import text_of

from index_rows import DAY, examined, large_town, late, matter
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.gather import units
from sinetra.apps.index.gather.published import origin_of
from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.index.selectors import newest_run, placed
from sinetra.core.index.inputs import Kind, Unit
from sinetra.web.index_view import percent, points
from sinetra.web.public.index.example import example
from sinetra.web.staff import lists

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]


@pytest.fixture
def run(actor) -> IndexRun:
    large_town()
    examined(matter(1, region="99.71.01.1001"))
    late(matter(2, region="99.71.03"))
    return compute_index(actor=actor("petugas.bkpsdm"))


def page(path: str, language: str = "id") -> str:
    answer = Client().get(f"/{language}/indeks/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def words(path: str, language: str = "id") -> str:
    return " ".join(html.document_fromstring(page(path, language)).text_content().split())


def test_before_the_first_run_the_page_teaches():
    text = words("")
    assert "Indeks belum dihitung" in text and "Baca caranya" in text


def test_the_list_says_zone_score_interval_rank_and_how_complete(run):
    tree = html.document_fromstring(page(""))
    row = next(row for row in tree.xpath("//tbody/tr") if "Cendana Utara" in row.text_content())
    unit = placed("99.71.01")
    assert unit is not None and unit.score is not None and unit.interval is not None
    assert row.xpath(".//*[contains(@class, 'zone-red')]/i"), "colour and pattern"
    said = " ".join(row.text_content().split())
    assert "merah" in said and f"{unit.score:.2f}".replace(".", ",") in said
    assert f"{unit.interval[0]:.2f}".replace(".", ",") in said and "%" in said
    assert words("").count("Belum tervalidasi") == 1
    assert row.xpath(".//a/@href") == ["/id/indeks/99.71.01/"]


def test_a_rank_says_among_how_many(run):
    """The other cities are grey: the first of one is not the most vulnerable of all."""
    alone, first = placed("99.71"), placed("99.71.01")
    assert alone is not None and alone.rank == (1, 1) and first is not None and first.rank is not None
    rows = {row.xpath("string(./th)"): row for row in html.document_fromstring(page("")).xpath("//tbody/tr")}
    assert "1 dari 1" in rows["Kota Cendana (contoh)"].text_content()
    assert " dari 3" in rows["Cendana Utara"].text_content()
    assert "1 dari 1" in words("99.71/") and "1 of 1" in words("99.71/", "en")


def test_a_city_of_which_little_is_known_is_grey_and_says_what_is_missing(run):
    text = words("63.72/")
    assert "Data belum cukup untuk menyebut zona" in text and "abu-abu" in text
    assert "Riwayat pelanggaran yang terbukti" in text.split("Yang kosong tidak ditebak")[1].split("Dari mana")[0]
    assert "medan.tribunnews.com, 2 November 2024" in text and "menurut pers" in text
    assert "goyah" not in text and "bertahan dalam" not in text
    # What another body said stands beside it and is not counted.
    assert "80,14" in text and "tidak ikut dihitung" in text


def test_the_page_of_a_unit_says_why_and_what_to_do(run):
    unit = placed("99.71.01")
    assert unit is not None
    tree = html.document_fromstring(page("99.71.01/"))
    drivers = tree.xpath("//ol[contains(@class, 'drivers')]/li")
    assert len(drivers) == sum(driver.contribution > 0 for driver in unit.drivers)
    assert all(len(item.xpath("./p")) == 3 and item.xpath("string(./p[3])") for item in drivers)
    text = " ".join(tree.text_content().split())
    for said in (run.method_digest, run.inputs_digest, "2.000", "22 November 2024", "Rata-rata geometrik"):
        assert said in text
    assert "Bagian dari Kota Cendana (contoh)" in text
    assert "Cendana Utara" in words("99.71/").split("Di atas dan di bawahnya")[1]


def test_every_input_has_a_source_and_a_day(run):
    tree = html.document_fromstring(page("99.71.01/"))
    rows = tree.xpath("//caption[contains(., 'sumber')]/../tbody/tr")
    assert len(rows) > 8
    for row in rows:
        source, day = row.xpath("./td[@data-label='Sumber']")[0], row.xpath("./td[@data-label='Keadaan per']")[0]
        assert source.text_content().strip() and day.text_content().strip(), row.text_content()


def test_a_number_says_whether_it_was_published_invented_or_counted_here(run):
    def source(code: str, name: str) -> str:
        tree = html.document_fromstring(page(f"{code}/"))
        (row,) = tree.xpath(f"//tbody/tr[starts-with(normalize-space(th), '{name}')]")
        return " ".join(row.text_content().split())

    assert "rekaan untuk peragaan" in source("99.71.01", "Jumlah ASN") and "20 November 2024" in source(
        "99.71", "Jumlah"
    )
    listed = source("99.71-dinas-besar", "Jumlah ASN")
    assert "Daftar pegawai instansi ini" in listed and "1 Oktober 2024" in listed
    assert "radartasik.id" in source("32.79", "Perkara yang masih terbuka")
    assert "Catatan instansi di pemasangan ini" in source("99.71.03", "Perkara yang masih terbuka")


def test_a_rule_that_lifted_the_zone_is_said_in_words(run):
    lifted = [row for row in IndexPlace.objects.filter(run=run) if row.told["overrides"]]
    assert lifted
    assert "Yang menaikkan zona" in words(f"{lifted[0].code}/")
    assert [row.code for row in lifted] == ["99.71.03"] and lifted[0].zone == "yellow"
    calm = IndexPlace.objects.filter(run=run, zone="red").first()
    assert calm is not None and "Yang menaikkan zona" not in words(f"{calm.code}/")


def test_few_matters_are_withheld_in_page_and_files(run):
    given = IndexPlace.objects.get(run=run, code="99.71.01").given
    assert len(given["events"]) == 1
    assert "1 sampai 4, ditahan" in words("99.71/") and "Putusan akhir yang terbuktiditahan" in words("99.71.01/")
    told = json.loads(Client().get("/id/indeks/99.71.01.json").content)
    assert told["given"]["events"] is None and "events" in told["given"]["withheld"]
    assert "2024-10-01" not in json.dumps({**told["given"], "values": {}})
    lines = list(csv.DictReader(Client().get("/id/indeks/99.71.01.csv").content.decode().splitlines()))
    assert [(line["what"], line["value"]) for line in lines if line["name"] == "events"] == [("withheld", "")]


def test_a_part_of_a_city_has_no_count_so_that_no_other_follows_from_it(actor):
    """7 of the city and 5 of one kecamatan would say 2 of the other."""
    large_town()
    for number in range(5):
        examined(matter(number, region="99.71.01"))
    for number in range(5, 7):
        examined(matter(number, region="99.71.02"))
    compute_index(actor=actor("petugas.bkpsdm"))
    city, part = (
        json.loads(Client().get(f"/id/indeks/{code}.json").content)["given"] for code in ("99.71", "99.71.01")
    )
    assert city["events"] == 7 and part["events"] is None
    assert set(part["withheld"]) == {"events", "open_cases", "overdue"}
    assert Client().get("/api/v1/index/99.71.01").json()["given"] == part


@pytest.mark.parametrize(
    ("score", "said"), [(33.0, "33,00"), (33.01, "33,01"), (33.04, "33,04"), (2.675, "2,68"), (0.0, "0,00")]
)
def test_a_score_is_printed_as_zones_are_told(score, said):
    assert points(score) == said


@pytest.mark.parametrize(("share", "said"), [(0.9999, "99"), (1.0, "100"), (0.7999, "79"), (0.29, "29"), (0.0, "0")])
def test_what_is_not_certain_is_not_called_so(share, said):
    assert percent(share) == f"{said}\u00a0%"


def test_the_files_say_the_same_as_the_page(run):
    told = json.loads(Client().get("/id/indeks/99.71.01.json").content)
    unit = placed("99.71.01")
    assert unit is not None
    assert (told["units"][0]["score"], told["seed"], told["digest"]) == (unit.score, run.seed, run.method_digest)
    assert told["validated"] is False and told["cutoffs"] == {"green": 33.0, "yellow": 66.0}
    lines = list(csv.DictReader(Client().get("/id/indeks/99.71.01.csv").content.decode().splitlines()))
    drivers = {line["name"]: float(line["value"]) for line in lines if line["what"] == "driver"}
    assert drivers == {driver.indicator: driver.contribution for driver in unit.drivers}
    by_name = {line["name"]: line for line in lines if line["what"] == "input"}
    assert by_name["staff"]["source"] == told["given"]["sources"]["staff"]["source"] == "contoh: rekaan untuk peragaan"
    assert all(line["source"] and line["as_of"] for line in lines if line["what"] == "input" and line["confidence"])


def test_a_count_from_the_press_has_its_source_and_its_own_day_in_the_files_too(run):
    """That nothing was open in Kota Banjar was read on 7 November, and says nothing of the day of the run."""
    read = json.loads(Client().get("/id/indeks/32.79.json").content)["given"]["sources"]["open_cases"]
    lines = list(csv.DictReader(Client().get("/id/indeks/32.79.csv").content.decode().splitlines()))
    (line,) = [line for line in lines if line["name"] == "open_cases"]
    for told in (read, line):
        assert told["source"].startswith("https://radartasik.id/") and told["as_of"] == "2024-11-07"
        assert told["confidence"] == "pers"
    own = json.loads(Client().get("/id/indeks/99.71.json").content)["given"]
    assert "open_cases" not in own["sources"]


def test_a_fact_of_long_ago_is_not_the_source_of_what_is_known_today():
    given = Unit(code="32.79", name="Kota Banjar", kind=Kind.REGION, parent="", open_cases=0)
    assert origin_of(given, "open_cases", date(2024, 11, 22)) is not None
    assert origin_of(given, "open_cases", date(2026, 11, 22)) is None


def test_what_is_not_in_the_index_is_not_found(run):
    for path in ("99.71.01.1001/", "99.99/", "99.99.json", "99.99.csv", "99.71-bidang-kecil/", "%00/"):
        assert Client().get(f"/id/indeks/{path}").status_code == 404


def test_the_filters_narrow_the_list_and_nonsense_is_as_good_as_nothing(run):
    red = html.document_fromstring(page("?zona=red")).xpath("//tbody/tr")
    assert red and all("merah" in row.text_content() for row in red)
    offices = html.document_fromstring(page("?jenis=office")).xpath("//tbody/tr/th")
    assert "Dinas Besar" in {head.text_content() for head in offices} and len(offices) < run.places.count()
    assert len(html.document_fromstring(page("?zona=ungu")).xpath("//tbody/tr")) == run.places.count()
    assert "Tidak ada yang cocok" in words("?jenis=office&zona=red")


def test_a_long_list_is_paged_without_a_gap(run, monkeypatch):
    monkeypatch.setattr(lists, "SIZE", 4)
    seen, path = [], ""
    for _ in range(10):
        tree = html.document_fromstring(page(path))
        seen += [head.text_content() for head in tree.xpath("//tbody/tr/th")]
        older = tree.xpath("//a[@rel='next']/@href")
        if not older:
            break
        path = older[0].removeprefix("/id/indeks/")
    assert seen == list(run.places.order_by("place").values_list("name", flat=True)) and len(seen) > 8


def test_the_number_of_queries_does_not_grow_with_the_list(run, actor, monkeypatch, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        page("")
    with django_assert_max_num_queries(6):
        page("99.71.01/")
    many = tuple(
        Unit(code=f"99.71-unit-{number}", name=f"Unit {number}", kind=Kind.OFFICE, parent="99.71", staff=30)
        for number in range(120)
    )
    monkeypatch.setattr(units, "published_units", lambda day: many)
    compute_index(actor=actor("petugas.bkpsdm"))
    assert IndexPlace.objects.filter(run__day=DAY, name__startswith="Unit").count() == 120
    with django_assert_max_num_queries(4):
        page("")


def test_more_than_fit_on_the_page_of_a_unit_are_led_to(run, actor, monkeypatch):
    assert "Semua yang di bawahnya" not in words("99.71/")
    many = tuple(
        Unit(code=f"99.71-unit-{number}", name=f"Unit {number}", kind=Kind.OFFICE, parent="99.71", staff=30)
        for number in range(210)
    )
    monkeypatch.setattr(units, "published_units", lambda day: many)
    compute_index(actor=actor("petugas.bkpsdm"))
    (link,) = html.document_fromstring(page("99.71/")).xpath("//a[. = 'Semua yang di bawahnya']/@href")
    listed = html.document_fromstring(page(link.removeprefix("/id/indeks/")))
    names = [head.text_content() for head in listed.xpath("//tbody/tr/th")]
    assert names and "Kota Cendana (contoh)" not in names
    told = Client().get("/api/v1/index/99.71").json()
    below = IndexPlace.objects.filter(run__day=DAY, parent="99.71", run__pk=newest_run().pk).count()
    assert (len(told["units"]), told["left_off"]) == (201, below - 200)


def test_no_name_of_a_person_is_on_any_page(run):
    from sinetra.apps.registry.models import Person

    names = [name for name in Person.objects.values_list("name", flat=True) if not name.startswith("Contoh ")]
    assert len(names) > 20
    pages = [page(""), page("cara/"), *(page(f"{row.code}/") for row in run.places.all())]
    assert [name for name in names for text in pages if name in text] == []
    # The watch sees what is planted.
    city = IndexPlace.objects.get(run=run, code="99.71")
    QuerySet(IndexPlace).filter(pk=city.pk).update(told=city.told | {"name": names[0]})
    assert names[0] in page("")


def test_the_method_is_told_with_a_worked_example_that_adds_up():
    text = words("cara/")
    assert "Belum tervalidasi" in text and "tidak pernah tentang orang" in text.lower()
    found = example()
    assert round(sum(step.points for step in found.steps), 2) == found.score == 53.51
    for step in found.steps:
        shares = [line.indicator.weight for line in step.lines]
        by_hand = sum(share * line.score for share, line in zip(shares, step.lines, strict=True)) / sum(shares)
        assert abs(by_hand - step.mean) < 0.02
    assert found.low < found.score < found.high and "53,51" in text


def test_english_pages_say_it_in_english(run):
    assert "Not yet validated" in words("", "en") and "red" in words("?zona=red", "en")
    assert "List of people of this institution" in words("99.71-dinas-besar/", "en")
    assert "Belum" not in words("99.71.01/", "en") and "Belum" not in words("cara/", "en")


def test_the_front_page_leads_here():
    assert f'href="{reverse("index")}"' in Client().get(reverse("home")).content.decode()


def test_staff_pages_are_tested_beside(run, signed_in):
    assert "Kota Cendana" in text_of(signed_in("petugas.bkpsdm").get(reverse("own_index")))
