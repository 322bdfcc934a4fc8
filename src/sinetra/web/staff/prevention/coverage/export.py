"""Coverage as XLSX: the same units, numbers and withheld numbers as the page, read in parts and written to disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import chain
from typing import Any
from uuid import UUID

from django.http import FileResponse
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import CoverageState, CoverageUnit
from sinetra.apps.prevention.selectors import coverage as numbers
from sinetra.apps.prevention.selectors import coverage_units as units
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.staff.prevention.coverage import asked as filters
from sinetra.web.staff.prevention.coverage.page import area_word_of, of_units
from sinetra.web.staff.prevention.coverage.words import (
    GROUPS,
    MEASURES,
    as_of_word,
    is_shown,
    measure_word,
    period_word,
    reached_word,
    said,
)
from sinetra.web.workbook import XLSX, Sheet, about, write_workbook

_PART = 500


@staff("coverage.read")
def coverage_xlsx(request: StaffRequest) -> FileResponse:
    """Every unit at any depth under what the page shows. Errors: ``NotFound`` for an office that was never counted."""
    actor = request.actor
    counted = numbers.state(actor)
    if counted is None:
        raise NotFound(gettext_noop("Cakupan belum dihitung."))
    office = counted.organisation
    row = units.unit(actor, _unit_id(request)) if request.GET.get("unit") else None
    areas = units.areas(office) if row is None else []
    asked = filters.read(request, counted, areas, area_word_of(office), today(office.region_id))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when it was sent
    _write(file, request, asked, counted, row)
    file.seek(0)
    name = f"cakupan-{asked.at.period}-{counted.day.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _unit_id(request: StaffRequest) -> UUID:
    try:
        return UUID(request.GET["unit"])
    except ValueError:
        raise NotFound(gettext_noop("Unit ini tidak ada.")) from None


def _write(file: Any, request: StaffRequest, asked: filters.Asked, counted: CoverageState, row: Any) -> None:
    rows = chain([_head(asked)], _lines(request, asked, row))
    table = Sheet(title=_("Cakupan"), rows=rows, widths=(0, 44), freeze="C2")
    write_workbook(file, table, about(_about(asked, counted), _("Cara membaca")))


def _head(asked: filters.Asked) -> list[str]:
    found = [_("Kode"), _("Unit"), _("Tingkat"), _("Wilayah")]
    for measure in MEASURES:
        for group in asked.groups:
            named = f"{measure_word(measure, asked.at.period)}, {GROUPS[group]}"
            found += [named, _("dari")]
    return [*found, _("Terakhir hadir"), _("Pos terpapar"), _("Petahana maju")]


def _lines(request: StaffRequest, asked: filters.Asked, row: CoverageUnit | None) -> Iterator[list[Any]]:
    """In the order of the page, by place: a list that grows meanwhile is not read twice."""
    actor = request.actor
    rows = units.units(actor, below=row, area=asked.area.code if asked.area else None, never=asked.never)
    if not asked.is_flat:
        rows = units.everything_below(units.every_unit(actor), row)
    place = 0
    while part := list(rows.filter(place__gt=place).order_by("place")[:_PART]):
        place = part[-1].place
        found = of_units(actor, asked, [item.pk for item in part])
        for item in part:
            yield _line(item, asked, found[item.pk, asked.at])


def _line(row: CoverageUnit, asked: filters.Asked, found: numbers.Groups) -> list[Any]:
    line: list[Any] = [row.unit.code, row.unit.name, row.depth + 1, row.area]
    for measure in MEASURES:
        for group in asked.groups:
            if asked.at.headcount and is_shown(found[group]):
                line += [found[group].done(measure), found[group].eligible]
            else:
                line += [said(found[group], measure, asked.at), None]
    yes = {True: _("ya"), False: ""}
    return [*line, reached_word(row.reached_in, never=row.never), yes[row.exposed], yes[row.incumbent]]


def _about(asked: filters.Asked, counted: CoverageState) -> Iterator[str]:
    day = as_of_word(numbers.headcount_day(asked.at))
    yield _("Masa: %(period)s. Penyebut: daftar pegawai per %(day)s.") % {
        "period": period_word(asked.at.period),
        "day": day,
    }
    yield _("Keadaan per %(day)s.") % {"day": as_of_word(counted.day)}
    if asked.is_flat:
        yield _("Tiap unit tanpa unit di bawahnya.")
    else:
        yield _("Tiap unit bersama semua unit di bawahnya; jangan menjumlahkan baris yang bertingkat.")
    yield _("Satu orang dihitung sekali dalam satu masa, di unit tempat ia terakhir hadir.")
    yield _("ASN dan non-ASN dihitung terpisah. Kegiatan yang hanya diketahui dari berita tidak dihitung.")
    yield _("Unit di bawah 10 orang hanya bertulisan lengkap atau belum lengkap, juga unit yang membocorkannya.")
    yield _("Tentang tes dan ikrar unit itu selalu bertulisan belum lengkap, juga bila semua sudah.")
    yield _("Belum hadir, belum mengikuti tes atau belum menandatangani bukan fakta dalam perkara mana pun.")
