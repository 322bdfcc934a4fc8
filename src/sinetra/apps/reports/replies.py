"""The short texts that an office has for messages to reporters: defaults of the catalogue, and its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Clock
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.joined import REPAIR
from sinetra.apps.reports.models import ReplyText, Report
from sinetra.catalogue import ROOT
from sinetra.core.casework.replies import Field, Reply, load_replies
from sinetra.core.errors import NotFound, gettext_noop

#: An office that needs more has no short list any more.
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One text to insert. ``key``: id of the default or of the row; ``row`` None for a default as it stands."""

    key: str
    title: str
    text: str
    row: ReplyText | None = None
    stands_for: str = ""


@cache
def defaults() -> tuple[Reply, ...]:
    return load_replies(ROOT)


def default(key: str) -> Reply | None:
    return next((reply for reply in defaults() if reply.id == key), None)


def reply_texts(organisation: Organisation, language: str = "id") -> tuple[Offered, ...]:
    """Those of the catalogue in its order, each as the office has changed it, then its own by title."""
    rows = list(ReplyText.objects.filter(organisation=organisation, retired_at=None).order_by("title", "id")[:MOST])
    changed = {row.stands_for: row for row in rows if row.stands_for}
    found = [_own(changed[reply.id]) if reply.id in changed else _default(reply, language) for reply in defaults()]
    return (*found, *(_own(row) for row in rows if not row.stands_for))


def _own(row: ReplyText) -> Offered:
    return Offered(key=str(row.pk), title=row.title, text=row.text, row=row, stands_for=row.stands_for)


def _default(reply: Reply, language: str) -> Offered:
    english = language == "en"
    return Offered(
        key=reply.id,
        title=reply.title.en if english else reply.title.id,
        text=reply.text.en if english else reply.text.id,
        stands_for=reply.id,
    )


def reply_values(report: Report, due: str = "") -> Mapping[Field, str]:
    """``due``: the nearest deadline in words (``nearest_due``)."""
    matter = report.in_matter
    return {
        Field.NUMBER: matter.number if matter is not None else "",
        Field.DUE: due,
        Field.OFFICE: report.organisation.name,
    }


def nearest_due(report: Report) -> Clock | None:
    """The running deadline of its matter that comes first; none that only another reporter was given."""
    matter = report.in_matter
    if matter is None:
        return None
    rows = Clock.objects.filter(matter=matter, done_at=None)
    if report.joined_to_id is not None:
        rows = rows.exclude(rule__endswith=REPAIR)
    return rows.order_by("due_on", "id").first()


def own_reply(actor: Actor, pk: UUID) -> ReplyText:
    """One in use, to be changed. Errors: ``Forbidden``, ``NotFound``."""
    require(actor, "reply_text.write")
    row = visible(actor, ReplyText).filter(pk=pk, retired_at=None).first()
    if row is None:
        raise NotFound(gettext_noop("Teks ini tidak ada, atau sudah tidak dipakai."))
    return row
