"""A question "Bolehkah saya…?" as it travels in the address: who, what, when, and details. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from sinetra.apps.registry.selectors import with_parents
from sinetra.core.clock.stages import StageCode
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.web import field_words, law_words
from sinetra.web.format import day_text
from sinetra.web.law_view import language

# "I do not know" in the address: the field stays unknown and is not asked again.
UNKNOWN = "?"
# Acts whose plain words say "calon": the person has told whom the act is about.
_ABOUT_A_CANDIDATE = {"like", "comment", "share", "follow_join_group", "post_media", "hand_sign"}
_CANDIDATE = {StageCode.AFTER_DETERMINATION, StageCode.CAMPAIGN, StageCode.QUIET_PERIOD, StageCode.VOTING_DAY}
_PROSPECTIVE = {
    StageCode.BEFORE_WINDOW,
    StageCode.SIX_MONTHS_BEFORE_DETERMINATION,
    StageCode.BEFORE_DETERMINATION,
}
# "None of these" of a list: known to be empty.
NOTHING = "-"
ACT, WHO, DAY, ELECTION, REGION = "perbuatan", "siapa", "pada", "pemilihan", "wilayah"
# Names the detail to ask (again); it carries no answer.
ASK = "tanya"
DETAILS = tuple(
    name for name, item in FIELDS.items() if not item.derived_from and name not in {"act.code", "subject.status"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the person has said so far. ``details``: field to its answers as they stand in the address.

    ``who`` and ``election`` may be ``UNKNOWN``, ``day`` None: the person does not know. ``implied``: the details that
    follow from the plain words of the act; they do not travel. ``ask``: the detail that the person wants to be asked.
    """

    act: str = ""
    who: str = ""
    day: date | None
    today: date
    election: str = ""
    region: str = ""
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ask: str = ""
    implied: frozenset[str] = frozenset()

    def params(self, *, dated: bool = False) -> list[tuple[str, str]]:
        """The address again, in one order. The legal date of today is left out, so that a link stays fresh, unless it
        is to say the same tomorrow (``dated``).
        """
        found = [(ACT, self.act), (WHO, self.who), (ELECTION, self.election), (REGION, self.region)]
        if dated or self.day != self.today:
            found.append((DAY, self.day.isoformat() if self.day else UNKNOWN))
        found += [(name, value) for name, values in self._said() for value in values]
        found.append((ASK, self.ask))
        return [(name, value) for name, value in found if value]

    def _said(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(name, values) for name, values in self.details.items() if name not in self.implied]

    def address(self, path: str, *, dated: bool = False) -> str:
        return f"{path}?{urlencode(self.params(dated=dated))}"

    def without(self, name: str) -> Asked:
        """The same question with one answer taken back."""
        plain: dict[str, Any] = {
            ACT: {"act": ""},
            WHO: {"who": ""},
            DAY: {"day": self.today},
            ELECTION: {"election": ""},
            REGION: {"region": ""},
        }
        if name in plain:
            return replace(self, **plain[name])
        return replace(self, details={key: value for key, value in self.details.items() if key != name}, ask=name)

    def facts(self) -> dict[str, Any]:
        """The shape of ``sinetra decide``; what is not known is left out."""
        blocks: dict[str, dict[str, Any]] = {"subject": {"status": _known(self.who)}, "act": {"code": self.act or None}}
        for name, answers in self.details.items():
            if UNKNOWN not in answers:
                group, key = name.split(".", 1)
                blocks[group][key] = _value(name, answers)
        return {
            "act_date": self.day.isoformat() if self.day else None,
            "as_of": self.today.isoformat(),
            "election": _known(self.election),
            "region": self.region or None,
            **blocks,
        }


