"""What an asker said, and the norms that an answer cites: as they stood on its law date, and whether they still do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.advice.law import LawChange, law_change
from sinetra.apps.base.catalogue import rulebook
from sinetra.web import law_view, parts
from sinetra.web.format import day_text
from sinetra.web.public.may_i_asked import Asked, lines


def norm_reasons(norms: Iterable[str], law_date: date) -> list[parts.Reason]:
    """A norm that the catalogue no longer has stands with its id."""
    book = rulebook()
    return [
        parts.Reason(
            text=law_view.in_words(book.norm(name).title),
            citations=law_view.citations(book.instruments, book.norm(name).citations, law_date),
            url=reverse("norm", args=[name]),
        )
        if name in book.place
        else parts.Reason(text=name)
        for name in norms
    ]


def said_pairs(asked: Asked) -> list[parts.Pair]:
    """What was said in the interview, in its order."""
    elections = {item.id: law_view.in_words(item.name) for item in rulebook().clock.timetables}
    return [parts.Pair(term=term, value=value) for _name, term, value in lines(asked, elections)]


def changed_words(norms: Iterable[str], law_date: date, day: date) -> str:
    """Empty while the law stands."""
    change = law_change(norms, law_date, day)
    return "" if change is None else _since(change)


def _since(change: LawChange) -> str:
    if change.since is None:
        return _("Hukum berubah: katalog tidak lagi memuat salah satu aturannya.")
    return _("Hukum berubah sejak %(day)s.") % {"day": day_text(change.since, law_view.language(), weekday=False)}
