"""What is to know about one file before it is opened, as badges; and the card of the file."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.evidence.file_reads import FileView
from sinetra.apps.evidence.vocabulary import ScanResult
from sinetra.core.evidence.findings import Finding
from sinetra.web.evidence_words import FINDINGS, kind_text
from sinetra.web.evidence_words import SCANS as SCAN_WORDS
from sinetra.web.parts import EvidenceFile
from sinetra.web.staff.evidence.words import REFUSALS, SCANS

State = tuple[str, str]


def card(view: FileView, zone: str) -> EvidenceFile:
    """Without its picture: looking at that is a touch of its own."""
    row = view.evidence
    return EvidenceFile(
        name=view.name or _("berkas tanpa nama"),
        media_type=kind_text(row.media_type),
        octets=row.size,
        sha256=row.sha256,
        sealed_at=row.received_at,
        zone=zone,
        url=reverse("evidence_file", args=[row.pk]),
        states=states(view),
        is_picture=row.media_type.startswith("image/"),
    )


def states(view: FileView) -> list[State]:
    found = [*_findings(view), _copy(view)]
    if view.masked:
        found.append(("info", _("salinan tersamar: %(n)s") % {"n": len(view.masked)}))
    scan = ScanResult(view.evidence.scan)
    return [*found, (SCANS[scan], str(SCAN_WORDS[scan]))]


def _findings(view: FileView) -> list[State]:
    said = ", ".join(str(FINDINGS[Finding(code)]) for code in view.evidence.findings)
    if view.is_quarantined:
        return [("stop", _("karantina: %(why)s") % {"why": said} if said else _("karantina"))]
    return [("attention", said)] if said else []


def _copy(view: FileView) -> State:
    if view.cleaned is not None:
        return "good", _("ada salinan bersih")
    if view.plays:
        return "info", _("diputar dari aslinya, tidak dibersihkan")
    if view.inspection is None:
        return "info", _("salinan bersih sedang dibuat")
    return "attention", str(REFUSALS.get(view.inspection.refusal, _("tidak ada salinan bersih")))
