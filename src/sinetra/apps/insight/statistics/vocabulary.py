"""Closed sets of open statistics. Values are published: rename nothing."""

from __future__ import annotations

from enum import StrEnum

from sinetra.core.law.words import Track


class Unit(StrEnum):
    """What is counted; a number of one unit is never set against one of another.

    ``case``: a matter that arose at an office of Bawaslu here. ``person``: somebody named or described in what opened
    it. ``act``: an act named in it. ``examined``: somebody whose examination an institution here began.
    """

    CASE = "case"
    PERSON = "person"
    ACT = "act"
    EXAMINED = "examined"


class CaseStatus(StrEnum):
    """Of each case, and of each act in it, exactly one holds on a day."""

    RECEIVED = "received"
    IN_EXAMINATION = "in_examination"
    FORWARDED = "forwarded"
    WITH_RECEIVER = "with_receiver"
    NOT_REGISTERED = "not_registered"
    WITHDRAWN = "withdrawn"
    OUT_OF_COMPETENCE = "out_of_competence"
    HANDED_OVER = "handed_over"
    FOLLOWED_UP = "followed_up"


class PersonStatus(StrEnum):
    """Of each person reported: where their case stands. ``punished``: a receiver answered with a penalty in it."""

    AWAITING_BAWASLU = "awaiting_bawaslu"
    AWAITING_RECEIVER = "awaiting_receiver"
    PUNISHED = "punished"
    REJECTED = "rejected"
    ENDED_OTHERWISE = "ended_otherwise"


class ExaminedStatus(StrEnum):
    """Of each person examined. ``decided``: a penalty that can still be contested, or was not carried out yet."""

    UNDER_EXAMINATION = "under_examination"
    DECIDED = "decided"
    CARRIED_OUT = "carried_out"
    PASSED_ON = "passed_on"


class Dimension(StrEnum):
    """``period``: the quarter in which it was opened. ``region``: kabupaten or kota."""

    REGION = "region"
    PERIOD = "period"
    CHANNEL = "channel"
    TRACK = "track"
    ACT = "act"
    POSITION = "position"
    SANCTION = "sanction"


class Came(StrEnum):
    """By which channel a case came."""

    REPORT = "report"
    INITIAL_INFORMATION = "initial_information"
    OWN = "own"
    TRANSFERRED = "transferred"


class OnTrack(StrEnum):
    """On which track a case goes on."""

    NONE = "none"
    SEVERAL = "several"
    ETHICS = Track.ETHICS.value
    DISCIPLINE = Track.DISCIPLINE.value
    CRIMINAL = Track.CRIMINAL.value
    ELECTION_ADMINISTRATION = Track.ELECTION_ADMINISTRATION.value
    OTHER_LAW = Track.OTHER_LAW.value


#: A code for what has none: no penalty yet, a place that is not known.
NOTHING = "none"

STATUSES: dict[Unit, tuple[str, ...]] = {
    Unit.CASE: tuple(CaseStatus),
    Unit.PERSON: tuple(PersonStatus),
    Unit.ACT: tuple(CaseStatus),
    Unit.EXAMINED: tuple(ExaminedStatus),
}

DIMENSIONS: dict[Unit, tuple[Dimension, ...]] = {
    Unit.CASE: (Dimension.REGION, Dimension.PERIOD, Dimension.CHANNEL, Dimension.TRACK),
    Unit.PERSON: (Dimension.REGION, Dimension.PERIOD, Dimension.TRACK),
    Unit.ACT: (Dimension.ACT, Dimension.REGION, Dimension.PERIOD),
    Unit.EXAMINED: (Dimension.REGION, Dimension.PERIOD, Dimension.POSITION, Dimension.SANCTION),
}
