"""What is sealed, opened: what the asker told, an advice, the decision, what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from sinetra.apps.invitations.vocabulary import Ask, Choice, Event, Stance, Whom

_PRESENT = {
    Event.CAMPAIGN: "attend_campaign",
    Event.DECLARATION: "attend_declaration",
    Event.PARTY: "partisan_activity",
}
_ACTS = {
    Ask.LISTEN: "attend_passively",
    Ask.PHOTO: "photo_with_candidate",
    Ask.ATTRIBUTES: "uniform_or_attribute",
    Ask.BRING_STAFF: "mobilise_asn",
    Ask.HALL: "use_state_facility",
    Ask.CAR: "use_state_facility",
    Ask.PROGRAMME: "use_state_programme",
}
#: Events that are a campaign or a meeting of a side by their kind. Any other is one only by what happens there.
_SIDED = frozenset(_PRESENT)
#: To be there, and no more: what happens at the event makes the act.
_GATHERING = frozenset({Ask.LISTEN, Ask.ATTEND, Ask.SPEAK, Ask.BRING_STAFF})
#: What the words of the ask say of the means.
_MEANS = {Ask.HALL: "hall", Ask.CAR: "car", Ask.PROGRAMME: "programme"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``status``, ``target``, ``capacity`` and ``details`` in the words of ``sinetra decide``; empty is unknown.

    ``details``: answers to questions of the law engine, ``{"subject": {…}, "act": {…}}``. ``region``: of the office.
    ``partisan``: whether there are calls to vote or attributes at an event that is no campaign; None is unknown.
    """

    whom: Whom
    status: str
    inviter: str
    target: str
    capacity: str
    event: Event
    asks: tuple[Ask, ...]
    event_on: date
    place: str
    text: str
    region: str
    details: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    partisan: bool | None = None

    @property
    def is_open(self) -> bool:
        """Whether the kind of the event says nothing yet: then ``partisan`` is to be asked."""
        return self.event not in _SIDED and self.partisan is None

    def act_of(self, ask: Ask) -> str | None:
        """The act that the law engine reads; None where nothing told so far makes one. A wedding or a ceremony is no
        campaign unless there are calls to vote or attributes, and what is lent to nobody of the election is lent to
        no side.

        >>> told = Told(whom=Whom.SELF, status="pns", inviter="", target="candidate", capacity="official",
        ...     event=Event.DECLARATION, asks=(), event_on=date(2024, 10, 3), place="", text="", region="99.71")
        >>> told.act_of(Ask.ATTEND), told.act_of(Ask.SPEAK)
        ('attend_declaration', 'campaign_participation')
        >>> wedding = replace(told, event=Event.SOCIAL)
        >>> wedding.act_of(Ask.ATTEND), wedding.act_of(Ask.PHOTO), replace(wedding, partisan=True).act_of(Ask.ATTEND)
        (None, 'photo_with_candidate', 'attend_campaign')
        """
        if self.event not in _SIDED and not self.partisan:
            is_for_a_side = self.target not in ("", "none")
            return None if ask in _GATHERING or not is_for_a_side else _ACTS[ask]
        if ask is Ask.ATTEND:
            return _PRESENT.get(self.event, "attend_campaign")
        if ask is Ask.SPEAK:
            is_campaign = self.event in (Event.CAMPAIGN, Event.DECLARATION)
            return "campaign_participation" if is_campaign else "partisan_activity"
        return _ACTS[ask]

    def facts(self, ask: Ask) -> dict[str, Any]:
        """In the shape of ``sinetra decide``; what is not known is left out."""
        act: dict[str, Any] = {
            "code": self.act_of(ask),
            "target": self.target or None,
            "capacity": self.capacity or None,
        }
        if ask in _MEANS:
            act["state_means"] = [_MEANS[ask]]
        found = {
            "act_date": self.event_on.isoformat(),
            "region": self.region or None,
            "subject": _said({**self.details.get("subject", {}), "status": self.status or None}),
            "act": _said({**self.details.get("act", {}), **act}),
        }
        return _said(found)

    def with_details(self, given: Mapping[str, Mapping[str, Any]], *, partisan: bool | None = None) -> Told:
        details = {part: {**self.details.get(part, {}), **given.get(part, {})} for part in _PARTS}
        return replace(self, details=details, partisan=self.partisan if partisan is None else partisan)

    def plain(self) -> dict[str, Any]:
        """What is sealed, and what a package says."""
        return {**asdict(self), "event_on": self.event_on.isoformat(), "asks": list(self.asks)}

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Told:
        """The reverse of ``plain``. Errors: ``ValueError``, ``TypeError``, ``KeyError``."""
        if not isinstance(given.get("partisan"), bool | None):
            raise TypeError("partisan")
        return cls(
            **{
                **given,
                "whom": Whom(given["whom"]),
                "event": Event(given["event"]),
                "asks": tuple(Ask(item) for item in given["asks"]),
                "event_on": date.fromisoformat(given["event_on"]),
            }
        )


_PARTS = ("subject", "act")


def _said(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """``norms``: ids of the catalogue, in force on ``law_date``. ``letter`` and ``letter_on``: of a letter that was
    recorded; empty otherwise."""

    stance: Stance
    text: str
    law_date: date
    norms: tuple[str, ...]
    letter: str = ""
    letter_on: date | None = None

    def plain(self) -> dict[str, Any]:
        return {
            "stance": self.stance.value,
            "text": self.text,
            "law_date": self.law_date.isoformat(),
            "norms": list(self.norms),
            "letter": self.letter,
            "letter_on": self.letter_on.isoformat() if self.letter_on else None,
        }

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Advice:
        """The reverse of ``plain``. Errors: ``ValueError``, ``TypeError``, ``KeyError``."""
        return cls(
            stance=Stance(given["stance"]),
            text=given["text"],
            law_date=date.fromisoformat(given["law_date"]),
            norms=tuple(given["norms"]),
            letter=given["letter"],
            letter_on=date.fromisoformat(given["letter_on"]) if given["letter_on"] else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """``rulebook``: digest of the law of that moment, so that a later proof can say whether it is still the same."""

    choice: Choice
    reason: str
    rulebook: str

    def plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Decision:
        return cls(choice=Choice(given["choice"]), reason=given["reason"], rulebook=given["rulebook"])
