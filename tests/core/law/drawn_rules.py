"""Rulebooks drawn at random: what the words of a norm allow, though no norm of the catalogue says it today."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from naive import Naive

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.facts import Facts, complete
from sinetra.core.law.model import ALWAYS, Condition, Exemption, Norm, Period, Version
from sinetra.core.law.rulesets import RuleSets
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.core.law.words import NormKind, Track

LAST, FIRST = date(2023, 12, 31), date(2024, 1, 1)
#: One day of each epoch.
DAYS = (LAST, FIRST)
#: The values that rules ask for; fields that may be ruled out stand with those that rule them out.
ASKED: Mapping[str, tuple[str, ...]] = {
    "act.code": ("official_transfer", "like", "vote"),
    "act.minister_approval": ("true", "false"),
    "act.active": ("true", "false"),
    "act.intent_support": ("true", "false"),
    "act.capacity": ("private", "official"),
    "act.audience": FIELDS["act.audience"].values[:3],
}
_TEXT = Bilingual(id="Contoh", en="Example")


@dataclass(frozen=True, slots=True)
class Book:
    norms: tuple[Norm, ...]
    sets: RuleSets
    naive: Naive


def book(pick: random.Random, rules: int = 7) -> Book:
    """Rules with up to three levels of exceptions; each is displaced by some of those before it, also in chains."""
    above = {rule: tuple(other for other in range(rule) if pick.random() < 0.35) for rule in range(rules)}
    norms = tuple(
        _norm(f"n{rule}", _versions(pick), tuple(f"n{other}" for other in above if rule in above[other]))
        for rule in range(rules)
    )
    heads = [(rule, at, version) for rule, norm in enumerate(norms) for at, version in enumerate(norm.versions)]
    return Book(norms, RuleSets(heads, above), Naive(norms, DAYS))


def facts(pick: random.Random) -> Facts:
    """Each field that a rule may ask for is unknown in four cases of ten."""
    values = {name: _value(pick, name) for name in ASKED if pick.random() < 0.6}
    return Facts(values=complete(values), act_date=pick.choice((*DAYS, None)))


def whole(given: Facts, answers: Mapping[str, str | frozenset[str]], day: date) -> Facts:
    return replace(given, values=complete({**given.values, **answers}), act_date=day)


def _value(pick: random.Random, name: str) -> str | frozenset[str]:
    if FIELDS[name].type is FieldType.LIST:
        return frozenset(pick.sample(ASKED[name], pick.randint(0, 2)))
    return pick.choice(ASKED[name])


def _when(pick: random.Random, most: int) -> tuple[Condition, ...]:
    names = pick.sample(sorted(ASKED), pick.randint(1, most))
    return tuple(_condition(pick, name) for name in names)


def _condition(pick: random.Random, name: str) -> Condition:
    values = FIELDS[name].values if pick.random() < 0.15 else pick.sample(ASKED[name], pick.randint(1, 2))
    return Condition(field=name, values=frozenset(values), text=name)


def _unless(pick: random.Random, levels: int) -> tuple[Exemption, ...]:
    count = pick.choice((0, 1, 1, 2)) if levels else 0
    return tuple(
        Exemption(
            id="e",
            title=_TEXT,
            when=_when(pick, 1),
            period=ALWAYS if pick.random() < 0.8 else Period(start=FIRST, end=None),
            citations=(),
            unless=_unless(pick, levels - 1),
            line=1,
        )
        for _ in range(count)
    )


def _versions(pick: random.Random) -> tuple[Version, ...]:
    split = (Period(start=None, end=LAST), Period(start=FIRST, end=None))
    periods = pick.choice(((ALWAYS,), split, split[:1], split[1:]))
    return tuple(
        Version(period=period, source_event="", when=_when(pick, 2), unless=_unless(pick, 3), line=1)
        for period in periods
    )


def _norm(name: str, versions: tuple[Version, ...], displaces: tuple[str, ...]) -> Norm:
    return Norm(
        id=name,
        kind=NormKind.PROHIBITION,
        track=Track.ETHICS,
        title=_TEXT,
        confidence=Confidence.UNCHECKED,
        versions=versions,
        citations=(),
        group=None,
        displaces=displaces,
        sanctions=(),
        routes=(),
        clocks={},
        note=None,
        path=Path("drawn.yaml"),
        line=1,
    )
