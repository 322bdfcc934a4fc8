"""A frozen edition is made again from the data as of its cut-off: the same bytes, or what has been changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.row import Row
from sinetra.apps.cases.models import Examination, ExaminationStep, HandOver, Matter, NilReport, Step
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.cut_off import cut_off_of, require_chain
from sinetra.apps.insight.statistics.facts import CHUNK
from sinetra.apps.insight.statistics.history import kept_persons, shown_until
from sinetra.apps.insight.statistics.inputs import packed, unpacked
from sinetra.apps.insight.statistics.manifest import manifest_json
from sinetra.apps.insight.statistics.people import Reported
from sinetra.apps.insight.statistics.query import Answer, ask, code_digest
from sinetra.apps.reports.models import Report
from sinetra.core.errors import SinetraError
from sinetra.ports.signer import signer

#: So many rows are named; the others are counted.
MOST_NAMED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """``reproduced``: the same bytes. ``changed``: rows (``type:id``) that say something else than then, ``more``: how
    many besides. ``signed``: the signature holds over the manifest, and that is about these bytes. ``code_changed``:
    the programs are newer than the edition, which is no fault. ``kept``: matters whose text was erased by the law
    since, so that the number of their persons is that of the edition. ``problem``: what kept it from being made."""

    edition: str
    sha256: str
    recomputed: str
    reproduced: bool
    signed: bool
    code_changed: bool
    kept: int
    changed: tuple[str, ...]
    more: int
    problem: str

    @property
    def ok(self) -> bool:
        return self.reproduced and self.signed and not self.changed and not self.problem


def recompute(snapshot: Snapshot) -> Recomputed:
    """Writes nothing."""
    cut_off = cut_off_of(snapshot.as_of, snapshot.heads)
    digest, changed, kept, problem = "", [], 0, ""
    try:
        answer = ask(cut_off, Reported(kept=kept_persons(snapshot)), shown_until(snapshot.previous))
        digest = hashlib.sha256(answer.edition.content()).hexdigest()
        changed = list(_changed(snapshot, answer))
        kept = sum(facts.kept and facts.persons > 0 for facts in answer.matters)
        require_chain(cut_off)
    except SinetraError as error:
        problem = error.message % error.params if error.params else error.message
    return Recomputed(
        edition=snapshot.edition,
        sha256=snapshot.sha256,
        recomputed=digest,
        reproduced=digest == snapshot.sha256 == hashlib.sha256(bytes(snapshot.content)).hexdigest(),
        signed=is_signed(snapshot),
        code_changed=snapshot.code_digest != code_digest(),
        kept=kept,
        changed=tuple(changed[:MOST_NAMED]),
        more=max(0, len(changed) - MOST_NAMED),
        problem=problem,
    )


def is_signed(snapshot: Snapshot) -> bool:
    """By a key of this installation, over a manifest that tells of these bytes."""
    manifest, told = bytes(snapshot.manifest), manifest_json(bytes(snapshot.manifest))
    about = told["rows"] == snapshot.sha256 and told["edition"] == snapshot.edition
    of_inputs = told["inputs"] == hashlib.sha256(bytes(snapshot.inputs)).hexdigest()
    return about and of_inputs and signer().verify(manifest, bytes(snapshot.signature))


def _changed(snapshot: Snapshot, answer: Answer) -> Iterator[str]:
    seen: set[str] = set()
    offices: set[UUID] = set()
    then, now = unpacked(bytes(snapshot.inputs)), unpacked(packed(answer))
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            row = then.get(name) or now[name]
            told = _named(row.type, row.key, offices) or [name]
            yield from (one for one in told if one not in seen)
            seen.update(told)


def _named(name: str, key: UUID, offices: set[UUID]) -> list[str]:
    """The rows that do not say any more what their last entry sealed; empty where that tells nothing."""
    rows: list[Row] = []
    if name == Matter.type_name():
        matter = Matter._base_manager.filter(pk=key).first()
        rows += [matter] if matter is not None else []
        rows += Step._base_manager.filter(matter_id=key)
        rows += HandOver._base_manager.filter(matter_id=key)
        if matter is not None and matter.report_id is not None:
            rows += Report._base_manager.filter(pk=matter.report_id)
    elif name == NilReport.type_name():
        rows += _of_nil(key, offices)
    else:
        rows += Examination._base_manager.filter(pk=key)
        rows += ExaminationStep._base_manager.filter(examination_id=key)
    return [f"{row.type_name()}:{row.pk}" for row in rows if _is_changed(row)]


def _of_nil(key: UUID, offices: set[UUID]) -> Iterator[Row]:
    """The statement, and reports of the office: one of them may say another day than it did. ``offices``: those whose
    reports were looked at already."""
    statement = NilReport._base_manager.filter(pk=key).first()
    if statement is not None:
        yield statement
    if statement is not None and statement.organisation_id not in offices:
        offices.add(statement.organisation_id)
        yield from Report._base_manager.filter(organisation=statement.organisation_id).iterator(CHUNK)


def _is_changed(row: Row) -> bool:
    entries = AuditEntry.objects.filter(
        organisation_id=row.organisation_id, object_type=row.type_name(), object_id=row.pk
    )
    last = entries.order_by("-seq").values_list("digest", flat=True).first()
    return last is not None and last != row.digest()
