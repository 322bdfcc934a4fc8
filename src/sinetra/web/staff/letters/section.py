"""The section *Surat* on the page of a received matter: what can be written now, and what was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases.examinations.selectors import next_verb
from sinetra.apps.cases.letters.facts import shown_people
from sinetra.apps.cases.letters.reads import documents, kind_of
from sinetra.apps.cases.models import IssuedDocument, Matter
from sinetra.apps.cases.vocabulary import HandOverState, MatterKind, State
from sinetra.web.format import day_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.letters.forms import said
from sinetra.web.staff.letters.offered import Line, about, lines_of
from sinetra.web.staff.letters.words import STATES

#: The newest ones; the page of letters has them all.
_SHOWN = 10
_TAKEN_ON = frozenset({HandOverState.ACKNOWLEDGED.value, State.FORWARDED.value, State.CLOSED.value})


def letters_section(actor: Actor, matter: Matter) -> dict[str, Any] | None:
    """None where the matter is not the office's to write about."""
    is_theirs = matter.kind == MatterKind.HANDED_OVER and matter.state in _TAKEN_ON and matter.erased_at is None
    if not is_theirs or not may(actor, "document.read"):
        return None
    lines = lines_of(matter) if may(actor, "document.write") else []
    people = shown_people(matter)
    rows = documents(actor, matter).select_related("examination").order_by("-created_at", "-id")[:_SHOWN]
    return {
        "next": [_link(line) for line in lines if _is_next(line)],
        "other": [_link(line) for line in lines if not _is_next(line)],
        "written": [_pair(row, people) for row in rows],
        "all": Link(text=_("Semua surat perkara ini"), url=reverse("letters", args=[matter.pk])),
    }


def _is_next(line: Line) -> bool:
    """Its step is the one that comes next for the person."""
    row = line.offer.examination
    return row is not None and line.offer.kind.step == next_verb(row) != ""


def _link(line: Line) -> Link:
    title = _("Buat: %(letter)s") % {"letter": line.title}
    return Link(text=f"{title} – {line.about}" if line.about else title, url=line.url)


def _pair(row: IssuedDocument, people: Sequence[str]) -> Pair:
    title, whom = said(kind_of(row).title), about(row.examination, people)
    day = day_text(row.dated_on, get_language() or "id", weekday=False)
    return Pair(
        term=f"{title} – {whom}" if whom else title,
        value=row.number or _("belum bernomor"),
        note=f"{day}, {STATES[row.state][1]}",
        url=reverse("letter", args=[row.pk]),
    )
