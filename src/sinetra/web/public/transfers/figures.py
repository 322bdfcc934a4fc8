"""Angka mutasi: what was granted and refused, what the checks said, and who was moved after the vote, by reason."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.careers.after_vote import AfterVote, after_votes, by_reason
from sinetra.apps.careers.vocabulary import StepKind
from sinetra.apps.insight.live import live_figures
from sinetra.apps.insight.suppress import Table, suppress_labels
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.ports.clock import today
from sinetra.web import law_words
from sinetra.web.access import public
from sinetra.web.career_words import KINDS, REASONS
from sinetra.web.public.statistics import Row, Shown, shown
from sinetra.web.templatetags.words import election_name

#: Names of the tables on the page of all figures too.
TABLES = ("transfer_decisions", "transfer_checks")
OFFICE, ELECTION = "instansi", "pemilihan"
#: The last row of a kind in the CSV.
TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which office and which vote; ``form`` is shown when there is something to choose."""

    office: Organisation | None
    span: AfterVote | None
    form: forms.Form | None
    day: date


def _chosen(request: HttpRequest) -> Chosen:
    """What the address names, else the first office and the last vote."""
    rows = Organisation.objects.filter(kind=OrganisationKind.LOCAL_GOVERNMENT, region__isnull=False)
    offices = {str(row.pk): row for row in rows.order_by("name", "id")[:600]}
    office = offices.get(request.GET.get(OFFICE, "")) or next(iter(offices.values()), None)
    day = today(office.region_id if office else None)
    spans = {span.election: span for span in (after_votes(office.region_id or "", day) if office else ())}
    span = spans.get(request.GET.get(ELECTION, "")) or next(iter(spans.values()), None)
    form = forms.Form(initial={OFFICE: str(office.pk) if office else "", ELECTION: span.election if span else ""})
    if len(offices) > 1:
        form.fields[OFFICE] = forms.ChoiceField(
            label=_("Pemerintah daerah"), choices=[(key, row.name) for key, row in offices.items()]
        )
    if len(spans) > 1:
        form.fields[ELECTION] = forms.ChoiceField(
            label=_("Sesudah pemungutan suara"), choices=[(name, election_name(name)) for name in spans]
        )
    return Chosen(office=office, span=span, form=form if form.fields else None, day=day)


def _tables(chosen: Chosen) -> list[Table]:
    if chosen.office is None or chosen.span is None:
        return []
    counted = by_reason(chosen.office.pk, chosen.span, chosen.day)
    return [suppress_labels(kind, counts) for kind, counts in counted.items()]


@public
def figures(request: HttpRequest) -> HttpResponse:
    chosen = _chosen(request)
    known = live_figures(chosen.day)
    context: dict[str, Any] = {
        "chosen": chosen,
        "election": election_name(chosen.span.election) if chosen.span else "",
        "tables": [shown(told.table, told.as_of) for name in TABLES if not (told := known.table(name)).table.is_empty],
        "after": [_shown(table, chosen) for table in _tables(chosen) if not table.is_empty],
    }
    return render(request, "public/transfers/figures.html", context)


def _shown(table: Table, chosen: Chosen) -> Shown:
    """Only reasons that are told: a zero fills the page, and which ones are withheld is part of the secret."""
    assert chosen.office is not None and chosen.span is not None  # noqa: S101 - there is a table
    query = urlencode({OFFICE: str(chosen.office.pk), ELECTION: chosen.span.election})
    return Shown(
        name=table.name,
        title=str(KINDS[table.name]).capitalize(),
        text=_("Menurut alasannya. Yang dibatalkan lagi tidak dihitung di sini."),
        rows=_rows(table),
        total=table.total,
        adds_up=True,
        withheld=table.withheld,
        csv_url=f"{reverse('after_vote_csv')}?{query}",
        as_of=chosen.day,
    )


def _rows(table: Table) -> list[Row]:
    told = [Row(word=law_words.word(REASONS, code), value=value) for code, value in table.cells.items() if value]
    if not table.withheld:
        return told
    if not told or table.total is None:
        return [Row(word=_("alasannya"), value=None)]
    return [*told, Row(word=_("alasan lain, digabung"), value=table.total - sum(row.value or 0 for row in told))]


@public
def after_vote_csv(request: HttpRequest) -> HttpResponse:
    """The same numbers: kind, reason (at last ``total``), word, value (empty when withheld), first and last day of
    the span (empty while it is not known), as-of date."""
    chosen = _chosen(request)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["kind", "reason", "word", "value", "withheld", "election", "from", "to", "as_of"])
    for table in _tables(chosen):
        assert chosen.span is not None  # noqa: S101 - there is a table
        span = chosen.span
        days = (span.first.isoformat(), span.last.isoformat() if span.last else "", chosen.day.isoformat())
        for code, value in (*table.cells.items(), (TOTAL, table.total)):
            word = _("Seluruhnya") if code == TOTAL else law_words.word(REASONS, code)
            told = "" if value is None else value
            writer.writerow([StepKind(table.name).value, code, word, told, int(value is None), span.election, *days])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="sinetra-mutasi-{chosen.day.isoformat()}.csv"'
    return response
