"""``sinetra import`` and ``sinetra admin create`` as a person types them."""

from __future__ import annotations

import json

import pytest

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.registry.models import Organisation, Person, Region, Unit
from sinetra.cli.main import main

ADMIN = ["admin", "create", "--username", "admin.satu", "--name", "Ficus Contohputra", "--until", "2025-12-31"]


@pytest.fixture(autouse=True)
def indonesian(monkeypatch) -> None:
    monkeypatch.setenv("SINETRA_LANG", "id")


def test_the_first_administrator_of_an_empty_installation_opens_the_account_with_the_printed_code(db, capsys) -> None:
    Region.objects.create(code="63", name="Kalimantan Selatan", search_name="kalimantan selatan", level="province")
    office = ["--organisation", "Bawaslu Kalsel", "--kind", "bawaslu", "--level", "province", "--region", "63"]
    assert main([*ADMIN, *office, "--json"]) == 0
    slip = json.loads(capsys.readouterr().out)
    activate(username=slip["username"], code=slip["code"], password="kayu manis di tepi kali")
    made = Organisation.objects.get()
    assert (made.kind, made.region_id, RoleGrant.objects.get().ends_on.isoformat()) == ("bawaslu", "63", "2025-12-31")
    second = ["admin", "create", "--username", "admin.dua", "--name", "Gladiol", "--until", "2025-12-31"]
    assert main([*second, "--organisation", "Bawaslu Kalsel"]) == 0
    said = capsys.readouterr().out
    assert "admin.dua" in said and "hanya tampil sekali" in said
    assert Organisation.objects.count() == 1 and User.objects.count() == 2


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--organisation", "Belum Ada"], "local_government"),
        (["--organisation", "Baru", "--kind", "bawaslu", "--region", "12.34"], "12.34"),
        (["--organisation", "Pemko Cendana", "--username", "X"], "username"),
        (["--organisation", "Pemko Cendana", "--until", "2099-12-31"], "ends_on"),
    ],
)
def test_what_cannot_be_an_administrator_is_refused_in_one_line_and_leaves_nothing(city, capsys, more, says) -> None:
    before = Organisation.objects.count()
    assert main([*ADMIN, *more]) == 2
    error = capsys.readouterr().err
    assert says in error and error.count("\n") == 1
    assert not User.objects.exists() and Organisation.objects.count() == before


def test_units_and_people_are_read_in_and_the_numbers_printed(city, tmp_path, capsys) -> None:
    units, people = tmp_path / "unit.csv", tmp_path / "orang.csv"
    units.write_text("kode,nama,jenis\nDISDIK,Dinas Pendidikan,dinas\n", encoding="utf-8")
    people.write_text("nama,status,nip,unit\nTeratai,pns,197601012002032910,DISDIK\n", encoding="utf-8")
    assert main(["import", "units", str(units), "--organisation", "Pemko Cendana", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"kind": "units", "read": 1, "created": 1, "changed": 0}
    assert main(["import", "people", str(people), "--organisation", "Pemko Cendana"]) == 0
    assert capsys.readouterr().out == "1 baris dibaca, 1 baru, 0 berubah\n"
    assert Unit.objects.get().code == "DISDIK" and Person.objects.get().name == "Teratai"


def test_a_broken_row_ends_with_two_and_one_line_that_names_its_place(city, tmp_path, capsys) -> None:
    path = tmp_path / "unit.csv"
    path.write_text("kode,nama,jenis\nA,Satu,dinas\nB,Dua,warung\n", encoding="utf-8")
    assert main(["import", "units", str(path), "--organisation", "Pemko Cendana"]) == 2
    said = capsys.readouterr()
    assert "baris 3, kolom jenis" in said.err and "puskesmas" in said.err and said.err.count("\n") == 1
    assert said.out == "" and not Unit.objects.exists()


def test_whose_people_must_be_said_where_there_are_several_offices(city, tmp_path, capsys) -> None:
    path = tmp_path / "unit.csv"
    path.write_text("kode,nama,jenis\nA,Satu,dinas\n", encoding="utf-8")
    assert main(["import", "units", str(path)]) == 2
    said = capsys.readouterr().err
    assert "--organisation" in said and "Pemko Cendana" in said and "Pemkab Banjar" in said
    assert main(["import", "units"]) == 2
    assert "FILE" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["people", "units", "regions", "timetable", "calendar"])
def test_the_columns_are_printed_for_every_kind(db, capsys, kind) -> None:
    assert main(["import", kind, "--columns"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["import", kind, "--columns", "--json"]) == 0
    columns = json.loads(capsys.readouterr().out)["columns"]
    assert [line.split("\t")[0] for line in lines] == [column["name"] for column in columns]
    assert any(column["required"] for column in columns)


def test_regions_are_read_in_from_a_file(db, tmp_path, capsys) -> None:
    path = tmp_path / "wilayah.csv"
    path.write_text("kode;nama\n63;Kalimantan Selatan\n63.72;Kota Banjarbaru\n", encoding="cp1252")
    assert main(["import", "regions", str(path), "--edition", "uji 2030", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["created"] == 2
    assert Region.objects.get(pk="63.72").edition == "uji 2030"
