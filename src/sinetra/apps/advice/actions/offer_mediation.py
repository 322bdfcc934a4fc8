"""The team offers a mediator and a time. A new offer asks both sides again."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.mediation_talk import Offer
from sinetra.apps.advice.mediation_ties import is_tied, marks_of_account, marks_of_person
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.policies import person
from sinetra.apps.advice.vocabulary import TRACE_ANSWERED, MediationState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports import clock

LENGTHS = (2, 200)


def offer_mediation(*, mediation: Mediation, offer: Offer, is_free: bool, actor: Actor) -> Mediation:
    """``is_free``: the mediator declares to be no party, no superior of one, and of no unit of theirs.

    Errors: ``Forbidden``; ``Conflict`` when it was held or has ended; ``BadInput`` naming ``mediator`` for one who has
    to step aside by what is known, ``is_free``, ``day`` or a text.
    """
    require(actor, "mediation.offer", mediation)
    if mediation.state not in (MediationState.NEW, MediationState.OFFERED, MediationState.AGREED):
        raise Conflict(gettext_noop("Mediasi ini sudah berlangsung atau sudah berakhir."), code="not_open")
    if not is_free:
        message = gettext_noop("Mediator yang menjadi pihak, atasan pihak, atau dari unit yang sama harus menepi.")
        raise BadInput(message, field="is_free")
    checked = _checked(mediation, offer, actor)
    with unit_of_work(actor) as work:
        work.change(
            mediation,
            state=MediationState.OFFERED,
            offer_sealed=checked.sealed(mediation.pk),
            asker_agreed_on=None,
            invited_agreed_on=None,
            handled_by_id=person(actor),
            moved_at=clock.now(),
        )
        work.record(TRACE_ANSWERED, mediation)
    return mediation


def _checked(mediation: Mediation, offer: Offer, actor: Actor) -> Offer:
    texts = {name: plain_text(getattr(offer, name), name, LENGTHS) for name in ("mediator", "unit", "time", "place")}
    marks = marks_of_person(mediation.organisation_id, texts["mediator"], texts["unit"])
    if is_tied(mediation.ties, marks | marks_of_account(actor.user_id)):
        message = gettext_noop("Mediator ini menepi: namanya atau unitnya disebut oleh yang meminta. Pilih orang lain.")
        raise BadInput(message, field="mediator", code="steps_aside")
    if offer.day < clock.today():
        raise BadInput(gettext_noop("Pilih hari ini atau hari sesudahnya."), field="day")
    return Offer(day=offer.day, **texts)
