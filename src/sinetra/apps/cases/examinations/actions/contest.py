"""The person objects, or appeals to the BPASN (PP 79/2021)."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.remedies import remedy_of
from sinetra.apps.cases.examinations.taking import Told, begin, require_text
from sinetra.apps.cases.models import Examination
from sinetra.core.errors import Conflict, gettext_noop


def contest(
    *, examination: Examination, letter: str, on: date, actor: Actor, note: str = "", at: datetime | None = None
) -> Examination:
    """``on``: the day on which it was received. One that comes late is recorded too: whoever reviews it says so.

    Errors: ``Forbidden``; ``BadInput`` without a letter or for a day that cannot be; ``Conflict`` when the law knows
    nothing against such a decision, when it was contested before, by stage or interest.
    """
    taking = begin(examination, "contest", "contest", Told(on=on, letter=letter, note=note), actor=actor, at=at)
    require_text(letter, "letter", gettext_noop("Tuliskan nomor atau tanda terima suratnya."))
    remedy = remedy_of(examination)
    if remedy is None:
        message = gettext_noop("Katalog hukum tidak mengenal keberatan atau banding atas keputusan ini.")
        raise Conflict(message, code="no_remedy")
    if examination.remedy:
        raise Conflict(
            gettext_noop("Keberatan atau banding atas keputusan ini sudah diputus."), code="contested_before"
        )
    return taking.write(starts=remedy.answers, remedy=remedy.kind, remedy_filed_on=on)
