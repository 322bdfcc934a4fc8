"""The public list of a day: the token of every report with news, hidden among random ones (ADR 0019).

News is what the office made and the reporter has not read: a step that the reporter sees, or a message. After ninety
days it is none any more, so that lost codes do not fill the list.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.gate import write_gate
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Step
from sinetra.apps.cases.vocabulary import StepCode
from sinetra.apps.reports.models import Message, NewsList, Report
from sinetra.apps.reports.sealing import open_value
from sinetra.core.ids import uuid7
from sinetra.core.news_token import TOKEN_BYTES, padded, token

FRESH = timedelta(days=90)
# The reporter was told so while filing.
_OF_FILING = (StepCode.FILED, StepCode.KEPT_AS_INITIAL_INFORMATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    day: date
    tokens: tuple[str, ...]


def current_news() -> News | None:
    """The newest list; None before the first was made."""
    row = visible(PUBLIC, NewsList).order_by("-day").first()
    if row is None:
        return None
    joined = bytes(row.tokens)
    parts = (joined[at : at + TOKEN_BYTES] for at in range(0, len(joined), TOKEN_BYTES))
    return News(day=row.day, tokens=tuple(part.hex() for part in parts))


def build_news(day: date, now: datetime) -> bool:
    """Makes the list of ``day`` and lets go of older ones. False when it is there already: it stays as it is."""
    if NewsList.objects.filter(day=day).exists():
        return False
    tokens = padded((token(seed, day) for seed in _seeds_with_news(now)), secrets.token_bytes)
    with write_gate(), transaction.atomic():
        _row, made = NewsList.objects.get_or_create(day=day, defaults={"tokens": b"".join(tokens)})
        NewsList.objects.filter(day__lt=day).delete()
    return made


def reports_with_news(now: datetime) -> QuerySet[Report]:
    """Ids are in the order of time, so only what was made lately is looked at."""
    since = uuid7(int((now - FRESH).timestamp() * 1000), 0)
    steps = Step.objects.filter(pk__gt=since, public_text=True).exclude(code__in=_OF_FILING)
    written = Message.objects.filter(pk__gt=since, by_office=True)
    unread = Q(report__seen=None) | Q(created_at__gt=F("report__seen__until"))
    return Report.objects.filter(
        Q(pk__in=steps.filter(unread).values("report_id")) | Q(pk__in=written.filter(unread).values("report_id"))
    )


def _seeds_with_news(now: datetime) -> Iterator[bytes]:
    for report in reports_with_news(now).only("pk", "news_sealed").iterator():
        if report.news_sealed:
            yield bytes.fromhex(open_value(report.news_sealed, report.pk, "news"))
