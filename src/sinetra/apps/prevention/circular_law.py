"""What became of the law that a circular cites, computed when somebody looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.prevention.circular_letter import norms_of
from sinetra.apps.prevention.models import Circular
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.changes import ChangeKind, changes


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNews:
    """A cited norm that no longer stands as it stood. ``since`` and ``kind`` None: the catalogue lost it."""

    norm: str
    since: date | None
    kind: ChangeKind | None


def law_news(row: Circular, day: date) -> tuple[LawNews, ...]:
    """By the day of the change; empty while everything that is cited stands on ``day`` as on the day of the letter."""
    if row.issued_on is None or day < row.issued_on:
        return ()
    book, cited = rulebook(), norms_of(row)
    lost = [LawNews(norm=name, since=None, kind=None) for name in cited if name not in book.place]
    found = [
        LawNews(norm=change.norm.id, since=change.day, kind=change.kind)
        for change in changes(book, row.issued_on, day)
        if change.norm.id in cited
    ]
    return (*lost, *found)


def require_in_force(norms: Iterable[str], day: date, field: str) -> None:
    """Errors: ``BadInput`` naming ``field`` and what is not in force on ``day``."""
    known = {item.norm.id for item in rulebook().norms_on(day)}
    wrong = [name for name in dict.fromkeys(norms) if name not in known]
    if wrong:
        message = gettext_noop("Tidak berlaku pada tanggal surat: %(value)s. Pakai kode dari halaman aturan.")
        raise BadInput(message, field=field, value=", ".join(wrong))
