"""The official list in the table, the picker that reads it, and the outlines."""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.boundaries import boundaries
from sinetra.apps.registry.csv_rows import BadRows
from sinetra.apps.registry.models import Region
from sinetra.apps.registry.regions import import_regions
from sinetra.apps.registry.selectors import children_of, find_regions, region_by_code, with_parents
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, NotFound

LIST = ROOT / "regions" / "wilayah.csv"


def small(tmp_path, text: str):
    path = tmp_path / "wilayah.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_whole_list_is_stored_in_seconds_and_again_without_writing(db) -> None:
    start = time.process_time()
    first = import_regions(LIST)
    seconds = time.process_time() - start
    assert (first.read, first.created, first.changed) == (91599, 91599, 0)
    assert seconds < 10, f"{seconds:.1f} s"
    assert Region.objects.exclude(edition="contoh").count() == 91599
    again = import_regions(LIST)
    assert (again.created, again.changed) == (0, 0)
    assert [r.code for r in with_parents("63.72.02.1003")] == ["63", "63.72", "63.72.02", "63.72.02.1003"]
    assert [r.name for r in find_regions("landasan ulin t", within="63.72")] == [
        "Landasan Ulin Tengah",
        "Landasan Ulin Timur",
    ]
    assert [r.code for r in find_regions("banjar", level=RegionLevel.CITY)] == [
        "32.79",
        "63.03",
        "63.72",
        "63.71",
        "33.04",
    ]
    assert [r.code for r in find_regions("Kota Banjar", level=RegionLevel.CITY)] == ["32.79", "63.72", "63.71"]
    assert [r.code for r in find_regions("63.72", limit=2)] == ["63.72", "63.72.02"]
    assert find_regions("  ") == () and find_regions("tidak ada") == ()
    assert children_of("63.72").count() == 5 and children_of(None).count() == 39


def test_the_search_by_name_reads_an_index(city) -> None:
    with CaptureQueriesContext(connection) as queries:
        find_regions("banjar")
    if connection.vendor == "sqlite":
        plan = connection.cursor().execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}").fetchall()
        assert any("SEARCH" in row[-1] and "search_name" in row[-1] for row in plan), plan


def test_the_invented_city_exists_in_the_demonstration_only(db, settings, tmp_path) -> None:
    path = small(tmp_path, "kode,nama\n63,Kalimantan Selatan\n")
    settings.SINETRA_PROFILE = "bawaslu"
    import_regions(path)
    assert list(Region.objects.values_list("code", flat=True)) == ["63"]
    settings.SINETRA_PROFILE = "demo"
    import_regions(path)
    assert region_by_code("99.71").is_demo and not region_by_code("63").is_demo


def test_a_new_edition_renames_and_keeps_codes_that_it_no_longer_has(db, settings, tmp_path) -> None:
    settings.SINETRA_PROFILE = "bawaslu"
    import_regions(small(tmp_path, "kode,nama\n63,Kalsel\n63.01,Kabupaten Lama\n"), "2022")
    done = import_regions(small(tmp_path, "kode,nama\n63,Kalimantan Selatan\n63.02,Kabupaten Baru\n"), "2025")
    assert (done.created, done.changed) == (1, 1)
    assert dict(Region.objects.values_list("code", "edition")) == {"63": "2025", "63.01": "2022", "63.02": "2025"}
    assert region_by_code("63").name == "Kalimantan Selatan"


def test_every_bad_row_is_named_and_nothing_is_stored(db, tmp_path) -> None:
    text = "kode,nama\n63,Kalimantan Selatan\n63.70,Salah\n64.01,Tanpa Induk\n63,Dua Kali\n63.01,\n"
    with pytest.raises(BadRows) as error:
        import_regions(small(tmp_path, text))
    assert [(problem.row, problem.column) for problem in error.value.problems] == [
        (3, "kode"),
        (4, "kode"),
        (5, "kode"),
        (6, "nama"),
    ]
    assert "kota 71–99" in str(error.value) and "baris 4, kolom kode: induk 64 tidak ada" in str(error.value)
    assert not Region.objects.exists()


def test_a_code_outside_the_list_is_not_found(city) -> None:
    assert region_by_code("63.72").name == "Kota Banjarbaru"
    with pytest.raises(NotFound, match=r"12\.34"):
        region_by_code("12.34")
    assert with_parents("12.34") == ()
    assert visible(PUBLIC, Region).count() == 7


def test_outlines_are_there_for_every_province_and_city_and_name_regions_of_the_list() -> None:
    codes = {line.partition(",")[0] for line in LIST.read_text(encoding="utf-8").splitlines()}
    for level, city, count in [
        ("province", None, 38),
        ("city", None, 514),
        ("district", "63.72", 5),
        ("village", "63.72", 20),
        ("village", "15.71", 68),
        ("district", "32.79", 4),
        ("village", "63.71", 52),
    ]:
        found = boundaries(level, city)
        assert len(found.names) == count and found.path.is_file()
        assert codes.issuperset(found.names)
    with pytest.raises(NotFound):
        boundaries("village", "63.03")
    with pytest.raises(BadInput, match="province, city"):
        boundaries("rt")
