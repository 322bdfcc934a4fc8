"""The next visits, proposed with their reason in words. A person decides; the button leads to planning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.core.cache import cache
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import CoverageState, CoverageUnit
from sinetra.apps.prevention.selectors import coverage as numbers
from sinetra.apps.prevention.selectors import coverage_units as units
from sinetra.core.prevention.next_visit import reasons
from sinetra.web.menu import address
from sinetra.web.staff.prevention.coverage.tables import open_posts
from sinetra.web.staff.prevention.coverage.words import GROUPS, language, said

_KEEP_SECONDS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """``plan`` is empty where this person cannot plan an activity here."""

    name: str
    url: str
    reason: str
    plan: str


def next_visits(actor: Actor, counted: CoverageState, today: date) -> list[Visit]:
    """Of the running year, whatever the page shows. The same for the whole office until something is counted again."""
    plan = address("new_activity") if may(actor, "activity.plan") else ""
    parts = (language(), counted.pk, counted.computed_at.timestamp(), today, bool(plan))
    key = f"coverage_visits:{':'.join(map(str, parts))}"
    return cast("list[Visit]", cache.get_or_set(key, lambda: _proposed(actor, counted, today, plan), _KEEP_SECONDS))


def _proposed(actor: Actor, counted: CoverageState, today: date, plan: str) -> list[Visit]:
    at = numbers.when(counted, f"{today.year}")
    rows = units.next_visits(actor)
    found = numbers.of_nodes(actor, {row.pk: [at] for row in rows}, alone=True)
    posts = open_posts(actor, rows, at)
    return [
        Visit(
            name=row.unit.name,
            url=reverse("coverage_unit", args=[row.pk]),
            reason=_reason(row, found[row.pk, at], at, posts.get(row.pk, [])),
            plan=f"{plan}?{urlencode({'unit': row.pk})}" if plan else "",
        )
        for row in rows
    ]


def _reason(row: CoverageUnit, found: numbers.Groups, at: numbers.Period, posts: Sequence[str]) -> str:
    """``pos lurah belum terjangkau; hadir: ASN 0 dari 14 (0 %); petahana maju …``: posts, never who holds them."""
    why = [_(reason) % {"posts": ", ".join(posts)} for reason in reasons(units.situation(row))]
    groups = [group for group in (True, False) if found[group].eligible]
    came = ", ".join(f"{GROUPS[group]} {said(found[group], 'attended', at)}" for group in groups)
    where = 1 if row.exposed_open else 0
    return "; ".join([*why[:where], _("hadir: %(numbers)s") % {"numbers": came}, *why[where:]])
