"""Closed sets of reports. Values are stored and public: rename nothing."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Channel(StrEnum):
    """Laporan carries an identity (formal requirement); informasi awal needs none."""

    REPORT = "report"
    INITIAL_INFORMATION = "initial_information"


class Source(StrEnum):
    WEB = "web"
    API = "api"
    COUNTER = "counter"
    PHONE = "phone"
    PAPER = "paper"
    PRESS = "press"


class ReportState(StrEnum):
    """Erased: nobody opened it in its time, and what it told is gone. Joined: part of a matter that another report
    opened. Kept and set aside: initial information that is not handled now; its reporter reads why."""

    NEW = "new"
    OPENED = "opened"
    JOINED = "joined"
    KEPT = "kept"
    SET_ASIDE = "set_aside"
    ERASED = "erased"


#: From these a report can still become, or join, a matter.
OPENABLE = (ReportState.NEW, ReportState.KEPT, ReportState.SET_ASIDE)


class Kept(StrEnum):
    """Why initial information is kept for later. The reporter reads it."""

    NO_ACT = "no_act"
    NO_LEAD = "no_lead"


class Aside(StrEnum):
    """Why something told is outside what the law on neutrality is about. The reporter reads it."""

    SECRET_VOTE = "secret_vote"  # noqa: S105 - a word, no secret
    OPINION = "opinion"
    OTHER_SUBJECT = "other_subject"
    OTHER_OFFICE = "other_office"


def choices(values: Iterable[StrEnum]) -> list[tuple[str, str]]:
    return [(value.value, value.value) for value in values]
