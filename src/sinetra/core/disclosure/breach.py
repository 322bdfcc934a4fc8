"""The clock of a breach: written notices to the persons and to the authority within 3×24 hours (UU 27/2022 article 46).

Here they run from when the office knew. That the article counts from there was not read: how sure each part is stands
in the catalogue.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sinetra.core.disclosure.rules import BreachRule


def notices_due(known_at: datetime, rule: BreachRule) -> datetime:
    """Hours by the clock, weekends and holidays included: the article counts 3×24 hours, not days of work."""
    return known_at + timedelta(hours=rule.hours)


def hours_left(known_at: datetime, now: datetime, rule: BreachRule) -> int:
    """Whole hours until the notices are due; negative once they are overdue.

    >>> from datetime import UTC
    >>> from sinetra.core.clock.bilingual import Bilingual
    >>> from sinetra.core.clock.confidence import Confidence
    >>> from sinetra.core.disclosure.rules import HoursFrom
    >>> start = HoursFrom(text=Bilingual(id="", en=""), confidence=Confidence.UNCHECKED)
    >>> rule = BreachRule(hours=72, source="", confidence=Confidence.PRESS, start=start, told=())
    >>> known = datetime(2024, 11, 22, 8, tzinfo=UTC)
    >>> [hours_left(known, known + timedelta(hours=n), rule) for n in (0, 71.5, 72, 72.5)]
    [72, 0, 0, -1]
    """
    return int((notices_due(known_at, rule) - now) // timedelta(hours=1))
