"""Reads ``catalogue/cases/*.yaml``; a mistake is told with file, line and reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.errors import BadInput
from sinetra.core.law.cases import (
    DecisionLevel,
    Expected,
    Forum,
    Found,
    Ground,
    NamedNorm,
    RealCase,
    ReportConfidence,
    ReportedSanction,
    SanctionMode,
)
from sinetra.core.law.facts import Facts, parse_facts
from sinetra.core.law.faults import fault
from sinetra.core.law.instruments import Instrument
from sinetra.core.law.words import BodyCode, SanctionClass, Track

_W = TypeVar("_W", bound=StrEnum)


def load_cases(catalogue: Path, instruments: Mapping[str, Instrument]) -> tuple[RealCase, ...]:
    """Every case of ``catalogue/cases``, by id.

    Errors: ``BadInput`` with file, line and reason: a missing, unknown or misspelt field, a fact outside the contract,
    an unknown instrument, a repeated id, a pair of which the first does not stand before it.
    """
    found: dict[str, RealCase] = {}
    for path in sorted((catalogue / "cases").glob("*.yaml")):
        for block in _blocks(path):
            line = block[yamlfile.LINE]
            case = _case(Block(block, path), found, instruments, path, line)
            if case.id in found:
                raise fault(path, line, f"repeated id {case.id}")
            found[case.id] = case
    return tuple(found[name] for name in sorted(found))


def _blocks(path: Path) -> Iterator[dict[str, Any]]:
    try:
        document = yamlfile.read(path)
    except yaml.YAMLError as error:
        raise fault(path, "?", error) from error
    cases = document.get("cases") if isinstance(document, dict) else None
    if not isinstance(cases, list) or not all(isinstance(item, dict) for item in cases):
        raise fault(path, 1, "cases: a list of mappings is expected")
    yield from cases


def _case(
    block: Block, earlier: Mapping[str, RealCase], instruments: Mapping[str, Instrument], path: Path, line: object
) -> RealCase:
    twin = block.optional_text("same_facts_as")
    context = {"region": block.optional_text("region"), "election": block.text("election")}
    facts, acts, days = (yamlfile.plain(block.take(name)) for name in ("facts", "acts", "act_date_range"))
    if twin is None:
        try:
            moments = _moments(context, facts, acts, days)
        except (BadInput, TypeError, ValueError) as error:
            raise fault(path, line, error) from error
    elif twin not in earlier or (facts, acts, days) != (None, None, None):
        raise fault(path, line, f"same_facts_as: {twin} must stand before it, and no facts beside it")
    else:
        moments = earlier[twin].moments
    case = RealCase(
        id=block.text("id"),
        title=Bilingual.take(block, "title"),
        region=context["region"],
        election=str(context["election"]),
        year=block.whole("year"),
        moments=moments,
        same_facts_as=twin,
        expected=_expected(block.block("expected")),
        decision_level=DecisionLevel(block.one_of("decision_level", tuple(DecisionLevel))),
        found=Found(block.one_of("found", tuple(Found))),
        ground=_maybe(block, "ground", Ground),
        reason=Bilingual.maybe(block, "reason"),
        handled_by=_words(block, "handled_by", BodyCode),
        forum=Forum(block.one_of("forum", tuple(Forum))),
        decided_on=block.optional_day("decided_on"),
        overturned=block.flag("overturned"),
        sanction=_sanction(block.optional_block("sanction_reported")),
        norms_named=tuple(_norm(item, instruments) for item in block.blocks("norms_named")),
        source_urls=block.texts("source_urls"),
        confidence=ReportConfidence(block.one_of("confidence", tuple(ReportConfidence))),
        differs=Bilingual.maybe(block, "differs"),
    )
    block.close()
    if not case.source_urls:
        raise fault(path, line, "source_urls: at least one")
    if case.found is not Found.PROVEN and (case.ground is None or case.reason is None):
        raise fault(path, line, "ground and reason: needed where no breach was found")
    return case


def _moments(context: dict[str, Any], facts: Any, acts: Any, days: Any) -> tuple[tuple[Facts, ...], ...]:
    """Each day tried with each act; an act adds to the act of ``facts``."""
    if days is not None and (len(days) != 2 or days[0] > days[1] or "act_date" in facts):
        raise ValueError("act_date_range: [first, last], in this order, and no act_date beside it")
    whole = {**context, **facts}
    shared = whole.get("act") or {}
    return tuple(
        tuple(parse_facts({**whole, **day, "act": {**shared, **act}}) for act in acts or [{}])
        for day in ([{"act_date": item} for item in dict.fromkeys(days)] if days else [{}])
    )


def _expected(block: Block) -> Expected:
    expected = Expected(
        tracks=_words(block, "tracks", Track),
        any_of=_words(block, "any_of", Track),
        not_violation_on=_words(block, "not_violation_on", Track),
        decides=_words(block, "decides", BodyCode),
    )
    if not (expected.tracks or expected.any_of or expected.not_violation_on):
        raise block.wrong("expected", ("tracks", "any_of", "not_violation_on"))
    block.close()
    return expected


def _sanction(block: Block | None) -> ReportedSanction | None:
    if block is None:
        return None
    numbers = {name: block.take(name) for name in ("prison_months", "probation_months", "fine_idr")}
    for name, value in numbers.items():
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            raise block.wrong(name, ("0, 1, 2, …",))
    sanction = ReportedSanction(
        mode=SanctionMode(block.one_of("mode", tuple(SanctionMode))),
        classes=frozenset(_words(block, "classes", SanctionClass)),
        **numbers,
    )
    if not sanction.classes:
        raise block.wrong("classes", tuple(SanctionClass))
    block.close()
    return sanction


def _norm(block: Block, instruments: Mapping[str, Instrument]) -> NamedNorm:
    norm = NamedNorm(
        instrument=block.optional_text("instrument"),
        article=block.optional_text("article"),
        as_printed=block.optional_text("as_printed"),
    )
    if norm.instrument is None and norm.as_printed is None:
        raise block.wrong("as_printed", ("text",))
    if norm.instrument is not None and norm.instrument not in instruments:
        raise block.wrong("instrument", ("an id of instruments.yaml", "null"))
    block.close()
    return norm


def _maybe(block: Block, field: str, words: type[_W]) -> _W | None:
    given = block.one_of(field, (*words, ""), "")
    return words(given) if given else None


def _words(block: Block, field: str, words: type[_W]) -> tuple[_W, ...]:
    given = block.texts(field)
    if not set(given) <= set(words):
        raise block.wrong(field, tuple(words))
    return tuple(words(item) for item in given)
