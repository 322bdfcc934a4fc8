"""A second person has checked a draft: the circular is out, its text frozen, the one before it superseded."""

from __future__ import annotations

from datetime import date

from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.advice.policies import person
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.circular_law import law_news
from sinetra.apps.prevention.circular_letter import compose, signatory_on
from sinetra.apps.prevention.circular_numbers import next_number
from sinetra.apps.prevention.models import Circular
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.prevention.circular_number import number_key
from sinetra.ports.clock import today


def publish_circular(*, circular: Circular, version: int, actor: Actor, day: date | None = None) -> Circular:
    """``version`` is what the second person read; ``day`` the legal date, today by default.

    Errors: ``Forbidden``; ``Conflict`` for the author's own draft (also through another account), one that is no draft,
    was rewritten meanwhile, is dated later than ``day``, cites law that changed since its date, has no signatory, or
    would supersede what no longer holds.
    """
    require(actor, "circular.publish", circular)
    day = day or today(circular.region_id)
    _may_go(circular, version, actor, day)
    with unit_of_work(actor) as work:
        number = circular.number or next_number(work, circular.organisation_id, circular.issued_on or day)
        letter = compose(circular, number=number, annexes=circular.annexes.count())
        work.change(
            circular,
            state=Circular.State.PUBLISHED,
            number=number,
            number_key=number_key(number),
            letter=letter.to_json(),
            checked_by_id=person(actor),
            published_on=day,
        )
        if circular.supersedes is not None:
            _supersede(work, circular.supersedes, actor, day)
        work.record("circular.publish", circular)
    return circular


def _may_go(circular: Circular, version: int, actor: Actor, day: date) -> None:
    if circular.state != Circular.State.DRAFT:
        raise Conflict(gettext_noop("Hanya konsep yang dapat diterbitkan."), code="no_draft")
    if circular.written_by_id in accounts_of_one_person(person(actor)):
        message = gettext_noop("Anda yang menulis konsep ini; orang lain yang memeriksa dan menerbitkannya.")
        raise Conflict(message, code="two_persons")
    if circular.version != version:
        raise Conflict(gettext_noop("Konsep ini baru saja ditulis ulang. Baca lagi sebelum menerbitkan."))
    if circular.issued_on is None or circular.issued_on > day:
        raise Conflict(gettext_noop("Tanggal surat ini belum tiba. Terbitkan pada tanggalnya, atau ubah tanggalnya."))
    if law_news(circular, day):
        message = gettext_noop("Hukum yang dikutip sudah berubah sejak tanggal surat. Perbarui konsepnya dahulu.")
        raise Conflict(message, code="law_changed")
    if signatory_on(circular, circular.issued_on) is None:
        raise Conflict(gettext_noop("Register tidak menyebut penanda tangan pada tanggal surat."), code="no_signatory")
    before = circular.supersedes
    if before is not None and before.state not in {Circular.State.PUBLISHED, Circular.State.PRESS}:
        raise Conflict(gettext_noop("Edaran yang hendak diganti tidak berlaku lagi."), code="not_published")


def _supersede(work: Work, before: Circular, actor: Actor, day: date) -> None:
    work.change(
        before,
        state=Circular.State.SUPERSEDED,
        ended_on=day,
        ended_by_id=actor.user_id,
        law_changed_on=None,
        escalated_on=None,
    )
    work.record("circular.supersede", before)
