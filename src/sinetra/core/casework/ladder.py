"""The ladder of follow-up when a recommendation is not acted on: each rung after the one before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.law.words import BodyCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """``after``: the rung that must have been taken; ``deadline``: the rule that must have run out first."""

    name: str
    title: Bilingual
    after: str | None
    actor: BodyCode
    deadline: str | None
    source: str
    confidence: Confidence


def next_rung(ladder: Sequence[Rung], taken: Collection[str]) -> Rung | None:
    """The lowest rung that was not taken; None at the top."""
    return next((rung for rung in ladder if rung.name not in taken), None)


def require_rung(ladder: Sequence[Rung], name: str, taken: Collection[str], *, overdue: bool) -> Rung:
    """The rung ``name``. Errors: Conflict when it was taken, when one before it is missing, or when the time of the
    one who must act has not run out."""
    rung = next((rung for rung in ladder if rung.name == name), None)
    following = next_rung(ladder, taken)
    if rung is None or following is None or rung.name != following.name:
        raise Conflict(
            gettext_noop("Tangga %(step)s tidak mungkin sekarang; yang berikutnya: %(possible)s"),
            code="illegal_transition",
            step=name,
            possible=following.name if following is not None else "-",
        )
    if rung.deadline is not None and not overdue:
        raise Conflict(
            gettext_noop("Tenggat %(rule)s belum lewat; %(step)s baru sesudah itu."),
            code="not_due",
            rule=rung.deadline,
            step=name,
        )
    return rung
