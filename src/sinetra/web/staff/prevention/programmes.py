"""Programmes: the list, a new one, one changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.policy import may
from sinetra.apps.prevention.actions.store_programme import ProgrammeDraft, store_programme
from sinetra.apps.prevention.models import Programme
from sinetra.apps.prevention.selectors import programmes as rows_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.fields import area, day_field
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import language


class ProgrammeForm(forms.Form):
    title = PlainText(label=_lazy("Nama program"), max_length=200)
    election = forms.ChoiceField(
        label=_lazy("Untuk pemilihan"),
        required=False,
        help_text=_lazy("Kosongkan untuk satu tahun di luar tahapan."),
    )
    starts_on = day_field(_lazy("Hari pertama"))
    ends_on = day_field(_lazy("Hari terakhir"))
    aim = PlainText(label=_lazy("Tujuan"), required=False, max_length=2000, widget=area(4))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        names = [(item.id, item.name.en if language() == "en" else item.name.id) for item in clock().timetables]
        self.fields["election"].choices = [("", _("di luar tahapan")), *names]  # type: ignore[attr-defined]


@staff("activity.read")
def programmes(request: StaffRequest) -> HttpResponse:
    may_plan = may(request.actor, "activity.plan")
    new = Link(text=_("Susun program"), url=reverse("new_programme"))
    listed = table(
        request,
        rows_of.programmes(request.actor),
        caption=_("Program, yang mulai terakhir di atas"),
        columns=[Column(text=_("Program")), Column(text=_("Untuk")), Column(text=_("Hari"))],
        cells=_cells,
        order=("-starts_on",),
        empty=(_("Belum ada program"), _("Program mengumpulkan kegiatan satu pemilihan, atau satu tahun.")),
        empty_link=new if may_plan else None,
    )
    actions = [*([new] if may_plan else []), Link(text=_("Kalender"), url=reverse("calendar"))]
    context = {"table": listed, "tabs": tabs(request.actor, "programmes"), "title": _("Program"), "actions": actions}
    return render(request, "staff/prevention/list.html", context)


def _cells(row: Programme) -> list[Cell]:
    return [
        Cell(text=row.title, url=reverse("programme", args=[row.pk])),
        Cell(text=election_word(row.election)),
        Cell(text=days_word(row)),
    ]


def election_word(election: str) -> str:
    if election not in clock().timetables.ids:
        return election or _("di luar tahapan")
    name = clock().timetables.get(election).name
    return name.en if language() == "en" else name.id


def days_word(row: Programme) -> str:
    first, last = (day_text(day, language(), weekday=False) for day in (row.starts_on, row.ends_on))
    return _("%(first)s sampai %(last)s") % {"first": first, "last": last}


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def new_programme(request: StaffRequest) -> HttpResponse:
    return _form_page(request, None)


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def change_programme(request: StaffRequest, pk: UUID) -> HttpResponse:
    return _form_page(request, rows_of.programme(request.actor, pk))


def _form_page(request: StaffRequest, row: Programme | None) -> HttpResponse:
    names = ("title", "election", "starts_on", "ends_on", "aim")
    form = ProgrammeForm(posted(request), initial={name: getattr(row, name) for name in names} if row else None)
    if form.is_valid():
        draft = ProgrammeDraft(**form.cleaned_data)
        made = attempt(form, lambda: store_programme(draft=draft, actor=request.actor, programme=row))
        if made is not None:
            messages.success(request, _("Program disimpan."))
            return redirect("programme", pk=made.pk)
    back = reverse("programme", args=[row.pk]) if row else reverse("programmes")
    context = {
        "form": form,
        "title": _("Ubah program") if row else _("Susun program"),
        "submit": _("Simpan program"),
        "back": Link(text=_("Batal"), url=back),
    }
    return render(request, "staff/prevention/form.html", context)


def month_word(month: Any) -> str:
    return day_text(month, language(), weekday=False).partition(" ")[2]
