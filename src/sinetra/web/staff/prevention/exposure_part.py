"""Why prevention in a region comes first, as a section of the plan and of coverage: each reason with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.exposure import exposure_of
from sinetra.core.prevention.exposure import ExposureState
from sinetra.web.parts import Reason
from sinetra.web.staff.told import told

_WORDS: dict[ExposureState, tuple[str, Promise]] = {
    ExposureState.RAISED: ("attention", _lazy("didahulukan")),
    ExposureState.USUAL: ("plain", _lazy("seperti biasa")),
    ExposureState.UNKNOWN: ("plain", _lazy("belum diketahui")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposurePart:
    sentiment: str
    word: str
    reasons: Sequence[Reason]


def exposure_part(region: str, day: date) -> ExposurePart | None:
    """None for an office without a region."""
    if not region:
        return None
    found = exposure_of(region, day)
    sentiment, word = _WORDS[found.state]
    return ExposurePart(sentiment=sentiment, word=str(word), reasons=told([*found.because, *found.posts]))
