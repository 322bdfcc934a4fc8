"""The order of the pages, and what of the answers travels on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django import forms

from sinetra.web.public.report.forms import (
    ChannelForm,
    EvidenceForm,
    ReporterForm,
    WhatForm,
    WhenForm,
    WhereForm,
    WhoForm,
)


@dataclass(frozen=True, slots=True)
class Page:
    """``form`` is None on pages that only show something."""

    name: str
    form: type[forms.Form] | None


PAGES = (
    Page("channel", ChannelForm),
    Page("what", WhatForm),
    Page("when", WhenForm),
    Page("where", WhereForm),
    Page("who", WhoForm),
    Page("evidence", EvidenceForm),
    Page("reporter", ReporterForm),
    Page("summary", None),
)
BY_NAME = {page.name: page for page in PAGES}


def path_for(state: dict[str, Any]) -> tuple[Page, ...]:
    """Initial information asks nothing about the reporter."""
    anonymous = state.get("channel", {}).get("channel") != "report"
    return tuple(page for page in PAGES if not (anonymous and page.name == "reporter"))


def after(name: str, state: dict[str, Any]) -> Page:
    names = path_for(state)
    index = next((i for i, page in enumerate(names) if page.name == name), 0)
    return names[min(index + 1, len(names) - 1)]


def before(name: str, state: dict[str, Any]) -> Page:
    names = path_for(state)
    index = next((i for i, page in enumerate(names) if page.name == name), 0)
    return names[max(index - 1, 0)]


def on_path(page: Page, state: dict[str, Any]) -> Page:
    """``page`` where it may be shown: not the summary before every question is answered, no question nobody asks."""
    return page if page in path_for(state) and page.form is not None else first_unanswered(state)


def first_unanswered(state: dict[str, Any]) -> Page:
    """Where somebody must go before the summary: nobody skips a question by changing a hidden field."""
    return next((page for page in path_for(state) if page.form is not None and page.name not in state), PAGES[-1])


def with_answer(state: dict[str, Any], page: Page, values: dict[str, Any]) -> dict[str, Any]:
    """``state`` and the answers of one page; files that came to it another way stay. Whoever turns to the nameless way
    leaves the own name behind."""
    files = {"files": state[page.name]["files"]} if "files" in state.get(page.name, {}) else {}
    found = state | {page.name: files | plain(values)}
    asked = path_for(found)
    return {name: value for name, value in found.items() if name not in BY_NAME or BY_NAME[name] in asked}


def as_another(state: dict[str, Any]) -> dict[str, Any]:
    """The answers as a report of its own, because the first sending is filed with other ones. The new key comes of the
    old one, so that the same page sent twice is still one report; ``another`` stays with the answers.
    """
    return state | {"key": hashlib.sha256(state["key"].encode()).hexdigest(), "another": True}


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Cleaned values as JSON: dates as ISO text."""
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in values.items()}
