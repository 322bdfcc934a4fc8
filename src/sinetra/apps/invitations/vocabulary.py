"""Closed sets of the invitation consult. Values are stored and travel in packages: rename nothing."""

from __future__ import annotations

from enum import StrEnum

#: The deadline rule of the catalogue; an office sets its own length (``registry.set_rule_length``).
RULE = "invitation.advice"

# The trace names a consult as it names a question to the team: whoever reads it (administrator, auditor) does not learn
# that somebody was invited by a candidate (principle 8).
TRACE_ASKED, TRACE_ANSWERED, TRACE_ERASED = "question.ask", "question.answer", "question.erase"


class Whom(StrEnum):
    """Who is asked for something: a person, or a unit with its hall, car or programme."""

    SELF = "self"
    UNIT = "unit"


class Event(StrEnum):
    """``OFFICIAL``: a ceremony of an office. ``SOCIAL``: worship, a wedding, sport, a neighbourhood."""

    CAMPAIGN = "campaign"
    DECLARATION = "declaration"
    PARTY = "party"
    OFFICIAL = "official"
    SOCIAL = "social"
    OTHER = "other"


class Ask(StrEnum):
    """What is asked of the invited; each has a reading of its own."""

    LISTEN = "listen"
    ATTEND = "attend"
    SPEAK = "speak"
    PHOTO = "photo"
    ATTRIBUTES = "attributes"
    BRING_STAFF = "bring_staff"
    HALL = "hall"
    CAR = "car"
    PROGRAMME = "programme"


class State(StrEnum):
    """``NOTED``: what was done is on record; thirty days later nothing is left here."""

    OPEN = "open"
    DECIDED = "decided"
    NOTED = "noted"


class Choice(StrEnum):
    """What the invited person decided; nobody else does."""

    ACCEPT = "accept"
    ACCEPT_WITH_LIMITS = "accept_with_limits"
    DECLINE = "decline"


class Adviser(StrEnum):
    TEAM = "team"
    BAWASLU = "bawaslu"


class Way(StrEnum):
    """``OWN``: the team of the office advises. ``SENT``: a package to Bawaslu. ``RECEIVED``: Bawaslu's own copy."""

    OWN = "own"
    SENT = "sent"
    RECEIVED = "received"


class Stance(StrEnum):
    """An advice at a glance; its text and norms say why. It binds nobody."""

    NO_OBJECTION = "no_objection"
    WITH_LIMITS = "with_limits"
    BETTER_NOT = "better_not"


class Source(StrEnum):
    """How an advice came: given here, in a signed package, or recorded from a letter of an office without Sinetra."""

    HERE = "here"
    PACKAGE = "package"
    LETTER = "letter"
