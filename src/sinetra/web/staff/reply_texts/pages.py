"""The short texts of an office: what there is, one more, other words, no longer offered."""

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

from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.actions.add_reply_text import add_reply_text
from sinetra.apps.reports.actions.change_reply_text import change_reply_text
from sinetra.apps.reports.actions.retire_reply_text import retire_reply_text
from sinetra.apps.reports.replies import Offered, default, own_reply
from sinetra.apps.reports.replies import reply_texts as texts_of
from sinetra.core.casework.replies import LONGEST_TEXT, LONGEST_TITLE, Field, filled
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted

_FIELDS = _lazy("Isian: {nomor} nomor perkara, {tenggat} tenggat terdekat, {kantor} nama kantor. Tanpa nama orang.")


class ReplyForm(forms.Form):
    title = PlainText(
        label=_lazy("Judul, hanya dibaca petugas"),
        max_length=LONGEST_TITLE,
        error_messages={"required": _lazy("Tuliskan judulnya.")},
    )
    text = PlainText(
        label=_lazy("Teks untuk pelapor"),
        help_text=_FIELDS,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _lazy("Tuliskan teksnya.")},
    )


def _office(request: StaffRequest) -> Organisation:
    return visible(request.actor, Organisation).get(pk=request.actor.office)


@staff("report.read")
def reply_texts(request: StaffRequest) -> HttpResponse:
    office, language = _office(request), get_language() or "id"
    may_write = may(request.actor, "reply_text.write")
    context = {
        "texts": [_card(one, office, language, may_write=may_write) for one in texts_of(office, language)],
        "may_write": may_write,
        "back": Link(text=_("Laporan masuk"), url=reverse("inbox")),
    }
    return render(request, "staff/reply_texts/list.html", context)


def _card(one: Offered, office: Organisation, language: str, *, may_write: bool) -> dict[str, str]:
    """With an invented number and today's date, as a reporter would read it."""
    example = {
        Field.NUMBER: "001/CONTOH",
        Field.DUE: day_text(today(office.region_id), language, weekday=False),
        Field.OFFICE: office.name,
    }
    if one.row is None:
        change, retire = reverse("replace_reply_text", args=[one.key]), ""
    else:
        change, retire = (reverse(f"{verb}_reply_text", args=[one.row.pk]) for verb in ("change", "retire"))
    origin = _("milik kantor ini")
    if one.stands_for:
        origin = _("bawaan") if one.row is None else _("bawaan, diubah kantor ini")
    return {
        "title": one.title,
        "text": filled(one.text, example),
        "origin": origin,
        "change": change if may_write else "",
        "retire": retire if may_write else "",
    }


@staff("reply_text.write")
@require_http_methods(["GET", "POST"])
def new_reply_text(request: StaffRequest) -> HttpResponse:
    form, office = ReplyForm(posted(request)), _office(request)
    if form.is_valid():
        given = form.cleaned_data
        made = attempt(form, lambda: add_reply_text(organisation=office, actor=request.actor, **given))
        if made is not None:
            return _saved(request)
    return _form(request, form, _("Teks balasan baru"))


@staff("reply_text.write")
@require_http_methods(["GET", "POST"])
def replace_default(request: StaffRequest, key: str) -> HttpResponse:
    found, office = default(key), _office(request)
    if found is None:
        raise NotFound(gettext_noop("Teks ini tidak ada, atau sudah tidak dipakai."))
    english = get_language() == "en"
    words = (found.title.en, found.text.en) if english else (found.title.id, found.text.id)
    form = ReplyForm(posted(request), initial=dict(zip(("title", "text"), words, strict=True)))
    if form.is_valid():
        given = form.cleaned_data | {"stands_for": key}
        made = attempt(form, lambda: add_reply_text(organisation=office, actor=request.actor, **given))
        if made is not None:
            return _saved(request)
    return _form(request, form, _("Ubah teks balasan"))


@staff("reply_text.write")
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = own_reply(request.actor, pk)
    form = ReplyForm(posted(request), initial={"title": row.title, "text": row.text})
    if form.is_valid():
        given = form.cleaned_data
        if attempt(form, lambda: change_reply_text(row=row, actor=request.actor, **given)) is not None:
            return _saved(request)
    return _form(request, form, _("Ubah teks balasan"))


@staff("reply_text.write")
@require_http_methods(["GET", "POST"])
def retire(request: StaffRequest, pk: UUID) -> HttpResponse:
    row, form = own_reply(request.actor, pk), forms.Form(posted(request))
    if form.is_valid() and attempt(form, lambda: retire_reply_text(row=row, actor=request.actor)) is not None:
        messages.success(request, _("Teks itu tidak ditawarkan lagi."))
        return redirect("reply_texts")
    context = {
        "title": _("Hentikan “%(title)s”") % {"title": row.title},
        "consequences": [
            _("Teks ini tidak ditawarkan lagi; bila menggantikan teks bawaan, teks bawaan kembali."),
            _("Pesan yang sudah terkirim tetap."),
        ],
        "submit": _("Hentikan"),
        "form": form,
        "back": Link(text=_("Batal"), url=reverse("reply_texts")),
    }
    return render(request, "parts/confirm.html", context)


def _saved(request: StaffRequest) -> HttpResponse:
    messages.success(request, _("Teks balasan disimpan."))
    return redirect("reply_texts")


def _form(request: StaffRequest, form: forms.Form, title: str) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "submit": _("Simpan"),
        "notes": [_("Petugas menyisipkan teks ini ke dalam pesan, lalu masih dapat mengubahnya.")],
        "back": Link(text=_("Teks balasan"), url=reverse("reply_texts")),
    }
    return render(request, "staff/prevention/form.html", context, status=422 if form.is_bound else 200)
