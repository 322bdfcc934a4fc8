"""The reporter's half of the talk: messages, what is asked, what may be done. Known by the code alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sinetra.apps.base.actor import reporter
from sinetra.apps.base.gate import write_gate
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Step
from sinetra.apps.reports.asked_completion import Completion, completion_of
from sinetra.apps.reports.joined import standing_of
from sinetra.apps.reports.messages import Said, is_erased, said
from sinetra.apps.reports.models import Message, Report, Seen
from sinetra.apps.reports.retaliation import asks_about_retaliation
from sinetra.apps.reports.withdrawal import Withdrawal, withdrawal_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowTalk:
    """``standing``: the state of the matter, empty before there is one. ``newest``: the instant of the newest thing in
    it that the office made; ``seen`` remembers it."""

    standing: str
    outcome: str
    messages: tuple[Said, ...]
    completion: Completion | None
    withdrawal: Withdrawal
    asks_about_retaliation: bool
    may_write: bool
    newest: datetime

    def to_json(self, translate: Callable[[str], str] = str, language: str = "id") -> dict[str, Any]:
        return {
            "standing": self.standing or None,
            "outcome": self.outcome or None,
            "messages": [
                {
                    "by": "office" if one.by_office else "reporter",
                    "kind": one.mark,
                    "on": one.on.isoformat(),
                    "text": one.text,
                    "is_new": one.is_new,
                }
                for one in self.messages
            ],
            "completion": self.completion.to_json(translate, language) if self.completion else None,
            "withdrawal": self.withdrawal.to_json(),
        }


def follow_talk(report: Report) -> FollowTalk:
    """At most some hundred messages (``messages.MOST``)."""
    actor = reporter(report.pk)
    matter = report.in_matter
    rows = list(visible(actor, Message).order_by("sent_at", "id"))
    until = visible(actor, Seen).values_list("until", flat=True).first() or report.created_at
    made = [row.created_at for row in rows if row.by_office]
    made += list(visible(actor, Step).order_by("-created_at").values_list("created_at", flat=True)[:1])
    return FollowTalk(
        standing=standing_of(report),
        outcome=matter.outcome if matter is not None else "",
        messages=tuple(said(row, is_new=row.by_office and row.created_at > until) for row in rows),
        completion=completion_of(report),
        withdrawal=withdrawal_of(report),
        asks_about_retaliation=asks_about_retaliation(report),
        may_write=not is_erased(report),
        newest=max(made, default=report.created_at),
    )


def seen(report_id: UUID, newest: datetime) -> None:
    """Remembers up to which of the office's acts the reporter has read. No trace, no time of reading.

    Twice, or an older page after a newer one, does no harm.
    """
    if Seen.objects.filter(report_id=report_id, until__gte=newest).exists():
        return
    with write_gate(), transaction.atomic():
        row, made = Seen.objects.get_or_create(report_id=report_id, defaults={"until": newest})
        if not made and row.until < newest:
            row.until = newest
            row.save(update_fields=["until"])
