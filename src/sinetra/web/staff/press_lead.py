"""An article as initial information of Bawaslu: its facts and its id go along, no name of an accused person does."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.take_lead import LONGEST, source_line, take_lead
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article
from sinetra.apps.monitoring.outside import MASK, accused_in
from sinetra.core.press.accused import masked
from sinetra.core.press.corrections import items
from sinetra.web.access import StaffRequest, staff
from sinetra.web.fact_words import FIELDS, fact_words
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted

_TOLD = ("place", "event_date", "prohibited_acts", "sanctions", "agency")


class LeadForm(forms.Form):
    what = PlainText(
        label=_lazy("Apa yang diberitakan"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_lazy("Nama orang yang dilaporkan disamarkan sendiri."),
    )
    happened_on = forms.DateField(
        label=_lazy("Tanggal kejadian"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


@staff("article.take_lead")
@require_http_methods(["GET", "POST"])
def take(request: StaffRequest, pk: UUID) -> HttpResponse:
    article = selectors.article(request.actor, pk)
    form = LeadForm(posted(request), initial={"what": _proposed(article)})
    if form.is_valid():
        report = attempt(form, lambda: take_lead(article=article, actor=request.actor, **form.cleaned_data))
        if report is not None:
            messages.success(request, _("Dicatat sebagai informasi awal."))
            return redirect("received_report", pk=report.pk)
    context = {
        "form": form,
        "title": _("Jadikan informasi awal"),
        "lead": source_line(article),
        "notes": [_("Berita bukan bukti. Informasi awal ditelusuri dahulu; belum ada yang terlapor.")],
        "submit": _("Catat informasi awal"),
        "back": Link(text=_("Artikel"), url=reverse("article", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _proposed(article: Article) -> str:
    """The facts a handler needs, each with its word; persons are left out."""
    facts = facts_of(article)
    words = dict(FIELDS)
    lines = [
        f"{words[name]}: {'; '.join(fact_words(name, item) for item in found)}"
        for name in _TOLD
        if (found := items(facts, name))
    ]
    return masked("\n".join(lines), accused_in([article]), MASK)
