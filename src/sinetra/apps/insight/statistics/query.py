"""The query of open statistics: from what was known at a cut-off to the tables of an edition.

Query ``open-statistics``, version 1. What it counts and how is also told to the public (``docs/operations``): a change
of meaning is a new version.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sinetra.apps.insight.statistics.beside import beside
from sinetra.apps.insight.statistics.course import Standing, Where, standing
from sinetra.apps.insight.statistics.cut_off import CutOff
from sinetra.apps.insight.statistics.examined import GONE, ExaminedFacts, examined_at
from sinetra.apps.insight.statistics.facts import MatterFacts, matters_at
from sinetra.apps.insight.statistics.nil import NilFacts, nil_at, nil_lines, quarter
from sinetra.apps.insight.statistics.people import Reported
from sinetra.apps.insight.statistics.tables import tables_of
from sinetra.apps.insight.statistics.vocabulary import NOTHING, STATUSES, Dimension, Unit
from sinetra.core import statistics
from sinetra.core.errors import VerificationFailed, gettext_noop
from sinetra.core.statistics import (
    SMALLEST,
    Beside,
    Cell,
    Item,
    Published,
    Unbalanced,
    balanced,
    counted,
    leaks,
    margins,
    protect,
)
from sinetra.core.statistics.edition import Edition, Refused, Table

QUERY, VERSION = "open-statistics", 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A unit whose figures do not balance: in which table or status, what it should be, and what its rows make."""

    unit: str
    where: str
    total: int
    summed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An edition and what it rests on: of each matter, examination and statement of nil a digest. ``faults``: what
    did not balance, with its numbers; for the operator only."""

    edition: Edition
    faults: Sequence[Fault]
    matters: Sequence[MatterFacts]
    examined: Sequence[ExaminedFacts]
    nil_reports: Sequence[NilFacts]


def ask(cut_off: CutOff, reported: Reported, shown_before: Mapping[tuple[str, Cell], int]) -> Answer:
    """``shown_before``: what earlier editions told. A unit whose figures do not balance is refused, the others not.

    Errors: ``VerificationFailed`` when a withheld cell is not proven to stay unknown: then nothing is published.
    """
    matters, examined, nil = matters_at(cut_off, reported), examined_at(cut_off), nil_at(cut_off)
    standings = {facts.key: standing(facts.lines, moved_here=facts.moved_here) for facts in matters}
    items = {
        Unit.CASE: list(_cases(matters, standings)),
        Unit.PERSON: list(_persons(matters, standings)),
        Unit.ACT: list(_acts(matters, standings)),
        Unit.EXAMINED: list(_examined(matters, standings, examined)),
    }
    totals = _totals(matters, standings, examined)
    tables: list[Table] = []
    even: list[str] = []
    faults: list[Fault] = []
    cases: Published | None = None
    for unit in Unit:
        cells = counted(items[unit])
        try:
            balanced(unit, totals[unit], cells, STATUSES[unit])
        except Unbalanced as error:
            faults.append(Fault(unit=unit.value, where=error.where, total=error.total, summed=error.summed))
            continue
        even.append(unit.value)
        published = _published(unit, cells, shown_before, beside(unit, cases))
        cases = published if unit is Unit.CASE else cases
        tables += tables_of(unit, published)
    edition = Edition(
        query=QUERY,
        version=VERSION,
        as_of=cut_off.as_of,
        smallest=SMALLEST,
        tables=tuple(tables),
        balanced=tuple(even),
        refused=tuple(Refused(unit=fault.unit, where=fault.where) for fault in faults),
        nil_reports=nil_lines(nil),
    )
    return Answer(edition=edition, faults=faults, matters=matters, examined=examined, nil_reports=nil)


def code_digest() -> str:
    """SHA-256 over the programs that the query consists of, as hex."""
    folders = [Path(statistics.__file__).parent, Path(__file__).parent]
    total = hashlib.sha256()
    for path in sorted((path for folder in folders for path in folder.glob("*.py")), key=lambda path: path.parts[-3:]):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _published(
    unit: Unit, cells: Mapping[Cell, int], shown_before: Mapping[tuple[str, Cell], int], said: Beside
) -> Published:
    shown = {cell: count for (of, cell), count in shown_before.items() if of == unit}
    published = protect(margins(cells), shown, said)
    found = leaks(published)
    if found:
        raise VerificationFailed(
            gettext_noop("%(unit)s: sel yang ditahan dapat dihitung kembali (%(cells)s). Tidak ada yang diterbitkan."),
            code="disclosure",
            unit=unit.value,
            cells=", ".join("/".join(leak.cell) for leak in found[:5]),
        )
    return published


def _cases(matters: Iterable[MatterFacts], standings: Mapping[UUID, Standing]) -> Iterable[Item]:
    for facts in matters:
        at = standings[facts.key]
        if at.status is not None:
            codes = _place(facts) | {Dimension.CHANNEL: facts.came.value, Dimension.TRACK: at.track.value}
            yield Item(status=at.status, codes=codes)


def _persons(matters: Iterable[MatterFacts], standings: Mapping[UUID, Standing]) -> Iterable[Item]:
    for facts in matters:
        at = standings[facts.key]
        if at.status is not None and facts.persons:
            codes = _place(facts) | {Dimension.TRACK: at.track.value}
            yield Item(status=at.of_person, codes=codes, count=facts.persons)


def _acts(matters: Iterable[MatterFacts], standings: Mapping[UUID, Standing]) -> Iterable[Item]:
    for facts in matters:
        at = standings[facts.key]
        for act in facts.acts if at.status is not None else ():
            yield Item(status=at.status or "", codes=_place(facts) | {Dimension.ACT: act})


def _examined(
    matters: Iterable[MatterFacts], standings: Mapping[UUID, Standing], examined: Iterable[ExaminedFacts]
) -> Iterable[Item]:
    of = {facts.key: facts for facts in matters}
    for person in examined:
        facts = of.get(person.matter)
        if facts is None or _is_gone(person, standings[facts.key]):
            continue
        codes = _place(facts) | {Dimension.POSITION: person.position, Dimension.SANCTION: person.sanction}
        yield Item(status=person.status or "", codes=codes)


def _totals(
    matters: Collection[MatterFacts], standings: Mapping[UUID, Standing], examined: Collection[ExaminedFacts]
) -> Mapping[Unit, int]:
    """Counted apart from the statuses: all that there is, less what is counted elsewhere or nowhere for a known reason.

    A matter whose lines do not say where it stands is in no status, and so breaks the balance.
    """
    where = Counter(found.where for found in standings.values())
    aside = (Where.RECEIVED, Where.MOVED, Where.CLEARED)
    counted_here = [facts for facts in matters if standings[facts.key].where not in aside]
    gone = sum(person.matter not in standings or _is_gone(person, standings[person.matter]) for person in examined)
    return {
        Unit.CASE: len(matters) - sum(where[reason] for reason in aside),
        Unit.PERSON: sum(facts.persons for facts in counted_here),
        Unit.ACT: sum(len(facts.acts) for facts in counted_here),
        Unit.EXAMINED: len(examined) - gone,
    }


def _is_gone(person: ExaminedFacts, at: Standing) -> bool:
    return at.where is Where.CLEARED or person.stage in GONE


def _place(facts: MatterFacts) -> dict[str, str]:
    """Kabupaten or kota, and quarter."""
    parts = facts.region.split(".")[:2]
    return {Dimension.REGION: ".".join(parts) or NOTHING, Dimension.PERIOD: quarter(facts.opened_on)}