def of_facts(facts: Mapping[str, Any], today: date) -> Asked:
    """What somebody said, from the shape of ``sinetra decide``. What is missing there was not known."""
    subject, act = dict(facts.get("subject") or {}), dict(facts.get("act") or {})
    status, code = subject.pop("status", None), act.pop("code", None)
    given = {f"subject.{key}": value for key, value in subject.items()}
    given |= {f"act.{key}": value for key, value in act.items()}
    day = facts.get("act_date")
    return Asked(
        act=code or "",
        who=status or UNKNOWN,
        day=date.fromisoformat(day) if day else None,
        today=today,
        election=facts.get("election") or "",
        region=facts.get("region") or "",
        details={name: _answers(name, value) for name, value in given.items() if value is not None},
    )


def _answers(name: str, value: Any) -> tuple[str, ...]:
    kind = FIELDS[name].type
    if kind is FieldType.LIST:
        return tuple(value) or (NOTHING,)
    if kind is FieldType.FLAG:
        return ("true" if value else "false",)
    return ("some" if value else "none",) if kind is FieldType.AMOUNT else (str(value),)


def _known(answer: str) -> str | None:
    return None if answer in {"", UNKNOWN} else answer


def _value(name: str, answers: tuple[str, ...]) -> object:
    kind = FIELDS[name].type
    if kind is FieldType.LIST:
        return [answer for answer in answers if answer != NOTHING]
    if kind is FieldType.FLAG:
        return answers[0] == "true"
    # Amounts matter only in so far as there was one; the sum itself is not asked.
    if kind is FieldType.AMOUNT:
        return 1 if answers[0] == "some" else 0
    return answers[0]


def stages(book: Rulebook, asked: Asked) -> list[StageCode]:
    """The stages that the day falls in, of the election named or of every one that runs."""
    timetables = book.clock.timetables
    if asked.day is None:
        return []
    if asked.election and asked.election != UNKNOWN:
        return [timetables.stage(asked.day, asked.election, asked.region or None).code]
    return [stage.code for stage in timetables.stages(asked.day, asked.region or None)]


def with_implied(asked: Asked, stages: Iterable[StageCode]) -> Asked:
    """Adds whom the act is about where its plain words say "calon" and the stages of the day leave one reading."""
    found = set(stages)
    if asked.act not in _ABOUT_A_CANDIDATE or "act.target" in asked.details or asked.ask == "act.target":
        return asked
    if found and found <= _CANDIDATE:
        target = "candidate"
    elif found and found <= _PROSPECTIVE:
        target = "prospective_candidate"
    else:
        return asked
    return replace(asked, details={"act.target": (target,), **asked.details}, implied=frozenset({"act.target"}))


def completed(book: Rulebook, asked: Asked) -> Asked:
    """The question as the engine hears it, wherever it is put: page, paper, or the worklist of the team."""
    return with_implied(asked, stages(book, asked))


def said(name: str, answers: tuple[str, ...]) -> str:
    """The answers to a detail in words."""
    if UNKNOWN in answers:
        return _("tidak tahu")
    if NOTHING in answers:
        return _("tidak satu pun")
    return field_words.values(name, list(answers))


def lines(asked: Asked, elections: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """What was said, as name in the address, term and words. ``elections``: the names of elections by id."""
    found = [
        (ACT, _("Perbuatan"), law_words.word(law_words.ACTS, asked.act)),
        (WHO, _("Siapa"), who_in_words(asked)),
        (DAY, _("Tanggal"), day_text(asked.day, language()) if asked.day else _("tidak tahu")),
    ]
    if asked.election:
        name = _("tidak tahu") if asked.election == UNKNOWN else elections.get(asked.election, asked.election)
        found.append((ELECTION, _("Pemilihan"), name))
    if asked.region:
        found.append((REGION, _("Daerah"), region_in_words(asked.region)))
    return found + [(name, field_words.label(name), said(name, values)) for name, values in asked.details.items()]


def who_in_words(asked: Asked) -> str:
    """The status of the person in words."""
    return _("status tidak diketahui") if asked.who == UNKNOWN else law_words.word(law_words.STATUSES, asked.who)


def region_in_words(code: str) -> str:
    """The names from the region up to its province: many districts share a name. The code where the list has none."""
    return ", ".join(row.name for row in reversed(with_parents(code))) or code
