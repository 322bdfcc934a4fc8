"""Can it ever happen? Looks at every state that any facts can lead to, for a rule and all that may displace it."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.core.law.evaluate import effective, intervals
from sinetra.core.law.masks import Masks, Section
from sinetra.core.law.settle import completions


@dataclass(frozen=True, slots=True)
class Reach:
    """Bits of the versions that are reported in some state, and of the exceptions that take something away."""

    reported: int
    excepting: int


def reach(masks: Masks) -> Reach:
    """What can happen to the versions and exceptions of ``masks``."""
    reported = excepting = 0
    for state in completions(masks):
        reported |= intervals(masks, state, state).reported[0]
        for section in masks.sections:
            excepting |= _excepting(section, masks, state, state & masks.heads)
    return Reach(reported, excepting)


def _excepting(section: Section, masks: Masks, state: int, above: int) -> int:
    """The exceptions that do something: their own condition holds, and so does that of what they are exceptions to."""
    found = (effective(section, masks.heads, state, state)[0] & above) << section.offset
    own = state >> section.offset & above
    for inner in section.inner:
        found |= _excepting(inner, masks, state, own)
    return found
