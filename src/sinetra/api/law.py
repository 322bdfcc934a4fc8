"""Decisions and norms for machines (contract 10; shape of contract 2)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from sinetra.api.problems import Problem
from sinetra.apps.base.catalogue import rulebook
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.core.law import Facts, parse_facts
from sinetra.core.law import decide as decide_facts
from sinetra.core.law.changes import changes as changes_between
from sinetra.core.law.norm_json import norm_json
from sinetra.core.law.selection import parse_selection, select

router = Router(tags=["law"])
# An act of which nothing is known takes 4 ms once the process is warm: a request holds a worker for a tenth of a
# second.
MOST_ACTS = 20
From = Annotated[date, Query(alias="from")]
To = Annotated[date, Query(alias="to")]


@router.post("/decide", response={200: Any, 422: Problem}, summary="Which norms does an act meet?")
def decide(request: HttpRequest, facts: dict[str, Any] | list[dict[str, Any]], all: bool = False) -> Any:  # noqa: A002, FBT001, FBT002
    """One act, or a list of at most 20. Missing means unknown. Nothing is stored."""
    if isinstance(facts, dict):
        return decide_facts(rulebook(), parse_facts(facts), include_all=all).to_json()
    if len(facts) > MOST_ACTS:
        raise BadInput(gettext_noop("Paling banyak %(most)s perbuatan sekali tanya."), field="facts", most=MOST_ACTS)
    return [decide_facts(rulebook(), _item(index, item), include_all=all).to_json() for index, item in enumerate(facts)]


def _item(index: int, item: dict[str, Any]) -> Facts:
    try:
        return parse_facts(item)
    except BadInput as error:
        raise error.at(f"[{index}]") from error


@router.get("/law/norms", response={200: Any, 422: Problem}, summary="The norms in force on a date")
def norms(request: HttpRequest, on: date, status: str = "", position: str = "", act: str = "", track: str = "") -> Any:
    """All of them, or those that a status, a post, an act or a track does not rule out. Values are those of
    ``POST /decide``.
    """
    wanted = parse_selection(status=status, position=position, act=act, track=track)
    return {"on": on, "norms": [norm.to_json() for norm in select(rulebook(), on, wanted)]}


@router.get("/law/norms/{rule}", response={200: Any, 404: Problem}, summary="One norm with all its versions")
def norm(request: HttpRequest, rule: str) -> Any:
    """Versions with the events that opened and closed them, exceptions, citations, sanctions, bodies, conflicts."""
    book = rulebook()
    if rule not in book.place:
        raise NotFound(gettext_noop("Aturan ini tidak ada dalam katalog."), code="norm")
    return norm_json(book, book.norm(rule))


@router.get("/law/changes", response={200: Any, 422: Problem}, summary="What changed in the law between two dates")
def changes(request: HttpRequest, since: From, until: To) -> Any:
    """After ``from``, up to and on ``to``: norms that began, ended or changed, with the event and what differs."""
    found = changes_between(rulebook(), since, until)
    return {"from": since, "to": until, "changes": [change.to_json() for change in found]}
