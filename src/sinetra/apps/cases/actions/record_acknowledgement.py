"""The sender records, with proof, that the other side has the matter or sent it back. It counts when confirmed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import HandOver, RecordedAnswer
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import Direction, HandOverState, ProofKind, RecordState
from sinetra.apps.prevention.kept_files import kept_sealed
from sinetra.apps.prevention.uploads import PROOF, harmless
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7

#: What the seal of a scanned proof binds it to.
SCAN = b"hand_over.proof"
NUMBER, NOTE = (0, 120), (0, 500)
# A number in a system of others can be looked up there; paper cannot.
_ON_PAPER = frozenset({ProofKind.STAMPED_RECEIPT, ProofKind.LETTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """``dated_on``: the day that the proof says. ``scan``: the file of it; a must where the proof is paper only.
    ``note``: for the second person, kept sealed."""

    answer: HandOverState
    kind: ProofKind
    dated_on: date
    number: str = ""
    scan: bytes = b""
    note: str = ""


def record_acknowledgement(
    *, hand_over: HandOver, proof: Proof, actor: Actor, at: datetime | None = None
) -> RecordedAnswer:
    """The hand-over stays sent until a second person has looked at the proof.

    Errors: ``Forbidden``; ``BadInput`` on ``dated_on``, ``number``, ``proof`` (the file) or ``note``; ``Conflict`` when
    it was answered, when a recorded answer waits already, or by interest.
    """
    require(actor, "package.record_acknowledgement", hand_over)
    require_open(hand_over)
    require_no_conflict(actor, hand_over.matter)
    at, on = moment(at, hand_over.matter.region_id)
    row = _row(hand_over, proof, actor, at, on)
    with _scan_kept(row, proof.scan), _one_waits(), unit_of_work(actor) as work:
        work.change(hand_over)  # two at once, or the answer itself just now: one wins
        work.create(row)
        data = {"answer": row.answer, "proof": row.proof, "number": row.number, "scan": row.scan_sha256}
        work.record("hand_over.record_answer", row, data=data)
        work.record("hand_over.record_answer", hand_over, data={"record": row.pk})
        name = hand_over.counterpart_name
        add_step(work, StepCode.ANSWER_NOTED, matter=hand_over.matter, at=at, on=on, counterpart=name)
    return row


def require_open(hand_over: HandOver) -> None:
    """Errors: ``Conflict`` for what came in, was answered, or has a recorded answer that waits."""
    if hand_over.direction != Direction.OUTGOING:
        raise Conflict(gettext_noop("Hanya pengirim yang mencatat jawaban penerima."), code="incoming")
    if hand_over.state != HandOverState.SENT:
        raise Conflict(gettext_noop("Serah terima ini sudah dijawab."), code="answered")
    if RecordedAnswer.objects.filter(hand_over=hand_over, state=RecordState.WAITING).exists():
        raise _waits()


def _row(hand_over: HandOver, proof: Proof, actor: Actor, at: datetime, on: date) -> RecordedAnswer:
    sent_on = day_sent(hand_over)
    if not sent_on <= proof.dated_on <= on:
        message = gettext_noop("Tanggal ini harus antara hari dikirim dan hari ini: %(accepted)s.")
        raise BadInput(message, field="dated_on", accepted=(f"{sent_on} – {on}",))
    number = plain_text(proof.number, "number", NUMBER)
    if proof.kind is not ProofKind.STAMPED_RECEIPT and not number:
        raise BadInput(gettext_noop("Tuliskan nomornya, seperti tertulis pada bukti."), field="number")
    if proof.kind in _ON_PAPER and not proof.scan:
        raise BadInput(
            gettext_noop("Pilih pindaian buktinya; tanpa itu orang kedua tidak dapat memeriksa."), field="proof"
        )
    note = plain_text(proof.note, "note", NOTE)
    key = uuid7()
    return RecordedAnswer(
        id=key,
        organisation_id=hand_over.organisation_id,
        hand_over=hand_over,
        answer=proof.answer,
        proof=proof.kind,
        number=number,
        dated_on=proof.dated_on,
        note_sealed=seal_value(note, key, "note") if note else None,
        recorded_by_id=actor.user_id,
        recorded_at=at,
    )


@contextmanager
def _scan_kept(row: RecordedAnswer, scan: bytes) -> Iterator[None]:
    """When the unit of work inside fails, no file is left without its row."""
    if not scan:
        yield
        return
    kept = harmless(scan, PROOF)
    row.scan_type, row.scan_sha256 = kept.media_type, hashlib.sha256(kept.content).hexdigest()
    with kept_sealed(kept.content, SCAN) as name:
        row.scan = name
        yield


@contextmanager
def _one_waits() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise _waits() from error


def _waits() -> Conflict:
    return Conflict(gettext_noop("Jawaban serah terima ini sudah dicatat dan menunggu orang kedua."), code="waits")
