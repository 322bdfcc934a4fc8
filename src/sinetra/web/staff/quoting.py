"""A fact that the reader missed, taken from the text of an article by hand."""

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

from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.quote_fact import quote_fact
from sinetra.apps.monitoring.quoted_place import LONGEST
from sinetra.apps.monitoring.understood import ADDABLE
from sinetra.web.access import StaffRequest, staff
from sinetra.web.fact_words import FIELDS, MORE_FIELDS
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted

WORDS = dict([*FIELDS, *MORE_FIELDS])


class QuoteForm(forms.Form):
    article = forms.ChoiceField(label=_lazy("Artikel"))
    field = forms.ChoiceField(label=_lazy("Fakta"), choices=[(name, WORDS[name]) for name in ADDABLE])
    words = PlainText(
        label=_lazy("Kata-katanya, persis seperti tercetak"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Salin kata-katanya dari artikel.")},
    )
    value = PlainText(
        label=_lazy("Artinya"),
        required=False,
        max_length=200,
        help_text=_lazy(
            "Hanya bila berbeda dari kata-katanya. Untuk jumlah, tulis angkanya; untuk tanggal, misalnya 2024-11-20."
        ),
    )
    reason = PlainText(label=_lazy("Alasan"), required=False, max_length=500)

    def __init__(self, data: Any, articles: list[Any], **more: Any) -> None:
        super().__init__(data, **more)
        choices = [(str(one.pk), one.outlet or one.source) for one in articles]
        self.fields["article"].choices = choices  # type: ignore[attr-defined]


@staff("story.decide")
@require_http_methods(["GET", "POST"])
def quote(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``?artikel=`` chooses the article beforehand."""
    story = selectors.story(request.actor, pk)
    told = list(selectors.articles(request.actor).filter(story=story).order_by("id"))
    form = QuoteForm(posted(request), told, initial={"article": request.GET.get("artikel", "")})
    if form.is_valid():
        given = dict(form.cleaned_data)
        article = selectors.article(request.actor, UUID(given.pop("article")))
        if attempt(form, lambda: quote_fact(story=story, article=article, actor=request.actor, **given)) is not None:
            messages.success(request, _("Fakta dicatat dengan kutipannya."))
            return redirect("story", pk=pk)
    context = {
        "form": form,
        "title": _("Kutip fakta yang terlewat"),
        "lead": story.title,
        "notes": [
            _("Kutipan Anda menggantikan bacaan mesin untuk fakta itu dalam artikel itu."),
            _("Orang dan perbuatan ditambahkan pada yang sudah terbaca."),
        ],
        "submit": _("Catat fakta"),
        "back": Link(text=_("Peristiwa"), url=reverse("story", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)
