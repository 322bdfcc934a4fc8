"""What a letter may say of its matter, in Indonesian words. The reporter's identity and words are not among it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sinetra.apps.cases.examinations.outcomes import CLEARED, cleared_places
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.parcels import reported_of, sender_number
from sinetra.apps.cases.steps import OUTCOMES
from sinetra.apps.cases.vocabulary import Outcome, State
from sinetra.core.casework.letters import Fact, LetterKind, Names
from sinetra.core.documents import indonesian
from sinetra.core.law.said import ACTS, POSITIONS, STATUSES

TERMS: Mapping[Fact, str] = {
    Fact.NUMBER: "Nomor perkara",
    Fact.FILED_ON: "Laporan diterima",
    Fact.HAPPENED_ON: "Tanggal kejadian",
    Fact.REGION: "Wilayah",
    Fact.ACTS: "Perbuatan yang diduga",
    Fact.REPORTED: "Yang dilaporkan",
    Fact.SENDER_NUMBER: "Nomor di kantor pengirim",
    Fact.STATUS: "Status",
    Fact.POST: "Jabatan saat itu",
    Fact.TEAM: "Tim pemeriksa",
    Fact.MINUTES: "Berita acara pemeriksaan",
    Fact.DECISION: "Keputusan",
    Fact.RESULT: "Hasil",
    Fact.REMEDY: "Terbuka bagi yang bersangkutan",
    Fact.REMEDY_UNTIL: "Hari terakhir mengajukan",
    Fact.EFFECT_FROM: "Mulai berlaku",
    Fact.ANSWER_DUE: "Jawabannya",
}
UNKNOWN, UNNAMED = "belum diketahui", "tidak dicantumkan"


def people_of(matter: Matter, kind: LetterKind) -> tuple[str, ...]:
    """Those reported in words, with their names only where the letter needs them. Who was cleared is named in the
    statement that says so and nowhere else (presumption of innocence)."""
    hidden = _unnamed(matter, kind)
    people = enumerate(reported_of(matter))
    return tuple(person_words(person, named=place not in hidden) for place, person in people)


def shown_people(matter: Matter) -> tuple[str, ...]:
    """The same for a page of the office: who was cleared is told without the name, and without the unit where nothing
    was proven at all."""
    hidden = cleared_places(matter)
    unit: dict[str, None] = {"unit": None} if matter.is_cleared else {}
    return tuple(
        person_words(person | unit, named=place not in hidden) for place, person in enumerate(reported_of(matter))
    )


def _unnamed(matter: Matter, kind: LetterKind) -> frozenset[int]:
    """Places of those whose name the letter must not hold."""
    if kind.names is Names.NONE:
        return frozenset(range(len(reported_of(matter))))
    return frozenset() if is_of_clearing(kind) else cleared_places(matter)


def is_of_clearing(kind: LetterKind) -> bool:
    """Letters that say to the person, or to who had been told, that nothing was proven."""
    return Outcome.NOT_PROVEN in kind.outcomes or bool(kind.stages and CLEARED.issuperset(kind.stages))


def person_words(person: Mapping[str, Any], *, named: bool) -> str:
    role = str(person.get("role") or "")
    said = POSITIONS.get(role) or STATUSES.get(role) or ""
    parts = (person.get("name") if named else "", "" if role in {"other", "none"} else said, person.get("unit"))
    return ", ".join(str(part) for part in parts if part) or UNKNOWN


def left_out(matter: Matter, kind: LetterKind) -> tuple[str, ...]:
    """Names of those reported that the letter must not hold, also not in what an officer writes."""
    hidden = _unnamed(matter, kind)
    people = enumerate(reported_of(matter))
    return tuple(str(person["name"]) for place, person in people if place in hidden and person["name"])


def facts_of(matter: Matter, kind: LetterKind) -> Mapping[Fact, str]:
    acts = "; ".join(f"diduga {ACTS.get(code, code)}" for code in matter.acts)
    happened = indonesian.day(matter.happened_on) if matter.happened_on else UNKNOWN
    return {
        Fact.NUMBER: matter.number,
        Fact.FILED_ON: indonesian.day(filed_on(matter)),
        Fact.HAPPENED_ON: happened,
        Fact.REGION: matter.region.name,
        Fact.ACTS: acts or UNKNOWN,
        Fact.REPORTED: "; ".join(people_of(matter, kind)) if kind.names is not Names.NONE else UNNAMED,
        Fact.SENDER_NUMBER: sender_number(matter),
    }


def filed_on(matter: Matter) -> date:
    return matter.report.filed_on if matter.report is not None else matter.opened_on


def state_words(matter: Matter) -> str:
    """How it ended, else where it stands."""
    if matter.outcome:
        return OUTCOMES[Outcome(matter.outcome)]
    return casework().machine.names[State(matter.state)].id
