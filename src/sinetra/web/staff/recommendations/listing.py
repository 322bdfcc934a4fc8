"""The ageing list of recommendations: what waits longest stands first. Also as a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.models import Recommendation
from sinetra.apps.cases.recommendations import RecommendationFilter, recommendations, shown_note
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.lists import table
from sinetra.web.staff.recommendations.clock import answer_clock
from sinetra.web.staff.recommendations.tabs import tabs
from sinetra.web.staff.recommendations.words import ANSWERS, MARKS
from sinetra.web.workbook import Sheet, Value, about, workbook_response


class FilterForm(forms.Form):
    state = forms.ChoiceField(
        label=gettext_lazy("Keadaan"),
        required=False,
        choices=[
            ("", gettext_lazy("yang menunggu, terlama di atas")),
            ("late", gettext_lazy("yang lewat tenggat")),
            ("decided", gettext_lazy("yang sudah diputus")),
        ],
    )
    addressee = forms.CharField(label=gettext_lazy("Penerima, persis"), required=False, max_length=200)


@staff("recommendation.read")
def listing(request: StaffRequest) -> HttpResponse:
    form = FilterForm(request.GET or None)
    day = _today(request)
    filters = _filters(form, day)
    listed = table(
        request,
        recommendations(request.actor, filters),
        order=("-dated_on", "-id") if filters.decided else ("dated_on", "id"),
        caption=_("Rekomendasi yang sudah diputus") if filters.decided else _("Rekomendasi yang menunggu jawaban"),
        columns=[
            *(Column(text=text) for text in (_("Nomor"), _("Tanggal surat"), _("Kepada"))),
            *(Column(text=text, number=True) for text in (_("Orang"), _("Umur (hari)"))),
            *(Column(text=text) for text in (_("Tenggat"), _("Jawaban terakhir"))),
        ],
        cells=lambda row: _cells(row, day),
        empty=_empty(filters),
        empty_link=Link(text=_("Masukkan daftar lama"), url=reverse("import_people")),
    )
    context = {
        "table": listed,
        "form": form,
        "tabs": tabs(request.actor, "recommendations"),
        "addressee": filters.addressee,
        "may_import": may(request.actor, "recommendation.import"),
        "may_remind": bool(filters.addressee) and may(request.actor, "recommendation.take_rung"),
        "query": request.GET.urlencode(),
    }
    return render(request, "staff/recommendations/list.html", context)


def _empty(filters: RecommendationFilter) -> tuple[str, str]:
    if filters.decided or filters.addressee or filters.overdue_on:
        return _("Tidak ada yang cocok"), _("Ubah saringannya, atau kosongkan.")
    return _("Belum ada rekomendasi"), _("Masukkan daftar lama dari Excel; hari ini juga Anda melihat yang terlama.")


def _filters(form: FilterForm, day: date) -> RecommendationFilter:
    given = form.cleaned_data if form.is_valid() else {}
    state = given.get("state", "")
    return RecommendationFilter(
        decided=state == "decided",
        addressee=given.get("addressee", ""),
        overdue_on=day if state == "late" else None,
    )


def _today(request: StaffRequest) -> date:
    return today(visible(request.actor, Organisation).get(pk=request.actor.office).region_id)


def _cells(row: Recommendation, day: date) -> list[Cell]:
    return [
        Cell(text=row.number, url=reverse("recommendation", args=[row.pk])),
        Cell(text=day_text(row.dated_on, get_language() or "id", weekday=False)),
        Cell(text=row.addressee, url=f"?{urlencode({'addressee': row.addressee})}"),
        Cell(text=row.persons),
        Cell(text=_age(row, day)),
        Cell(clock=clock) if (clock := answer_clock(row, day)) else Cell(text="–"),
        Cell(text=str(ANSWERS[row.answer]), sentiment=MARKS.get(row.answer, "info")),
    ]


def _age(row: Recommendation, day: date) -> int:
    """Days since the letter, up to the decision."""
    return max(((row.decided_on or day) - row.dated_on).days, 0)


@staff("recommendation.read")
def export(request: StaffRequest) -> HttpResponse:
    """All of the list as it is filtered, without pages."""
    day = _today(request)
    filters = _filters(FilterForm(request.GET or None), day)
    rows = recommendations(request.actor, filters).order_by("dated_on", "id")
    heads = [
        *(_("Nomor"), _("Tanggal surat"), _("Kepada"), _("Orang"), _("Umur (hari)"), _("Tenggat")),
        *(_("Jawaban terakhir"), _("Tanggal jawaban"), _("Surat jawaban"), _("Catatan")),
    ]

    def told() -> Iterator[list[Value]]:
        yield [*heads]
        for row in rows.iterator():
            yield [
                *(row.number, row.dated_on.isoformat(), row.addressee, row.persons, _age(row, day)),
                *(row.due_on.isoformat() if row.due_on else "", str(ANSWERS[row.answer])),
                *(row.answered_on.isoformat() if row.answered_on else "", row.answer_letter, shown_note(row)),
            ]

    said = [
        _("Keadaan pada %(day)s.") % {"day": day.isoformat()},
        _("Lama tindak lanjut PPK tidak ditetapkan undang-undang; tenggatnya perlu dicek."),
    ]
    sheet = Sheet(title=_("Rekomendasi"), rows=told(), widths=(26, 14, 34), freeze="A2")
    return workbook_response(f"rekomendasi-{day.isoformat()}.xlsx", sheet, about(said))
