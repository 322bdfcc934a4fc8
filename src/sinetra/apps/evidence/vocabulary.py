"""Closed sets of evidence. Values are stored and public: rename nothing."""

from __future__ import annotations

from enum import StrEnum


class EvidenceState(StrEnum):
    """Quarantined: kept sealed as it came, and opened by nobody's ordinary page, since it may do harm."""

    RECEIVED = "received"
    QUARANTINED = "quarantined"


class ScanResult(StrEnum):
    """What an antivirus said. Unchecked: there was none, or it has not answered yet."""

    UNCHECKED = "unchecked"
    CLEAN = "clean"
    INFECTED = "infected"
    TOO_LARGE = "too_large"  # larger than the antivirus takes


class Touch(StrEnum):
    """What was done with one piece of evidence."""

    RECEIVED = "received"
    QUARANTINED = "quarantined"
    SCANNED = "scanned"
    CLEANED = "cleaned"  # a copy for handlers was made
    MASKED = "masked"  # a copy in which something is covered was made
    VIEWED = "viewed"  # the cleaned copy was shown, or video and sound were played
    MASKED_VIEWED = "masked_viewed"  # a masked copy was shown
    DOWNLOADED = "downloaded"  # a copy was handed out
    ORIGINAL_OPENED = "original_opened"


class CopyKind(StrEnum):
    CLEANED = "cleaned"
    MASKED = "masked"


class CleanRefusal(StrEnum):
    """Why there is no cleaned copy."""

    KIND = "kind"  # nothing here cleans this kind
    BROKEN = "broken"
    LARGE = "large"
    LOCKED = "locked"
    LIMITS = "limits"  # took more time or memory than it may
    VIRUS = "virus"  # not even opened
