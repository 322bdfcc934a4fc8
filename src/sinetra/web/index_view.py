"""A unit of the index and the list of units as the parts of a page: for the public and for staff."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.index.stored import placed_of
from sinetra.core.index.result import Placed, Zone
from sinetra.core.index.rounding import CLOSE, rounded
from sinetra.web.index_words import KINDS, ZONES, language
from sinetra.web.parts import Cell, Column
from sinetra.web.templatetags.sinetra import zone as zone_mark

Address = Callable[[str], str]


class ListForm(forms.Form):
    """What the list shows; words in the address are those of the page."""

    jenis = forms.ChoiceField(
        label=_lazy("Jenis"),
        required=False,
        choices=[("", _lazy("semua")), *((kind.value, word) for kind, word in KINDS.items())],
    )
    zona = forms.ChoiceField(
        label=_lazy("Zona"),
        required=False,
        choices=[("", _lazy("semua")), *((zone.value, word) for zone, word in ZONES.items())],
    )
    # Led to by the page of a unit with more below it than fit there.
    di = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Empty: everything. What the address says wrongly is as good as not said."""

    form: ListForm
    kind: str
    zone: str
    under: str


def wanted(request: HttpRequest) -> Wanted:
    form = ListForm(request.GET or None)
    form.is_valid()
    given: dict[str, str] = getattr(form, "cleaned_data", {})
    return Wanted(form=form, kind=given.get("jenis", ""), zone=given.get("zona", ""), under=given.get("di", ""))


def points(number: float | None) -> str:
    """With the two decimals by which zones are told (33.00 is green, 33.01 yellow), also where they are 0; a dash for
    what is not known."""
    if number is None:
        return "–"
    written = f"{rounded(number):.2f}"
    return written if language() == "en" else written.replace(".", ",")


def columns() -> list[Column]:
    return [
        Column(text=_("Wilayah atau unit")),
        Column(text=_("Zona")),
        Column(text=_("Skor"), number=True),
        Column(text=_("Rentang skor"), number=True),
        Column(text=_("Peringkat setingkat"), number=True),
        Column(text=_("Data lengkap"), number=True),
    ]


def cells(row: IndexPlace, address: Address, run: IndexRun) -> list[Cell]:
    unit = placed_of(row.told)
    return [
        Cell(text=unit.name, url=address(unit.code)),
        Cell(text=zone_cell(unit)),
        Cell(text=points(unit.score)),
        Cell(text=between(unit)),
        Cell(text=rank_words(unit, run)),
        Cell(text=percent(unit.completeness)),
    ]


def zone_cell(unit: Placed) -> SafeString:
    """Colour, pattern, word, and in how many of the recomputations it stays so."""
    mark = zone_mark(unit.zone.value)
    if unit.zone is Zone.GREY:
        return mark
    sure = percent(unit.p_zone.get(unit.zone, 0.0))
    return format_html('<span class="zone-sure">{} <span class="sure">({})</span></span>', mark, sure)


def between(unit: Placed) -> str:
    if unit.interval is None:
        return "–"
    low, high = unit.interval
    return f"{points(low)}–{points(high)}"


def rank_words(unit: Placed, run: IndexRun) -> str:
    """With how many are ranked: the first of one is no first."""
    if unit.rank is None:
        return "–"
    first, last = unit.rank
    place = str(first) if first == last else f"{first}–{last}"
    return _("%(place)s dari %(number)s") % {"place": place, "number": run.ranked.get(unit.group.value, 0)}


def percent(share: float | None) -> str:
    """In whole hundredths, downward: what is not certain is not called so, nor does less than a limit look like it."""
    return "–" if share is None else _("%(number)s\u00a0%%") % {"number": int(100 * share + CLOSE)}


def zone_counts(zones: dict[str, Any]) -> list[tuple[Zone, str, int]]:
    """In the order of gravity, with zero where there is none."""
    return [(zone, str(word), int(zones.get(zone.value, 0))) for zone, word in ZONES.items()]
