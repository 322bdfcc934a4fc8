"""An operator brings boundaries: whole or not at all, with their source, in place of those of the catalogue."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sinetra.apps.base.backup.own_files import copy_own, own_names, put_back
from sinetra.apps.base.backup.read import _NAME
from sinetra.apps.registry import own_boundaries as own
from sinetra.apps.registry.imports import boundaries as imports
from sinetra.apps.registry.imports.boundaries import import_boundaries
from sinetra.apps.registry.outlines import CATALOGUE, outlines
from sinetra.apps.registry.own_boundaries import folder
from sinetra.apps.registry.regions import EDITION, store_regions
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.cli.main import main
from sinetra.core.errors import BadInput

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DISTRICTS = {"63.72.02": "Landasan Ulin", "63.72.03": "Cempaka", "63.72.04": "Banjarbaru Utara"}
DISTRICTS |= {"63.72.05": "Banjarbaru Selatan", "63.72.06": "Liang Anggang"}
OTHER = {"63.03.01": "Aluh Aluh", "63.03.02": "Kertak Hanyar"}
SOURCE = "Kantor Contoh, 2025, CC BY 4.0"


@pytest.fixture(autouse=True)
def own_data(settings, tmp_path):
    settings.SINETRA_DATA = tmp_path
    named = {"63": "Kalimantan Selatan", "63.72": "Kota Banjarbaru", "63.03": "Kabupaten Banjar", **DISTRICTS, **OTHER}
    store_regions(list(named.items()), EDITION)


def box(place: int, west: float = 114.7) -> list[list[list[float]]]:
    x = west + place * 0.03
    return [[[x, -3.5], [x + 0.03, -3.5], [x + 0.03, -3.4], [x, -3.4], [x, -3.5]]]


def file(tmp_path: Path, codes: Any, name: str = "batas.geojson") -> Path:
    features = [
        {"type": "Feature", "properties": {"kode": code}, "geometry": {"type": "Polygon", "coordinates": box(place)}}
        for place, code in enumerate(codes)
    ]
    path = tmp_path / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def bring(tmp_path: Path, codes: Any, **more: Any):
    return import_boundaries(file(tmp_path, codes), **{"source": SOURCE, "now": NOW} | more)


def held() -> list[Path]:
    return sorted(folder().glob("*")) if folder().exists() else []


def test_they_replace_what_the_catalogue_draws_and_name_their_source(tmp_path):
    before = outlines(RegionLevel.DISTRICT, "63.72")
    assert before.sources == (CATALOGUE,)
    done = bring(tmp_path, DISTRICTS)
    assert (done.level, done.read, done.created, done.changed, done.without) == ("district", 5, 1, 0, ())
    after = outlines(RegionLevel.DISTRICT, "63.72")
    assert after.sources == (SOURCE,) and after.codes == before.codes
    assert after.topology.areas[1].name == "Cempaka"
    assert after.topology.box() != before.topology.box()
    # What was not brought is as before.
    assert outlines(RegionLevel.DISTRICT, "15.71").sources == (CATALOGUE,)
    assert outlines(RegionLevel.VILLAGE, "63.72").sources == (CATALOGUE,)


def test_boundaries_where_there_were_none(tmp_path):
    assert outlines(RegionLevel.DISTRICT, "63.03") is None
    done = bring(tmp_path, ["63.03.01"])
    assert done.without == ("63.03.02",)
    assert outlines(RegionLevel.DISTRICT, "63.03").codes == ("63.03.01",)


def test_the_parts_of_one_province_leave_the_other_provinces_as_they_are(tmp_path, monkeypatch):
    """A file of kabupaten and kota replaces those of its province in the map of the country, too."""
    codes = outlines(RegionLevel.CITY, "63").codes
    store_regions([(code, f"Kabupaten {code}") for code in codes], EDITION)
    monkeypatch.setattr(imports, "ROUGHLY", 3)
    bring(tmp_path, codes)
    country = outlines(RegionLevel.CITY)
    assert len(country.codes) == 514 and list(country.codes) == sorted(country.codes)
    assert country.sources == (CATALOGUE, SOURCE)
    assert outlines(RegionLevel.CITY, "63").sources == (SOURCE,)
    assert outlines(RegionLevel.CITY, "62").sources == (CATALOGUE,)


def test_the_later_counts_and_the_earlier_is_removed(tmp_path):
    bring(tmp_path, DISTRICTS)
    later = bring(tmp_path, DISTRICTS, source="Kantor Contoh, 2026", now=NOW + timedelta(days=1))
    assert (later.created, later.changed) == (0, 1)
    assert outlines(RegionLevel.DISTRICT, "63.72").sources == ("Kantor Contoh, 2026",)
    assert len(held()) == 1


def test_a_clock_that_went_back_is_told_and_nothing_is_lost(tmp_path):
    bring(tmp_path, DISTRICTS, now=NOW + timedelta(days=400))
    before = held()
    with pytest.raises(BadInput, match="jam"):
        bring(tmp_path, DISTRICTS, source="Kantor Contoh, 2026")
    assert held() == before
    assert outlines(RegionLevel.DISTRICT, "63.72").sources == (SOURCE,)
    # Boundaries of another place have nothing to do with it.
    assert bring(tmp_path, ["63.03.01"]).created == 1


def test_a_region_that_would_vanish_is_refused_and_nothing_is_kept(tmp_path):
    with pytest.raises(BadInput, match=r"hilang dari peta.*63\.72\.06"):
        bring(tmp_path, list(DISTRICTS)[:-1])
    assert held() == []


@pytest.mark.parametrize("source", ["", "   ", "x" * 201, "a\x00b"])
def test_boundaries_without_a_source_are_refused(tmp_path, source):
    with pytest.raises(BadInput) as found:
        bring(tmp_path, DISTRICTS, source=source)
    assert found.value.field == "--source" and held() == []


def test_codes_of_another_place_are_refused(tmp_path):
    store_regions([("11", "Aceh"), ("11.01", "Kabupaten Aceh Selatan")], EDITION)
    with pytest.raises(BadInput, match="BPS"):
        bring(tmp_path, ["11.01"])
    assert held() == []


def test_a_write_that_breaks_off_leaves_nothing(tmp_path, monkeypatch):
    bring(tmp_path, DISTRICTS)
    before, drawn = held(), outlines(RegionLevel.DISTRICT, "63.72")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sinetra.ports.files.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        bring(tmp_path, DISTRICTS, source="Kantor Contoh, 2026", now=NOW + timedelta(days=1))
    assert held() == before
    assert outlines(RegionLevel.DISTRICT, "63.72") is drawn


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"level": 7', None])
def test_a_damaged_file_stops_no_map(tmp_path, caplog, damage):
    bring(tmp_path, DISTRICTS)
    (path,) = held()
    path.write_bytes(path.read_bytes().replace(b"Cempaka", b"Cempoko") if damage is None else damage)
    assert outlines(RegionLevel.DISTRICT, "63.72").sources == (CATALOGUE,)
    assert path.name in caplog.text


def test_a_backup_takes_them_along(tmp_path):
    bring(tmp_path, DISTRICTS)
    kept, other = tmp_path / "backup", tmp_path / "other"
    copy_own(tmp_path, kept)
    assert own_names(kept) == [f"own/boundaries/{held()[0].name}"]
    put_back(kept, other)
    assert (other / "boundaries" / held()[0].name).read_bytes() == held()[0].read_bytes()


def test_the_command_says_what_it_did_and_what_is_wrong(tmp_path, capsys):
    path = str(file(tmp_path, ["63.03.01"]))
    assert main(["import", "boundaries", path]) == 2
    assert "--source" in capsys.readouterr().err and held() == []
    assert main(["import", "boundaries", path, "--source", SOURCE, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["level"], told["read"], told["without"], len(told["sha256"])) == ("district", 1, ["63.03.02"], 64)
    assert main(["import", "boundaries", str(tmp_path / "tidak-ada.geojson"), "--source", SOURCE]) == 2
    assert "tidak-ada.geojson" in capsys.readouterr().err
    assert main(["import", "boundaries", "--columns", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["columns"][0]["name"] == "kode"


def test_what_an_import_took_away_meanwhile_hides_no_other(tmp_path, monkeypatch):
    """Between the listing and the look at each file."""
    bring(tmp_path, DISTRICTS)
    (ours,) = held()
    gone = ours.with_name(f"district-{'0' * 32}.json")
    gone.write_bytes(b"{}")
    real = own.os.scandir

    class Listed(list):
        __enter__, __exit__ = lambda self: self, lambda self, *_: None

    def listed(path: Path) -> Listed:
        found = Listed(real(path))
        gone.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(own.os, "scandir", listed)
    assert [path for path, _written, _size in own.stamp()] == [str(ours)]
    assert outlines(RegionLevel.DISTRICT, "63.72").sources == (SOURCE,)


def test_a_link_and_a_folder_nobody_may_read_stop_no_map(tmp_path, monkeypatch, caplog):
    bring(tmp_path, DISTRICTS)
    folder().joinpath(f"district-{'1' * 32}.json").symlink_to(tmp_path / "tidak-ada.json")
    assert outlines(RegionLevel.DISTRICT, "63.72").sources == (SOURCE,)

    def refused(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(own.os, "scandir", refused)
    assert outlines(RegionLevel.DISTRICT, "63.72").sources == (CATALOGUE,)
    assert "PermissionError" in caplog.text


def test_a_stray_file_is_neither_drawn_nor_in_a_backup_that_could_not_be_restored(tmp_path):
    bring(tmp_path, DISTRICTS)
    (ours,) = held()
    for name in ("salinan.json", f"Salinan {ours.name}", "ñ.json"):
        folder().joinpath(name).write_bytes(ours.read_bytes())
    folder().joinpath(f"district-{'1' * 32}.json").symlink_to(tmp_path / "tidak-ada.json")
    assert [path for path, _written, _size in own.stamp()] == [str(ours)]
    kept = tmp_path / "backup"
    copy_own(tmp_path, kept)
    assert own_names(kept) == [f"own/boundaries/{ours.name}"]
    assert all(_NAME.fullmatch(name) for name in own_names(kept))
