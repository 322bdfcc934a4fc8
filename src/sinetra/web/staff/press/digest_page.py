"""The week in the press: as a page, on paper, and as data for a machine of the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.base.policy import may
from sinetra.apps.monitoring.digest import Digest, digest
from sinetra.apps.monitoring.digest_words import Line, sections
from sinetra.apps.monitoring.week import DAYS, Week, this_week
from sinetra.core.documents.digest import DigestSection, DigestSheet, digest_pdf
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, number_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.press.tabs import tabs
from sinetra.web.staff.press.weeks import monday, office_of
from sinetra.web.staff.prevention.words import language


@staff("article.read")
def digest_now(request: StaffRequest) -> HttpResponse:
    return _page(request, this_week(office_of(request).region_id))


@staff("article.read")
def digest_week(request: StaffRequest, week: str) -> HttpResponse:
    return _page(request, monday(week, office_of(request).region_id))


def _page(request: StaffRequest, week: Week) -> HttpResponse:
    told = digest(request.actor, week)
    later = week.monday + DAYS
    add = Link(text=_("Masukkan artikel"), url=reverse("add_articles"))
    context = {
        "week": week,
        "tabs": tabs(request.actor, "digest"),
        "sections": [
            {"title": part.title, "empty": part.empty, "pairs": [_pair(week, line) for line in part.lines]}
            for part in sections(told)
        ],
        "is_empty": told.is_empty,
        "is_over": week.is_over,
        "before": reverse("digest_week", args=[(week.monday - timedelta(days=7)).isoformat()]),
        "after": reverse("digest_week", args=[later.isoformat()]) if week.is_over else "",
        "empty_title": _("Tidak ada berita baru dalam minggu ini"),
        "empty_text": _("Ringkasan terisi setelah artikel masuk."),
        "empty_link": add if may(request.actor, "article.ingest") else None,
    }
    return render(request, "staff/press/digest.html", context)


def _pair(week: Week, line: Line) -> Pair:
    return Pair(term=line.text, value=number_text(line.number, language()), url=address_of(week, line))


def address_of(week: Week, line: Line) -> str:
    """The list behind a number; a number of cases opens its place in the article."""
    if line.list == "cases":
        base = reverse("article", args=[line.query["artikel"]])
        return f"{base}?kutip={line.query['kutip']}#fakta-cases_so_far-1" if "kutip" in line.query else base
    if line.list == "hits":
        return f"{reverse('watch_list', args=[line.query['daftar']])}?minggu={week.monday.isoformat()}"
    base = reverse("digest_list", args=[week.monday.isoformat(), line.list])
    return f"{base}?{urlencode(line.query)}" if line.query else base


@staff("article.read")
def digest_file(request: StaffRequest, week: str) -> HttpResponse:
    office = office_of(request)
    asked = monday(week, office.region_id)
    content = digest_pdf(sheet_of(office.name, digest(request.actor, asked)))
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="ringkasan-berita-{asked.monday.isoformat()}.pdf"'
    return response


def sheet_of(office: str, told: Digest) -> DigestSheet:
    days = (day_text(told.week.monday, language()), day_text(told.week.sunday, language()))
    return DigestSheet(
        language="en" if language().startswith("en") else "id",
        title=_("Ringkasan minggu"),
        week=_("%(from)s sampai %(to)s") % {"from": days[0], "to": days[1]},
        office=office,
        sections=()
        if told.is_empty
        else tuple(
            DigestSection(
                title=part.title,
                lines=tuple((line.text, number_text(line.number, language())) for line in part.lines),
                empty=part.empty,
            )
            for part in sections(told)
        ),
        empty=_("Tidak ada berita baru dalam minggu ini") if told.is_empty else "",
        note=_("Tidak ada nama orang dalam ringkasan ini. Daftar di balik tiap angka ada di Sinetra."),
        exercise=exercise_word(),
    )


@staff("article.read")
def digest_data(request: StaffRequest, week: str) -> JsonResponse:
    """``{"week", "office", "empty", "events", "watch_lists", "differing", "press_only", "cases"}``; numbers only."""
    office = office_of(request)
    asked = monday(week, office.region_id)
    return JsonResponse(as_data(office.name, digest(request.actor, asked)))


def as_data(office: str, told: Digest) -> dict[str, Any]:
    return {
        "week": {"from": told.week.monday.isoformat(), "to": told.week.sunday.isoformat(), "over": told.week.is_over},
        "office": office,
        "empty": told.is_empty,
        "events": [
            {"event_type": row.event_type, "region": row.region or None, "number": row.number} for row in told.events
        ],
        "watch_lists": [{"id": str(row.watch_list), "name": row.name, "number": row.number} for row in told.hits],
        "differing": told.differing,
        "press_only": {"circulars": told.circulars, "agreements": told.agreements},
        "cases": [
            {"article": str(row.article), "outlet": row.outlet, "value": row.value, "span": row.span}
            for row in told.cases
        ],
    }
