"""The letters about a replacement as the catalogue has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.vocabulary import Decision, LetterKind, StepKind
from sinetra.catalogue import ROOT
from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """``kinds``, ``needs``: of which step, and after which decision, it can be written. ``windows``, ``criteria``:
    whether they are told."""

    kind: LetterKind
    title: Bilingual
    subject: str
    addressee: str
    kinds: frozenset[StepKind]
    needs: frozenset[Decision]
    opening: str
    windows: bool
    criteria: bool
    closing: str

    def fits(self, step: CareerStep) -> bool:
        return step.kind in self.kinds and step.decision in self.needs


@cache
def letter_texts() -> Mapping[LetterKind, LetterText]:
    given = yamlfile.plain(yamlfile.read(ROOT / "transfer_letters.yaml"))["letters"]
    found = {}
    for item in given:
        kind = LetterKind(item.pop("id"))
        title, needs = Bilingual(**item.pop("title")), frozenset(Decision(name) for name in item.pop("needs"))
        kinds = frozenset(StepKind(name) for name in item.pop("kinds"))
        found[kind] = LetterText(kind=kind, title=title, kinds=kinds, needs=needs, **item)
    return found
