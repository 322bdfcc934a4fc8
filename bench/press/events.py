"""Invented events in invented regions, each told by one to four outlets; drawn from a seed, one after the other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

SEED = 51
_FIRST = ("Sela", "Wana", "Tirta", "Loka", "Giri", "Bumi", "Puri", "Jati", "Rawa", "Sari", "Luhu", "Mego", "Bena")
_LAST = ("kemala", "dirga", "wening", "pancar", "lestari", "anom", "raksa", "mulya", "baruna", "kencana", "sora")
_NAMES = ("Ahmad", "Siti", "Yohanes", "Made", "Rosdiana", "Bambang", "Nurul", "Petrus", "Hasan", "Dewi", "La Ode")
_SURNAMES = ("Pratama", "Lubis", "Wulandari", "Nasution", "Mandagi", "Hidayat", "Siregar", "Kusuma", "Rumbiak")
_HALLS = ("Aula Graha Utama", "Gedung Serbaguna", "Hotel Bintang Laut", "Pendopo", "Aula Bina Praja", "Balai Pertemuan")
_BODIES = ("Bawaslu", "BKPSDM", "Inspektorat", "Badan Kesbangpol")
ACTS = {
    "like": "menyukai unggahan pasangan calon di media sosial",
    "comment": "memberi komentar pada unggahan calon",
    "share": "membagikan unggahan pasangan calon",
    "photo_with_candidate": "berfoto bersama pasangan calon",
    "hand_sign": "berpose dengan simbol jari yang menunjukkan keberpihakan",
    "attend_campaign": "menghadiri kampanye pasangan calon",
    "use_state_facility": "memakai kendaraan dinas untuk kampanye",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    code: str
    name: str
    province: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened. ``outlets`` tell it."""

    number: int
    day: date
    region: Region
    body: str
    person: str
    venue: str
    people: int
    acts: tuple[str, ...]
    outlets: int

    @property
    def agency(self) -> str:
        return f"{self.body} {self.region.name}"


def regions() -> tuple[Region, ...]:
    """Four provinces with 35 regencies each; no code or name of them exists."""
    names = iter([first + last for last in _LAST for first in _FIRST])
    found = []
    for province in range(95, 99):
        title = f"Nusa {('Timur', 'Barat', 'Lor', 'Kidul')[province - 95]} Contoh"
        found.append(Region(code=str(province), name=title, province=title))
        for index in range(35):
            kind = "Kota" if index % 5 == 0 else "Kabupaten"
            code = f"{province}.{index + 71 if kind == 'Kota' else index + 1:02}"
            found.append(Region(code=code, name=f"{kind} {next(names)}", province=title))
    return tuple(found)


def rows() -> str:
    """The regions as the lexicon takes them."""
    return "".join(f"{region.code},{region.name}\n" for region in regions())


def events(seed: int = SEED) -> Iterator[Event]:
    """Without end. The days move on with the events, as a news stream does: 40 events a day in the whole country."""
    regencies = [region for region in regions() if "." in region.code]
    draw = random.Random(seed)
    number = 0
    while True:
        yield Event(
            number=number,
            day=date(2018, 1, 1) + timedelta(days=number // 40),
            region=draw.choice(regencies),
            body=draw.choice(_BODIES),
            person=f"{draw.choice(_NAMES)} {draw.choice(_SURNAMES)}",
            venue=f"{draw.choice(_HALLS)} {draw.choice(_LAST).title()}",
            people=draw.randrange(30, 900),
            acts=tuple(draw.sample(sorted(ACTS), 3)),
            outlets=draw.choice((1, 1, 2, 2, 3, 4)),
        )
        number += 1
