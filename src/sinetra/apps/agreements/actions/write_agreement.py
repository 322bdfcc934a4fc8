"""The text of an agreement is recorded: a new one, one known from the press, or one written before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.agreements.models import Agreement
from sinetra.apps.agreements.vocabulary import AgreementState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, Conflict, gettext_noop

MOST_ARTICLES, MOST_LINES = 60, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDraft:
    """``articles``: number and text. ``parties``, ``signatories`` (offices) and ``contacts``: one a line."""

    title: str
    number: str = ""
    parties: tuple[str, ...]
    partner: Organisation | None = None
    scope: str
    articles: tuple[tuple[str, str], ...] = ()
    signatories: tuple[str, ...]
    signed_on: date | None = None
    valid_from: date
    valid_until: date | None = None
    review_on: date
    contacts: tuple[str, ...] = ()


def write_agreement(
    *, draft: AgreementDraft, actor: Actor, agreement: Agreement | None = None, version: int | None = None
) -> Agreement:
    """Errors: ``Forbidden``; ``BadInput`` naming the field; ``Conflict`` for one that ended or was changed."""
    require(actor, "agreement.write", agreement)
    if agreement is not None and (agreement.state == AgreementState.ENDED or agreement.version != version):
        raise Conflict(gettext_noop("Kesepakatan ini sudah berakhir, atau baru saja diubah orang lain."))
    values = _checked(draft, actor)
    with unit_of_work(actor) as work:
        if agreement is None:
            office = visible(actor, Organisation).get(pk=actor.office)
            row = Agreement(organisation=office, region_id=office.region_id, **values)
            row.contacts_sealed = seal_value(list(draft.contacts), row.pk, "contacts")
            work.create(row)
        else:
            contacts = seal_value(list(draft.contacts), agreement.pk, "contacts")
            row = work.change(agreement, **values, contacts_sealed=contacts)
        work.record("agreement.write", row)
    return row


def _checked(draft: AgreementDraft, actor: Actor) -> dict[str, Any]:
    if len(draft.parties) < 2:
        raise BadInput(gettext_noop("Tulis sedikitnya dua pihak, satu baris satu pihak."), field="parties")
    if not draft.signatories:
        raise BadInput(gettext_noop("Tulis jabatan para penanda tangan, satu baris satu jabatan."), field="signatories")
    for field in ("parties", "signatories", "contacts"):
        lines = getattr(draft, field)
        if len(lines) > MOST_LINES or any(len(line) > 200 for line in lines):
            message = gettext_noop("Paling banyak %(most)s baris, masing-masing sampai 200 huruf.")
            raise BadInput(message, field=field, most=MOST_LINES)
    if len(draft.articles) > MOST_ARTICLES:
        raise BadInput(gettext_noop("Paling banyak %(most)s pasal."), field="articles", most=MOST_ARTICLES)
    if draft.valid_until is not None and draft.valid_until < draft.valid_from:
        raise BadInput(gettext_noop("Hari terakhir tidak boleh sebelum hari pertama."), field="valid_until")
    if draft.partner is not None and draft.partner.pk == actor.organisation_id:
        raise BadInput(gettext_noop("Pilih pihak lain, bukan instansi Anda sendiri."), field="partner")
    return {
        "title": plain_text(draft.title, "title", (5, 300)),
        "number": draft.number.strip()[:120],
        "parties": list(draft.parties),
        "partner": draft.partner,
        "scope": plain_text(draft.scope, "scope", (5, 4000)),
        "articles": [{"number": number, "text": text} for number, text in draft.articles],
        "signatories": list(draft.signatories),
        "signed_on": draft.signed_on,
        "valid_from": draft.valid_from,
        "valid_until": draft.valid_until,
        "review_on": draft.review_on,
        "state": AgreementState.IN_FORCE,
    }
