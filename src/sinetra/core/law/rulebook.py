"""The rulebook: every norm of the catalogue, checked, ordered and compiled, with instruments and timetables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sinetra.core.clock.clock import Clock, load_clock
from sinetra.core.errors import BadInput
from sinetra.core.law import checks
from sinetra.core.law.decision import Due, route_json, sanction_json
from sinetra.core.law.evaluate import Rule
from sinetra.core.law.instruments import Instrument, load_instruments
from sinetra.core.law.masks import Masks, Node, compile_masks
from sinetra.core.law.model import Condition, Dispute, Exemption, Norm, Version
from sinetra.core.law.reading import SHARED, Shared, read_disputes, read_norms, read_shared
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
        route = next((item for item in norm.routes if item.period.holds(self.day)), None)
        return {
            "id": norm.id,
            "kind": norm.kind.value,
            "track": norm.track.value,
            "title": {"id": norm.title.id, "en": norm.title.en},
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
            "note": None if norm.note is None else {"id": norm.note.id, "en": norm.note.en},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """``rules[i]`` is ``norms[i]`` compiled; both in an order in which a norm follows all that displace it.

    ``by_election``: the ids of the norms that ask for something that follows from the timetable.
    """

    norms: tuple[Norm, ...]
    rules: tuple[Rule, ...]
    place: Mapping[str, int]
    by_election: frozenset[str]
    disputes: tuple[Dispute, ...]
    dispute_nodes: tuple[Node, ...]
    masks: Masks
    shared: Shared
    instruments: Mapping[str, Instrument]
    clock: Clock

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

    def due(self, rule: str, start: date | None, region: str | None, missing: str) -> Due:
        """The deadline of ``rule``; without a start, the phrase ``missing`` says what is not known.

        Where the clock cannot count (a rule not yet in force, a year without calendar) its reason is the explanation.
        """
        if start is None:
            return Due(rule=rule, due=None, explanation=(self.shared.phrases[missing].id,), confidence=None)
        try:
            found = self.clock.deadline(rule, start, region=region)
        except BadInput as error:
            return Due(rule=rule, due=None, explanation=(str(error),), confidence=None)
        return Due(rule=rule, due=found.due, explanation=found.explanation, confidence=found.confidence)


class _Bits:
    """Hands out one bit a node, in the order in which ``compile_masks`` walks them."""

    def __init__(self) -> None:
        self.next = 0

    def node(self, when: tuple[Condition, ...], item: Version | Exemption | Dispute) -> Node:
        bit = self.next
        self.next += 1
        unless = () if isinstance(item, Dispute) else tuple(self.node(inner.when, inner) for inner in item.unless)
        return Node(bit=bit, when=when, period=item.period, unless=unless)


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
    bits = _Bits()
    versions = [tuple(bits.node(version.when, version) for version in norm.versions) for norm in order]
    nodes = tuple(bits.node(item.when, item) for item in disputes)
    place = {norm.id: index for index, norm in enumerate(order)}
    rules = _rules(order, versions, place)
    masks = compile_masks([*_flat(versions), *nodes])
    checks.check_reach(order, rules, masks)
    return Rulebook(
        norms=tuple(order),
        rules=rules,
        place=place,
        by_election=frozenset(norm.id for norm in order if _asks_timetable(norm)),
        disputes=disputes,
        dispute_nodes=nodes,
        masks=masks,
        shared=shared,
        instruments=instruments,
        clock=load_clock(catalogue, own),
    )


def _asks_timetable(norm: Norm) -> bool:
    return any(FIELDS[asked.field].derived_from for version in norm.versions for asked in version.when)


def _rules(order: list[Norm], versions: list[tuple[Node, ...]], place: Mapping[str, int]) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for index, norm in enumerate(order):
        displaced_by = tuple(sorted(place[name] for name in checks.displacers(norm, order)))
        above = {index, *displaced_by, *(further for other in displaced_by for further in rules[other].above)}
        rules.append(
            Rule(
                index=index,
                versions=versions[index],
                heads=sum(1 << node.bit for node in versions[index]),
                bits=_all_bits(versions[index]),
                displaced_by=displaced_by,
                above=tuple(sorted(above)),
            )
        )
    return tuple(rules)


def _all_bits(nodes: Iterable[Node]) -> int:
    found = 0
    for node in nodes:
        found |= node.bits
    return found


def _flat(versions: Iterable[tuple[Node, ...]]) -> Iterator[Node]:
    for nodes in versions:
        yield from nodes
