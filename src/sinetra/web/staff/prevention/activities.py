"""Activities as they stand in the register: planned, held, cancelled, or told by the press only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import KINDS, STATES, day_said, mark, participants


class ActivityFilter(forms.Form):
    keadaan = forms.ChoiceField(label=_lazy("Keadaan"), required=False)
    jenis = forms.ChoiceField(label=_lazy("Jenis"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        every = ("", _("semua"))
        states = [(name, str(word)) for name, (_sentiment, word) in STATES.items()]
        self.fields["keadaan"].choices = [every, *states, ("berita", _("dari berita saja"))]  # type: ignore[attr-defined]
        self.fields["jenis"].choices = [every, *((name, str(word)) for name, word in KINDS.items())]  # type: ignore[attr-defined]


def from_press() -> Link:
    return Link(text=_("Buka artikel"), url=reverse("articles"))


@staff("activity.read")
def activities(request: StaffRequest) -> HttpResponse:
    form = ActivityFilter(request.GET or None)
    rows = rows_of.activities(request.actor)
    if form.is_valid():
        rows = rows_of.narrowed(rows, state=form.cleaned_data["keadaan"], kind=form.cleaned_data["jenis"])
    may_plan = may(request.actor, "activity.plan")
    listed = table(
        request,
        rows,
        caption=_("Kegiatan, yang terakhir dicatat di atas"),
        columns=activity_columns(),
        cells=activity_cells,
        empty=(
            _("Belum ada kegiatan"),
            _("Rencanakan kegiatan, atau kukuhkan peristiwa dari berita; keduanya tercatat di sini."),
        ),
        empty_link=Link(text=_("Rencanakan kegiatan"), url=reverse("new_activity")) if may_plan else from_press(),
    )
    context = {
        "table": listed,
        "tabs": tabs(request.actor, "activities"),
        "title": _("Kegiatan"),
        "filters": form,
        "actions": [
            *([Link(text=_("Rencanakan kegiatan"), url=reverse("new_activity"))] if may_plan else []),
            Link(text=_("Kalender"), url=reverse("calendar")),
        ],
    }
    return render(request, "staff/prevention/list.html", context)


def activity_columns() -> list[Column]:
    texts = (_("Kegiatan"), _("Jenis"), _("Keadaan"), _("Tanggal"), _("Tempat"))
    return [*(Column(text=text) for text in texts), Column(text=_("Peserta"), number=True)]


def activity_cells(row: Activity) -> list[Cell]:
    sentiment, word = mark(row)
    return [
        Cell(text=row.title, url=reverse("activity", args=[row.pk])),
        Cell(text=str(KINDS[row.kind])),
        Cell(text=word, sentiment=sentiment),
        Cell(text=day_said(row.starts_on)),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=participants(row)),
    ]
