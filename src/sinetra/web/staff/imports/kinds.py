"""The two kinds of file that the page takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from sinetra.apps.registry.imports.columns import Column, Imported
from sinetra.apps.registry.imports.people import COLUMNS as PEOPLE
from sinetra.apps.registry.imports.people import import_people, preview_people
from sinetra.apps.registry.imports.units import COLUMNS as UNITS
from sinetra.apps.registry.imports.units import import_units, preview_units


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """``sheet``: the sheet of the example file, and the word in its address."""

    name: str
    word: str | Promise
    sheet: str
    columns: tuple[Column, ...]
    preview: Callable[..., Imported]
    store: Callable[..., Imported]


KINDS = {
    "pegawai": FileKind(
        name="pegawai",
        word=gettext_lazy("Pegawai"),
        sheet="Pegawai",
        columns=PEOPLE,
        preview=preview_people,
        store=import_people,
    ),
    "unit": FileKind(
        name="unit",
        word=gettext_lazy("Unit"),
        sheet="Unit",
        columns=UNITS,
        preview=preview_units,
        store=import_units,
    ),
}
