"""Who holds a public office, from which day and why: definitive, Plt, Plh, Pjs or Pj."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.registry.models import HeldRole, Organisation, Person
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, Conflict, gettext_noop

_CORRECTABLE = ("kind", "until_on", "holder_title", "person_id", "reason", "source", "confidence")
_IDENTIFYING = ("role", "holder_name", "from_on")


def hold_role(
    *,
    organisation: Organisation,
    role: HeldRoleName,
    kind: HeldKind,
    holder_name: str,
    from_on: date,
    until_on: date | None,
    source: str,
    actor: Actor,
    holder_title: str = "",
    person: Person | None = None,
    reason: str = "",
    confidence: Confidence = Confidence.UNCHECKED,
    known: HeldRole | None = None,
    at: datetime | None = None,
) -> HeldRole:
    """Both days count. Who acts (Plt, Plh, Pjs, Pj) stands over a definitive holder, who keeps the office; among
    definitive holders, and among acting ones, there is one a day, and an open term ends the day before a new one.

    ``known``: the term that is corrected; else the same term again only writes what changed.

    Errors: ``Forbidden``; ``BadInput`` on ``holder_name``, ``source``, ``until_on``; ``Conflict`` when somebody else
    holds the office in the same way on one of the days.
    """
    row = HeldRole(
        organisation=organisation,
        role=role,
        kind=kind,
        holder_name=holder_name.strip(),
        holder_title=holder_title,
        person=person,
        from_on=from_on,
        until_on=until_on,
        reason=reason,
        source=source.strip(),
        confidence=confidence,
    )
    require(actor, "registry.hold_role", known or row)
    for field in ("holder_name", "source"):
        if not getattr(row, field):
            raise BadInput(gettext_noop("Harus diisi: %(field)s"), field=field)
    if until_on is not None and until_on < from_on:
        raise BadInput(
            gettext_noop("Hari terakhir sebelum hari pertama (%(first)s)"), field="until_on", first=from_on.isoformat()
        )
    with unit_of_work(actor, at=at) as work:
        beside = _in_the_same_way(row)
        if known is not None:
            return _correct(work, known, row, (*_IDENTIFYING, *_CORRECTABLE))
        same = beside.filter(holder_name=row.holder_name, from_on=from_on).first()
        if same is not None:
            return _correct(work, same, row, _CORRECTABLE)
        open_before = beside.filter(until_on__isnull=True, from_on__lt=from_on).first()
        if open_before is not None:
            work.change(open_before, until_on=from_on - timedelta(days=1))
            work.record("registry.end_held_role", open_before, data={"until_on": open_before.until_on})
        _check_free(row, beside)
        work.create(row)
        work.record("registry.hold_role", row, data={"role": role.value, "kind": kind.value, "from_on": from_on})
    return row


def _in_the_same_way(row: HeldRole) -> QuerySet[HeldRole]:
    rows = HeldRole.objects.filter(organisation_id=row.organisation_id, role=row.role).order_by("from_on")
    definitive = HeldKind.DEFINITIVE.value
    return rows.filter(kind=definitive) if row.kind == definitive else rows.exclude(kind=definitive)


def _correct(work: Work, known: HeldRole, row: HeldRole, names: tuple[str, ...]) -> HeldRole:
    wanted = {name: getattr(row, name) for name in names}
    changed = {name: value for name, value in wanted.items() if getattr(known, name) != value}
    if changed:
        _check_free(row, _in_the_same_way(row).exclude(pk=known.pk))
        work.change(known, **changed)
        work.record("registry.hold_role", known, data={"changed": sorted(changed)})
    return known


def _check_free(row: HeldRole, beside: QuerySet[HeldRole]) -> None:
    if row.until_on is not None:
        beside = beside.filter(from_on__lte=row.until_on)
    other = beside.filter(Q(until_on__isnull=True) | Q(until_on__gte=row.from_on)).first()
    if other is not None:
        raise Conflict(
            gettext_noop("Jabatan ini pada hari itu dipegang %(holder)s (mulai %(first)s)"),
            code="held",
            holder=other.holder_name,
            first=other.from_on.isoformat(),
        )
