"""A message between one side and the mediator, either way. The other side never reads it."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.mediation_intake import NOTE
from sinetra.apps.advice.mediation_talk import Message, messages_of, with_message
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import ENDED, TRACE_ANSWERED, TRACE_ASKED, Side
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock

#: That each of the two writes to the mediator, and the mediator to each: nobody fills the room of another.
MOST_MESSAGES = 30


def write_in_mediation(*, mediation: Mediation, side: Side, text: str, actor: Actor = PUBLIC) -> Mediation:
    """From the side itself, or from the team to that side.

    Errors: ``Forbidden``; ``BadInput`` naming ``text``; ``Conflict`` when it has ended or is full, or a lost race.
    """
    by_mediator = actor.kind == "person"
    require(actor, "mediation.answer" if by_mediator else "mediation.take_part", mediation)
    plain = plain_text(text, "text", NOTE, gettext_noop("Tulis pesannya, %(accepted)s huruf."))
    if mediation.state in ENDED:
        raise Conflict(gettext_noop("Mediasi ini sudah berakhir."), code="not_open")
    if sum(item.by_mediator == by_mediator for item in messages_of(mediation, side)) >= MOST_MESSAGES:
        raise Conflict(gettext_noop("Percakapan ini sudah penuh. Bicarakan sisanya saat bertemu."), code="full")
    message = Message(side=side, by_mediator=by_mediator, on=clock.today(), text=plain)
    sealed = with_message(mediation, message)
    with unit_of_work(actor) as work:
        work.change(mediation, talk_sealed=sealed, moved_at=clock.now())
        work.record(TRACE_ANSWERED if by_mediator else TRACE_ASKED, mediation)
    return mediation
