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


class Post(StrEnum):
    """Who holds a key of the vault. The deputy is named in advance by a decision of the office."""

    CUSTODIAN = "custodian"
    DEPUTY = "deputy"


class OpenedBy(StrEnum):
    """What the reporter reads of who read the identity."""

    CUSTODIAN = "custodian"
    DEPUTY = "deputy"
    PROVINCE = "province"


class OpeningGround(StrEnum):
    """Why an identity is read, as far as the reporter is told; the reason in words stays in the trace."""

    COMPLETION = "completion"
    CLARIFICATION = "clarification"
    PROTECTION = "protection"
    COURT = "court"
    OTHER = "other"


class Mark(StrEnum):
    """What a message between reporter and office is. Only ``message`` is ever written by the office."""

    MESSAGE = "message"
    COMPLETION = "completion"
    WITHDRAWAL = "withdrawal"
    RETALIATION = "retaliation"
    NO_RETALIATION = "no_retaliation"
    EVIDENCE = "evidence"


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
