"""“Bolehkah saya…?”: no name, no cookie, nothing stored. What one may do first, then the answer, why, and the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.ports.clock import legal_clock
from sinetra.web import field_words, law_words, parts
from sinetra.web.access import public
from sinetra.web.act_search import find_acts
from sinetra.web.law_view import in_words
from sinetra.web.public import may_i_answer
from sinetra.web.public import may_i_asked as asked_of
from sinetra.web.public.may_i_allowed import allowed
from sinetra.web.public.may_i_asked import Asked
from sinetra.web.public.may_i_read import IDS, STEP, read

# What the person typed to find an act.
SEARCH = "cari"
# Permissions that stand above the answer; the others are folded, so that a phone shows the answer soon.
ALLOWED = 3
_LONGEST = 80


@public
def may_i(request: HttpRequest) -> HttpResponse:
    book, path = rulebook(), request.path
    asked, faults = read(request.GET, legal_clock().today(), book.clock.timetables)
    context: dict[str, Any] = {
        "asked": asked,
        "faults": faults,
        "other_open": any(fault.field in IDS.values() for fault in faults),
        "path": path,
        "params": replace(asked, ask="").params(),
        "elections": [(item.id, in_words(item.name)) for item in book.clock.timetables],
    }
    if not asked.act:
        return render(request, "public/may_i_act.html", context | _acts(asked, path, request.GET.get(SEARCH, "")))
    context["act_text"] = law_words.word(law_words.ACTS, asked.act)
    if not asked.who:
        return render(request, "public/may_i_who.html", {**context, "statuses": _statuses()})
    asked = asked_of.completed(book, asked)
    decision = decide(book, parse_facts(asked.facts()))
    question = next_question(decision.next_questions, asked, _elections(book, decision), path)
    may = [may_i_answer.reason(book, finding, other.address(path)) for finding, other in allowed(book, asked)]
    context |= {
        "allowed_first": may[:ALLOWED],
        "allowed_more": may[ALLOWED:],
        "answer": may_i_answer.answer(book, decision, asked, path),
        "question": question,
        "pairs": _pairs(asked, path, context["elections"]),
        "asked": asked,
        "team_url": asked.address(reverse("ask_team")) if settings.SINETRA_PROFILE != "bawaslu" else "",
        "link": request.build_absolute_uri(replace(asked, ask="").address(path, dated=True)),
    }
    return render(request, "public/may_i_answer.html", context)


def next_question(
    names: Iterable[str], asked: Asked, elections: list[tuple[str, str]], path: str
) -> parts.Question | None:
    """The first field that still decides something and has not been asked yet."""
    unknown = (asked_of.UNKNOWN, _("tidak tahu"))
    for name in [asked.ask, *names] if asked.ask else names:
        hidden = [*replace(asked, ask="").params()]
        if name == "election" and not asked.election and len(elections) > 1:
            return parts.Question(
                name=asked_of.ELECTION,
                text=field_words.question(name),
                choices=[*elections, unknown],
                action=path,
                hidden=[*hidden, (STEP, asked_of.ELECTION)],
            )
        if name in asked_of.DETAILS and name not in asked.details:
            item, words = FIELDS[name], field_words.FIELDS[name]
            choices = [(value, law_words.word(words.values, value)) for value in item.values]
            several = item.type is FieldType.LIST
            if several:
                choices.append((asked_of.NOTHING, _("tidak satu pun")))
            return parts.Question(
                name=name,
                text=str(words.question),
                choices=[*choices, unknown],
                action=path,
                hidden=[*hidden, (STEP, name)],
                several=several,
            )
    return None


def _acts(asked: Asked, path: str, text: str) -> dict[str, Any]:
    """Every act in groups, and those that the words of ``text`` find."""
    text = text.strip()[:_LONGEST]
    return {
        "search": text,
        "found": [_link(asked, path, code) for code in find_acts(text)],
        "groups": [(str(title), [_link(asked, path, code) for code in codes]) for title, codes in law_words.ACT_GROUPS],
    }


def _link(asked: Asked, path: str, code: str) -> parts.Link:
    return parts.Link(text=law_words.word(law_words.ACTS, code), url=replace(asked, act=code, details={}).address(path))


def _statuses() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Civil servants and honorary staff first, with "I do not know"; the others on demand."""
    every = [(code, str(text)) for code, text in law_words.STATUSES.items()]
    return [*every[:5], (asked_of.UNKNOWN, _("tidak tahu"))], every[5:]


def _elections(book: Rulebook, decision: Decision) -> list[tuple[str, str]]:
    """The elections that run on the day, by id and name."""
    running = [stage.election for stage in decision.stages if stage.election]
    return [(name, in_words(book.clock.timetables.get(name).name)) for name in running]


def _pairs(asked: Asked, path: str, elections: list[tuple[str, str]]) -> list[dict[str, str]]:
    """What was said, each line with the address that takes it back (and asks again)."""
    return [
        {"name": name, "term": term, "value": value, "change": asked.without(name).address(path)}
        for name, term, value in asked_of.lines(asked, dict(elections))
    ]
