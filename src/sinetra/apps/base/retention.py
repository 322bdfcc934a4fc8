"""What the law lets go, and when. An app says so in its ``handlers.py``; the length stands in ``retention.yaml``:

    @retention("reports.identity")
    def forget_identities(now: datetime, *, dry_run: bool) -> int:
        old = Identity.objects.filter(created_at__lt=cut_off("reports.identity", now))

A rule answers how many things it removed, or with ``dry_run`` would remove. Removing a row is a verb like any other:
in a unit of work, with its entry (``work.remove``); the personal detail of old entries goes by ``erase_details``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Protocol

from sinetra.apps.base.tasks import find_handlers
from sinetra.catalogue import ROOT
from sinetra.core.retention import Retention, load_retention


class Rule(Protocol):
    def __call__(self, now: datetime, *, dry_run: bool) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``source`` is the article, or the decision of the office, that sets the time."""

    name: str
    source: str
    removed: int


_rules: dict[str, Rule] = {}
_endings: list[Callable[[datetime], None]] = []


def retention(name: str) -> Callable[[Rule], Rule]:
    """``name`` is an id of the catalogue. A test fails on one without the other."""

    def register(rule: Rule) -> Rule:
        _rules[name] = rule
        return rule

    return register


def after_retention(ending: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """Called once all rules have run, not after a dry run: certificates."""
    _endings.append(ending)
    return ending


def registered_rules() -> frozenset[str]:
    find_handlers()
    return frozenset(_rules)


@lru_cache(maxsize=1)
def periods() -> Retention:
    return load_retention(ROOT)


def cut_off(name: str, now: datetime) -> datetime:
    """What began before this instant is due by the rule."""
    return periods().get(name).cut_off(now)


def run_retention(now: datetime, *, dry_run: bool) -> list[Outcome]:
    """All rules, in the order of their names. Stopped in the middle, the next run goes on where it was."""
    find_handlers()
    found = [
        Outcome(name=name, source=periods().get(name).source, removed=rule(now, dry_run=dry_run))
        for name, rule in sorted(_rules.items())
    ]
    if not dry_run:
        for ending in _endings:
            ending(now)
    return found
