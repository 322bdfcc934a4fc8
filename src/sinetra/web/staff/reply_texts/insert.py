"""A short text for the message form: chosen by address, so that it works without a script, and filled in."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language

from sinetra.apps.reports.models import Report
from sinetra.apps.reports.replies import nearest_due, reply_texts, reply_values
from sinetra.core.casework.replies import filled, left_open
from sinetra.web.format import day_text

#: In the address of the page with the message form.
CHOSEN = "balasan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """``choices``: key and title of each, for ``staff/reply_texts/choose.html``. ``text``: the chosen one filled in, to
    be the first words of the form. ``left_open``: its fields that nothing is known for."""

    choices: tuple[tuple[str, str], ...]
    chosen: str = ""
    text: str = ""
    left_open: tuple[str, ...] = ()


def insertion(request: HttpRequest, report: Report) -> Insertion:
    """``report`` with its ``organisation``."""
    language = get_language() or "id"
    offered = reply_texts(report.organisation, language)
    choices = tuple((one.key, one.title) for one in offered)
    found = next((one for one in offered if one.key == request.GET.get(CHOSEN)), None)
    if found is None:
        return Insertion(choices=choices)
    clock = nearest_due(report)
    due = day_text(clock.due_on, language, weekday=False) if clock is not None else ""
    text = filled(found.text, reply_values(report, due))
    return Insertion(choices=choices, chosen=found.key, text=text, left_open=left_open(text))
