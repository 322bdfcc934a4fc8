"""Every norm of the catalogue has a scenario in which it is met, and every exception one in which it applies.

A norm that nobody tried is a guess. Whoever adds a norm sees here, by its id, what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sinetra.catalogue import ROOT
from sinetra.core.law import Decision, decide, load_rulebook, parse_facts
from sinetra.core.law.decision import ExceptionResult
from sinetra.core.law.model import Exemption, Version
from sinetra.core.law.words import Status

FOLDER = Path(__file__).parents[2] / "scenarios" / "law"
BOOK = load_rulebook(ROOT)
NORMS = sorted(norm.id for norm in BOOK.norms)


def _decisions(folder: Path) -> Iterator[tuple[str, Decision]]:
    """The day of the act of each scenario of ``folder``, and what comes out."""
    for path in sorted(folder.glob("*.yaml")):
        for item in yaml.safe_load(path.read_text("utf-8")):
            facts = parse_facts(item["facts"])
            yield str(facts.act_date), decide(BOOK, facts)


@cache
def _tried(folder: Path) -> tuple[frozenset[str], frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Norms that are met; (norm, exception) that apply; (norm, day) on which a norm is met."""
    met: set[str] = set()
    applied: set[tuple[str, str]] = set()
    days: set[tuple[str, str]] = set()
    for day, decision in _decisions(folder):
        for finding in decision.findings:
            if finding.status is Status.MET:
                met.add(finding.norm.id)
                days.add((finding.norm.id, day))
            applied |= {(finding.norm.id, name) for name in _applied(finding.exceptions)}
    return frozenset(met), frozenset(applied), frozenset(days)


def _applied(found: Iterable[ExceptionResult]) -> Iterator[str]:
    for item in found:
        if item.status is Status.MET:
            yield item.id
        yield from _applied(item.exceptions)


def _names(exemptions: Iterable[Exemption]) -> Iterator[str]:
    for item in exemptions:
        yield item.id
        yield from _names(item.unless)


def _exceptions() -> list[Any]:
    found = {(norm.id, name) for norm in BOOK.norms for version in norm.versions for name in _names(version.unless)}
    return sorted(found)


def _versions() -> list[tuple[str, Version]]:
    return [(norm.id, version) for norm in sorted(BOOK.norms, key=lambda item: item.id) for version in norm.versions]


@pytest.mark.parametrize("norm", NORMS)
def test_a_scenario_meets_the_norm(norm: str) -> None:
    met, _, _ = _tried(FOLDER)
    assert norm in met


@pytest.mark.parametrize(("norm", "exception"), _exceptions())
def test_a_scenario_takes_the_exception(norm: str, exception: str) -> None:
    _, applied, _ = _tried(FOLDER)
    assert (norm, exception) in applied


@pytest.mark.parametrize(
    ("norm", "version"), [pytest.param(name, item, id=f"{name} {item.period.start}") for name, item in _versions()]
)
def test_a_scenario_meets_the_norm_in_each_of_its_versions(norm: str, version: Version) -> None:
    _, _, days = _tried(FOLDER)
    assert any(name == norm and version.period.holds(_day(day)) for name, day in days)


def _day(text: str) -> Any:
    from datetime import date  # noqa: PLC0415

    return date.fromisoformat(text) if text != "None" else date.min


def test_a_norm_without_a_scenario_is_found(tmp_path: Path) -> None:
    """The twin: with one scenario only, a like for a candidate, every other norm is missing."""
    like = {"act_date": "2024-10-28", "election": "pilkada_2024", "subject": {"status": "pns"}}
    (tmp_path / "one.yaml").write_text(
        yaml.safe_dump([{"name": "like", "facts": {**like, "act": {"code": "like", "target": "candidate"}}}]), "utf-8"
    )
    met, applied, _ = _tried(tmp_path)
    assert met == {"skb2022.pd-6"}
    assert applied == set()
