"""A file comes back from SBT: each answer in it waits for a second person, all of them or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.record_acknowledgement import Proof, record_acknowledgement
from sinetra.apps.cases.conflicts import StepAside, require_no_conflict
from sinetra.apps.cases.models import HandOver, RecordedAnswer
from sinetra.apps.cases.partners import SBT_BODIES
from sinetra.apps.cases.sbt_file import SbtAnswer, read_answers
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.vocabulary import Direction, HandOverState, ProofKind, RecordState
from sinetra.apps.registry.imports.columns import Imported
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.core.errors import gettext_noop

ACTION = "package.record_acknowledgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Staged:
    read: int
    new: tuple[tuple[HandOver, SbtAnswer], ...]


def import_sbt(
    path: Path, *, organisation: Organisation, today: date, actor: Actor, at: datetime | None = None
) -> Imported:
    """What is known already stays as it is. Errors: ``Forbidden``; ``BadInput`` for the file; ``BadRows`` with row,
    column and accepted values; ``Conflict``."""
    require(actor, ACTION, HandOver(organisation=organisation))
    staged = _stage(path, organisation, today, actor)
    with unit_of_work(actor, at=at) as work:
        for hand_over, found in staged.new:
            proof = Proof(answer=found.answer, kind=ProofKind.SBT, number=found.number, dated_on=found.dated_on)
            record_acknowledgement(hand_over=hand_over, proof=proof, actor=actor, at=at)
        work.record("hand_over.import_sbt", organisation, data={"read": staged.read, "created": len(staged.new)})
    return Imported(read=staged.read, created=len(staged.new), changed=0)


def preview_sbt(path: Path, *, organisation: Organisation, today: date, actor: Actor) -> Imported:
    """What ``import_sbt`` would do now; nothing is stored. The same errors."""
    require(actor, ACTION, HandOver(organisation=organisation))
    staged = _stage(path, organisation, today, actor)
    return Imported(read=staged.read, created=len(staged.new), changed=0)


def _stage(path: Path, organisation: Organisation, today: date, actor: Actor) -> _Staged:
    problems = Problems()
    answers = list(read_answers(path, problems, today))
    sent = _forwarded(organisation, [found.matter for found in answers], actor)
    waiting = _waiting([row for rows in sent.values() for row in rows])
    new = []
    for found in answers:
        rows = [row for row in sent.get(found.matter, []) if found.package in ("", str(row.package_id))]
        if not rows and sent.get(found.matter):
            _wrong(problems, found, "paket", gettext_noop("bukan paket perkara ini"))
        elif not rows:
            _wrong(problems, found, "nomor_perkara", gettext_noop("tidak ada penerusan perkara ini ke BKN"))
        new += [(row, found) for row in rows if _is_new(problems, found, row, waiting.get(row.pk), actor)]
    problems.raise_if_any()
    return _Staged(read=len(answers), new=tuple(new))


def _forwarded(organisation: Organisation, numbers: list[str], actor: Actor) -> dict[str, list[HandOver]]:
    """What was forwarded of each matter to a body that answers by SBT; of two tracks both."""
    rows = visible(actor, HandOver).filter(
        organisation=organisation,
        matter__number__in=numbers,
        direction=Direction.OUTGOING,
        counterpart_kind__in=SBT_BODIES,
    )
    found = rows.select_related("matter__organisation", "matter__report").order_by("sent_at", "id")
    by_matter: dict[str, list[HandOver]] = {}
    for row in found:
        by_matter.setdefault(row.matter.number, []).append(row)
    return by_matter


def _waiting(rows: list[HandOver]) -> dict[object, RecordedAnswer]:
    found = RecordedAnswer.objects.filter(hand_over__in=rows, state=RecordState.WAITING)
    return {row.hand_over_id: row for row in found}


def _is_new(
    problems: Problems, found: SbtAnswer, hand_over: HandOver, waiting: RecordedAnswer | None, actor: Actor
) -> bool:
    """False also for what is known already, or wrong (noted)."""
    if hand_over.state != HandOverState.SENT:
        return False
    if waiting is not None:
        if (waiting.answer, waiting.number, waiting.dated_on) != (found.answer, found.number, found.dated_on):
            _wrong(problems, found, "nomor_sbt", gettext_noop("jawaban lain sudah dicatat dan menunggu orang kedua"))
        return False
    first = day_sent(hand_over)
    if found.dated_on < first:
        message = gettext_noop("%(value)s sebelum hari dikirim, %(accepted)s")
        _wrong(problems, found, "tanggal_sbt", message, value=found.dated_on.isoformat(), accepted=(first.isoformat(),))
        return False
    try:
        require_no_conflict(actor, hand_over.matter)
    except StepAside as error:
        _wrong(problems, found, "nomor_perkara", error.message)
        return False
    if not may(actor, ACTION, hand_over):
        _wrong(problems, found, "nomor_perkara", gettext_noop("perkara di luar wilayah Anda"))
        return False
    return True


def _wrong(
    problems: Problems, found: SbtAnswer, column: str, message: str, *, value: str = "", accepted: tuple[str, ...] = ()
) -> None:
    problems.append(Problem(row=found.row, column=column, message=message, value=value, accepted=accepted))
