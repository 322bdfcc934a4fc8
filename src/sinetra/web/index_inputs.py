"""What went into the index of a unit, as lines of its page: each with its source, its day and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.index.gather.published import origin_of
from sinetra.apps.index.gather.values import OWN
from sinetra.apps.index.selectors import Explained
from sinetra.apps.index.told import count_of, withheld
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Unit
from sinetra.web.format import number_text
from sinetra.web.index_view import percent
from sinetra.web.index_words import FACTS, indicator_of, language, said

_OWN: str | Promise = _lazy("Catatan instansi di pemasangan ini")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing that went in. ``confidence`` is empty for what the office itself keeps. ``url``: a source that is an
    address."""

    name: str
    value: str
    unit: str
    source: str
    as_of: date | None
    confidence: str

    @property
    def url(self) -> str:
        return self.source if self.source.startswith(("https://", "http://")) else ""


def values_of(given: Unit, used: Configuration) -> list[Input]:
    found = []
    for name, value in given.values.items():
        indicator = indicator_of(used, name)
        found.append(
            Input(
                name=said(indicator.name) if indicator else name,
                value=number_text(round(value.amount, 3), language()),
                unit=said(indicator.unit) if indicator else "",
                source=_source(value.source),
                as_of=value.as_of,
                confidence=value.confidence.value,
            )
        )
    return found


def _source(source: str) -> str:
    """A publication as it is called; our own records in the language of the page."""
    return _(source) if source in OWN else source


def facts_of(found: Explained) -> list[Input]:
    """What is known; the rest is in the list of what is missing."""
    given, told = found.given, []
    for field, name in FACTS.items():
        shown_as = _fact(given, field)
        if shown_as:
            origin = origin_of(given, field, found.run.day)
            told.append(
                Input(
                    name=str(name),
                    value=shown_as,
                    unit="",
                    source=_source(origin.source) if origin else str(_OWN),
                    as_of=origin.as_of if origin else found.run.day,
                    confidence=origin.confidence.value if origin else "",
                )
            )
    return told


def _fact(given: Unit, field: str) -> str:
    value = getattr(given, field)
    if value is None:
        return ""
    if field == "has_channel":
        return _("ada") if value else _("tidak ada")
    if field == "coverage":
        return percent(value)
    if field in withheld(given):
        return _("ditahan") if given.parent else _("1 sampai 4, ditahan")
    return number_text(count_of(given, field) or 0, language())
