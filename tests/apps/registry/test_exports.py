"""What an office takes out of the registry: the columns of the import, harmless in a spreadsheet, told in the chain."""

from __future__ import annotations

import csv
import stat
from uuid import uuid4

import pytest

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor, Role
from sinetra.apps.registry.exports import export_people, export_units
from sinetra.apps.registry.imports import people, units
from sinetra.apps.registry.imports.people import import_people
from sinetra.apps.registry.imports.units import import_units
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.cli.main import main
from sinetra.core.cells import as_text
from sinetra.core.errors import Forbidden

PEOPLE = """nama,status,nip,unit,jabatan,nama_jabatan,nip_lama
Teratai Contohwati,pns,197601012002032910,DISDIK,other,Analis,
Kenanga Contohsari,non_asn,,SD-1,other,"Penjaga, malam",
"""
UNITS = """kode,nama,jenis,induk,wilayah
DISDIK,Dinas Pendidikan,dinas,,
SD-1,SD Negeri 1,sekolah,DISDIK,
"""


@pytest.fixture
def office(pemda: Organisation, tmp_path) -> Organisation:
    for name, text, read in (("u.csv", UNITS, import_units), ("p.csv", PEOPLE, import_people)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        read(tmp_path / name, organisation=pemda, actor=SYSTEM)
    return pemda


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines()))


def person(office: Organisation, *roles: Role) -> Actor:
    return Actor(kind="person", user_id=uuid4(), organisation_id=office.pk, roles=frozenset(roles))


def test_what_goes_out_comes_in_again_unchanged(office, tmp_path) -> None:
    taken = export_people(organisation=office, actor=SYSTEM), export_units(organisation=office, actor=SYSTEM)
    assert [done.rows for done in taken] == [2, 2]
    assert all(done.content.startswith(b"\xef\xbb\xbf") for done in taken)
    assert list(rows(taken[0].content)[0]) == [column.name for column in people.COLUMNS]
    assert list(rows(taken[1].content)[0]) == [column.name for column in units.COLUMNS]
    (tmp_path / "p2.csv").write_bytes(taken[0].content)
    (tmp_path / "u2.csv").write_bytes(taken[1].content)
    again = import_units(tmp_path / "u2.csv", organisation=office, actor=SYSTEM)
    assert (again.read, again.created, again.changed) == (2, 0, 0)
    again = import_people(tmp_path / "p2.csv", organisation=office, actor=SYSTEM)
    assert (again.read, again.created, again.changed) == (2, 0, 0)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_becomes_text(begin: str) -> None:
    assert as_text(f"{begin}1") == f"'{begin}1"


def test_a_formula_in_a_name_leaves_as_text_and_a_plain_name_as_it_is(office) -> None:
    Person.objects.filter(name__startswith="Teratai").update(name="=cmd|' /C calc'!A0")
    names = [row["nama"] for row in rows(export_people(organisation=office, actor=SYSTEM).content)]
    assert sorted(names) == ["'=cmd|' /C calc'!A0", "Kenanga Contohsari"]


def test_who_took_them_and_how_many_stands_in_the_chain_without_any_name(office) -> None:
    export_people(organisation=office, actor=SYSTEM)
    entry = AuditEntry.objects.get(action="registry.export_people")
    assert (entry.actor, entry.data, entry.organisation_id) == ("system", {"rows": 2}, office.pk)


def test_the_personnel_office_takes_people_administrators_units_and_nobody_else_anything(office, bawaslu) -> None:
    officer = person(office, Role.BKPSDM_OFFICER)
    assert export_people(organisation=office, actor=officer).rows == 2
    assert export_units(organisation=office, actor=person(office, Role.ADMINISTRATOR)).rows == 2
    others = [PUBLIC, person(bawaslu, Role.BKPSDM_OFFICER, Role.ADMINISTRATOR)]
    others += [person(office, role) for role in Role if role is not Role.BKPSDM_OFFICER]
    for actor in others:
        with pytest.raises(Forbidden):
            export_people(organisation=office, actor=actor)
        if actor.roles != {Role.ADMINISTRATOR} or actor.organisation_id != office.pk:
            with pytest.raises(Forbidden):
                export_units(organisation=office, actor=actor)
    assert AuditEntry.objects.filter(action="registry.export_people").count() == 1


def test_the_command_writes_a_new_file_for_its_owner_alone(office, tmp_path, capsys) -> None:
    out = tmp_path / "pegawai.csv"
    assert main(["export", "people", str(out), "--organisation", office.name]) == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600 and len(rows(out.read_bytes())) == 2
    assert main(["export", "people", str(out), "--organisation", office.name]) == 2
    assert main(["export", "units", str(tmp_path / "tidak" / "ada.csv"), "--organisation", office.name]) == 2
    assert main(["export", "units", str(tmp_path / "b.csv"), "--organisation", "Lain"]) == 2
    assert AuditEntry.objects.filter(action__startswith="registry.export").count() == 1
    capsys.readouterr()


def test_an_office_without_anybody_gets_the_head_alone(pemda) -> None:
    assert not Unit.objects.exists()
    done = export_units(organisation=pemda, actor=SYSTEM)
    assert done.rows == 0 and done.content.decode("utf-8-sig").splitlines() == ["kode,nama,jenis,induk,wilayah"]
