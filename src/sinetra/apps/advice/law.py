"""The norms an opinion rests on: in force on its day, and whether they still stand as they stood then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.model import Norm, Period
from sinetra.core.law.rulebook import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    """``since``: the first day of the other law; None when the catalogue no longer has the norm at all."""

    since: date | None


def require_in_force(norms: Iterable[str], day: date) -> None:
    """Errors: ``BadInput`` naming ``norms`` for none at all, an unknown one, or one not in force on ``day``."""
    given = list(norms)
    if not given:
        raise BadInput(gettext_noop("Pilih sedikitnya satu aturan, atau tulis kodenya."), field="norms")
    known = {item.norm.id for item in rulebook().norms_on(day)}
    wrong = [name for name in given if name not in known]
    if wrong:
        raise BadInput(
            gettext_noop("Pilih pasal yang berlaku pada tanggal hukum itu; yang tidak berlaku: %(value)s"),
            field="norms",
            value=", ".join(wrong),
        )


def law_change(norms: Iterable[str], law_date: date, day: date) -> LawChange | None:
    """What became of the norms between ``law_date`` and ``day``, by their versions and by the articles to cite."""
    book = rulebook()
    ends: list[date] = []
    for name in norms:
        norm = _norm(book, name)
        if norm is None:
            return LawChange(since=None)
        ends += [end for end in _ends(norm, law_date) if end < day]
    return LawChange(since=min(ends) + timedelta(days=1)) if ends else None


def _norm(book: Rulebook, name: str) -> Norm | None:
    return book.norm(name) if name in book.place else None


def _ends(norm: Norm, law_date: date) -> Iterator[date]:
    """The last days of what holds on ``law_date``."""
    periods: list[Period] = [*(item.period for item in norm.versions), *(item.period for item in norm.citations)]
    return (period.end for period in periods if period.holds(law_date) and period.end is not None)
