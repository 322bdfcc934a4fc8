"""From secret upload keys to what a report takes: whole uploads, or, when it is repeated, what it has taken already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from sinetra.apps.base.work import Work
from sinetra.apps.evidence.cleaning import CLEAN
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.limits import check_all, full_disk_is_told
from sinetra.apps.evidence.models import Evidence, Upload
from sinetra.apps.evidence.originals import seal_key, store
from sinetra.apps.evidence.uploads import files, rows, whole
from sinetra.apps.evidence.vocabulary import EvidenceState, Touch
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.core.evidence.findings import Finding, calls_for_quarantine
from sinetra.core.ids import uuid7

SCAN = "evidence.scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Exactly one of ``upload`` and ``taken`` (the id of the evidence that it has become) is there."""

    sha256: str
    size: int
    upload: Upload | None = None
    taken: UUID | None = None


def pieces_of(keys: Sequence[str]) -> tuple[Piece, ...]:
    """In the order of ``keys``. Errors: ``BadInput`` on ``evidence`` for one that is unknown, expired or unfinished."""
    return tuple(_piece(key) for key in dict.fromkeys(keys))


def whole_upload(key: str) -> Upload:
    """Of a key that no report has taken yet. Errors: as ``pieces_of`` and ``check_new``."""
    pieces = pieces_of([key])
    check_new(pieces)
    (upload,) = (piece.upload for piece in pieces)
    assert upload is not None  # noqa: S101 - check_new has refused the others
    return upload


def lost(keys: Iterable[str]) -> frozenset[str]:
    """Those of which nothing is left: ``pieces_of`` would refuse them as unknown or expired."""
    return frozenset(key for key in keys if not _upload(key) and not _taken(key))


def check_new(pieces: Sequence[Piece], report: Report | None = None) -> None:
    """Before a report takes them. Errors: ``BadInput`` (``upload_taken``), ``TooLarge``."""
    if any(piece.upload is None for piece in pieces):
        raise BadInput(
            gettext_noop("Berkas ini sudah menjadi bukti pada laporan lain. Unggah sekali lagi."),
            field="evidence",
            code="upload_taken",
        )
    there = list(Evidence.objects.filter(report=report).values_list("size", flat=True)) if report else []
    check_all([*there, *(piece.size for piece in pieces)])


def store_pieces(pieces: Sequence[Piece]) -> None:
    """The sealed files are among the blobs, durable, before a row names them. When the unit of work then fails, the
    uploads are there for another attempt, and go with their blobs when their time is over.

    Errors: ``NoSpace``; ``BadInput`` (``upload_unknown``) when that was just now.
    """
    for piece in pieces:
        if piece.upload is not None:
            with full_disk_is_told(), _gone_is_unknown():
                store().adopt(files.path_of(piece.upload.pk), piece.upload.blob)


def take(work: Work, report: Report, pieces: Sequence[Piece], *, at: datetime) -> list[Evidence]:
    """Inside the unit of work that files the report or adds to it. Errors: ``Conflict`` when another took one first."""
    last = Evidence.objects.filter(report=report).aggregate(last=Max("position"))["last"] or 0
    return [_take(work, report, piece, position, at) for position, piece in enumerate(pieces, start=last + 1)]


def clear_away(pieces: Sequence[Piece]) -> None:
    """After the commit: the blob store has them."""
    for piece in pieces:
        if piece.upload is not None:
            files.forget(piece.upload.pk)


@contextmanager
def _gone_is_unknown() -> Iterator[None]:
    """Its time was over while somebody was about to take it."""
    try:
        yield
    except NotFound:
        raise _unknown() from None


def _unknown() -> BadInput:
    return BadInput(rows.unknown().message, field="evidence", code="upload_unknown")


def _upload(key: str) -> Upload | None:
    return Upload.objects.filter(key_hash__in=rows.hashes_of(key), expires_at__gt=timezone.now()).first()


def _taken(key: str) -> Evidence | None:
    return Evidence.objects.filter(upload_hash__in=rows.hashes_of(key)).first()


def _piece(key: str) -> Piece:
    upload = _upload(key)
    if upload is None:
        taken = _taken(key)
        if taken is None:
            raise _unknown()
        return Piece(sha256=taken.sha256, size=taken.size, taken=taken.pk)
    if upload.offset != upload.size:
        raise BadInput(
            gettext_noop("Sebuah berkas belum selesai diunggah. Tunggu sampai selesai, atau hapus dari daftar."),
            field="evidence",
            code="upload_unfinished",
        )
    if not upload.blob:
        with _gone_is_unknown():
            whole.look_at(upload)
    return Piece(sha256=upload.sha256, size=upload.offset, upload=upload)


def _take(work: Work, report: Report, piece: Piece, position: int, at: datetime) -> Evidence:
    upload = piece.upload
    assert upload is not None  # noqa: S101 - check_new has refused the others
    if not Upload.objects.filter(pk=upload.pk).delete()[0]:
        raise Conflict(gettext_noop("Berkas ini sudah menjadi bukti pada laporan lain. Unggah sekali lagi."))
    key = uuid7()
    suspicious = calls_for_quarantine(frozenset(Finding(code) for code in upload.findings))
    evidence = Evidence(
        id=key,
        organisation_id=report.organisation_id,
        report=report,
        position=position,
        name_sealed=seal_value(rows.name_of(upload), key, "name"),
        media_type=upload.media_type,
        size=upload.offset,
        sha256=upload.sha256,
        blob=upload.blob,
        key_sealed=seal_key(files.key_of(upload), key),
        upload_hash=bytes(upload.key_hash),
        state=EvidenceState.QUARANTINED if suspicious else EvidenceState.RECEIVED,
        findings=upload.findings,
        received_at=at,
    )
    work.create(evidence)
    work.record("evidence.receive", evidence, data={"sha256": evidence.sha256, "size": evidence.size})
    touch(work, evidence, Touch.RECEIVED, at=at)
    if suspicious:
        touch(work, evidence, Touch.QUARANTINED, at=at)
    for task in (SCAN, CLEAN):
        work.enqueue(task, {"evidence": str(key)}, key=f"{task}@{key}")
    return evidence
