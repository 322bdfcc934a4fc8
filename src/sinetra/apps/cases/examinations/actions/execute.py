"""The penalty was carried out, proven by a document or an entry."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.effect import effective_from
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.core.errors import BadInput, gettext_noop


def execute(
    *, examination: Examination, letter: str, on: date, actor: Actor, note: str = "", at: datetime | None = None
) -> Examination:
    """``letter``: the document or entry that proves it.

    Errors: ``Forbidden``; ``BadInput`` without proof, for a day that cannot be, or one before the decision can have
    taken force by any reading of PP 94/2021 art. 38(1); ``Conflict`` by stage or interest.
    """
    taking = begin(examination, "execute", "execute", Told(on=on, letter=letter, note=note), actor=actor, at=at)
    require_text(letter, "letter", gettext_noop("Tuliskan dokumen atau catatan yang membuktikannya."))
    first = effective_from(examination)
    if first is not None and on < first:
        raise BadInput(
            gettext_noop("Keputusan belum berlaku pada hari itu menurut bacaan mana pun; paling cepat %(accepted)s."),
            field="on",
            accepted=(first.isoformat(),),
        )
    return taking.write(executed_on=on)
