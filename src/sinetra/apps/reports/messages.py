"""How one message is written: once for each key, sealed, and by whom it may be written how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.cases.steps import moment
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.sealing import Erased, open_value, seal_value
from sinetra.apps.reports.shown_messages import shown
from sinetra.apps.reports.vocabulary import Mark, ReportState
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.ports.keyring import Purpose, keyed_hashes

LENGTHS = (1, 2000)
#: Of a reporter: so many that the office has not read yet, and so many altogether. Nobody fills the disk by one code.
MOST_UNREAD, MOST = 20, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """``repeated``: this message was here already; nothing was written."""

    message: Message
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message, opened. ``is_new``: whoever reads has not read it before."""

    id: UUID
    by_office: bool
    mark: Mark
    on: date
    text: str
    is_new: bool


def said(row: Message, *, is_new: bool) -> Said:
    text = str(open_value(row.message_sealed, row.pk, "message"))
    return Said(id=row.pk, by_office=row.by_office, mark=Mark(row.mark), on=row.sent_on, text=text, is_new=is_new)


def is_erased(report: Report) -> bool:
    matter = report.in_matter
    return report.state == ReportState.ERASED or (matter is not None and matter.erased_at is not None)


def sent_before(report: Report, mark: Mark, text: str, key: str) -> Message | None:
    """The message of this key. Errors: ``Conflict`` (``other_content``) when it says something else."""
    row = Message.objects.filter(key_hash__in=_key_hashes(report, mark, key)).first()
    if row is not None and open_value(row.message_sealed, row.pk, "message") != text:
        raise Conflict(
            gettext_noop("Pesan yang pertama sudah terkirim. Kirim lagi bila yang ini pesan lain."),
            code="other_content",
        )
    return row


def plain(text: str) -> str:
    """Errors: ``BadInput`` naming ``text``."""
    return plain_text(text, "text", LENGTHS, gettext_noop("Tulis pesannya, %(accepted)s huruf."))


def write(*, report: Report, mark: Mark, text: str, key: str, actor: Actor, at: datetime | None) -> Sent:
    """After ``policy.require``. What the office has read up to then is not touched.

    Errors: ``BadInput`` for a weak key; ``Conflict`` when it is full, or for other content under the same key;
    ``Erased``; ``StepAside``.
    """
    by_office = actor.kind == "person"
    _check_key(key)
    if is_erased(report):
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
    require_no_conflict_in_report(actor, report)
    known = sent_before(report, mark, text, key)
    if known is not None:
        return Sent(message=known, repeated=True)
    if not by_office:
        _require_room(report)
    row_id = uuid7()
    sealed, key_hash = seal_value(text, row_id, "message"), _key_hashes(report, mark, key)[0]
    at, on = moment(at, report.region_id)
    row = Message(
        id=row_id,
        organisation_id=report.organisation_id,
        report=report,
        by_office=by_office,
        mark=mark,
        message_sealed=sealed,
        key_hash=key_hash,
        sent_at=at,
        sent_on=on,
    )
    try:
        with unit_of_work(actor) as work:
            work.create(row)
            work.record("message.write", row, data={"report": str(report.pk), "mark": mark, "by_office": by_office})
    except IntegrityError:
        # The same key came twice at once: the other one was faster.
        known = sent_before(report, mark, text, key)
        if known is None:
            raise
        return Sent(message=known, repeated=True)
    return Sent(message=row)


def note(work: Work, report: Report, mark: Mark, *, at: datetime) -> None:
    """Of what the reporter did elsewhere, in the unit of work that does it: a line without words, for the office to
    read. One that it has not read yet says the same already. Whoever calls holds the report."""
    if Message.objects.filter(report=report, mark=mark, read_at=None).exists():
        return
    row_id = uuid7()
    _, on = moment(at, report.region_id)
    row = Message(
        id=row_id,
        organisation_id=report.organisation_id,
        report=report,
        by_office=False,
        mark=mark,
        message_sealed=seal_value("", row_id, "message"),
        key_hash=_key_hashes(report, mark, str(row_id))[0],
        sent_at=at,
        sent_on=on,
    )
    work.create(row)
    work.record("message.write", row, data={"report": str(report.pk), "mark": mark, "by_office": False})


def _require_room(report: Report) -> None:
    """Errors: ``Conflict``, with what to do instead."""
    written = Message.objects.filter(report=report, by_office=False)
    if len(shown(written.filter(read_at=None)).values_list("pk")[:MOST_UNREAD]) >= MOST_UNREAD:
        raise Conflict(
            gettext_noop("Kantor belum membaca %(count)s pesan Anda. Tunggu sampai dibaca, atau datanglah ke kantor."),
            code="too_many_unread",
            count=MOST_UNREAD,
        )
    if len(written.values_list("pk")[:MOST]) >= MOST:
        raise Conflict(gettext_noop("Percakapan ini sudah penuh. Datanglah ke kantor."), code="full")


def _check_key(key: str) -> None:
    if not 22 <= len(key) <= 200:
        raise BadInput(
            gettext_noop("%(field)s: perlu 128 bit acak yang dirahasiakan (%(accepted)s)."),
            field="idempotency_key",
            accepted=("22-200 characters",),
            code="key_too_weak",
        )


def _key_hashes(report: Report, mark: Mark, key: str) -> tuple[bytes, ...]:
    """By every version of the code key: a repeat after a rotation is still a repeat."""
    return keyed_hashes(Purpose.CODE, b"message\0" + report.pk.bytes + mark.encode() + b"\0" + key.encode())
