"""How long what prevention keeps about a person stays. Pages say the same numbers."""

from __future__ import annotations

from datetime import datetime

#: A pledge is about one election and the service after it; the next election asks anew.
SIGNATURE_YEARS = 2
#: That a circular has reached somebody is asked while it is new.
RECEIPT_YEARS = 2
#: As long as somebody may have to show what they attended, for example at a promotion.
CERTIFICATE_YEARS = 5


def years_before(now: datetime, years: int) -> datetime:
    """The same hour so many years ago; of 29 February the day before."""
    last = 28 if (now.month, now.day) == (2, 29) else now.day
    return now.replace(year=now.year - years, day=last)
