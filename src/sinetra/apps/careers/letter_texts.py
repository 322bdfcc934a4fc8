"""The letters about a replacement as the catalogue has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sinetra.apps.careers.vocabulary import Decision, LetterKind
from sinetra.catalogue import ROOT
from sinetra.core import yamlfile
from sinetra.core.clock.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """``needs``: decisions of a step for which it can be written. ``windows``, ``criteria``: whether they are told."""

    kind: LetterKind
    title: Bilingual
    subject: str
    addressee: str
    needs: frozenset[Decision]
    opening: str
    windows: bool
    criteria: bool
    closing: str


@cache
def letter_texts() -> Mapping[LetterKind, LetterText]:
    given = yamlfile.plain(yamlfile.read(ROOT / "transfer_letters.yaml"))["letters"]
    found = {}
    for item in given:
        kind = LetterKind(item.pop("id"))
        title, needs = Bilingual(**item.pop("title")), frozenset(Decision(name) for name in item.pop("needs"))
        found[kind] = LetterText(kind=kind, title=title, needs=needs, **item)
    return found
