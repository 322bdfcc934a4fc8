"""Reads of evidence for those who handle it: the files of a report, one file, who touched it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.viewing import Shown, named
from sinetra.apps.evidence.handling import require_handling
from sinetra.apps.evidence.models import CustodyEntry, Evidence, EvidenceCopy, Inspection
from sinetra.apps.evidence.originals import name_of
from sinetra.apps.evidence.vocabulary import CopyKind, EvidenceState
from sinetra.apps.reports.sealing import open_value
from sinetra.apps.reports.selectors import ReportView
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.evidence.kinds import KINDS, Group
from sinetra.core.evidence.metadata import Item

_ABSENT = gettext_noop("Bukti ini tidak ada, atau bukan untuk Anda.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """One file. ``inspection`` None: its cleaned copy is not made yet. ``masked``: the newest first."""

    evidence: Evidence
    name: str
    inspection: Inspection | None
    cleaned: EvidenceCopy | None
    masked: tuple[EvidenceCopy, ...]

    @property
    def is_quarantined(self) -> bool:
        return self.evidence.state == EvidenceState.QUARANTINED

    @property
    def plays(self) -> bool:
        """Video and sound have no cleaned copy: they are played from the sealed original, unless in quarantine."""
        kind = KINDS.get(self.evidence.media_type)
        return kind is not None and kind.group in (Group.VIDEO, Group.SOUND) and not self.is_quarantined

    @property
    def to_show(self) -> EvidenceCopy | None:
        """The newest masked copy, else the cleaned one."""
        return self.masked[0] if self.masked else self.cleaned


def files_of(actor: Actor, view: ReportView) -> tuple[FileView, ...]:
    """Of a report that the actor has opened (which says that nothing is in the way), in the order of filing.

    Errors: ``Forbidden``.
    """
    require(actor, "evidence.read")
    if view.is_cleared:
        return ()
    rows = visible(actor, Evidence).filter(report=view.report).exclude(key_sealed=b"").order_by("position")
    return _views(actor, list(rows.select_related("inspection")))


def file_view(actor: Actor, key: UUID) -> FileView:
    """Errors: ``Forbidden``, ``NotFound``, ``StepAside``, ``Erased``."""
    return _views(actor, [evidence_to_handle(actor, "evidence.read", key)])[0]


def evidence_to_handle(actor: Actor, action: str, key: UUID) -> Evidence:
    """Errors: as ``file_view``."""
    require(actor, action)
    rows = visible(actor, Evidence).select_related(
        "report__matter", "report__joined_to", "report__region", "inspection"
    )
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(_ABSENT)
    require_handling(actor, action, row)
    tell_log(row)
    return row


def copy_to_show(actor: Actor, key: UUID) -> EvidenceCopy:
    """Errors: as ``file_view``."""
    require(actor, "evidence.read")
    about = ("evidence__report__matter", "evidence__report__joined_to", "evidence__report__region")
    rows = visible(actor, EvidenceCopy).select_related(*about)
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(_ABSENT)
    require_handling(actor, "evidence.read", row.evidence)
    tell_log(row.evidence)
    return row


def tell_log(evidence: Evidence) -> None:
    """The access log names the matter, or the report that nobody has opened yet."""
    matter = evidence.report.in_matter
    if matter is not None:
        named("cases.matter", matter.pk, Shown.FILE)
    else:
        named("reports.report", evidence.report_id, Shown.FILE)


def metadata_of(view: FileView) -> tuple[Item, ...] | None:
    """As the original told it; None when nobody read it (or not yet)."""
    kept = view.inspection
    if kept is None or not kept.metadata_sealed:
        return None
    told = open_value(kept.metadata_sealed, kept.pk, "metadata")
    return tuple(Item(name=name, value=value) for name, value in told)


def custody_of(actor: Actor, evidence: Evidence, *, after: str | None = None, size: int = 50) -> Page[CustodyEntry]:
    """Who touched it, the newest first; ``by`` is loaded."""
    rows = visible(actor, CustodyEntry).filter(evidence=evidence).select_related("by")
    return page(rows, order=("-id",), after=after, size=size)


def note_of(entry: CustodyEntry) -> str:
    return str(open_value(entry.note_sealed, entry.pk, "note")) if entry.note_sealed else ""


def _views(actor: Actor, rows: list[Evidence]) -> tuple[FileView, ...]:
    copies = list(visible(actor, EvidenceCopy).filter(evidence__in=rows).exclude(key_sealed=b"").order_by("-id"))
    return tuple(
        FileView(
            evidence=row,
            name=name_of(row),
            inspection=getattr(row, "inspection", None),
            cleaned=next(_of(copies, row, CopyKind.CLEANED), None),
            masked=tuple(_of(copies, row, CopyKind.MASKED)),
        )
        for row in rows
    )


def _of(copies: list[EvidenceCopy], row: Evidence, kind: CopyKind) -> Iterator[EvidenceCopy]:
    return (copy for copy in copies if copy.evidence_id == row.pk and copy.kind == kind)
