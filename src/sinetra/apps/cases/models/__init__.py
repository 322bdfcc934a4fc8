"""Matters at an office, their clocks and steps, and what was handed from one institution to another."""

from __future__ import annotations

from sinetra.apps.cases.models.clock import Clock
from sinetra.apps.cases.models.hand_over import HandOver
from sinetra.apps.cases.models.letter import IssuedDocument, LetterHouse, LetterNumber, SignedCopy
from sinetra.apps.cases.models.matter import Matter
from sinetra.apps.cases.models.matter_number import MatterNumber
from sinetra.apps.cases.models.recommendation import LadderLetter, LadderStep, Recommendation
from sinetra.apps.cases.models.step import Step

__all__ = [
    "Clock",
    "HandOver",
    "IssuedDocument",
    "LadderLetter",
    "LadderStep",
    "LetterHouse",
    "LetterNumber",
    "Matter",
    "MatterNumber",
    "Recommendation",
    "SignedCopy",
    "Step",
]
