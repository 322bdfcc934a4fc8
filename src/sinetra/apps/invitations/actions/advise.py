"""An adviser answers. Its word goes to whoever holds the code; from Bawaslu by a signed package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.law import require_in_force
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.partners import party_of
from sinetra.apps.cases.steps import moment
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.told import Advice
from sinetra.apps.invitations.vocabulary import TRACE_ANSWERED, Source, Stance, Way
from sinetra.apps.reports.sealing import seal_value
from sinetra.core import packages
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.ports import keyring

LENGTHS = (10, 4000)


def advise(
    *,
    consultation: Consultation,
    stance: Stance,
    text: str,
    law_date: date,
    norms: Sequence[str],
    actor: Actor,
    at: datetime | None = None,
) -> Consultation:
    """``norms``: ids of the catalogue, in force on ``law_date``. Late is possible: the asker sees that it was late.

    Errors: ``Forbidden``; ``Conflict`` when it was given before, or is Bawaslu's to give; ``BadInput`` naming ``text``
    or ``norms``.
    """
    require(actor, "invitation.advise", consultation)
    if consultation.way == Way.SENT:
        raise Conflict(gettext_noop("Nasihat ini diberikan Bawaslu, bukan kantor ini."), code="not_own")
    require_waiting(consultation)
    advice = checked(Advice(stance=stance, text=text, law_date=law_date, norms=tuple(norms)))
    at, on = moment(at, consultation.organisation.region_id)
    reply = _reply(consultation, advice, on, at) if consultation.way == Way.RECEIVED else None
    values = given(consultation, advice, Source.HERE, on, at)
    if reply is not None:
        values["reply_sealed"] = seal_value(packages.write(reply, keyring.sign).decode(), consultation.pk, "reply")
    with unit_of_work(actor) as work:
        work.change(consultation, **values, advised_by_id=actor.user_id)
        work.record(TRACE_ANSWERED, consultation)
        if reply is not None:
            payload = {"consultation": str(consultation.pk), "part": "reply"}
            work.enqueue("invitations.deliver", payload, key=f"package:{reply.id}")
    return consultation


def require_waiting(consultation: Consultation) -> None:
    """Errors: ``Conflict``."""
    if consultation.advised_at is not None:
        raise Conflict(gettext_noop("Nasihat ini sudah diberikan."), code="advised")


def checked(advice: Advice) -> Advice:
    """Errors: ``BadInput`` naming ``text`` or ``norms``."""
    require_in_force(advice.norms, advice.law_date)
    return replace(
        advice, text=plain_text(advice.text, "text", LENGTHS, gettext_noop("Tuliskan nasihatnya, %(accepted)s huruf."))
    )


def given(consultation: Consultation, advice: Advice, source: Source, on: date, at: datetime) -> dict[str, object]:
    """The columns of an advice that is there to be read as soon as it is given."""
    return {
        "advice_sealed": seal_value(advice.plain(), consultation.pk, "advice"),
        "source": source,
        "advised_on": on,
        "advised_at": at,
        "arrived_on": on,
        "arrived_at": at,
    }


def _reply(consultation: Consultation, advice: Advice, on: date, at: datetime) -> packages.Package:
    """Names the package and the digest of exactly what was received."""
    return packages.Package(
        kind=packages.Kind.ADVICE,
        id=uuid7(),
        sender=party_of(consultation.organisation),
        recipient=packages.Party(kind=consultation.counterpart_kind, name=consultation.counterpart_name),
        created_at=at,
        content={
            "package": str(consultation.package_id),
            "digest": consultation.package_digest,
            "advice": advice.plain(),
            "advised_on": on.isoformat(),
        },
    )
