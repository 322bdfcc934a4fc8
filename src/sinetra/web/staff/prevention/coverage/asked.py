"""What the address of a coverage page asks for: period, group, measure, position, area, only those never reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.core.cache import cache
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import CoverageState
from sinetra.apps.prevention.selectors import coverage as numbers
from sinetra.apps.prevention.selectors.coverage_units import Area
from sinetra.web.law_words import POSITIONS
from sinetra.web.staff.prevention.coverage.words import MEASURES, language, no_area, period_word

PERIOD, GROUP, MEASURE, POSITION, AREA, NEVER = "masa", "kelompok", "ukuran", "jabatan", "wilayah", "belum"
_MONTHS = 24
_KEEP_SECONDS = 300


class CoverageFilter(forms.Form):
    """Only what this office has: its periods and areas. A value that cannot be used says so beside it."""

    use_required_attribute = False

    def __init__(self, given: Any, *, periods: Sequence[str], areas: Sequence[Area], area_word: str) -> None:
        super().__init__(given)
        everything = ("", _("semua"))
        choices: list[tuple[str, Any, list[tuple[str, Any]]]] = [
            (PERIOD, _("Masa"), [(period, period_word(period)) for period in periods]),
            (MEASURE, _("Yang dihitung"), list(MEASURES.items())),
            (GROUP, _("Kelompok"), [everything, ("asn", "ASN"), ("non_asn", _("non-ASN"))]),
            (POSITION, _("Jabatan"), [everything, *POSITIONS.items()]),
        ]
        if areas:
            named = [(area.code or "-", area.name or no_area()) for area in areas]
            choices.append((AREA, area_word, [everything, *named]))
        for name, label, options in choices:
            self.fields[name] = forms.ChoiceField(label=label, choices=options, required=False)
        self.fields[NEVER] = forms.BooleanField(label=_("Hanya unit yang belum pernah dijangkau"), required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``area`` None: no area is asked for; empty: the units that lie in none. ``groups``: ASN is True."""

    form: CoverageFilter
    at: numbers.Period
    measure: str
    groups: tuple[bool, ...]
    position: str
    area: Area | None
    never: bool

    @property
    def is_flat(self) -> bool:
        """A list of units at any depth, each without the units below it."""
        return self.area is not None or self.never

    @property
    def year(self) -> str:
        return self.at.period[:4]

    def filters(self, counted: CoverageState) -> SafeString:
        """The form of the page. Its lists are long and change only when everything is counted again: kept a while."""
        if self.form.errors:
            return self._drawn()
        area = self.area.code or "-" if self.area else ""
        given = (self.at.period, self.measure, len(self.groups), self.groups[0], self.position, area, self.never)
        with_areas = AREA in self.form.fields
        parts = (language(), counted.pk, counted.computed_at.timestamp(), with_areas, *given)
        key = f"coverage:{':'.join(map(str, parts))}"
        return cast("SafeString", cache.get_or_set(key, self._drawn, _KEEP_SECONDS))

    def _drawn(self) -> SafeString:
        return render_to_string("parts/filters.html", {"form": self.form})


def read(request: HttpRequest, counted: CoverageState, areas: Sequence[Area], area_word: str, today: date) -> Asked:
    """Without an answer, and for one that cannot be used, the running year and everything."""
    periods = offered(counted, today)
    form = CoverageFilter(request.GET, periods=periods, areas=areas, area_word=area_word)
    form.full_clean()
    given = form.cleaned_data
    group, area = given.get(GROUP), given.get(AREA)
    return Asked(
        form=form,
        at=numbers.when(counted, given.get(PERIOD) or periods[0]),
        measure=given.get(MEASURE) or "attended",
        groups=(True, False) if not group else (group == "asn",),
        position=given.get(POSITION) or "",
        area=next((item for item in areas if area and item.code == area.removeprefix("-")), None),
        never=bool(given.get(NEVER)),
    )


def offered(counted: CoverageState, today: date) -> list[str]:
    """The running year first, then earlier years, then the last months."""
    years = sorted({*counted.years, *(day[:4] for day in counted.headcounts), f"{today.year}"}, reverse=True)
    running = [year for year in years if year <= f"{today.year}"]
    return running + sorted(counted.months, reverse=True)[:_MONTHS]
