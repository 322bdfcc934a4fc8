"""Evidence in words for people: kinds, what was found in a file, what an antivirus said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinetra.apps.evidence.vocabulary import ScanResult
from sinetra.core.evidence.findings import Finding, calls_for_quarantine
from sinetra.core.evidence.kinds import KINDS, Group

GROUPS: Mapping[Group, object] = {
    Group.PICTURE: gettext_lazy("foto"),
    Group.VIDEO: gettext_lazy("video"),
    Group.SOUND: gettext_lazy("rekaman suara"),
    Group.DOCUMENT: gettext_lazy("dokumen"),
}
FINDINGS: Mapping[Finding, object] = {
    Finding.PDF_SCRIPT: gettext_lazy("PDF ini memuat program (JavaScript)"),
    Finding.PDF_LAUNCH: gettext_lazy("PDF ini dapat menjalankan program"),
    Finding.PDF_EMBEDDED: gettext_lazy("PDF ini membawa berkas lain di dalamnya"),
    Finding.PDF_ENCRYPTED: gettext_lazy("PDF ini terkunci, jadi isinya tidak dapat diperiksa"),
    Finding.MACRO: gettext_lazy("dokumen ini memuat makro"),
    Finding.OLD_OFFICE: gettext_lazy("dokumen jenis lama, yang dapat memuat makro"),
    Finding.SECOND_KIND: gettext_lazy("di dalam atau di belakangnya ada berkas jenis lain"),
    Finding.WRONG_ENDING: gettext_lazy("namanya menyebut jenis lain; dicatat menurut isinya"),
    Finding.VIRUS: gettext_lazy("antivirus menemukan sesuatu di dalamnya"),
}
SCANS: Mapping[ScanResult, object] = {
    ScanResult.UNCHECKED: gettext_lazy("belum diperiksa antivirus"),
    ScanResult.CLEAN: gettext_lazy("antivirus tidak menemukan apa-apa"),
    ScanResult.INFECTED: gettext_lazy("antivirus menemukan sesuatu"),
    ScanResult.TOO_LARGE: gettext_lazy("terlalu besar untuk antivirus"),
}


def kind_text(media_type: str) -> str:
    kind = KINDS[media_type]
    return f"{GROUPS[kind.group]} {kind.name}"


def accepted_text() -> str:
    """All kinds, one group after another."""
    parts = []
    for group, word in GROUPS.items():
        names = ", ".join(kind.name for kind in KINDS.values() if kind.group is group)
        parts.append(f"{word} ({names})")
    return "; ".join(parts)


def warnings(findings: Iterable[str]) -> list[str]:
    found = [Finding(code) for code in findings]
    told = [str(FINDINGS[finding]) for finding in found]
    if calls_for_quarantine(frozenset(found)):
        told.append(_("Disimpan tersegel di karantina, dan tetap dapat menjadi bukti."))
    return told
