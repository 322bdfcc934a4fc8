"""Search for a matter by what offices wrote: its numbers, numbers of its letters, its place."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.search import search
from sinetra.core.casework.search_words import search_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Table
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.lists import page_address
from sinetra.web.staff.recommendations.tabs import tabs
from sinetra.web.staff.work_queue.rows import closed_columns, matter_cells


class SearchForm(forms.Form):
    q = PlainText(
        label=_lazy("Nomor atau tempat"),
        help_text=_lazy("Nomor perkara, register, atau surat; nama atau kode wilayah. Awal kata cukup."),
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "accesskey": "c", "autocomplete": "off"}),
        error_messages={"required": _lazy("Tulis nomor atau tempat.")},
    )

    def clean_q(self) -> str:
        text: str = self.cleaned_data["q"]
        if not search_words(text):
            raise forms.ValidationError(_("Tulis huruf atau angka: nomor, nama wilayah, atau kode wilayah."))
        return text


@staff("matter.read")
def find(request: StaffRequest) -> HttpResponse:
    form = SearchForm(request.GET or None)
    table = _found(request, form.cleaned_data["q"]) if form.is_valid() else None
    context = {"form": form, "table": table, "tabs": tabs(request.actor, "matters")}
    return render(request, "staff/work_queue/search.html", context)


def _found(request: StaffRequest, text: str) -> Table:
    after = request.GET.get("after")
    found = search(request.actor, text, after=after)
    return Table(
        caption=_("Perkara yang cocok, terbaru di atas"),
        columns=closed_columns(),
        rows=[matter_cells(row) for row in found],
        newer=page_address(request, None) if after else "",
        older=page_address(request, found.next_token) if found.next_token else "",
        empty_title=_("Tidak ada perkara yang cocok"),
        empty_text=_("Nama orang dan isi laporan memang tidak dapat dicari. Coba nomor atau nama wilayah."),
        empty_link=Link(text=_("Semua perkara yang berjalan"), url=reverse("matters")),
    )
