"""Pengambilalihan: a higher office of Bawaslu has decided to handle the matter itself, and gets it as a package."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.moves import TAKE_OVER, walk
from sinetra.apps.cases.partners import higher_offices
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.sending import outgoing, send
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.transfers import told
from sinetra.apps.cases.vocabulary import Purpose, State
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, gettext_noop


def take_over(
    *,
    matter: Matter,
    by: Organisation,
    order: str,
    ordered_on: date,
    summary: str,
    actor: Actor,
    at: datetime | None = None,
) -> HandOver:
    """``order`` and ``ordered_on``: number and date of the decision of the higher office, ``by``. Without one nobody
    takes anything over; with one the lower office cannot keep it.

    Errors: ``Forbidden`` (commissioners only); ``BadInput`` naming ``by``, ``order``, ``ordered_on`` or ``summary``;
    ``Conflict`` by state, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.take_over", matter)
    at, on = moment(at, matter.region_id)
    _check(order, ordered_on, summary, on)
    if not higher_offices(matter).filter(pk=by.pk).exists():
        raise BadInput(gettext_noop("Hanya kantor Bawaslu di atas kantor ini yang mengambil alih."), field="by")
    steps = walk(matter, TAKE_OVER, goal=State.TAKEN_OVER)
    require_roles(actor, "matter.take_over", steps)
    require_no_conflict(actor, matter)
    more = told(matter) | {"order": order.strip(), "ordered_on": ordered_on.isoformat()}
    hand_over = outgoing(matter, by, summary.strip(), at, purpose=Purpose.TAKE_OVER, more=more)
    with unit_of_work(actor) as work:
        work.change(matter, state=State.TAKEN_OVER)
        data = {"to": by.name, "package": hand_over.package_id, "order": order.strip(), "ordered_on": ordered_on}
        work.record("matter.take_over", matter, data=data)
        send(work, hand_over, at, on)
        add_step(work, StepCode.TAKEN_OVER, matter=matter, at=at, on=on, counterpart=by.name)
    return hand_over


def _check(order: str, ordered_on: date, summary: str, today: date) -> None:
    if not order.strip() or len(order) > 100:
        raise BadInput(gettext_noop("Tuliskan nomor keputusan kantor yang mengambil alih."), field="order")
    if ordered_on > today:
        raise BadInput(
            gettext_noop("%(field)s: tanggal %(value)s belum terjadi; paling lambat %(accepted)s."),
            field="ordered_on",
            accepted=(today.isoformat(),),
            value=ordered_on.isoformat(),
        )
    if not summary.strip():
        raise BadInput(gettext_noop("Tuliskan ringkasan untuk kantor penerima."), field="summary")
