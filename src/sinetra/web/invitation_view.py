"""An invitation as pages show it: what was told, and what the law says to each thing that is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.invitations.reading import Reading, readings
from sinetra.apps.invitations.told import Told
from sinetra.web import field_words, law_view, law_words
from sinetra.web.format import day_text
from sinetra.web.invitation_words import ASKS, EVENTS, PARTISAN, WHOM, YES_NO
from sinetra.web.parts import Answer, Pair
from sinetra.web.public import may_i_answer, may_i_asked

UNKNOWN = may_i_asked.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAsk:
    """One thing that is asked, with its answer card."""

    ask: str
    answer: Answer


def read(told: Told, today: date, found: Sequence[Reading] = ()) -> list[ReadAsk]:
    """``found``: the readings where they were made already."""
    book, path = rulebook(), reverse("may_i")
    cards = []
    for item in found or readings(told):
        if item.decision is None:
            answer = _no_act(item)
        else:
            asked = may_i_asked.of_facts(told.facts(item.ask), today)
            answer = may_i_answer.answer(book, item.decision, asked, path)
        cards.append(ReadAsk(ask=law_words.word(ASKS, item.ask), answer=answer))
    return cards


def _no_act(item: Reading) -> Answer:
    """An event that is no campaign, as far as was told: no prohibition is read into it, and no permission."""
    if item.is_open:
        return Answer(
            sentiment="attention",
            verdict=_("Tergantung"),
            summary=_("Acara seperti ini bukan kampanye dengan sendirinya. Satu jawaban menentukan bacaannya."),
            unknown=[str(PARTISAN)],
        )
    return Answer(
        sentiment="info",
        verdict=_("Bukan kampanye"),
        summary=_(
            "Menurut yang dicatat, acara ini tidak memihak. Larangan kampanye tidak dibaca di sini. Ini bukan izin."
            " Bila ternyata ada ajakan memilih atau atribut, bacaannya lain."
        ),
    )


def told_pairs(told: Told) -> list[Pair]:
    """What was told, in the order of the form; what is not known says so."""
    unknown = _("tidak diketahui")
    targets, capacities = field_words.FIELDS["act.target"].values, field_words.FIELDS["act.capacity"].values
    pairs = [
        Pair(term=_("Yang diundang atau diminta"), value=law_words.word(WHOM, told.whom)),
        Pair(term=_("Status"), value=law_words.word(law_words.STATUSES, told.status) if told.status else unknown),
        Pair(term=_("Diundang oleh"), value=told.inviter),
        Pair(term=_("Yang mengundang"), value=law_words.word(targets, told.target) if told.target else unknown),
        Pair(term=_("Diundang sebagai"), value=law_words.word(capacities, told.capacity) if told.capacity else unknown),
        Pair(term=_("Jenis acara"), value=law_words.word(EVENTS, told.event)),
        Pair(term=_("Hari acara"), value=day_text(told.event_on, law_view.language())),
        Pair(term=_("Tempat"), value=told.place),
        Pair(term=_("Yang diminta"), value="; ".join(law_words.word(ASKS, ask) for ask in told.asks)),
        Pair(term=_("Uraian"), value=told.text),
    ]
    return pairs + answered_pairs(told)


def answered_pairs(told: Told) -> list[Pair]:
    """The questions that were answered: of the event, and of the law."""
    asked = may_i_asked.of_facts(
        {"subject": dict(told.details.get("subject", {})), "act": dict(told.details.get("act", {}))}, told.event_on
    )
    pairs = [
        Pair(term=field_words.question(name), value=may_i_asked.said(name, answers))
        for name, answers in asked.details.items()
    ]
    if told.partisan is None:
        return pairs
    return [Pair(term=str(PARTISAN), value=str(YES_NO["true" if told.partisan else "false"])), *pairs]
