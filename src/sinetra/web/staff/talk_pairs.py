"""What the reporter said by the code, beside the verb that answers it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.asked_completion import completion_of
from sinetra.web.format import day_text
from sinetra.web.parts import Pair


def answer_pairs(matter: Matter) -> list[Pair]:
    """That the reporter has answered by the code, before the repair is accepted."""
    found = completion_of(matter.report) if matter.report is not None else None
    if found is None or found.answered_on is None:
        return []
    day = day_text(found.answered_on, get_language() or "id")
    url = reverse("report_talk", args=[matter.report_id])
    return [Pair(term=_("Jawaban pelapor lewat kode"), value=day, url=url)]
