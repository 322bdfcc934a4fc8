"""Units of one's own office and its regions, one of them with its reasons, and the verb to compute the index now."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.models import IndexPlace
from sinetra.apps.index.selectors import newest_run, own_explained, own_rows
from sinetra.web.access import StaffRequest, staff
from sinetra.web.index_explained import shown
from sinetra.web.index_view import cells, columns, wanted
from sinetra.web.parts import Cell, Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.tabs import tabs


def address(code: str) -> str:
    return reverse("own_index_unit", args=[code])


@staff("index.read")
def own_index(request: StaffRequest) -> HttpResponse:
    run = newest_run(request.actor)
    compute = Link(text=_("Hitung sekarang"), url=reverse("compute_index"))
    may_compute = may(request.actor, "index.compute")
    context: dict[str, Any] = {
        "run": run,
        "tabs": tabs(request.actor, "own_index"),
        "compute": compute if may_compute else None,
    }
    if run is None:
        return render(request, "staff/index/list.html", context)
    asked = wanted(request)

    def drawn(row: IndexPlace) -> list[Cell]:
        return cells(row, address, run)

    found = own_rows(request.actor, run)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.zone:
        found = found.filter(zone=asked.zone)
    context["filters"] = asked.form
    context["table"] = table(
        request,
        found,
        caption=_("Yang paling rawan di atas, yang datanya belum cukup di bawah"),
        columns=columns(),
        cells=drawn,
        order=("place",),
        empty=(
            _("Belum ada wilayah atau unit Anda dalam indeks"),
            _("Impor daftar pegawai, atau pilih jenis dan zona lain. Unit di bawah 20 ASN dihitung di dalam induknya."),
        ),
    )
    return render(request, "staff/index/list.html", context)


@staff("index.read")
def own_index_unit(request: StaffRequest, code: str) -> HttpResponse:
    found = own_explained(request.actor, code)
    context = {"shown": shown(found), "back": Link(text=_("Indeks instansi Anda"), url=reverse("own_index"))}
    return render(request, "staff/index/unit.html", context)


@staff("index.compute")
@require_http_methods(["GET", "POST"])
def compute(request: StaffRequest) -> HttpResponse:
    form = forms.Form(posted(request))
    if form.is_valid():
        run = attempt(form, lambda: compute_index(actor=request.actor))
        if run is not None:
            messages.success(request, _("Indeks dihitung dan disimpan."))
            return redirect("own_index")
    context = {
        "title": _("Hitung indeks sekarang"),
        "consequences": [
            _("Indeks seluruh pemasangan ini dihitung dari data yang ada sekarang, lalu diumumkan."),
            _("Hitungan sebelumnya tetap tersimpan. Hitungan ini masuk jejak audit."),
            _("Bila tidak ada yang berubah hari ini, hitungan yang sudah ada tetap dipakai."),
        ],
        "submit": _("Hitung sekarang"),
        "form": form,
        "back": Link(text=_("Batal"), url=reverse("own_index")),
    }
    return render(request, "parts/confirm.html", context)
