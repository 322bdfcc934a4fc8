"""What the page of retention shows: runs with their certificates, what is due soon. Numbers and days, no names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.retention import periods
from sinetra.apps.cases.erasure.certify import CERTIFICATE
from sinetra.apps.cases.erasure.due import IDENTITY, MATTER, NOT_PROVEN, RULES, due, matters_before, rule_of
from sinetra.apps.cases.erasure.run import name_of
from sinetra.apps.cases.models import ErasedRecord, ErasureRun, Matter
from sinetra.apps.prevention.kept_files import opened
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.retention import Keeping

AHEAD = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A closed matter that falls due within the next 90 days, or is due already and waits for the nightly run."""

    matter: Matter
    rule: Keeping


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedNotice:
    """Why a matter's page is empty."""

    record: ErasedRecord
    rule: Keeping


def runs(actor: Actor) -> QuerySet[ErasureRun]:
    """To be paged by ``("-started_at", "-id")``. Errors: ``Forbidden``."""
    require(actor, "retention.read")
    return visible(actor, ErasureRun)


def coming(actor: Actor, now: datetime, *, most: int) -> list[Coming]:
    """The first ones of each rule, oldest first; what is held back is not among them. Errors: ``Forbidden``."""
    require(actor, "retention.read")
    found: list[Matter] = []
    for rule in (NOT_PROVEN, MATTER):
        rows = matters_before(rule, periods().get(rule).cut_off(now + AHEAD)).filter(organisation=actor.office)
        found += rows.order_by("closed_at", "pk")[:most]
    ordered = sorted(found, key=lambda row: (row.closed_at or now, row.pk))[:most]
    return [Coming(matter=row, rule=periods().get(rule_of(row))) for row in ordered]


def certificate_file(actor: Actor, key: UUID) -> tuple[ErasureRun, bytes]:
    """Errors: ``Forbidden``, ``NotFound``."""
    run = runs(actor).filter(pk=key).exclude(blob="").first()
    if run is None:
        raise NotFound(gettext_noop("Sertifikat ini tidak ada, atau bukan untuk Anda."))
    return run, opened(run.blob, CERTIFICATE)


def erased_notice(matter: Matter) -> ErasedNotice | None:
    record = ErasedRecord.objects.filter(matter=matter).exclude(rule=IDENTITY).select_related("run").first()
    return None if record is None else ErasedNotice(record=record, rule=periods().get(record.rule))


def due_names(now: datetime) -> Iterator[tuple[str, str]]:
    """Rule and number of everything that is due at ``now``, for the command line."""
    for rule in RULES:
        for row in due(rule, now).order_by("pk").iterator(chunk_size=500):
            yield rule, name_of(row)
