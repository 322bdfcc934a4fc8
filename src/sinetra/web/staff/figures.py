"""Numbers that bodies gave in the press: a list, one taken from an article, one taken back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.take_figure import Figure, drop_figure, take_figure
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, PublishedFigure
from sinetra.apps.monitoring.quoted_place import LONGEST
from sinetra.core.press.corrections import items
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, number_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.press.tabs import tabs


class FigureForm(forms.Form):
    value = forms.IntegerField(label=_lazy("Angka"), min_value=0, max_value=10_000_000)
    unit = PlainText(label=_lazy("Satuan"), max_length=60, help_text=_lazy("Misalnya: laporan, kasus, orang."))
    body = PlainText(label=_lazy("Lembaga yang mengumumkan"), max_length=200)
    as_of = forms.DateField(
        label=_lazy("Keadaan pada tanggal"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    region = PlainText(label=_lazy("Kode atau nama wilayah"), required=False, max_length=60)
    words = PlainText(
        label=_lazy("Kata-katanya, persis seperti tercetak"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@staff("figure.take")
@require_http_methods(["GET", "POST"])
def take(request: StaffRequest, pk: UUID) -> HttpResponse:
    article = selectors.article(request.actor, pk)
    form = FigureForm(posted(request), initial=_proposed(article))
    if form.is_valid():
        figure = Figure(**form.cleaned_data)
        if attempt(form, lambda: take_figure(article=article, figure=figure, actor=request.actor)):
            messages.success(request, _("Angka dicatat dengan sumbernya."))
            return redirect("figures")
    context = {
        "form": form,
        "title": _("Catat angka yang diumumkan"),
        "lead": article.title or article.source,
        "notes": [_("Angka ini milik lembaga yang mengumumkannya. Sinetra tidak menghitungnya sendiri.")],
        "submit": _("Catat angka"),
        "back": Link(text=_("Artikel"), url=reverse("article", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _proposed(article: Article) -> dict[str, object]:
    """What was read of cases, body, day and place, for a person to check."""
    facts = facts_of(article)
    case = next(iter(items(facts, "cases_so_far")), {})
    span = case.get("span")
    day = next(iter(items(facts, "event_date")), {}).get("value") or facts.get("article_date")
    return {
        "value": case.get("value"),
        "unit": _("kasus") if case else "",
        "body": facts.get("agency") or "",
        "as_of": day,
        "region": next(iter(items(facts, "place")), {}).get("kode") or "",
        "words": article.text[span[0] : span[1]] if span else "",
    }


@staff("article.read")
def figures(request: StaffRequest) -> HttpResponse:
    listed = table(
        request,
        selectors.figures(request.actor),
        caption=_("Angka yang diumumkan lembaga, yang terakhir dicatat di atas"),
        columns=[
            *(Column(text=text) for text in (_("Lembaga"), _("Keadaan pada"), _("Wilayah"), _("Sumber"))),
            Column(text=_("Angka"), number=True),
            Column(text=_("Ubah")),
        ],
        cells=lambda row: _cells(row, takes=may(request.actor, "figure.take", row.article)),
        empty=(_("Belum ada angka"), _("Buka artikel yang menyebut jumlah kasus, lalu catat angkanya.")),
        empty_link=Link(text=_("Buka artikel"), url=reverse("articles")),
    )
    return render(request, "staff/articles/figures.html", {"table": listed, "tabs": tabs(request.actor, "figures")})


def _cells(row: PublishedFigure, *, takes: bool) -> list[Cell]:
    start, end = row.span
    source = f"{reverse('article', args=[row.article_id])}?kutip={start}-{end}#fakta-kutipan"
    change = reverse("drop_figure", args=[row.pk])
    return [
        Cell(text=row.body),
        Cell(text=day_text(row.as_of, get_language() or "id", weekday=False)),
        Cell(text=row.region.name if row.region else "–"),
        Cell(text=row.article.outlet or row.article.source, url=source),
        Cell(text=f"{number_text(row.value, get_language() or 'id')} {row.unit}"),
        Cell(text=_("tarik"), url=change) if takes else Cell(text="–"),
    ]


@staff("figure.take")
@require_http_methods(["GET", "POST"])
def drop(request: StaffRequest, pk: UUID) -> HttpResponse:
    figure = selectors.figure(request.actor, pk)
    if request.method == "POST":
        drop_figure(figure=figure, actor=request.actor)
        messages.success(request, _("Angka ditarik; jejaknya tetap di audit."))
        return redirect("figures")
    context = {
        "title": _("Tarik angka ini?"),
        "consequences": [f"{figure.body}: {figure.value} {figure.unit}", _("Angka hilang dari daftar.")],
        "submit": _("Tarik angka"),
        "back": Link(text=_("Batal"), url=reverse("figures")),
        "is_staff_page": True,
    }
    return render(request, "parts/confirm.html", context)
