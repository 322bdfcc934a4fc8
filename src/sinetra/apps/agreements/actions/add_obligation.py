"""What a party owes under an agreement: written down, done, opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.agreements.models import Agreement, Obligation
from sinetra.apps.agreements.vocabulary import AgreementState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict, gettext_noop

LONGEST_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationDraft:
    """Either ``due_on``, or ``answer_days`` from each request. ``owner``: an office, no name."""

    text: str
    owner: str
    owner_organisation: Organisation | None = None
    article: str = ""
    gives_data: bool = False
    due_on: date | None = None
    answer_days: int | None = None


def add_obligation(*, agreement: Agreement, draft: ObligationDraft, actor: Actor) -> Obligation:
    """Errors: ``Forbidden``; ``BadInput`` naming the field; ``Conflict`` for an agreement that is not recorded."""
    require(actor, "agreement.write", agreement)
    if agreement.state != AgreementState.IN_FORCE:
        raise Conflict(gettext_noop("Kesepakatan ini tidak sedang berlaku."))
    if (draft.due_on is None) == (draft.answer_days is None):
        raise BadInput(gettext_noop("Isi salah satu: tanggal tenggat, atau berapa hari sejak diminta."), field="due_on")
    if draft.answer_days is not None and not 1 <= draft.answer_days <= LONGEST_DAYS:
        message = gettext_noop("Tulis angka %(accepted)s.")
        raise BadInput(message, field="answer_days", accepted=(f"1–{LONGEST_DAYS}",))
    row = Obligation(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        article=draft.article.strip()[:40],
        text=plain_text(draft.text, "text", (5, 500)),
        owner=plain_text(draft.owner, "owner", (2, 200)),
        owner_organisation=draft.owner_organisation,
        gives_data=draft.gives_data,
        due_on=draft.due_on,
        answer_days=draft.answer_days,
    )
    with unit_of_work(actor) as work:
        work.create(row)
        work.record("obligation.add", row, data={"agreement": str(agreement.pk)})
    return row


def settle_obligation(*, obligation: Obligation, done_on: date | None, note: str = "", actor: Actor) -> Obligation:
    """Done on a day, or with None open again. Errors: ``Forbidden``; ``Conflict``, also for one that is so already, and
    for one that is owed anew with each request."""
    require(actor, "obligation.settle", obligation)
    if obligation.due_on is None:
        raise Conflict(gettext_noop("Kewajiban ini timbul pada setiap permintaan; ia tidak selesai sekali saja."))
    if done_on is not None and obligation.done_on is not None:
        raise Conflict(gettext_noop("Kewajiban ini sudah dinyatakan selesai."))
    if done_on is None and obligation.done_on is None:
        raise Conflict(gettext_noop("Kewajiban ini sudah terbuka."))
    with unit_of_work(actor) as work:
        work.change(obligation, done_on=done_on, done_note=note.strip()[:300] if done_on else "")
        work.record("obligation.settle", obligation, data={"done_on": done_on})
    return obligation
