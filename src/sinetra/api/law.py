"""Decisions, norms and deadlines for machines (contract 10; shapes of contracts 2 and 5)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja import Query, Router

from sinetra.api.problems import Problem
from sinetra.apps.base.catalogue import clock, rulebook
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law import Facts, parse_facts
from sinetra.core.law import decide as decide_facts

router = Router(tags=["law"])
# An act of which nothing is known takes 25 ms: a request holds a worker for half a second at most.
MOST_ACTS = 20
From = Annotated[date, Query(alias="from")]


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
def norms(request: HttpRequest, on: date) -> Any:
    return {"on": on, "norms": [norm.to_json() for norm in rulebook().norms_on(on)]}


@router.get("/deadlines/{rule}", response={200: Any, 422: Problem}, summary="When is something due, and why then?")
def deadline(request: HttpRequest, rule: str, start: From, region: str | None = None) -> Any:
    """The shape of ``sinetra deadline``. ``from`` is the day on which the period starts; it is not counted."""
    return clock().deadline(rule, start, region=region).to_json(gettext)
