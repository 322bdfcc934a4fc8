"""The map pages: zones in colour, pattern and word, the table beside says the same, every region leads on."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from lxml import html
from PIL import Image

from sinetra.apps.index.actions.compute_index import compute_nightly
from sinetra.apps.index.method import method
from sinetra.apps.index.selectors import latest_run
from sinetra.apps.registry.demo_boundaries import load_boundaries
from sinetra.apps.registry.imports.boundaries import import_boundaries
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.outlines import outlines
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.catalogue import ROOT
from sinetra.core.errors import Forbidden
from sinetra.core.index.inputs import Kind
from sinetra.core.index.result import Driver, Placed, Result, Zone
from sinetra.core.maps.shade import PATTERNS
from sinetra.web.maps import drawing
from sinetra.web.maps.zones import zones_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
COUNTRY, CITIES, BANJARBARU = "/id/peta/", "/id/peta/kabupaten-kota/", "/id/peta/63.72/"
MOST_ON_THE_WIRE = 120_000


def unit(code: str, name: str, zone: Zone, *, stable: bool = True, kind: Kind = Kind.REGION) -> Placed:
    grey = zone is Zone.GREY
    known = method().indicators
    heavy = Driver(
        indicator=known[int(code.replace(".", "")) % len(known)].id, dimension="context", contribution=9.5, delta=None
    )
    return Placed(
        code=code, name=name, kind=kind, parent=code.rpartition(".")[0], group="group",
        score=None if grey else 50.0, geometric=None, residual=None, interval=(10.0, 60.0), zone=zone,
        p_zone={zone: 0.85 if stable else 0.6}, rank=(1, 4), median_rank=2.0, dimensions={},
        drivers=() if grey else (heavy,), completeness=0.4,
        missing=("margin", "arrears", "incumbent", "stage") if grey else (), overrides=(),
        stable=stable, unbalanced=False,
    )  # fmt: skip


def result(units: list[Placed]) -> Result:
    return Result(
        configuration="utama", digest="d" * 64, inputs="i" * 64, seed=1, day=DAY, draws=2000, units=tuple(units)
    )


def all_units() -> list[Placed]:
    """Each zone in turn, stable and not; every seventh region is not in the run."""
    found, zones = [], list(Zone)
    for level in (RegionLevel.PROVINCE, RegionLevel.CITY):
        for place, area in enumerate(outlines(level).topology.areas):
            if place % 7 != 6:
                found.append(unit(area.code, area.name, zones[place % 4], stable=place % 3 != 0))
    for place, area in enumerate(outlines(RegionLevel.DISTRICT, "63.72").topology.areas):
        found.append(unit(area.code, area.name, zones[place % 4], stable=place != 1))
    return [*found, unit("99", "Provinsi Contoh", Zone.RED), unit("63", "Kantor Kalsel", Zone.RED, kind=Kind.OFFICE)]


@pytest.fixture
def run(monkeypatch) -> None:
    """A run of the index, in the language of the page that asks."""
    units = all_units()
    monkeypatch.setattr(drawing, "zones", lambda: zones_of(result(units)))


def page(url: str) -> html.HtmlElement:
    answer = Client().get(url)
    assert answer.status_code == 200
    return html.document_fromstring(answer.content.decode())


def on_map(tree: html.HtmlElement) -> list[tuple[str, str, str, str]]:
    """Title, address, class and path of each region."""
    return [
        (a.find("title").text, a.get("href"), a.find("path").get("class"), a.find("path").get("d"))
        for a in tree.xpath("//*[contains(@class, 'areas')]/a")
    ]


def in_table(tree: html.HtmlElement) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in tree.xpath("//section[@id='tabel-peta']//tbody/tr")
    ]


def test_before_the_first_run_the_page_teaches_and_shows_regions_only():
    tree = page(COUNTRY)
    assert "Indeks belum dihitung" in tree.xpath("string(//*[@class='empty'])")
    assert tree.xpath("//*[@class='empty']//a/@href") == ["/id/indeks/cara/"]
    assert len(on_map(tree)) == 38 and {item[2] for item in on_map(tree)} == {"z-none"}
    assert not tree.xpath("//*[@class='map-keys']")


@pytest.mark.parametrize(
    ("url", "count"),
    [
        (COUNTRY, 38), (CITIES, 514), ("/id/peta/63/", 13), (BANJARBARU, 5), ("/id/peta/63.72-kelurahan/", 20),
        ("/id/peta/63.72.02/", 4), ("/id/peta/15.71/", 11), ("/id/peta/32.79/", 4), ("/id/peta/63.71-kelurahan/", 52),
        ("/en/peta/63/", 13),
    ],
)  # fmt: skip
def test_table_and_map_have_the_same_regions_in_the_same_order(run, url: str, count: int):
    tree = page(url)
    drawn, rows = on_map(tree), in_table(tree)
    assert len(drawn) == len(rows) == count
    assert [row[1] for row in rows] == [str(number) for number in range(1, count + 1)]
    for (title, href, shade, _path), row, link in zip(
        drawn, rows, tree.xpath("//section[@id='tabel-peta']//tbody//th//a/@href"), strict=True
    ):
        name, number, zone = row[0], row[1], row[2]
        assert title == f"{number}. {name}: {zone}" and href == link
        assert ("unstable" in shade) == ("belum stabil" in zone or "not stable" in zone)
    assert len({path for *_rest, path in drawn}) == count


def test_zones_are_told_by_colour_by_pattern_and_by_word(run):
    tree = page(COUNTRY)
    css = Path(str(finders.find("sinetra/maps.css"))).read_text(encoding="utf-8")
    defined = set(tree.xpath("//pattern/@id"))
    used = {shade for *_rest, shade, _path in on_map(tree)}
    assert used == {"z-none", *(f"z-{name}" for name in PATTERNS if name != "grey-unstable")}
    for shade in used - {"z-none"}:
        name = shade.removeprefix("z-")
        assert f'.{shade} {{ fill: url("#p-{name}"); }}' in css and f"p-{name}" in defined
        assert f'.{shade} {{ fill: url("#c-{name}"); }}' in css and f"c-{name}" in defined
    drawn = {item.get("id"): html.tostring(item).decode() for item in tree.xpath("//pattern")}
    lines = {zone: set(re.findall(r' d="([^"]+)"', drawn[f"p-{zone}"])) - {"M0 0h16v16H0z"} for zone in Zone}
    assert all(lines.values()) and not set.intersection(*lines.values())
    marks = Path(str(finders.find("sinetra/parts.css"))).read_text(encoding="utf-8")
    assert all(re.search(rf"\.zone-{zone} i {{ background: #\w+ [a-z]+-[a-z-]*gradient", marks) for zone in Zone)
    keys = [" ".join(item.text_content().split()) for item in tree.xpath("//*[@class='map-keys']/li")]
    counts = {zone: sum(f"z-{zone}" in item[2] for item in on_map(tree)) for zone in Zone}
    assert keys[0] == f"Merah: rawan tinggi ({counts[Zone.RED]})"
    assert keys[3] == f"Abu-abu: data belum cukup ({counts[Zone.GREY]})"
    assert keys[4].startswith("Garis miring hitam: zona belum stabil") and keys[5].startswith("Belum dihitung")


def test_an_index_that_is_not_validated_says_so_on_its_map(run):
    assert "Belum tervalidasi" in page(COUNTRY).xpath("string(//main)")


def test_grey_says_what_is_missing_and_a_region_without_a_run_says_so(run):
    rows = in_table(page(COUNTRY))
    grey = next(row for row in rows if row[2] == "abu-abu")
    assert grey[3] == "–" and re.match(r"Yang kurang: .+, .+, .+, dan 1 lagi$", grey[4]) and "margin" not in grey[4]
    absent = [row for row in rows if row[2] == "belum dihitung"]
    assert len(absent) == 5 and all(row[4] == "Wilayah ini belum ada dalam indeks." for row in absent)
    assert {row[3] for row in rows if "belum stabil" in row[2]} == {"60 %"}


def test_a_region_of_the_index_without_a_boundary_is_listed_and_an_office_is_not_drawn(run):
    tree = page(COUNTRY)
    listed = tree.xpath("//section[@id='tabel-peta']//ul//a")
    assert [(a.text, a.get("href")) for a in listed] == [("Provinsi Contoh", "/id/indeks/99/")]
    south = next(row for row in in_table(tree) if row[0] == "Kalimantan Selatan")
    assert "Kantor" not in " ".join(south)
    assert not page("/id/peta/63/").xpath("//section[@id='tabel-peta']//ul//a")


def test_the_invented_city_has_a_map_of_invented_boundaries_and_no_place_in_the_country(city, settings, tmp_path):
    settings.SINETRA_DATA = tmp_path
    assert (load_boundaries(ROOT / "samples", now=NOW), load_boundaries(ROOT / "samples", now=NOW)) == (2, 0)
    tree = page("/id/peta/99.71/")
    assert [row[0] for row in in_table(tree)] == ["Cendana Utara", "Cendana Tengah", "Cendana Selatan"]
    assert "Sumber batas: rekaan untuk latihan." in tree.xpath("string(//figcaption)")
    assert "rekaan untuk latihan" in Client().get("/id/peta/99.71/peta.svg").content.decode()
    for english in (page("/en/peta/99.71/").xpath("string(//figcaption)"), Client().get("/en/peta/99.71/peta.svg")):
        told = english if isinstance(english, str) else english.content.decode()
        assert "invented for practice" in told and "rekaan" not in told
    assert tree.xpath("string(//h1)") == "Peta: Kota Cendana (contoh)"
    assert [a.get("href") for a in tree.xpath("//nav[@class='breadcrumb']/a")] == ["/id/peta/"]
    assert len(on_map(page("/id/peta/99.71-kelurahan/"))) == 8
    assert compute_nightly(Organisation.objects.order_by("name").first()) is not None
    country = page(COUNTRY)
    listed = [(a.text, a.get("href")) for a in country.xpath("//section[@id='tabel-peta']//ul//a")]
    assert listed == [("Kota Cendana (contoh)", "/id/peta/99.71/")]
    assert "rekaan" not in country.xpath("string(//figcaption)")
    settings.SINETRA_PROFILE = "bawaslu"
    with pytest.raises(Forbidden):
        load_boundaries(ROOT / "samples", now=NOW)


def test_every_region_leads_one_level_down_and_back(run):
    down = [page(COUNTRY), page("/id/peta/63/"), page(BANJARBARU), page("/id/peta/63.72.02/")]
    for tree, code in zip(down, ("63", "63.72", "63.72.02", "63.72.02.1003"), strict=True):
        assert f"/id/peta/{code}/" in [href for _title, href, *_rest in on_map(tree)]
    last = page("/id/peta/63.72.02.1003/")
    assert [a.get("href") for a in last.xpath("//nav[@class='breadcrumb']/a")] == [
        "/id/peta/", "/id/peta/63/", "/id/peta/63.72/", "/id/peta/63.72.02/",
    ]  # fmt: skip
    chosen = last.xpath("//*[contains(@class, 'areas')]/a[@aria-current]/@href")
    assert chosen == ["/id/peta/63.72.02.1003/"]


def test_no_link_of_any_map_leads_nowhere(run):
    client, seen, waiting = Client(), set(), [COUNTRY, CITIES, "/id/peta/63.72-kelurahan/"]
    for url in waiting:
        tree = page(url)
        waiting += [
            href
            for _title, href, *_rest in on_map(tree)
            if href not in seen and not seen.add(href) and re.search(r"/(63|15|32)(\.7[129][.\d]*)?/$", href)
        ]
    assert len(seen) > 600
    for href in sorted(seen)[::9]:
        assert client.get(href).status_code == 200, href


@pytest.mark.parametrize("name", ["99.71", "63.99", "x", "63.72.02.9999", "11.01-kelurahan", "%3Cscript%3E", "6372"])
@pytest.mark.parametrize("end", ["", "peta.svg", "peta.png"])
def test_what_is_not_drawn_is_not_found(name: str, end: str):
    answer = Client().get(f"/id/peta/{name}/{end}")
    assert answer.status_code == 404 and b"<script>" not in answer.content


def on_the_wire(url: str) -> Mapping[str, int]:
    """Octets of the page and of the files it needs, as they leave (static files are compressed when collected)."""
    client = Client()
    answer = client.get(url, headers={"accept-encoding": "gzip, deflate, br"})
    assert answer.headers["Content-Encoding"] == "gzip"
    found = {url: len(answer.content)}
    tree = html.document_fromstring(gzip.decompress(answer.content).decode())
    for name in [*tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href"), *tree.xpath("//script/@src")]:
        path = Path(str(finders.find(name.removeprefix("/statis/"))))
        found[name] = len(gzip.compress(path.read_bytes(), 9))
    return found


def test_the_page_of_514_is_at_most_120_kb_with_everything_it_needs(run):
    for url in (CITIES, CITIES.replace("/id/", "/en/"), COUNTRY, "/id/peta/33/"):
        found = on_the_wire(url)
        assert len(found) >= 5
        assert sum(found.values()) <= MOST_ON_THE_WIRE, found
    raw = Client().get(CITIES).content
    assert len(set(re.findall(r"Paling berbobot: [^<]+", raw.decode()))) >= 10, "else it says less than a real one"
    assert len(raw) > 2 * MOST_ON_THE_WIRE, "else the measurement above has measured nothing"


def test_a_map_is_drawn_once_and_again_when_boundaries_change(city, run, monkeypatch, settings, tmp_path):
    settings.SINETRA_DATA = tmp_path
    calls = []
    real = drawing.picture.__globals__["shapes"]
    monkeypatch.setitem(drawing.picture.__globals__, "shapes", lambda *given: calls.append(1) or real(*given))
    drawing.picture.__globals__["_picture"].cache_clear()
    for _ in range(3):
        page(CITIES)
        page(CITIES.replace("/id/", "/en/"))
    assert len(calls) == 1
    load_boundaries(ROOT / "samples", now=NOW)
    before = on_map(page("/id/peta/99.71/"))
    mirrored = json.loads((ROOT / "samples" / "cendana_kecamatan.geojson").read_bytes())
    for feature in mirrored["features"]:
        (line,) = feature["geometry"]["coordinates"]
        feature["geometry"]["coordinates"] = [[[x, -9.9 - y] for x, y in line]]
    path = tmp_path / "lain.geojson"
    path.write_text(json.dumps(mirrored), encoding="utf-8")
    import_boundaries(path, source="Kantor Contoh, 2026", now=NOW + timedelta(days=1))
    after = on_map(page("/id/peta/99.71/"))
    assert [item[:3] for item in after] == [item[:3] for item in before]
    assert all(old[3] != new[3] for old, new in zip(before, after, strict=True))
    assert "Kantor Contoh, 2026" in page("/id/peta/99.71/").xpath("string(//figcaption)")
    assert len(calls) == 3


def test_the_picture_to_take_away_says_what_it_shows(run):
    answer = Client().get(f"{BANJARBARU}peta.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="sinetra-peta-63.72-2026-11-20-id.svg"'
    text = answer.content.decode()
    for words in (
        "Kota Banjarbaru", "20 November 2026", "Belum tervalidasi", "Merah: rawan tinggi",
        "Batas indikatif, bukan acuan hukum", "cahyadsn/wilayah_boundaries (MIT)", "2 Cempaka",
    ):  # fmt: skip
        assert words in text
    assert "Landasan Ulin: hijau" in text.replace("1. ", "")
    picture = Client().get(f"{BANJARBARU}peta.png")
    with Image.open(io.BytesIO(picture.content)) as opened:
        assert opened.format == "PNG" and opened.width > 1000
    english = Client().get("/en/peta/63.72/peta.svg").content.decode()
    assert "no legal reference" in english and "Batas indikatif" not in english


def test_a_map_sets_no_cookie_and_takes_nothing(run):
    client = Client(enforce_csrf_checks=True)
    for url in (COUNTRY, BANJARBARU, f"{BANJARBARU}peta.svg", f"{BANJARBARU}peta.png"):
        assert not client.get(url).cookies
        sent = client.post(url, {"file": io.BytesIO(b'{"type": "FeatureCollection"}')})
        assert sent.status_code == 403
    assert not (Path(settings.SINETRA_DATA) / "boundaries").exists()


def test_a_real_run_is_on_the_map(city):
    """From the published facts of the four cities; no region of Aceh is among them."""
    assert "Indeks belum dihitung" in page(COUNTRY).text_content()
    assert compute_nightly(Organisation.objects.order_by("name").first()) is not None
    held = latest_run()
    tree = page("/id/peta/63/")
    rows = {row[0]: row for row in in_table(tree)}
    told = held.placed("63.72")
    assert told is not None and told.zone is Zone.GREY
    assert rows["Kota Banjarbaru"][2] == "abu-abu" and rows["Kota Banjarbaru"][4].startswith("Yang kurang: ")
    assert rows["Kabupaten Tanah Laut"][2] == "belum dihitung"
    assert f"Indeks {held.configuration}" in tree.xpath("string(//figcaption)")
    assert "Yang kurang: " in page("/id/peta/63.72/").xpath("string(//*[@class='own-zone'])")
