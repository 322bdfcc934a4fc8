"""How sure we are of a dated fact. It travels with every date that is shown to a person."""

from __future__ import annotations

from enum import StrEnum


class Confidence(StrEnum):
    """``terverifikasi`` read in the cited page, ``pers`` one press page, ``perlu-cek`` to be checked in the gazette."""

    VERIFIED = "terverifikasi"
    PRESS = "pers"
    UNCHECKED = "perlu-cek"


_ORDER = (Confidence.VERIFIED, Confidence.PRESS, Confidence.UNCHECKED)


def weakest(*values: Confidence) -> Confidence:
    """What is derived from several facts is as sure as the least sure of them.

    >>> weakest(Confidence.VERIFIED, Confidence.PRESS).value
    'pers'
    """
    return max(values, key=_ORDER.index)
