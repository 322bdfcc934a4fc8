"""What the tests of an activity measured: of all together, as a chart, tables and XLSX. Never of a person."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import Activity, TestResult
from sinetra.apps.prevention.selectors import activities, understanding
from sinetra.core.prevention.understanding import ENOUGH
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.public.participation.question_words import prompt_text
from sinetra.web.public.participation.session_facts import session_title
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.gain_words import (
    delayed_words,
    figure_of,
    item_cells,
    item_columns,
    result_cells,
    result_columns,
    session_word,
)
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import day_said
from sinetra.web.workbook import Sheet, Value, about, workbook_response


@staff("understanding.read")
def activities_with_tests(request: StaffRequest) -> HttpResponse:
    """Every activity of the office, with the way to its test."""
    listed = table(
        request,
        activities.activities(request.actor).select_related("region", "knowledge_test"),
        caption=_("Kegiatan dan tesnya, yang terakhir dicatat di atas"),
        columns=[Column(text=_("Kegiatan")), Column(text=_("Tanggal")), Column(text=_("Tes"))],
        cells=_activity_cells,
        empty=(_("Belum ada kegiatan"), _("Rencanakan kegiatan dahulu; tesnya disusun dari bank soal.")),
    )
    context = {"table": listed, "title": _("Tes dan hasilnya"), "tabs": tabs(request.actor, "question_bank")}
    return render(request, "staff/prevention/test_activities.html", context)


def _activity_cells(row: Activity) -> list[Cell]:
    has_test = hasattr(row, "knowledge_test")
    return [
        Cell(text=row.title, url=reverse("activity_test", args=[row.pk])),
        Cell(text=day_said(row.starts_on)),
        Cell(text=_("siap") if has_test else _("belum disusun"), sentiment="good" if has_test else "plain"),
    ]


@staff("understanding.read")
def activity_test(request: StaffRequest, pk: UUID) -> HttpResponse:
    activity = activities.activity(request.actor, pk)
    test = understanding.forms_of(request.actor, activity)
    sittings = understanding.sittings(request.actor, activity)
    results = [item.result for item in sittings if item.result is not None]
    counted = [row for row in results if row.gain is not None]
    items = understanding.items(request.actor, activity)
    context = {
        "activity": activity,
        "test": test,
        "size": len(test.form_a) if test else 0,
        "sittings": [(session_title(item.session), item) for item in sittings],
        "figure": figure_of(counted, today()) if counted else None,
        "few": [session_word(row) for row in results if row.gain is None],
        "enough": ENOUGH,
        "delayed": [delayed_words(row) for row in counted],
        "items": _item_table([item_cells(item) for item in items]) if items else None,
        "may_prepare": may(request.actor, "test.prepare", activity),
        "opens_sessions": may(request.actor, "attendance.read", activity),
        "back": Link(text=activity.title, url=reverse("activity", args=[pk])),
    }
    return render(request, "staff/prevention/activity_test.html", context)


def _item_table(rows: list[list[Cell]]) -> Table:
    return Table(caption=_("Soal satu per satu"), columns=item_columns(), rows=rows)


@staff("understanding.read")
def items_xlsx(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The item analysis, and a sheet that says what its columns mean."""
    activity = activities.activity(request.actor, pk)
    rows: list[Sequence[Value]] = [[_("Soal"), *[column.text for column in item_columns()[1:]]]]
    for item in understanding.items(request.actor, activity):
        numbers = [item.n_before, item.n_after, item.p_before, item.p_after, item.discrimination]
        rows.append([prompt_text(item.question), session_word(item.result), *numbers])
    table = Sheet(title=_("Soal"), rows=rows, widths=(70, 30, 14, 14, 14, 14, 14), freeze="B2")
    return workbook_response(f"sinetra-soal-{activity.pk}.xlsx", table, about(_about(activity)))


def _about(activity: Activity) -> list[str]:
    return [
        activity.title,
        _("Hanya peserta yang mengerjakan kedua tes. Kosong: kurang dari %(n)s jawaban.") % {"n": ENOUGH},
        _("Tepat sebelum dan sesudah: bagian yang menjawab tepat, 0 sampai 1."),
        _("Daya beda: korelasi soal dengan soal lain dalam tes yang sama, -1 sampai 1."),
        _("Tidak ada nilai perorangan: semuanya dihapus ketika sesi ditutup."),
    ]


@staff("understanding.read")
def programme_understanding(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Each activity by itself: tests with other questions are not pooled."""
    row = understanding.programme(request.actor, pk)
    results = understanding.results_of_programme(request.actor, row)
    listed = table(
        request,
        results,
        caption=_("Satu baris satu sesi, yang terbaru di atas"),
        columns=[Column(text=_("Kegiatan")), *result_columns()],
        cells=_programme_cells,
        empty=(_("Belum ada hasil"), _("Hasil tercatat ketika sesi yang bertes ditutup.")),
    )
    back = Link(text=row.title, url=reverse("programme", args=[pk]))
    context = {"programme": row, "table": listed, "back": back}
    return render(request, "staff/prevention/programme_understanding.html", context)


def _programme_cells(row: TestResult) -> list[Cell]:
    activity = row.session.activity
    return [Cell(text=activity.title, url=reverse("activity_test", args=[activity.pk])), *result_cells(row)]
