"""Sentences of the catalogue as reasons of a page: the words, the basis and how far it was checked, whence the fact."""

from __future__ import annotations

from collections.abc import Iterable

from sinetra.core.casework.grounds import Said
from sinetra.web.parts import Citation, Reason
from sinetra.web.staff.registry_words import said, source_of


def told(steps: Iterable[Said]) -> list[Reason]:
    return [told_one(step) for step in steps]


def told_one(step: Said) -> Reason:
    """``note``: where the register has the fact from."""
    return Reason(
        text=said(step),
        citations=[Citation(text=source_of(step.ground), confidence=step.ground.confidence.value)],
        note=step.known_from,
    )
