"""Persons whom an institution here examined: where each stood at the cut-off, by dated steps and recorded penalties."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.cases.examinations.catalogue import course, penalties
from sinetra.apps.cases.models import Examination, ExaminationStep
from sinetra.apps.insight.statistics.cut_off import CutOff, known
from sinetra.apps.insight.statistics.vocabulary import NOTHING, ExaminedStatus
from sinetra.core.canonical import canonical
from sinetra.core.casework.examination import Stage

_STATUSES = {
    Stage.PREPARED: ExaminedStatus.UNDER_EXAMINATION,
    Stage.SUMMONED: ExaminedStatus.UNDER_EXAMINATION,
    Stage.ABSENT: ExaminedStatus.UNDER_EXAMINATION,
    Stage.SUMMONED_AGAIN: ExaminedStatus.UNDER_EXAMINATION,
    Stage.EXAMINED: ExaminedStatus.UNDER_EXAMINATION,
    Stage.DECIDED: ExaminedStatus.DECIDED,
    Stage.DELIVERED: ExaminedStatus.DECIDED,
    Stage.CONTESTED: ExaminedStatus.DECIDED,
    Stage.EXECUTED: ExaminedStatus.CARRIED_OUT,
    Stage.RECORDED: ExaminedStatus.CARRIED_OUT,
    Stage.PASSED_ON: ExaminedStatus.PASSED_ON,
}
#: Nothing was proven, or the decision was annulled: counted nowhere.
GONE = frozenset({Stage.CLEARED, Stage.ANNULLED})
_PENALISED = frozenset({ExaminedStatus.DECIDED, ExaminedStatus.CARRIED_OUT})
CHUNK = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminedFacts:
    """``status`` is None for who is counted nowhere; ``sanction``: class of the penalty."""

    key: UUID
    matter: UUID
    stage: Stage | None
    position: str
    sanction: str
    digest: str

    @property
    def status(self) -> ExaminedStatus | None:
        return _STATUSES.get(self.stage) if self.stage is not None else None


def examined_at(cut_off: CutOff) -> list[ExaminedFacts]:
    """In the order of their ids; those whose examination began by then."""
    steps, penalty = _steps(cut_off), _penalties(cut_off)
    found = []
    for rows in known(Examination, cut_off):
        for row in rows.iterator(CHUNK):
            told = steps.get(row.pk, [])
            if told:
                found.append(_facts(row, told, penalty.get(row.pk, "")))
    return sorted(found, key=lambda facts: facts.key)


def _facts(row: Examination, told: list[tuple[UUID, str, date]], penalty: str) -> ExaminedFacts:
    stage = _stage(name for _key, name, _on in told)
    status = _STATUSES.get(stage) if stage is not None else None
    sanction = NOTHING
    if status in _PENALISED and penalty in penalties().by_id:
        sanction = penalties().by_id[penalty].sanction_class.value
    content = [row.matter_id, row.position, penalty, [list(step) for step in told]]
    return ExaminedFacts(
        key=row.pk,
        matter=row.matter_id,
        stage=stage,
        position=str(row.position),
        sanction=sanction,
        digest=hashlib.sha256(canonical(content)).hexdigest(),
    )


def _stage(names: Iterable[str]) -> Stage | None:
    """Steps beside the order (a new member of the team) lead nowhere."""
    stage = None
    for name in names:
        step = course().steps.get(name)
        stage = step.to_stage if step is not None else stage
    return stage


def _steps(cut_off: CutOff) -> Mapping[UUID, list[tuple[UUID, str, date]]]:
    found: dict[UUID, list[tuple[UUID, str, date]]] = defaultdict(list)
    for rows in known(ExaminationStep, cut_off):
        wanted = rows.filter(on__lte=cut_off.as_of).order_by("at", "pk")
        for examination, key, name, on in wanted.values_list("examination_id", "pk", "name", "on").iterator(CHUNK):
            found[examination].append((key, name, on))
    return found


def _penalties(cut_off: CutOff) -> Mapping[UUID, str]:
    """The last that was recorded by then, as the chain tells: the row itself holds the one of today."""
    found: dict[UUID, str] = {}
    for organisation, (seq, _last) in sorted(cut_off.heads.items()):
        entries = AuditEntry.objects.filter(
            organisation_id=organisation, seq__lte=seq, object_type=Examination.type_name(), data__has_key="penalty"
        )
        told: Iterable[tuple[UUID, Any]] = entries.order_by("seq").values_list("object_id", "data").iterator(CHUNK)
        for key, data in told:
            if str(data["on"]) <= cut_off.as_of.isoformat():
                found[key] = str(data["penalty"])
    return found
