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
from sinetra.web.staff.examinations.known_law import decision_pairs


def law_notes(kind: LetterKind, row: Examination | None) -> list[str]:
    """A summons: until when the examination must be. A decision: the range of the law, who is competent, who is PPK."""
    if row is None:
        return []
    if kind.id == "exam_summons":
        due = rule_due(row.matter, "pp94.summons", today(row.matter.region_id))
        return [] if due is None else [_summoned(due)]
    if kind.step == "decide":
        return [" ".join(filter(None, (f"{pair.term}: {pair.value}.", str(pair.note)))) for pair in decision_pairs(row)]
    return []


def _summoned(due: Due) -> str:
    told = {
        "day": day_text(due.due, get_language() or "id"),
        "source": due.source,
        "confidence": CONFIDENCE[due.confidence],
    }
    return _("Surat bertanggal hari ini: diperiksa paling lambat %(day)s (%(source)s; %(confidence)s).") % told
