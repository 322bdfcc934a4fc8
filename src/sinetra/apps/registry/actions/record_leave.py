"""A head or deputy is on leave for the campaign: which days, given by whom, told to the KPU when."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import CampaignLeave, HeldRole, Organisation
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.core.casework.heads import same_name
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.law.words import BodyCode

_TAKES_LEAVE = (HeldRoleName.REGIONAL_HEAD, HeldRoleName.DEPUTY_REGIONAL_HEAD)
_CORRECTABLE = ("holder_name", "from_on", "until_on", "given_by", "told_kpu_on", "source", "confidence")


def record_leave(
    *,
    organisation: Organisation,
    holder_name: str,
    from_on: date,
    until_on: date,
    source: str,
    actor: Actor,
    given_by: BodyCode | None = None,
    told_kpu_on: date | None = None,
    confidence: Confidence = Confidence.UNCHECKED,
    known: CampaignLeave | None = None,
    at: datetime | None = None,
) -> CampaignLeave:
    """``known``: the leave that is corrected; else the same holder and first day again only writes what changed.

    Errors: ``Forbidden``; ``BadInput`` on ``holder_name`` (also for who is neither head nor deputy on the first day),
    ``source``, ``until_on``; ``Conflict`` for days on which this person is on record as on leave already.
    """
    row = CampaignLeave(
        organisation=organisation,
        holder_name=holder_name.strip(),
        from_on=from_on,
        until_on=until_on,
        given_by=given_by.value if given_by else "",
        told_kpu_on=told_kpu_on,
        source=source.strip(),
        confidence=confidence.value,
    )
    require(actor, "registry.record_leave", known or row)
    _check(row)
    with unit_of_work(actor, at=at) as work:
        rows = CampaignLeave.objects.filter(organisation=organisation, holder_name=row.holder_name)
        known = known or rows.filter(from_on=from_on).first()
        _check_free(row, [other for other in rows if known is None or other.pk != known.pk])
        if known is None:
            work.create(row)
            work.record("registry.record_leave", row, data={"from_on": from_on, "until_on": until_on})
            return row
        changed = {name: getattr(row, name) for name in _CORRECTABLE if getattr(known, name) != getattr(row, name)}
        if changed:
            work.change(known, **changed)
            work.record("registry.record_leave", known, data={"changed": sorted(changed)})
    return known


def _check(row: CampaignLeave) -> None:
    for field in ("holder_name", "source"):
        if not getattr(row, field):
            raise BadInput(gettext_noop("Harus diisi: %(field)s"), field=field)
    if row.until_on < row.from_on:
        raise BadInput(
            gettext_noop("Hari terakhir sebelum hari pertama (%(first)s)"),
            field="until_on",
            first=row.from_on.isoformat(),
        )
    held = HeldRole.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=row.from_on),
        organisation_id=row.organisation_id,
        role__in=_TAKES_LEAVE,
        kind=HeldKind.DEFINITIVE,
        from_on__lte=row.from_on,
    )
    if not any(same_name(name, row.holder_name) for name in held.values_list("holder_name", flat=True)):
        raise BadInput(
            gettext_noop("Pada hari pertama cuti ia tidak tercatat sebagai kepala daerah atau wakil."),
            field="holder_name",
        )


def _check_free(row: CampaignLeave, others: list[CampaignLeave]) -> None:
    for other in others:
        if other.from_on <= row.until_on and row.from_on <= other.until_on:
            raise Conflict(
                gettext_noop("Cuti %(holder)s sudah tercatat dari %(first)s sampai %(last)s."),
                code="on_leave",
                holder=other.holder_name,
                first=other.from_on.isoformat(),
                last=other.until_on.isoformat(),
            )
