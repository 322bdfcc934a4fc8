"""A recommendation about a civil servant that its receiver has acknowledged enters the register of recommendations."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.work import Work
from sinetra.apps.cases.follow_up import due_of
from sinetra.apps.cases.models import HandOver, IssuedDocument, Matter, Recommendation, Track
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.routing import concerns
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.apps.registry.counting import counting_of
from sinetra.core.casework.states import Product
from sinetra.core.law.words import ASN
from sinetra.ports import clock

_LETTER = "forwarding"


def enter(work: Work, track: Track, hand_over: HandOver, *, received_on: date) -> Recommendation | None:
    """By number and day of the letter that the office issued; without one by the number of the matter and the day on
    which it was sent. None for other tracks, and where the letter stands in the register for another track.

    A row that stood there before (imported, or written by hand) is kept as it is and learns of which track it is.
    """
    if track.product != Product.RECOMMENDATION or track.subject not in ASN:
        return None
    matter = track.matter
    number, dated_on = _letter(matter, hand_over)
    known = Recommendation.objects.filter(
        organisation=matter.organisation_id, number=number, dated_on=dated_on, addressee=hand_over.counterpart_name
    ).first()
    if known is not None:
        return _join(work, known, track)
    due = due_of(dated_on, received_on, office=matter.organisation, counting=counting_of(matter.organisation_id))
    made = Recommendation(
        organisation_id=matter.organisation_id,
        number=number,
        dated_on=dated_on,
        addressee=hand_over.counterpart_name,
        persons=sum(concerns(str(person["role"] or ""), track.subject) for person in reported_of(matter)) or 1,
        received_on=max(received_on, dated_on),
        due_on=None if due is None else due.due,
        due_told=None if due is None else due.kept(),
        track=track,
    )
    work.create(made)
    work.record("recommendation.enter", made, data={"due": made.due_on})
    return made


def _letter(matter: Matter, hand_over: HandOver) -> tuple[str, date]:
    issued = IssuedDocument.objects.filter(matter=matter, kind=_LETTER, state=LetterState.ISSUED)
    letter = issued.order_by("-issued_at", "-id").first()
    if letter is not None:
        return letter.number, letter.dated_on
    sent_on = hand_over.sent_at.astimezone(clock.zone_of(matter.region_id).info).date()
    return matter.register_number or matter.number, sent_on


def _join(work: Work, known: Recommendation, track: Track) -> Recommendation | None:
    if known.track_id is not None or Recommendation.objects.filter(track=track).exists():
        return None
    work.change(known, track=track)
    work.record("recommendation.enter", known, data={"due": known.due_on})
    return known
