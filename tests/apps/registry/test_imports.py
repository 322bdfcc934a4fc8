"""Units, people and timetables from files: everything or nothing, every bad row with its place."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest

from sinetra.apps.audit.models import AuditEntry, SealedRow
from sinetra.apps.audit.problems import Kind
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.csv_rows import BadRows
from sinetra.apps.registry.imports.people import import_people
from sinetra.apps.registry.imports.timetable import import_timetable, timetables
from sinetra.apps.registry.imports.units import import_units
from sinetra.apps.registry.models import Person, PersonNumber, Unit
from sinetra.apps.registry.selectors import people, unit_tree
from sinetra.core.errors import BadInput, Forbidden

UNITS = """kode,nama,jenis,induk,wilayah
SD-1,SD Negeri 1,sekolah,DISDIK,99.71.01
DISDIK,Dinas Pendidikan,dinas,,
"""
PEOPLE = """nama,status,nip,unit,jabatan,nama_jabatan
Teratai Contohsari,pns,197601012002032910,SD-1,school_head,Kepala Sekolah
Ubi Contohputra,pppk,199101012022211911,SD-1,teacher,Guru Kelas
Gandaria Contohputra,non_asn,,SD-1,,Petugas kebersihan
"""


@pytest.fixture
def file(tmp_path):
    def written(text: str, encoding: str = "utf-8"):
        path = tmp_path / "berkas.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return written


@pytest.fixture
def with_units(city, file):
    import_units(file(UNITS), organisation=city.pemko, actor=SYSTEM)
    return city


def test_units_become_a_tree_whatever_the_order_of_the_rows(with_units, file) -> None:
    city = with_units
    officer = city.actor(Role.BKPSDM_OFFICER, city.pemko)
    tree = unit_tree(officer, city.pemko.pk)
    assert [(node.unit.code, node.depth) for node in tree] == [("DISDIK", 0), ("SD-1", 1)]
    again = import_units(file(UNITS), organisation=city.pemko, actor=officer)
    assert (again.read, again.created, again.changed) == (2, 0, 0)
    renamed = import_units(file(UNITS.replace("SD Negeri 1", "SDN 1")), organisation=city.pemko, actor=officer)
    assert (renamed.created, renamed.changed) == (0, 1)


def test_units_in_a_circle_and_unknown_words_are_named_and_nothing_is_stored(city, file) -> None:
    text = "kode;nama;jenis;induk\nA;Satu;dinas;B\nB;Dua;dinas;A\n"
    with pytest.raises(BadRows, match="di bawah dirinya sendiri"):
        import_units(file(text), organisation=city.pemko, actor=SYSTEM)
    text = "kode;nama;jenis;induk;wilayah\nA;Satu;warung;;\nA;Dua;dinas;X;12.34\n;;kantor;;\n"
    with pytest.raises(BadRows) as error:
        import_units(file(text), organisation=city.pemko, actor=SYSTEM)
    places = [(problem.row, problem.column) for problem in error.value.problems]
    assert places == [(2, "jenis"), (3, "induk"), (3, "wilayah"), (4, "kode"), (4, "nama")]
    assert "puskesmas" in str(error.value) and not Unit.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_people_are_read_as_spreadsheets_save_them(with_units, file, encoding, delimiter) -> None:
    text = PEOPLE.replace("Ubi", "Ubé").replace(",", delimiter).replace("\n", "\r\n")
    done = import_people(file(text, encoding), organisation=with_units.pemko, actor=SYSTEM)
    assert (done.read, done.created, done.changed) == (3, 3, 0)
    assert sorted(Person.objects.values_list("name", "status", "position", "unit__code")) == [
        ("Gandaria Contohputra", "non_asn", "other", "SD-1"),
        ("Teratai Contohsari", "pns", "school_head", "SD-1"),
        ("Ubé Contohputra", "pppk", "teacher", "SD-1"),
    ]
    again = import_people(file(text, encoding), organisation=with_units.pemko, actor=SYSTEM)
    assert (again.created, again.changed) == (0, 0)


def test_every_broken_row_is_named_with_its_accepted_values_and_nobody_is_stored(with_units, file) -> None:
    text = PEOPLE + (
        "Salah Status,pegawai,198801012011032905,SD-1,,\n"
        "Salah Bulan,pns,198801012011132905,SD-1,,\n"
        "Tanpa Nomor,cpns,,SD-1,,\n"
        "Nomor Ganda,pns,197601012002032910,SD-1,,\n"
        "Honorer Bernomor,non_asn,198801012011032905,SD-1,,\n"
        "Dari Lembar Kerja,pns,1.98801E+17,SD-1,,\n"
        ",pns,198901012011032906,TIDAK-ADA,kepala,\n"
    )
    with pytest.raises(BadRows) as error:
        import_people(file(text), organisation=with_units.pemko, actor=SYSTEM)
    places = {(problem.row, problem.column) for problem in error.value.problems}
    numbers = {(row, "nip") for row in (6, 7, 8, 9, 10)}
    assert places == {(5, "status"), (11, "nama"), (11, "jabatan"), (11, "unit")} | numbers
    said = str(error.value)
    assert "baris 5, kolom status" in said and "pppk_part_time" in said
    assert "bulan 01–12, bukan 13" in said and "sudah ada di baris 2" in said and "memotong angka" in said
    assert not Person.objects.exists()


def test_of_many_broken_rows_the_first_twenty_are_listed(with_units, file) -> None:
    text = "nama,status,nip,unit\n" + "".join(f"Orang {n},pns,{n},SD-1\n" for n in range(30))
    with pytest.raises(BadRows) as error:
        import_people(file(text), organisation=with_units.pemko, actor=SYSTEM)
    assert (len(error.value.problems), error.value.total) == (20, 30) and "30 kesalahan" in str(error.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04\x00\x00", "bukan berkas teks"),
        (b"nama,status\nA,pns\n", "nip"),
        (b"nama,status,nip,unit,gaji\n", "gaji"),
        (b"nama,status,nip,unit,nama\n", "nama"),
        (b'nama,status,nip,unit\n"A,pns\n', "bukan CSV yang utuh"),
        (b"nama,status,nip,unit\nA,pns,1,SD-1,x,y\n", "6 sel"),
        (b"nama\x81,status,nip,unit\n", "pengodean"),
    ],
)
def test_a_file_that_is_no_such_table_says_why(with_units, tmp_path, content, says) -> None:
    path = tmp_path / "orang.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=says):
        import_people(path, organisation=with_units.pemko, actor=SYSTEM)
    with pytest.raises(BadInput, match="tidak dapat dibaca"):
        import_people(tmp_path / "tidak-ada.csv", organisation=with_units.pemko, actor=SYSTEM)


def test_a_new_contract_brings_a_new_number_and_the_old_one_is_kept_with_its_last_day(with_units, file) -> None:
    import_people(file(PEOPLE), organisation=with_units.pemko, actor=SYSTEM)
    text = "nama,status,nip,unit,nip_lama\nUbi Contohputra,pppk,199101012024211912,SD-1,199101012022211911\n"
    done = import_people(file(text), organisation=with_units.pemko, actor=SYSTEM, today=date(2024, 11, 22))
    assert (done.created, done.changed) == (0, 1)
    person = Person.objects.get(name="Ubi Contohputra")
    kept = PersonNumber.objects.get()
    assert (person.nip, kept.person, kept.number, kept.until_on) == (
        "199101012024211912",
        person,
        "199101012022211911",
        date(2024, 11, 22),
    )


def test_a_honorer_who_got_a_number_stays_the_same_person_unless_the_file_lists_both(with_units, file) -> None:
    import_people(file(PEOPLE), organisation=with_units.pemko, actor=SYSTEM)
    honorer = Person.objects.get(status="non_asn")
    head, now = "nama,status,nip,unit\n", "Gandaria Contohputra,pppk_part_time,199401012025211934,SD-1\n"
    still = "Gandaria Contohputra,non_asn,,SD-1\n"
    both = import_people(file(head + now + still), organisation=with_units.pemko, actor=SYSTEM)
    assert (both.created, both.changed) == (1, 0)
    import_people(file(PEOPLE.replace("Gandaria", "Kenanga")), organisation=with_units.pemko, actor=SYSTEM)
    alone = now.replace("Gandaria", "Kenanga").replace("934,", "935,")
    done = import_people(file(head + alone), organisation=with_units.pemko, actor=SYSTEM)
    assert (done.created, done.changed) == (0, 1)
    honorer.refresh_from_db()
    assert (honorer.status, Person.objects.get(name="Kenanga Contohputra").status) == ("non_asn", "pppk_part_time")


def test_only_the_personnel_office_of_the_organisation_reads_people_in_and_sees_them(with_units, file) -> None:
    city = with_units
    officer = city.actor(Role.BKPSDM_OFFICER, city.pemko)
    others = [
        PUBLIC,
        city.actor(Role.BKPSDM_OFFICER, city.elsewhere),
        city.actor(Role.BAWASLU_STAFF, city.bawaslu),
        city.actor(Role.ADMINISTRATOR, city.pemko),
        city.actor(Role.PPK, city.pemko),
    ]
    for actor in others:
        with pytest.raises(Forbidden):
            import_people(file(PEOPLE), organisation=city.pemko, actor=actor)
    import_people(file(PEOPLE), organisation=city.pemko, actor=officer)
    assert [person.name for person in people(officer)] == [
        "Gandaria Contohputra",
        "Teratai Contohsari",
        "Ubi Contohputra",
    ]
    assert [person.name for person in people(officer, text="tera")] == ["Teratai Contohsari"]
    assert [person.name for person in people(officer, text="19910101 202221 1 911")] == ["Ubi Contohputra"]
    for actor in others:
        assert not people(actor).items and not visible(actor, PersonNumber).exists()
    inside = city.actor(Role.BKPSDM_OFFICER, city.pemko, "99.71.01")
    outside = city.actor(Role.BKPSDM_OFFICER, city.pemko, "99.71.02")
    assert len(people(inside)) == 3 and not people(outside).items


def test_units_are_read_in_by_the_office_itself_only(city, file) -> None:
    for actor in (PUBLIC, city.actor(Role.BKPSDM_OFFICER, city.elsewhere), city.actor(Role.PPK, city.pemko)):
        with pytest.raises(Forbidden):
            import_units(file(UNITS), organisation=city.pemko, actor=actor)
    assert not Unit.objects.exists()


def people_changed_unseen() -> list[Kind]:
    """The offices of these tests are written past the verbs; their people are not."""
    found = verify().problems
    return [problem.kind for problem in found if problem.object and problem.object.startswith("registry.person")]


def test_a_thousand_people_take_seconds_and_each_is_sealed_in_the_chain(with_units, file) -> None:
    days = [date(1980, 1, 1) + timedelta(days=n) for n in range(1000)]
    rows = [f"Contoh {n:04},pns,{born:%Y%m%d}2010031{n % 999 + 1:03},SD-1" for n, born in enumerate(days)]
    text = "nama,status,nip,unit\n" + "\n".join(rows)
    start = time.process_time()
    done = import_people(file(text), organisation=with_units.pemko, actor=SYSTEM)
    seconds = time.process_time() - start
    blocks = AuditEntry.objects.filter(object_type="registry.person.block")
    assert done.created == 1000 and [block.data["rows"] for block in blocks] == [1000]
    sealed = set(SealedRow.objects.values_list("object_id", flat=True))
    assert sealed >= set(Person.objects.values_list("pk", flat=True))
    assert seconds < 10, f"{seconds:.1f} s"
    assert not people_changed_unseen()
    Person.objects.filter(name="Contoh 0500").update(name="Contoh 0501")
    assert people_changed_unseen() == [Kind.ROW_EDITED]


TIMETABLE = """entry,value,from,to,source,confidence
id,pilkades_cendana_2026,,,,
kind,pilkades,,,,
name_id,Pilkades Cendana 2026,,,,
rule,Peraturan Wali Kota Cendana 1/2026 (contoh),,,,perlu-cek
region,99.71,,,,perlu-cek
start,,2026-01-05,,contoh,perlu-cek
determination,,2026-02-01,,contoh,perlu-cek
campaign,,2026-02-10,2026-02-12,contoh,perlu-cek
quiet_period,,2026-02-13,2026-02-15,contoh,perlu-cek
voting,,2026-02-16,,contoh,perlu-cek
milestone:recount,,2026-02-20,2026-02-21,contoh,perlu-cek
"""


@pytest.fixture
def data_folder(settings, tmp_path):
    settings.SINETRA_DATA = tmp_path / "data"
    return settings.SINETRA_DATA


def test_a_timetable_from_a_file_stands_beside_those_of_the_catalogue(data_folder, file) -> None:
    done = import_timetable(file(TIMETABLE))
    assert (done.created, done.changed) == (1, 0)
    stage = timetables().stage(date(2026, 2, 14), "pilkades_cendana_2026", "99.71")
    assert stage.code == "quiet_period" and "pilkada_2024" in timetables().ids
    again = import_timetable(file(TIMETABLE))
    assert (again.created, again.changed) == (0, 0)
    moved = import_timetable(file(TIMETABLE.replace("2026-02-21", "2026-02-22")))
    assert (moved.created, moved.changed) == (0, 1)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("id,pilkades_cendana_2026", "id,pilkada_2024", "pilkada_2024"),
        ("id,pilkades_cendana_2026", "id,../x", "Id jadwal"),
        ("kind,pilkades", "kind,lomba", "kind"),
        ("region,99.71", "region,9971", "baris 6, kolom value"),
        ("2026-02-13,2026-02-15", "2026-02-14,2026-02-15", "quiet_period"),
        ("voting,,2026-02-16,,contoh,perlu-cek\n", "", "voting"),
        ("voting,,2026-02-16,", "voting,,16-02-2026,", "from"),
        ("milestone:recount", "hitung", "baris 12, kolom entry"),
        ("start,,2026-01-05,,contoh,perlu-cek", "start,,2026-01-05,,,pasti", "terverifikasi, pers, perlu-cek"),
        ("kind,pilkades,,,,\n", "kind,pilkades,,,,\nkind,psu,,,,\n", "sudah ada"),
        ("kind,pilkades,,,,\n", "kind,pilkades,,,,\nparent,pilkada_1999,,,,\n", "induk"),
    ],
)
def test_a_wrong_timetable_says_where_and_is_not_kept(data_folder, file, old, new, says) -> None:
    assert old in TIMETABLE
    with pytest.raises(BadInput) as error:
        import_timetable(file(TIMETABLE.replace(old, new)))
    assert says in f"{error.value} {error.value.field}"
    assert not list(data_folder.rglob("*.yaml"))
