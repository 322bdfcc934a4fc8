"""Words of the control room: steps, ages, numbers and shares."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.control_room.parts import AGES, Step
from sinetra.apps.insight.control_room.today import UpTo
from sinetra.web.format import number_text

Words = Mapping[str, "str | Promise"]

#: Of an office that supervises.
OWN: Words = {
    Step.OPENED: _lazy("Dibuka sebagai perkara"),
    Step.REGISTERED: _lazy("Diregistrasi"),
    Step.DECIDED: _lazy("Diputus pleno untuk diteruskan"),
    Step.SENT: _lazy("Direkomendasikan atau diteruskan"),
    Step.SANCTIONED: _lazy("Dijatuhi sanksi"),
}
#: Of an office that receives matters from others.
RECEIVED: Words = {
    Step.OPENED: _lazy("Masuk dari instansi lain"),
    Step.REGISTERED: _lazy("Dinyatakan diterima"),
    Step.DECIDED: _lazy("Diperiksa"),
    Step.SENT: _lazy("Diputus"),
    Step.SANCTIONED: _lazy("Dijatuhi sanksi"),
}


def language() -> str:
    return get_language() or "id"


def number(value: float) -> str:
    return number_text(value, language())


def at_most(value: UpTo) -> str:
    return _("lebih dari %(n)s") % {"n": number(value.number)} if value.more else number(value.number)


def share(value: float | None) -> str:
    """
    >>> share(None)
    '–'
    """
    return "–" if value is None else f"{number(round(value * 100, 1))}\u00a0%"


def times(value: float | None, low: float | None, high: float | None) -> str:
    """A ratio never stands without its interval."""
    if value is None or low is None or high is None:
        return "–"
    told = {"n": value, "low": low, "high": high}
    return _("%(n)s kali (%(low)s–%(high)s)") % {name: number(round(part, 1)) for name, part in told.items()}


def days(value: float | None) -> str:
    return "–" if value is None else number(round(value, 1))


def age_word(place: int) -> str:
    last = AGES[place]
    before = AGES[place - 1] if place else None
    if last is None:
        return _("lebih dari %(n)s hari") % {"n": before}
    return _("%(from)s–%(to)s hari") % {"from": 0 if before is None else before + 1, "to": last}
