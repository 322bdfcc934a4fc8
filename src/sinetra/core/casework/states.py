"""The closed sets of casework. Values are stored and public: rename nothing."""

from __future__ import annotations

from enum import StrEnum


class Regime(StrEnum):
    """Which set of parameters applies: Pemilihan (UU 1/2015 and its amendments) or Pemilu (UU 7/2017)."""

    PILKADA = "pilkada"
    PEMILU = "pemilu"


class State(StrEnum):
    """Where a matter stands at one office of Bawaslu."""

    INITIAL_INFORMATION = "initial_information"
    TRACING = "tracing"
    SUPERVISION_REPORT = "supervision_report"
    FINDING = "finding"
    REPORT_RECEIVED = "report_received"
    WITHDRAWN = "withdrawn"
    INITIAL_STUDY = "initial_study"
    REPAIR = "repair"
    COMPLETE = "complete"
    NOT_REGISTERED = "not_registered"
    TRANSFERRED = "transferred"
    TAKEN_OVER = "taken_over"
    REGISTERED = "registered"
    CLARIFICATION = "clarification"
    STUDY = "study"
    PLENARY = "plenary"
    STOPPED = "stopped"
    FORWARDED = "forwarded"
    RETURNED = "returned"
    ACKNOWLEDGED = "acknowledged"
    STATUS_ANNOUNCED = "status_announced"
    CLOSED = "closed"


class ActorRole(StrEnum):
    ANYONE = "anyone"
    REPORTER = "reporter"
    RECEIVING_OFFICER = "receiving_officer"
    SUPERVISOR = "supervisor"
    STAFF = "staff"
    SECRETARIAT = "secretariat"
    CLARIFICATION_TEAM = "clarification_team"
    COMMISSIONER = "commissioner"
    PLENARY = "plenary"
    OTHER_OFFICE = "other_office"
    RECEIVING_BODY = "receiving_body"


class HandOverState(StrEnum):
    """A hand-over counts when the other side has acknowledged it."""

    SENT = "sent"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    RETURNED = "returned"


class Product(StrEnum):
    """What goes out: recommendation (rekomendasi), ruling (putusan), or referral (penerusan)."""

    RECOMMENDATION = "recommendation"
    RULING = "ruling"
    REFERRAL = "referral"


def regime_of(kind: str, parent_kind: str | None = None) -> Regime | None:
    """The regime of a timetable's kind; a re-vote follows its parent. ``None``: no regime is known for it.

    >>> regime_of("psu", "pilkada").value
    'pilkada'
    >>> regime_of("pilkades") is None
    True
    """
    if kind == "psu":
        return None if parent_kind is None else regime_of(parent_kind)
    if kind in ("pilkada", "pilkada_ulang"):
        return Regime.PILKADA
    return Regime.PEMILU if kind == "pemilu" else None
