"""Reads ``catalogue/examination.yaml``, checked against code, deadline rules and the sanctions of the law."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sinetra.core.casework.examination import ENDS, Course, Owner, Stage, Step
from sinetra.core.casework.heads import HeldKind
from sinetra.core.casework.penalties import (
    ActingHead,
    Competence,
    Government,
    Level,
    Official,
    Penalties,
    Penalty,
    Remedy,
    RemedyKind,
    RemedyRule,
    TeamNeed,
    TeamRole,
    TeamRule,
)
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.deadline_rules import load_rules
from sinetra.core.law.model import Sanction
from sinetra.core.law.words import Position, SanctionClass, SubjectStatus

_E = TypeVar("_E", bound=StrEnum)
Sanctions = Mapping[str, tuple[Sanction, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examining:
    course: Course
    penalties: Penalties


def load_examining(catalogue: Path, sanctions: Sanctions) -> Examining:
    """``sanctions``: those of the law (``Rulebook.shared``). Errors: ``BadInput`` naming file, line and field; a stage
    that is no end and has not exactly one next step is one too."""
    block, rules = Block.read(catalogue / "examination.yaml"), load_rules(catalogue).ids
    names = block.block("stages")
    course = Course(
        (_step(inner, rules) for inner in block.blocks("steps")),
        {stage: Bilingual.take(names, stage.value) for stage in Stage},
    )
    names.close()
    for stage in (None, *Stage):
        following = [step for step in course.legal(stage) if not step.side]
        if len(following) != (0 if stage in ENDS else 1):
            raise block.wrong("steps", (f"{stage}: 1",))
    team, acting = block.block("team"), block.block("acting_head")
    penalties = Penalties(
        levels=[_level(inner, rules) for inner in block.blocks("levels")],
        penalties=[_penalty(inner, sanctions) for inner in block.blocks("penalties")],
        competences=[_competence(inner) for inner in block.blocks("competence")],
        remedies=[_remedy(inner, rules) for inner in block.blocks("remedies")],
        team=TeamRule(
            done=Bilingual.take(team, "done"),
            left=Bilingual.take(team, "left"),
            required=_all(team, "required", TeamRole),
            source=team.text("source"),
            confidence=team.confidence(),
            note=Bilingual.take(team, "note"),
        ),
        acting_head=ActingHead(
            kinds=_all(acting, "kinds", HeldKind),
            rule=acting.one_of("rule", tuple(rules)),
            done=Bilingual.take(acting, "done"),
            source=acting.text("source"),
            confidence=acting.confidence(),
        ),
    )
    team.close()
    acting.close()
    _require_whole(block, penalties)
    block.close()
    return Examining(course=course, penalties=penalties)


def _require_whole(block: Block, penalties: Penalties) -> None:
    used = {penalty.sanction_class for penalty in penalties.by_id.values()}
    if missing := used - set(penalties.levels):
        raise block.wrong("levels", tuple(sorted(missing)))
    if untold := set(RemedyKind) - set(penalties.remedies):
        raise block.wrong("remedies", tuple(sorted(untold)))


def _step(block: Block, rules: Collection[str]) -> Step:
    found = Step(
        name=block.text("name"),
        title=Bilingual.take(block, "title"),
        done=Bilingual.take(block, "done"),
        from_stages=_all(block, "from", Stage),
        to_stage=_one(block, "to", Stage),
        owner=_one(block, "owner", Owner),
        side=block.flag("side"),
        starts=_rules(block, "starts", rules),
        stops=_rules(block, "stops", rules),
        source=block.text("source"),
        confidence=block.confidence(),
        note=Bilingual.maybe(block, "note"),
    )
    block.close()
    return found


def _level(block: Block, rules: Collection[str]) -> Level:
    effect = block.optional_text("effect")
    if effect is not None and effect not in rules:
        raise block.wrong("effect", tuple(rules))
    found = Level(
        sanction_class=_one(block, "class", SanctionClass),
        team=_one(block, "team", TeamNeed),
        remedy=_one(block, "remedy", RemedyRule),
        effect=effect,
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found


def _penalty(block: Block, sanctions: Sanctions) -> Penalty:
    """Its words are those of the law's catalogue: ``of`` names the list, ``option`` its place in the class."""
    of, sanction_class, place = block.text("of"), _one(block, "class", SanctionClass), block.whole("option")
    if of not in sanctions:
        raise block.wrong("of", tuple(sanctions))
    options = [text for item in sanctions[of] if item.sanction_class is sanction_class for text in item.options]
    if not 1 <= place <= len(options):
        raise block.wrong("option", tuple(str(number) for number in range(1, len(options) + 1)))
    found = Penalty(
        id=block.text("id"),
        sanction_class=sanction_class,
        text=options[place - 1],
        statuses=frozenset(_all(block, "statuses", SubjectStatus)),
        from_on=block.day("from"),
        to_on=block.optional_day("to"),
        appeal=block.flag("appeal"),
        article=block.text("article"),
        confidence=block.confidence(),
    )
    block.close()
    return found


def _competence(block: Block) -> Competence:
    found = Competence(
        official=_one(block, "official", Official),
        levels=frozenset(_all(block, "levels", Government)),
        targets=frozenset(_all(block, "targets", Position)),
        classes=frozenset(_all(block, "classes", SanctionClass)),
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found


def _remedy(block: Block, rules: Collection[str]) -> Remedy:
    filing = block.text("filing")
    if filing not in rules:
        raise block.wrong("filing", tuple(rules))
    found = Remedy(
        kind=_one(block, "id", RemedyKind),
        title=Bilingual.take(block, "title"),
        filing=filing,
        answers=_rules(block, "answers", rules),
        source=block.text("source"),
        confidence=block.confidence(),
        note=Bilingual.take(block, "note"),
    )
    block.close()
    return found


def _rules(block: Block, field: str, rules: Collection[str]) -> tuple[str, ...]:
    found = block.texts(field)
    if any(rule not in rules for rule in found):
        raise block.wrong(field, tuple(rules))
    return found


def _one(block: Block, field: str, kind: type[_E]) -> _E:
    return kind(block.one_of(field, tuple(kind)))


def _all(block: Block, field: str, kind: type[_E]) -> tuple[_E, ...]:
    return tuple(_values(block, field, kind))


def _values(block: Block, field: str, kind: type[_E]) -> Iterator[_E]:
    accepted = tuple(item.value for item in kind)
    for value in block.texts(field):
        if value not in accepted:
            raise block.wrong(field, accepted)
        yield kind(value)
