"""Coverage in words: both raw figures, or whether it is complete, or that there is nothing to divide by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.selectors.coverage import Numbers, Period
from sinetra.core.prevention.small_units import SMALLEST
from sinetra.web.format import day_text, month_text, number_text

MEASURES: Mapping[str, str | Promise] = {
    "attended": _lazy("Hadir dalam kegiatan"),
    "tested": _lazy("Mengerjakan kedua tes"),
    "pledged": _lazy("Menandatangani ikrar yang berlaku"),
}
IN_MONTH: Mapping[str, str | Promise] = {**MEASURES, "pledged": _lazy("Menandatangani ikrar pada bulan itu")}
#: What nobody is held to: of a small unit, where *lengkap* would be the answer of a person, the words stay the same.
_OWN_CHOICE = frozenset({"tested", "pledged"})
GROUPS: Mapping[bool, str | Promise] = {True: "ASN", False: _lazy("non-ASN")}


def language() -> str:
    return get_language() or "id"


def measure_word(measure: str, period: str) -> str:
    return str((MEASURES if len(period) == 4 else IN_MONTH)[measure])


def period_word(period: str) -> str:
    """``2024`` stays; a month is written in words."""
    return month_text(period, language()) if len(period) == 7 else _("tahun %(year)s") % {"year": period}


def no_area() -> str:
    return _("di luar wilayah mana pun")


def no_list() -> str:
    return _("belum ada daftar pegawai bertanggal")


def said(found: Numbers, measure: str, at: Period) -> str:
    """What may be shown of a group."""
    if not at.headcount:
        return no_list()
    if found.eligible == 0:
        return "–"
    done = found.done(measure)
    if found.withheld or found.eligible < SMALLEST:
        told = measure not in _OWN_CHOICE and found.complete(measure)
        return _("lengkap") if told else _("belum lengkap")
    words = {"done": number_text(done, language()), "eligible": number_text(found.eligible, language())}
    raw = _kept_together(_("%(done)s dari %(eligible)s") % words)
    if done > found.eligible:
        return raw
    # Cut, not rounded: 100 % is only said of a unit that is complete.
    return f"{raw} ({done * 100 // found.eligible}\u00a0%)"


def _kept_together(text: str) -> str:
    """A narrow column breaks before the bracket only."""
    return text.replace(" ", "\u00a0")


def is_shown(found: Numbers) -> bool:
    return not found.withheld and found.eligible >= SMALLEST


def reached_word(reached_in: str, *, never: bool) -> str:
    """When somebody of the unit last came."""
    if reached_in:
        return month_text(reached_in, language())
    return _("belum pernah") if never else _("dikunjungi, belum ada yang hadir")


def as_of_word(day: date | None) -> str:
    return day_text(day, language(), weekday=False) if day else no_list()
