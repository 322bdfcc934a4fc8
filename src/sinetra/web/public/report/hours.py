"""When the counter takes reports, in a line for a page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sinetra.core.clock.citing import citation_words
from sinetra.core.clock.deadline_rules import CounterHours
from sinetra.web.law_words import CONFIDENCE, word


def counter_words(hours: CounterHours, language: str) -> str:
    """Weekdays and Friday; days on which it is open all around the clock are told in the explanation of the day."""
    weekdays, friday = hours.weekly[0], hours.weekly[4]
    if weekdays is None or friday is None:
        return ""
    return _("Senin sampai Kamis %(week)s, Jumat %(friday)s (%(source)s; %(confidence)s)") % {
        "week": f"{weekdays[0]:%H.%M}–{weekdays[1]:%H.%M}",
        "friday": f"{friday[0]:%H.%M}–{friday[1]:%H.%M}",
        "source": citation_words(hours.source, language),
        "confidence": word(CONFIDENCE, hours.confidence),
    }
