"""Closed sets of agreements and disclosures. Values are stored: rename nothing."""

from __future__ import annotations

from enum import StrEnum


class AgreementState(StrEnum):
    """``PRESS``: only read in the news. ``IN_FORCE``: its text was recorded here; whether it holds today the dates
    say. ``ENDED``: somebody ended it."""

    PRESS = "press"
    IN_FORCE = "in_force"
    ENDED = "ended"


class RequestState(StrEnum):
    """``DECIDED``: at least one field was approved. ``REFUSED``: none. ``CLOSED``: by the owner without a decision or
    without telling, or after its time."""

    ASKED = "asked"
    DECIDED = "decided"
    REFUSED = "refused"
    DISCLOSED = "disclosed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


#: What waits for the owner: a decision, or after it the disclosure.
WAITING = (RequestState.ASKED, RequestState.DECIDED)


class Opened(StrEnum):
    """How a disclosure was looked at."""

    PAGE = "page"
    PDF = "pdf"
    XLSX = "xlsx"


class Notice(StrEnum):
    """To whom a breach is told in writing (UU 27/2022 article 46)."""

    PERSONS = "persons"
    AUTHORITY = "authority"
