"""Real cases on the page of a norm: what happened, how final the finding is, and where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import cases_of
from sinetra.core.law.case_norms import CaseOfNorm
from sinetra.core.law.cases import DecisionLevel, Found
from sinetra.core.law.model import Norm
from sinetra.core.law.words import Status
from sinetra.web.law_view import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """``found``: what the bodies found and no more. ``differs``: why the engine says something else, if it does."""

    id: str
    title: str
    year: int
    found: str
    reason: str
    excepted: bool
    differs: str
    links: list[tuple[str, str]]


def cases(norm: Norm) -> list[CaseView]:
    return [_view(item) for item in cases_of(norm.id)]


def _view(item: CaseOfNorm) -> CaseView:
    case = item.case
    found = _found(case.found, case.decision_level)
    if case.overturned:
        found += " " + _("Putusan itu kemudian dibatalkan.")
    return CaseView(
        id=case.id,
        title=in_words(case.title),
        year=case.year,
        found=found,
        reason=in_words(case.reason),
        excepted=item.status is Status.EXCEPTED,
        differs=in_words(case.differs),
        links=[(urlsplit(url).hostname or url, url) for url in case.source_urls],
    )


def _found(found: Found, level: DecisionLevel) -> str:
    """Careful words: only a decision closes a matter."""
    if found is Found.NOT_PROVEN:
        return _("Dinyatakan tidak terbukti.")
    if found is Found.STOPPED:
        return _("Penanganannya dihentikan.")
    return {
        DecisionLevel.COURT_VERDICT: _("Terbukti menurut putusan pengadilan."),
        DecisionLevel.KPU_OR_TRIBUNAL_DECISION: _("Terbukti menurut keputusan KPU atau peradilan pemilu."),
        DecisionLevel.SANCTION_IMPOSED: _("Sanksi sudah dijatuhkan."),
        DecisionLevel.SANCTION_RECOMMENDED: _("Sanksi direkomendasikan; putusannya tidak dilaporkan."),
        DecisionLevel.SUPERVISOR_FINDING_REFERRED: _("Temuan pengawas diteruskan; putusannya tidak dilaporkan."),
        DecisionLevel.STOPPED_OR_CLEARED: _("Penanganannya dihentikan."),
        DecisionLevel.OFFICIAL_GUIDANCE_OR_ASSESSMENT: _("Penilaian lembaga, bukan putusan."),
    }[level]
