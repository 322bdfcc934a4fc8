"""The rulebook: every norm of the catalogue, checked, ordered and compiled, with instruments and timetables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sinetra.core.clock.clock import Clock, load_clock
from sinetra.core.law import checks
from sinetra.core.law.decision import route_json, sanction_json
from sinetra.core.law.dues import Dues
from sinetra.core.law.instruments import Instrument, load_instruments
from sinetra.core.law.model import Dispute, Norm, Version
from sinetra.core.law.reading import SHARED, Shared, read_disputes, read_norms, read_shared
from sinetra.core.law.rulesets import RuleSets
from sinetra.core.law.settle import Settler
from sinetra.core.law.vocabulary import FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class NormOnDay:
    """A norm with the version that is in force on a day."""

    norm: Norm
    version: Version
    day: date

    def to_json(self) -> dict[str, object]:
        """For the page of the rulebook and ``GET /api/v1/law/norms``."""
        norm, period = self.norm, self.version.period
        route = norm.route_on(self.day)
        return {
            "id": norm.id,
            "kind": norm.kind.value,
            "track": norm.track.value,
            "title": norm.title.to_json(),
            "confidence": norm.confidence.value,
            "from": None if period.start is None else period.start.isoformat(),
            "to": None if period.end is None else period.end.isoformat(),
            "source_event": self.version.source_event,
            "conditions": [condition.text for condition in self.version.when],
            "exceptions": [{"id": item.title.id, "en": item.title.en} for item in self.version.unless],
            "citations": [
                {"instrument": item.instrument, "article": item.article, "confidence": item.confidence.value}
                for item in norm.citations
                if item.period.holds(self.day)
            ],
            "sanction": sanction_json(norm.sanctions),
            "body": None if route is None else route_json(route),
            "note": None if norm.note is None else norm.note.to_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """``norms``: in an order in which a norm follows all that displace it; ``sets`` has them compiled.

    ``by_election``: the ids of the norms that ask for something that follows from the timetable.
    """

    norms: tuple[Norm, ...]
    place: Mapping[str, int]
    by_election: frozenset[str]
    disputes: tuple[Dispute, ...]
    sets: RuleSets
    settle: Settler
    dispute_sets: RuleSets
    shared: Shared
    instruments: Mapping[str, Instrument]
    clock: Clock
    due: Dues

    def norms_on(self, day: date) -> tuple[NormOnDay, ...]:
        """The norms in force on ``day``, by track and id, for the page of the rulebook."""
        found = [
            NormOnDay(norm=norm, version=version, day=day)
            for norm in self.norms
            for version in norm.versions
            if version.period.holds(day)
        ]
        return tuple(sorted(found, key=lambda item: (item.norm.track, item.norm.id)))

    def norm(self, name: str) -> Norm:
        """Errors: ``KeyError``."""
        return self.norms[self.place[name]]


def load_rulebook(catalogue: Path, own: Path | None = None) -> Rulebook:
    """Reads ``instruments.yaml``, ``norms/*.yaml``, ``conflicts.yaml`` and the timetables of ``catalogue``; ``own``
    is the folder of an installation that adds timetables (:func:`sinetra.core.clock.timetables.load_timetables`).

    Errors: ``BadInput`` with file, line and reason, for each fault that ``checks`` knows.
    """
    instruments = load_instruments(catalogue)
    shared = read_shared(catalogue / "norms" / SHARED)
    files = sorted(path for path in (catalogue / "norms").glob("*.yaml") if path.name != SHARED)
    norms = [norm for path in files for norm in read_norms(path, shared)]
    disputes = tuple(read_disputes(catalogue / "conflicts.yaml", shared))
    checks.check_texts(norms, disputes, instruments)
    order = checks.order(norms)
    place = {norm.id: index for index, norm in enumerate(order)}
    above = [tuple(place[name] for name in checks.displacers(norm, order)) for norm in order]
    versions = [(rule, at, version) for rule, norm in enumerate(order) for at, version in enumerate(norm.versions)]
    sets = RuleSets(versions, dict(enumerate(above)))
    checks.check_reach(order, sets)
    clock = load_clock(catalogue, own)
    return Rulebook(
        norms=tuple(order),
        place=place,
        by_election=frozenset(norm.id for norm in order if _asks_timetable(norm)),
        disputes=disputes,
        sets=sets,
        settle=Settler(sets),
        dispute_sets=RuleSets([(index, 0, item) for index, item in enumerate(disputes)]),
        shared=shared,
        instruments=instruments,
        clock=clock,
        due=Dues(clock),
    )


def _asks_timetable(norm: Norm) -> bool:
    return any(FIELDS[asked.field].derived_from for version in norm.versions for asked in version.when)
