"""What the law lets go, and when. An app says so in its ``handlers.py``:

    @retention("reports.identity", source="…")
    def forget_identities(now: datetime, dry_run: bool) -> int: ...

A rule answers how many things it removed, or with ``dry_run`` would remove. Removing a row is a verb like any other:
in a unit of work, with its entry (``work.remove``); the personal detail of old entries goes by ``erase_details``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sinetra.apps.base.tasks import find_handlers


class Rule(Protocol):
    def __call__(self, now: datetime, *, dry_run: bool) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``source`` is the article, or the decision of the office, that sets the time."""

    name: str
    source: str
    removed: int


_rules: dict[str, tuple[str, Rule]] = {}


def retention(name: str, *, source: str) -> Callable[[Rule], Rule]:
    def register(rule: Rule) -> Rule:
        _rules[name] = (source, rule)
        return rule

    return register


def run_retention(now: datetime, *, dry_run: bool) -> list[Outcome]:
    """All rules, in the order of their names."""
    find_handlers()
    return [
        Outcome(name=name, source=source, removed=rule(now, dry_run=dry_run))
        for name, (source, rule) in sorted(_rules.items())
    ]
