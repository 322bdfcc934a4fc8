"""Files of invented units and people of any size, the same for the same numbers; also used by tests.

python -m bench.people_file FOLDER UNITS PEOPLE
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST = ("Teratai", "Kenanga", "Ubi", "Gandaria", "Kecapi", "Melati", "Pandan", "Salam", "Sirih", "Waru", "Jati")
LAST = ("Contohsari", "Contohputra", "Contohwati", "Contohlaras", "Contohjaya", "Contohsuri", "Contohmurni")
KINDS = ("dinas", "kecamatan", "kelurahan", "puskesmas", "sekolah")
POSITIONS = ("executor", "functional", "teacher", "supervisor", "administrator", "camat", "lurah", "school_head")
DAYS = [date(1965, 1, 1) + timedelta(days=day) for day in range(12_000)]


def units(number: int) -> Iterator[str]:
    yield "kode,nama,jenis,induk,wilayah\n"
    for place in range(number):
        above = f"U{(place - 1) // 40:05}" if place else ""
        yield f"U{place:05},Unit Contoh {place},{KINDS[place % 5]},{above},\n"


def people(number: int, units: int) -> Iterator[str]:
    """Of seven one is without number; two of one name in a unit are no rarity."""
    yield "nama,status,nip,unit,jabatan,nama_jabatan\n"
    for place in range(number):
        born, serial = DAYS[place % 12_000], 501 + place // 12_000
        name = f"{FIRST[place % 11]} {LAST[place // 11 % 7]} {place // 77 % 9973}"
        unit, position = f"U{place * 7919 % units:05}", POSITIONS[place * 31 % 101 % 8]
        kind = place % 7
        if kind == 0:
            yield f"{FIRST[place % 11]} {LAST[place % 5]},non_asn,,{unit},,Tenaga {place % 3}\n"
        elif kind < 3:
            yield f"{name},pppk,{born:%Y%m%d}202121{place % 2 + 1}{serial},{unit},{position},Jabatan {place % 211}\n"
        else:
            yield f"{name},pns,{born:%Y%m%d}201003{place % 2 + 1}{serial},{unit},{position},Jabatan {place % 211}\n"


def write(folder: Path, number_of_units: int, number_of_people: int) -> tuple[Path, Path]:
    paths = folder / "unit.csv", folder / "pegawai.csv"
    for path, lines in zip(paths, (units(number_of_units), people(number_of_people, number_of_units)), strict=True):
        with path.open("w", encoding="utf-8") as file:
            file.writelines(lines)
    return paths


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
