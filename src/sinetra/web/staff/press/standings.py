"""Where cases, persons and acts stand, as bodies published it: a list, one day side by side, one table taken in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, visible
from sinetra.apps.monitoring.actions.keep_standing import drop_standing, keep_standing
from sinetra.apps.monitoring.standing_models import PublishedStanding
from sinetra.apps.monitoring.standings import of_the_same_day, standing, standings
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.standing import Line, Standing, Status, Unit, suspects
from sinetra.core.errors import BadInput
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, number_text
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.press.tabs import tabs

UNITS: dict[str, str | Promise] = {
    "case": _lazy("Perkara"),
    "person": _lazy("Orang"),
    "act": _lazy("Perbuatan"),
}
STATUSES: dict[str, str | Promise] = {
    "awaiting_bawaslu": _lazy("Menunggu Bawaslu"),
    "awaiting_bkn": _lazy("Menunggu verifikasi BKN"),
    "awaiting_ppk": _lazy("Menunggu PPK"),
    "sanctioned": _lazy("Sudah dijatuhi sanksi"),
    "not_proven": _lazy("Tidak terbukti"),
    "cancelled": _lazy("Dibatalkan"),
    "rejected": _lazy("Ditolak"),
    "left_service": _lazy("Sudah bukan ASN"),
    "other": _lazy("Lainnya"),
}
COUNTED, OUTSIDE, WITHIN = "counted", "outside", "within:"


class StandingForm(forms.Form):
    """A number and its place for each status; ``rows`` pairs them for the page."""

    unit = forms.ChoiceField(
        label=_lazy("Yang dihitung"), choices=list(UNITS.items()), initial="person", widget=forms.RadioSelect
    )
    body = PlainText(label=_lazy("Lembaga yang mengumumkan"), max_length=200)
    as_of = forms.DateField(
        label=_lazy("Keadaan pada tanggal"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    source = PlainText(
        label=_lazy("Sumber"), max_length=300, help_text=_lazy("Judul dan tanggal berita, atau nomor surat.")
    )
    total = forms.IntegerField(label=_lazy("Jumlah yang diumumkan"), min_value=0, max_value=10_000_000)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for code, word in STATUSES.items():
            places = [(COUNTED, _("dihitung dalam jumlah")), (OUTSIDE, _("di luar jumlah"))]
            places += [
                (f"{WITHIN}{other}", _("sudah termasuk dalam: %(line)s") % {"line": text})
                for other, text in STATUSES.items()
                if other != code
            ]
            self.fields[f"count_{code}"] = forms.IntegerField(
                label=str(word), min_value=0, max_value=10_000_000, required=False
            )
            self.fields[f"place_{code}"] = forms.ChoiceField(
                label=_("Letak: %(line)s") % {"line": word}, choices=places, initial=COUNTED, required=False
            )

    def heads(self) -> list[forms.BoundField]:
        return [self[name] for name in ("unit", "body", "as_of", "source", "total")]

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"count_{code}"], self[f"place_{code}"]) for code in STATUSES]

    def standing(self) -> Standing:
        """Of what was filled in; an empty number is no line."""
        given = self.cleaned_data
        lines = []
        for code in STATUSES:
            count, place = given[f"count_{code}"], given[f"place_{code}"] or COUNTED
            if count is not None:
                within = Status(place.removeprefix(WITHIN)) if place.startswith(WITHIN) else None
                lines.append(Line(status=Status(code), count=count, within=within, outside=place == OUTSIDE))
        return Standing(unit=Unit(given["unit"]), total=given["total"], lines=tuple(lines))


@staff("article.read")
def listing(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        standings(request.actor),
        order=("-as_of", "-id"),
        caption=_("Keadaan yang diumumkan, yang terbaru di atas"),
        columns=[
            *(Column(text=text) for text in (_("Lembaga"), _("Keadaan pada"), _("Yang dihitung"))),
            Column(text=_("Jumlah"), number=True),
        ],
        cells=_cells,
        empty=(_("Belum ada tabel keadaan"), _("Catat tabel yang diumumkan; jumlahnya diperiksa dahulu.")),
        empty_link=Link(text=_("Catat tabel"), url=reverse("new_standing")),
    )
    context = {
        "table": listed,
        "tabs": tabs(request.actor, "standings"),
        "may_take": may(request.actor, "figure.take"),
    }
    return render(request, "staff/standings/list.html", context)


def _cells(row: PublishedStanding) -> list[Cell]:
    language = get_language() or "id"
    return [
        Cell(text=row.body, url=reverse("standing", args=[row.pk])),
        Cell(text=day_text(row.as_of, language, weekday=False)),
        Cell(text=str(UNITS[row.unit])),
        Cell(text=number_text(row.total, language)),
    ]


@staff("article.read")
def one(request: StaffRequest, pk: UUID) -> HttpResponse:
    """All units that the body published of that day, beside one another and never added."""
    row = standing(request.actor, pk)
    told = [{"row": other, "word": UNITS[other.unit], "table": _shown(other)} for other in of_the_same_day(row)]
    context = {
        "row": row,
        "told": told,
        "may_take": may(request.actor, "figure.take", row),
        "back": Link(text=_("Keadaan perkara"), url=reverse("standings")),
    }
    return render(request, "staff/standings/one.html", context)


def _shown(row: PublishedStanding) -> Table:
    language = get_language() or "id"
    lines = sorted(row.standing.lines, key=lambda line: (not line.counted, -line.count))
    shown = [
        [Cell(text=str(STATUSES[line.status])), Cell(text=number_text(line.count, language)), Cell(text=_of(row, line))]
        for line in lines
    ]
    shown.append([Cell(text=_("Seluruhnya")), Cell(text=number_text(row.total, language)), Cell(text="")])
    return Table(
        caption=str(UNITS[row.unit]),
        columns=[Column(text=_("Keadaan")), Column(text=_("Jumlah"), number=True), Column(text=_("Bagian"))],
        rows=shown,
    )


def _of(row: PublishedStanding, line: Line) -> str:
    """The share with both its numbers, or why there is none."""
    language = get_language() or "id"
    if line.within is not None:
        return _("sudah termasuk dalam: %(line)s") % {"line": STATUSES[line.within]}
    if line.outside:
        return _("di luar jumlah")
    if row.total == 0:
        return ""
    numbers = {
        "part": number_text(line.count, language),
        "whole": number_text(row.total, language),
        "percent": number_text(round(100 * line.count / row.total, 1), language),
    }
    return _("%(part)s dari %(whole)s (%(percent)s %%)") % numbers


@staff("figure.take")
@require_http_methods(["GET", "POST"])
def take(request: StaffRequest) -> HttpResponse:
    form = StandingForm(posted(request))
    if form.is_valid():
        row = attempt(form, lambda: _kept(request, form))
        if row is not None:
            messages.success(request, _("Tabel dicatat; jumlahnya cocok."))
            return redirect("standing", pk=row.pk)
    context = {"form": form, "back": Link(text=_("Keadaan perkara"), url=reverse("standings"))}
    return render(request, "staff/standings/take.html", context)


def _kept(request: StaffRequest, form: StandingForm) -> PublishedStanding:
    given, told = form.cleaned_data, form.standing()
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    try:
        return keep_standing(
            organisation=office,
            body=given["body"],
            as_of=given["as_of"],
            source=given["source"],
            standing=told,
            actor=request.actor,
        )
    except BadInput as error:
        if error.code == "does_not_add_up":
            for names in suspects(told.lines, told.summed - told.total):
                lines = " + ".join(str(STATUSES[name]) for name in names)
                form.add_error("total", _("Selisih itu sama dengan: %(lines)s.") % {"lines": lines})
        raise


@staff("figure.take")
@require_http_methods(["GET", "POST"])
def drop(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = standing(request.actor, pk)
    if request.method == "POST":
        drop_standing(row=row, actor=request.actor)
        messages.success(request, _("Tabel ditarik; jejaknya tetap di audit."))
        return redirect("standings")
    context = {
        "title": _("Tarik tabel ini?"),
        "consequences": [f"{row.body}, {UNITS[row.unit]}: {row.total}", _("Tabel hilang dari daftar.")],
        "submit": _("Tarik tabel"),
        "back": Link(text=_("Batal"), url=reverse("standing", args=[pk])),
        "is_staff_page": True,
    }
    return render(request, "parts/confirm.html", context)
