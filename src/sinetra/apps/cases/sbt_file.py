"""The file for SBT: a row a person reported in what was forwarded, and what SBT answered about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from sinetra.apps.cases import parcels
from sinetra.apps.cases.models import HandOver
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.apps.registry.imports.cells import Cells
from sinetra.apps.registry.tables.columns import Column, Holds
from sinetra.apps.registry.tables.open_table import open_table
from sinetra.apps.registry.tables.problems import Problems
from sinetra.catalogue import ROOT
from sinetra.core.casework.sbt_file import SbtFile, load_sbt_file
from sinetra.core.errors import gettext_noop
from sinetra.core.law.said import ACTS, POSITIONS, STATUSES

#: Words of the column ``status_sbt``, and what they say of the hand-over.
ANSWERS = {"diterima": HandOverState.ACKNOWLEDGED, "dikembalikan": HandOverState.RETURNED}
_HOLDS = {
    "nomor_perkara": Holds.CODE,
    "nip": Holds.DIGITS,
    "tanggal_penerusan": Holds.DATE,
    "tanggal_kejadian": Holds.DATE,
    "nomor_sbt": Holds.CODE,
    "tanggal_sbt": Holds.DATE,
}
_NEEDED = frozenset({"nomor_perkara", "nomor_sbt", "status_sbt", "tanggal_sbt"})


@lru_cache(maxsize=1)
def sbt_file() -> SbtFile:
    return load_sbt_file(ROOT)


COLUMNS = tuple(
    Column(
        name=name,
        required=name in _NEEDED,
        accepted=tuple(ANSWERS) if name == "status_sbt" else (),
        holds=_HOLDS.get(name, Holds.TEXT),
    )
    for name in sbt_file().names()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SbtAnswer:
    """What the rows of one package say. ``row``: the first that says it. ``package`` empty: all that was forwarded of
    the matter."""

    row: int
    matter: str
    package: str
    answer: HandOverState
    number: str
    dated_on: date


def rows_of(hand_over: HandOver) -> list[Mapping[str, str]]:
    """What the package says, a row each person reported; who reported is in none. What Sinetra does not hold is left
    out."""
    matter, content = hand_over.matter, parcels.content_of(hand_over)
    told = {
        "nomor_perkara": matter.number,
        "paket": str(hand_over.package_id),
        "kantor_pengirim": matter.organisation.name,
        "tanggal_penerusan": day_sent(hand_over).isoformat(),
        "wilayah": matter.region.name,
        "pemilihan": content["election"],
        "tanggal_kejadian": content["happened_on"] or "",
        "dugaan_perbuatan": "; ".join(ACTS.get(act, act) for act in content["acts"]),
        "ringkasan": content["summary"],
    }
    people = content["reported"] or [{"role": "", "name": None, "unit": None}]
    return [told | _person(person) for person in people]


def _person(person: Mapping[str, str | None]) -> dict[str, str]:
    role = person["role"] or ""
    words = POSITIONS.get(role) or STATUSES.get(role) or role
    return {"nama": person["name"] or "", "jabatan": words, "unit_kerja": person["unit"] or ""}


def read_answers(path: Path, problems: Problems, today: date) -> Iterator[SbtAnswer]:
    """One a package that SBT has answered; what is wrong goes to ``problems``. Errors: ``BadInput`` for the file."""
    seen: dict[tuple[str, str], SbtAnswer] = {}
    for row in open_table(path, COLUMNS, problems):
        cells = Cells(row, problems)
        matter = cells.needed("nomor_perkara", longest=60)
        found = _answer(cells, row.values, matter, today)
        if found is None or not matter:
            continue
        before = seen.setdefault((matter, found.package), found)
        if (before.answer, before.number, before.dated_on) != (found.answer, found.number, found.dated_on):
            cells.wrong("nomor_sbt", gettext_noop("baris lain dari paket yang sama menulis jawaban lain"))
    yield from seen.values()


def _answer(cells: Cells, values: Mapping[str, str], matter: str, today: date) -> SbtAnswer | None:
    """None for a row that SBT has not answered, or that is wrong (noted)."""
    status, given = values["status_sbt"], values["tanggal_sbt"]
    number, day = cells.text("nomor_sbt", longest=120), cells.day("tanggal_sbt")
    if not status:
        return None
    answer = ANSWERS.get(status.casefold())
    if answer is None:
        message = gettext_noop("%(value)s tidak dikenal; yang diterima: %(accepted)s")
        cells.wrong("status_sbt", message, value=repr(status), accepted=tuple(ANSWERS))
    if not number:
        cells.wrong("nomor_sbt", gettext_noop("wajib bila statusnya diisi"))
    if not given:
        cells.wrong("tanggal_sbt", gettext_noop("wajib bila statusnya diisi"))
    elif day is not None and day > today:
        cells.wrong("tanggal_sbt", gettext_noop("%(value)s sesudah hari ini"), value=day.isoformat())
    if answer is None or not number or day is None:
        return None
    return SbtAnswer(
        row=cells.number,
        matter=matter,
        package=values["paket"].lower(),
        answer=answer,
        number=number,
        dated_on=day,
    )
