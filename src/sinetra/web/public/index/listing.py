"""All regions and units of the last run, the more vulnerable first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.index.models import IndexPlace
from sinetra.apps.index.selectors import newest_run, rows
from sinetra.web.access import public
from sinetra.web.index_view import cells, columns, wanted, zone_counts
from sinetra.web.parts import Cell, Link
from sinetra.web.staff.lists import table


def address(code: str) -> str:
    return reverse("index_unit", args=[code])


@public
def index(request: HttpRequest) -> HttpResponse:
    run = newest_run()
    if run is None:
        return render(request, "public/index/list.html", {"run": None, "method": _method()})
    asked = wanted(request)

    def shown(row: IndexPlace) -> list[Cell]:
        return cells(row, address, run)

    listed = table(
        request,
        rows(run, kind=asked.kind, zone=asked.zone, under=asked.under),
        caption=_("Yang paling rawan di atas, yang datanya belum cukup di bawah"),
        columns=columns(),
        cells=shown,
        order=("place",),
        empty=(_("Tidak ada yang cocok"), _("Pilih jenis atau zona lain.")),
        empty_link=Link(text=_("Tampilkan semua"), url=reverse("index")),
    )
    context = {"run": run, "table": listed, "filters": asked.form, "zones": zone_counts(run.zones)}
    return render(request, "public/index/list.html", context)


def _method() -> Link:
    return Link(text=_("Baca caranya"), url=reverse("index_method"))
