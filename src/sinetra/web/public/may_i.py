"""“Bolehkah saya…?”: no name, no cookie, nothing stored. The answer first, then why, then the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.clock.stages import StageCode
from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.ports.clock import legal_clock
from sinetra.web import field_words, law_words, parts
from sinetra.web.access import public
from sinetra.web.format import day_text
from sinetra.web.law_view import in_words, language
from sinetra.web.public import may_i_answer
from sinetra.web.public import may_i_asked as asked_of
from sinetra.web.public.may_i_asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question to the person. ``several``: more than one answer may be given."""

    name: str
    text: str
    choices: list[tuple[str, str]]
    several: bool = False


def next_question(names: Iterable[str], asked: Asked, elections: list[tuple[str, str]]) -> Question | None:
    """The first field that still decides something and has not been asked yet."""
    for name in [asked.ask, *names] if asked.ask else names:
        if name == "election" and not asked.election and len(elections) > 1:
            return Question(name=asked_of.ELECTION, text=field_words.question(name), choices=elections)
        if name in asked_of.DETAILS and name not in asked.details:
            item, words = FIELDS[name], field_words.FIELDS[name]
            choices = [(value, law_words.word(words.values, value)) for value in item.values]
            several = item.type is FieldType.LIST
            if several:
                choices.append((asked_of.NOTHING, _("tidak satu pun")))
            choices.append((asked_of.UNKNOWN, _("tidak tahu")))
            return Question(name=name, text=str(words.question), choices=choices, several=several)
    return None


@public
def may_i(request: HttpRequest) -> HttpResponse:
    asked, faults = asked_of.read(request.GET, legal_clock().today())
    context: dict[str, Any] = {
        "asked": asked,
        "faults": faults,
        "path": request.path,
        "params": replace(asked, ask="").params(),
    }
    if not asked.act:
        return render(request, "public/may_i_act.html", {**context, "groups": _groups(asked, request.path)})
    context["act_text"] = law_words.word(law_words.ACTS, asked.act)
    if not asked.who:
        return render(request, "public/may_i_who.html", {**context, "statuses": _statuses()})
    book = rulebook()
    asked = asked_of.with_implied(asked, _stages(book, asked))
    decision = decide(book, parse_facts(asked.facts()))
    context["answer"] = may_i_answer.answer(book, decision, asked)
    context["question"] = next_question(decision.next_questions, asked, _elections(book, decision))
    context |= {"pairs": _pairs(asked, request.path), "asked": asked, "params": replace(asked, ask="").params()}
    return render(request, "public/may_i_answer.html", context)


def _statuses() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Civil servants and honorary staff first; the others on demand."""
    every = [(code, str(text)) for code, text in law_words.STATUSES.items()]
    return every[:5], every[5:]


def _stages(book: Rulebook, asked: Asked) -> list[StageCode]:
    """The stages that the day falls in, of the election named or of every one that runs."""
    timetables = book.clock.timetables
    if asked.election:
        return [timetables.stage(asked.day, asked.election, asked.region or None).code]
    return [stage.code for stage in timetables.stages(asked.day, asked.region or None)]


def _elections(book: Rulebook, decision: Decision) -> list[tuple[str, str]]:
    """The elections that run on the day, by id and name."""
    running = [stage.election for stage in decision.stages if stage.election]
    return [(name, in_words(book.clock.timetables.get(name).name)) for name in running]


def _groups(asked: Asked, path: str) -> list[tuple[str, list[parts.Link]]]:
    return [
        (
            str(title),
            [
                parts.Link(
                    text=law_words.word(law_words.ACTS, code), url=replace(asked, act=code, details={}).address(path)
                )
                for code in codes
            ],
        )
        for title, codes in law_words.ACT_GROUPS
    ]


def _pairs(asked: Asked, path: str) -> list[dict[str, str]]:
    """What was said, each line with the address that takes it back (and asks again)."""
    lines = [
        (asked_of.ACT, _("Perbuatan"), law_words.word(law_words.ACTS, asked.act)),
        (asked_of.WHO, _("Siapa"), law_words.word(law_words.STATUSES, asked.who)),
        (asked_of.DAY, _("Tanggal"), day_text(asked.day, language())),
        *((name, field_words.label(name), asked_of.said(name, answers)) for name, answers in asked.details.items()),
    ]
    return [
        {"name": name, "term": term, "value": value, "change": asked.without(name).address(path)}
        for name, term, value in lines
    ]
