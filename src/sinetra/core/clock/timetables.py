"""Timetables of elections from the catalogue, and the stage of a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence, weakest
from sinetra.core.clock.places import Places, check_region, within
from sinetra.core.clock.stages import Coverage, Stage, StageCode, StageLine
from sinetra.core.errors import BadInput, gettext_noop

__all__ = ["Coverage", "Stage", "StageCode", "Timetable", "Timetables", "load_timetables"]

KINDS = ("pemilu", "pilkada", "psu", "pilkada_ulang", "pilkades", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One dated line of the timetable as printed. ``superseded``: an earlier version of the timetable had it."""

    key: str
    start: date | None
    end: date | None
    confidence: Confidence
    source: str
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """One election. ``parent``: the election it repeats or completes (a re-vote follows its Pilkada).

    ``lines`` holds one line of stages a region with an inauguration of its own, and under "" all others.
    """

    id: str
    kind: str
    name: Bilingual
    rule: str
    rule_confidence: Confidence
    parent: str | None
    regions: Places
    determination: date
    registration: date | None
    inauguration: date | None
    has_window: bool
    milestones: tuple[Milestone, ...]
    notes: tuple[Bilingual, ...] = ()
    lines: Mapping[str, StageLine] = field(repr=False)

    def line(self, region: str | None) -> StageLine:
        if region is not None:
            for area in sorted(self.lines, key=len, reverse=True):
                if area and within(region, area):
                    return self.lines[area]
        return self.lines[""]

    def span(self, code: StageCode, region: str | None = None) -> Stage | None:
        """The stage ``code`` in the region with its first and last day; ``None`` when this election has no such stage.

        With it the windows of art. 71(2) (from the start of the six months) and 162(3) (after inauguration) are read.
        """
        if code is StageCode.NO_ELECTION or self.regions.coverage(region) is Coverage.NO:
            return None
        return next((item for item in self.line(region).stages if item.code is code), None)

    def stage(self, day: date, region: str | None) -> Stage:
        """Exactly one stage. A region where this election is not held is ``no_election`` on every day."""
        coverage = self.regions.coverage(region)
        found = self.line(region).on(day)
        if coverage is Coverage.YES:
            return replace(found, confidence=weakest(found.confidence, self.regions.confidence))
        unsure = coverage is Coverage.UNKNOWN
        return Stage(
            code=found.code if unsure else StageCode.NO_ELECTION,
            election=self.id,
            start=found.start if unsure else None,
            end=found.end if unsure else None,
            source=found.source if unsure else self.rule,
            confidence=Confidence.UNCHECKED if unsure else self.rule_confidence,
            coverage=coverage,
        )


class Timetables:
    """All timetables of a catalogue, in the order in which their candidates were determined."""

    def __init__(self, timetables: tuple[Timetable, ...]) -> None:
        self._by_id = {item.id: item for item in timetables}

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._by_id)

    def __iter__(self) -> Iterator[Timetable]:
        return iter(self._by_id.values())

    def get(self, election: str) -> Timetable:
        """Errors: BadInput with the known ids."""
        try:
            return self._by_id[election]
        except KeyError:
            raise BadInput(
                gettext_noop("Pemilihan %(value)s tidak dikenal; yang diterima: %(accepted)s"),
                field="election",
                accepted=self.ids,
                value=repr(election),
            ) from None

    def stage(self, day: date, election: str, region: str | None = None) -> Stage:
        """Exactly one stage of ``election`` on ``day`` in ``region`` (a region code; ``None``: the country).

        Errors: BadInput for an unknown election or a region that is not a region code.
        """
        if region is not None:
            check_region(region)
        return self.get(election).stage(day, region)

    def stages(self, day: date, region: str | None = None) -> tuple[Stage, ...]:
        """The stage of every timetable that runs in the region on the day, or the one ``no_election``.

        A timetable whose list of regions is incomplete counts, with ``coverage`` unknown and ``perlu-cek``.
        """
        if region is not None:
            check_region(region)
        all_stages = (item.stage(day, region) for item in self)
        running = tuple(stage for stage in all_stages if stage.code is not StageCode.NO_ELECTION)
        return running or (
            Stage(
                code=StageCode.NO_ELECTION,
                election=None,
                start=None,
                end=None,
                source="; ".join(self.ids),
                confidence=Confidence.UNCHECKED,
            ),
        )


def load_timetables(catalogue: Path, own: Path | None = None) -> Timetables:
    """Reads ``timetables/*.yaml`` of the catalogue and of ``own``, the folder of one installation, if there is one.

    The catalogue's timetable stands where both name an election. Errors: BadInput naming file, line and field.
    """
    from sinetra.core.clock.timetable_file import read_timetable

    found = [read_timetable(path) for path in sorted((catalogue / "timetables").glob("*.yaml"))]
    given = {item.id for item, _ in found}
    added = sorted((own / "timetables").glob("*.yaml")) if own is not None else []
    found += [read_timetable(path) for path in added if path.stem not in given]
    known = {item.id for item, _ in found}
    for item, block in found:
        if item.parent is not None and item.parent not in known:
            raise block.wrong("parent", tuple(sorted(known)))
    return Timetables(tuple(item for item, _ in sorted(found, key=lambda pair: (pair[0].determination, pair[0].id))))
