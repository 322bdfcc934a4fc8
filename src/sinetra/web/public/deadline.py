"""Hitung tenggat: any deadline of the catalogue, with every step of the count and every reading. Nothing is stored."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import clock
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.counting import JointLeave
from sinetra.core.clock.deadline_rules import End, Rule
from sinetra.core.clock.deadlines import Deadline
from sinetra.core.errors import BadInput
from sinetra.ports.clock import today
from sinetra.web import law_view
from sinetra.web.access import public
from sinetra.web.clocks import moment_words
from sinetra.web.format import ZONES, day_text, instant_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Pair
from sinetra.web.public import deadline_form as asked
from sinetra.web.public.deadline_form import DeadlineForm


@public
def deadline(request: HttpRequest) -> HttpResponse:
    """The form, and once a rule and a day are given what follows from them."""
    is_asked = asked.RULE in request.GET
    form = DeadlineForm(request.GET) if is_asked else DeadlineForm(initial={asked.FROM: today()})
    found = _computed(form) if is_asked and form.is_valid() else None
    context: dict[str, Any] = {"form": form}
    if found is not None:
        context |= _result(form, found)
    return render(request, "public/deadline.html", context)


def _choices(form: DeadlineForm) -> dict[str, Any]:
    """What core takes, by its names; what was left empty is left out."""
    given = form.cleaned_data
    found = {
        "region": given[asked.REGION],
        "zone": given[asked.ZONE],
        "election": given[asked.ELECTION],
        "work_week": int(given[asked.WEEK] or 5),
        "joint_leave": given[asked.JOINT] or JointLeave.SKIP.value,
        "as_of": given[asked.AS_OF],
        "length": given[asked.LENGTH],
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def _computed(form: DeadlineForm) -> Deadline | None:
    try:
        return clock().deadline(form.cleaned_data[asked.RULE], form.start(), **_choices(form))
    except BadInput as error:
        form.add_error(asked.FIELDS.get(error.field or "", None), in_words(error))
        return None


def _result(form: DeadlineForm, found: Deadline) -> dict[str, Any]:
    rule = clock().rules.on(found.rule, _day(form))
    language = law_view.language()
    return {
        "rule": rule,
        "name": law_view.in_words(rule.name),
        "verdict": _verdict(rule, found),
        "lines": [line.render(_, language, partial(moment_words, language=language)) for line in found.lines],
        "readings": _readings(rule, found),
        "source": law_view.printed(found.source),
        "norm_confidence": rule.confidence.value,
        "confidence": found.confidence.value,
        "is_unchecked": found.confidence is Confidence.UNCHECKED,
        "code": found.rule,
        "calendar_version": found.calendar_version,
        "machine_url": _machine_url(form, found),
    }


def _day(form: DeadlineForm) -> Any:
    start = form.start()
    return start.date() if isinstance(start, datetime) else start


def _verdict(rule: Rule, found: Deadline) -> str:
    language = law_view.language()
    if rule.end is End.BEGINS:
        return _("Berlaku sejak %(day)s") % {"day": day_text(found.due, language)}
    said = {"day": day_text(found.due, language), "moment": _until(found)}
    if rule.end is End.LASTS:
        return _("Berlaku sampai %(day)s") % said
    return _("Paling lambat %(day)s (%(moment)s)") % said


def _until(found: Deadline) -> str:
    zone = {name: short for short, name in ZONES.items()}[str(found.due_at.tzinfo)]
    return instant_text(found.due_at, zone, law_view.language()).rpartition(", ")[2]


def _readings(rule: Rule, found: Deadline) -> list[Pair]:
    words = {
        "joint_leave_skipped": _("cuti bersama dilewati"),
        "joint_leave_counted": _("cuti bersama dihitung sebagai hari kerja"),
        **{reading.id: law_view.in_words(reading.name) for reading in rule.readings},
    }
    return [
        Pair(term=words[name], value=day_text(due, law_view.language()), note=_("sama") if due == found.due else "")
        for name, due in found.readings.items()
    ]


def _machine_url(form: DeadlineForm, found: Deadline) -> str:
    query = {"from": form.start().isoformat()} | _choices(form)
    return f"{reverse('api:deadline', args=[found.rule])}?{urlencode(query)}"
