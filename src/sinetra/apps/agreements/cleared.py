"""Whether the matter of a request ended with nothing proven: then nobody is found by the request either."""

from __future__ import annotations

from sinetra.apps.agreements.models import DataRequest
from sinetra.apps.cases.models import Matter, MatterWord
from sinetra.core.casework.search_words import whole_number

_MOST = 20


def is_cleared(request: DataRequest) -> bool:
    """By the number, among the matters of the institution that asked; one that keeps its matters elsewhere is not
    known here."""
    word = whole_number(request.matter)
    if request.requester_id is None or not word:
        return False
    keys = MatterWord.objects.filter(organisation_id=request.requester_id, word=word).values_list(
        "matter_id", flat=True
    )
    found = Matter.objects.filter(pk__in=list(keys[:_MOST])).only("outcome", "corrected_at")
    return any(matter.is_cleared for matter in found)
