"""A second person has checked a draft: it enters the library."""

from __future__ import annotations

from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.advice.law import law_change
from sinetra.apps.advice.models import Opinion
from sinetra.apps.advice.policies import person
from sinetra.apps.advice.vocabulary import OpinionState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today


def publish_opinion(*, opinion: Opinion, version: int, actor: Actor) -> Opinion:
    """``version`` is what the second person read. Errors: ``Forbidden``; ``Conflict`` for the author's own draft
    (``two_persons``, also through another account), one that is no draft, was rewritten meanwhile, or whose law
    changed (``law_changed``).
    """
    require(actor, "opinion.publish", opinion)
    if opinion.state != OpinionState.DRAFT:
        raise Conflict(gettext_noop("Hanya konsep yang dapat diterbitkan."), code="no_draft")
    if opinion.written_by_id in accounts_of_one_person(person(actor)):
        raise Conflict(
            gettext_noop("Anda yang menulis pendapat ini; orang lain yang memeriksa dan menerbitkannya."),
            code="two_persons",
        )
    if opinion.version != version:
        raise Conflict(gettext_noop("Konsep ini baru saja ditulis ulang. Baca lagi sebelum menerbitkan."))
    day = today()
    if law_change(opinion.norms, opinion.law_date, day) is not None:
        raise Conflict(gettext_noop("Hukum yang disebut sudah berubah. Tulis ulang dahulu."), code="law_changed")
    with unit_of_work(actor) as work:
        work.change(opinion, state=OpinionState.PUBLISHED, checked_by_id=person(actor), published_on=day)
        work.record("opinion.publish", opinion)
    return opinion
