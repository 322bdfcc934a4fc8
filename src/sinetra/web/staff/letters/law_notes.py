"""What stands above the form of a letter of an examination: until when it must be, and what the law knows."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.cases.clocks import rule_due
from sinetra.apps.cases.models import Examination
from sinetra.apps.reports.law_clock import Due
from sinetra.core.casework.letters import LetterKind
from sinetra.ports.clock import today
from sinetra.web.format import day_text
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import Pair
from sinetra.web.staff.examinations.known_law import decision_pairs


def law_notes(kind: LetterKind, row: Examination | None) -> list[str]:
    """Of a summons: until when the examination must be."""
    if row is None or kind.id != "exam_summons":
        return []
    due = rule_due(row.matter, "pp94.summons", today(row.matter.region_id))
    return [] if due is None else [_summoned(due)]


def law_pairs(kind: LetterKind, row: Examination | None) -> list[Pair]:
    """Of a decision: the range of the law, who is competent, who is PPK."""
    return decision_pairs(row) if row is not None and kind.step == "decide" else []


def _summoned(due: Due) -> str:
    told = {
        "day": day_text(due.due, get_language() or "id"),
        "source": due.source,
        "confidence": CONFIDENCE[due.confidence],
    }
    return _("Surat bertanggal hari ini: diperiksa paling lambat %(day)s (%(source)s; %(confidence)s).") % told
