"""Somebody files a report or gives initial information, with or without an account, on paper or by phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.steps import StepCode, add_step
from sinetra.apps.evidence.limits import full_disk_is_told
from sinetra.apps.evidence.pieces import Piece, check_new, clear_away, pieces_of, store_pieces, take
from sinetra.apps.registry.counting import counting_at
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.codes import Secrets, content_hashes, secrets_of
from sinetra.apps.reports.custody import sealed_for
from sinetra.apps.reports.identity_seals import sealed_identity
from sinetra.apps.reports.intake import NewReport, check_days
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.offices import competent_office, require_intake_here
from sinetra.apps.reports.sealing import seal_value
from sinetra.apps.reports.vocabulary import Channel, Source
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.news_token import seed_of
from sinetra.ports import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What the reporter is told. ``repeated``: this filing was here already; nothing was written."""

    report_id: UUID
    code: str
    channel: Channel
    kept_as: Channel
    filed_at: datetime
    filed_on: date
    due: tuple[law_clock.Due, ...]
    repeated: bool = False

    def __repr__(self) -> str:
        return f"Filed({self.report_id})"


def file_report(
    *,
    report: NewReport,
    source: Source = Source.WEB,
    actor: Actor = PUBLIC,
    at: datetime | None = None,
    signed: bool = False,
) -> Filed:
    """Files once: a repeat with the same key and content gives the same answer, code included.

    ``at`` backdates the filing (paper, demonstration); without it the legal date is today's. ``signed``: the office
    holds the signed form already.
    Errors: ``Misdirected`` (profile pemda), ``BadInput`` naming the field, ``Conflict`` for a repeat with other
    content, ``Forbidden``, ``NoSpace``.
    """
    require_intake_here()
    filed_at = at or clock.now()
    filed_on = at.astimezone(clock.zone_of(report.region).info).date() if at else clock.today(report.region)
    pieces = pieces_of(report.evidence)
    known = _filed_before(report, pieces)
    if known is not None:
        return known
    check_days(report, filed_on)
    check_new(pieces)
    secret = secrets_of(report.idempotency_key)[0]
    row = _row(report, secret, competent_office(report.region), source, filed_at, filed_on, pieces, signed=signed)
    require(actor, "report.file", row)
    identity = _identity(row, report)
    store_pieces(pieces)
    try:
        with full_disk_is_told(), unit_of_work(actor) as work:
            work.create(row)
            data = {"channel": row.channel, "kept_as": row.kept_as, "source": row.source, "region": row.region_id}
            work.record("report.file", row, data=data)
            if identity is not None:
                work.create(identity)
                work.record("identity.seal", identity)
            take(work, row, pieces, at=filed_at)
            add_step(work, StepCode.FILED, report=row, at=filed_at, on=filed_on)
            if row.kept_as != row.channel:
                add_step(work, StepCode.KEPT_AS_INITIAL_INFORMATION, report=row, at=filed_at, on=filed_on)
    except IntegrityError:
        # The same key came twice at once: the other one was faster, and its answer is ours.
        known = _filed_before(report, pieces)
        if known is None:
            raise
        return known
    clear_away(pieces)
    return _answer(row, secret.code)


def _filed_before(report: NewReport, pieces: Sequence[Piece]) -> Filed | None:
    secrets = {secret.key_hash: secret for secret in secrets_of(report.idempotency_key)}
    found = Report.objects.filter(key_hash__in=list(secrets))
    if not found.exists():
        return None
    row = found.get()
    if bytes(row.content_hash) not in _content(report, pieces):
        raise Conflict(
            gettext_noop("Kunci pengiriman ini sudah dipakai untuk isi yang lain. Mulai laporan baru."),
            code="other_content",
        )
    return _answer(row, secrets[bytes(row.key_hash)].code, repeated=True)


def _content(report: NewReport, pieces: Sequence[Piece]) -> tuple[bytes, ...]:
    return content_hashes(report.content([piece.sha256 for piece in pieces]))


def _answer(row: Report, code: str, *, repeated: bool = False) -> Filed:
    return Filed(
        report_id=row.pk,
        code=code,
        channel=Channel(row.channel),
        kept_as=Channel(row.kept_as),
        filed_at=row.filed_at,
        filed_on=row.filed_on,
        due=tuple(law_clock.Due.of(kept) for kept in row.due),
        repeated=repeated,
    )


def _row(
    report: NewReport,
    secret: Secrets,
    office: Organisation,
    source: Source,
    filed_at: datetime,
    filed_on: date,
    pieces: Sequence[Piece],
    *,
    signed: bool,
) -> Report:
    election = law_clock.election_on(report.happened_on or filed_on, report.region)
    regime = law_clock.regime_of(election)
    place: dict[str, Any] = {"region": report.region, "election": election}
    # A report after its time limit is not registered (Perbawaslu 7/2022 art. 8(3), 9/2024); what it tells is kept.
    counting = counting_at(office)
    limit = law_clock.filing_limit(regime, report.known_on, **place) if report.channel is Channel.REPORT else None
    late = limit is not None and filed_on > limit.due
    kept_as = Channel.INITIAL_INFORMATION if late else report.channel
    formal = kept_as is Channel.REPORT
    due = law_clock.first_deadlines(regime, filed_on, **place, counting=counting) if formal else ()
    # A report is signed by hand: it came so, or there is a last day for it.
    sign_by = law_clock.signing_due(regime, limit, filed_on, **place) if formal and not signed else None
    key = uuid7()
    return Report(
        id=key,
        organisation=office,
        channel=report.channel,
        kept_as=kept_as,
        region_id=report.region,
        happened_on=report.happened_on,
        known_on=report.known_on,
        acts=list(report.acts),
        what_sealed=seal_value(report.what, key, "what"),
        where_sealed=seal_value(report.where, key, "where"),
        reported_sealed=seal_value([asdict(person) for person in report.reported], key, "reported"),
        source=source,
        election=election,
        filed_at=filed_at,
        filed_on=filed_on,
        due=[item.kept() for item in due],
        due_on=(
            law_clock.earliest(due) if formal else law_clock.tracing_due(regime, filed_on, **place, counting=counting)
        ),
        sign_by=sign_by.due if sign_by is not None else None,
        signed_on=filed_on if formal and signed else None,
        code_hash=secret.code_hash,
        key_hash=secret.key_hash,
        content_hash=_content(report, pieces)[0],
        news_sealed=seal_value(seed_of(secret.code).hex(), key, "news"),
    )


def _identity(row: Report, report: NewReport) -> Identity | None:
    if report.reporter is None:
        return None
    keeper, keys = sealed_for(row.organisation)
    if not keys:
        raise BadInput(
            gettext_noop("Brankas identitas kantor ini belum siap. Sampaikan sebagai informasi awal, tanpa nama."),
            field="reporter",
            accepted=("null", f"channel: {Channel.INITIAL_INFORMATION}"),
            code="no_vault",
        )
    return sealed_identity(report.reporter, row, keeper, keys)
