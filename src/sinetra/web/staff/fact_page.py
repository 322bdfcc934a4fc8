"""One fact of an article: is it right, what would be right, or is it not in the text; and taking any of it back."""

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
from sinetra.apps.monitoring.actions.correct_fact import correct_fact, take_back
from sinetra.apps.monitoring.event_words import EVENT_TYPES
from sinetra.apps.monitoring.models import Article
from sinetra.apps.monitoring.quoted_place import LONGEST
from sinetra.apps.monitoring.understood import CORRECTABLE
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.press.corrections import Verdict, items
from sinetra.web.access import StaffRequest, staff
from sinetra.web.fact_words import FIELDS, MORE_FIELDS, fact_words
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.rule_words import rule_words
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.words import ACTS

WORDS = dict([*FIELDS, *MORE_FIELDS])
_VERDICTS = (
    (Verdict.ACCEPTED.value, _lazy("Benar")),
    (Verdict.CORRECTED.value, _lazy("Salah baca; yang benar saya tulis di bawah")),
    (Verdict.REJECTED.value, _lazy("Tidak ada dalam teks")),
)


class JudgeForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_lazy("Menurut Anda"),
        choices=_VERDICTS,
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih salah satu.")},
    )
    value = PlainText(label=_lazy("Bacaan yang benar"), required=False, max_length=300)
    words = PlainText(
        label=_lazy("Kata-katanya, persis seperti tercetak"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_lazy("Hanya bila tempatnya dalam teks lain daripada yang ditandai."),
    )
    reason = PlainText(label=_lazy("Alasan"), required=False, max_length=500)

    def __init__(self, data: Any, field: str) -> None:
        super().__init__(data)
        if field not in CORRECTABLE:
            self.fields["verdict"].choices = [  # type: ignore[attr-defined]
                choice for choice in _VERDICTS if choice[0] != Verdict.CORRECTED
            ]
            del self.fields["value"], self.fields["words"]
            return
        choices = _choices(field)
        if choices:
            self.fields["value"] = forms.ChoiceField(
                label=_lazy("Bacaan yang benar"), required=False, choices=[("", _("pilih")), *choices]
            )
        self.fields["value"].help_text = _HELP.get(field, "")


_HELP = {
    "event_date": _lazy("Tahun-bulan-hari, misalnya 2024-11-20."),
    "place": _lazy("Kode atau nama kabupaten atau kota, misalnya 63.72 atau Kota Banjarbaru."),
    "persons": _lazy("Nama, lalu koma dan jabatannya."),
    "participants_count": _lazy("Tulis angkanya."),
    "duration_days": _lazy("Tulis angkanya."),
    "cases_so_far": _lazy("Tulis angkanya."),
    "legal": _lazy("Jenis, nomor, dan tahunnya."),
}


def _choices(field: str) -> list[tuple[str, Any]]:
    match field:
        case "event_type":
            return list(EVENT_TYPES.items())
        case "prohibited_acts" | "permitted_acts":
            return list(ACTS.items())
        case "covers_non_asn" | "non_asn_sanctionable" | "incumbent_running" | "elsewhere_indications":
            return [("ya", _("ya")), ("tidak", _("tidak"))]
    return []


@staff("article.correct")
@require_http_methods(["GET", "POST"])
def judge(request: StaffRequest, pk: UUID, field: str, number: int) -> HttpResponse:
    article = selectors.article(request.actor, pk)
    reader = _fact(article, field, number)
    form = JudgeForm(posted(request), field)
    if form.is_valid():
        given = dict(form.cleaned_data)
        verdict = Verdict(given.pop("verdict"))
        if attempt(
            form,
            lambda: correct_fact(
                article=article, field=field, verdict=verdict, reader=reader, actor=request.actor, **given
            ),
        ):
            messages.success(request, _("Penilaian Anda dicatat."))
            return redirect(reverse("article", args=[pk]) + "#judul-fakta")
    context = {
        "form": form,
        "title": f"{WORDS[field]}: {fact_words(field, reader)}",
        "lead": _printed(article, reader),
        "notes": [rule_words(reader.get("rule")), _("Bacaan Anda menggantikan bacaan mesin; keduanya disimpan.")],
        "submit": _("Catat"),
        "back": Link(text=_("Artikel"), url=reverse("article", args=[pk]) + "#judul-fakta"),
    }
    return render(request, "staff/prevention/form.html", context)


def _fact(article: Article, field: str, number: int) -> dict[str, Any]:
    read = items(article.facts, field) if field in WORDS else []
    if not 1 <= number <= len(read):
        raise NotFound(gettext_noop("Fakta ini tidak ada."))
    return read[number - 1]


def _printed(article: Article, reader: dict[str, Any]) -> str:
    span = reader.get("span")
    return f"“{article.text[span[0] : span[1]]}”" if span else _("Fakta ini tidak punya tempat dalam teks.")


@staff("article.correct")
@require_http_methods(["POST"])
def back(request: StaffRequest, pk: UUID) -> HttpResponse:
    correction = selectors.correction(request.actor, pk)
    take_back(correction=correction, actor=request.actor)
    messages.success(request, _("Ditarik kembali; bacaan mesin berlaku lagi."))
    return redirect(reverse("article", args=[correction.article_id]) + "#judul-fakta")
