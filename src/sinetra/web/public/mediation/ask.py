"""``/mediasi/minta/``: one page, without a name. Nothing is stored before sending; what is no friction never is."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.advice.actions import request_mediation
from sinetra.apps.advice.actions.request_mediation import Requested
from sinetra.apps.advice.errors import NoTeamHere
from sinetra.apps.advice.mediation_intake import SHORT, TEXT, NotFriction, read_mediation
from sinetra.apps.advice.offices import team_for
from sinetra.core.errors import BadInput, Conflict
from sinetra.web import parts, sealed
from sinetra.web.access import public_form
from sinetra.web.middleware.errors import in_words
from sinetra.web.public.mediation.explain import danger_links
from sinetra.web.public.report.forms import PlainText

FORM = "mediation"


class RequestForm(forms.Form):
    danger = forms.ChoiceField(
        label=_lazy("Adakah ancaman, kekerasan, atau perintah atasan?"),
        choices=[("no", _lazy("Tidak, hanya gesekan")), ("yes", _lazy("Ya, atau saya takut"))],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih salah satu. Ancaman dan perintah tidak dimediasi.")},
    )
    text = PlainText(
        label=_lazy("Apa yang terjadi?"),
        help_text=_lazy("Dua atau tiga kalimat. Nama tidak perlu."),
        min_length=TEXT[0],
        max_length=TEXT[1],
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        error_messages={
            "required": _lazy("Tuliskan apa yang terjadi, cukup dua atau tiga kalimat."),
            "min_length": _lazy("Tambahkan sedikit lagi: apa yang terjadi, dan apa yang Anda harapkan."),
        },
    )
    units = PlainText(
        label=_lazy("Mediator tidak boleh dari unit mana?"),
        help_text=_lazy("Nama resmi unit Anda dan unit rekan Anda. Anggota tim dari sana tidak melihatnya."),
        max_length=SHORT[1],
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    names = PlainText(
        label=_lazy("Siapa yang tidak boleh menjadi mediator?"),
        help_text=_lazy("Misalnya atasan salah satu dari Anda. Pisahkan nama dengan koma."),
        max_length=SHORT[1],
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    contact = PlainText(
        label=_lazy("Cara menghubungi Anda"),
        help_text=_lazy("Hanya bila Anda mau. Tanpa ini, jawaban dibaca dengan kode."),
        max_length=SHORT[1],
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def request_page(request: HttpRequest) -> HttpResponse:
    form = RequestForm(request.POST if request.method == "POST" else None)
    key, problem = _key(request)
    try:
        office = team_for().name
        if form.is_valid() and not problem:
            sent = _send(form.cleaned_data, key)
            return render(request, "public/mediation/sent.html", {"sent": sent})
    except NoTeamHere:
        return render(request, "public/mediation/elsewhere.html", danger_links())
    except NotFriction:
        context = {"typed": form.cleaned_data["text"], **danger_links()}
        return render(request, "public/mediation/not_friction.html", context)
    except Conflict as error:
        key, problem = _after(error, key)
    except BadInput as error:
        problem = in_words(error)
    context = {
        "form": form,
        "office": office,
        "sealed": sealed.seal(FORM, {"key": key}),
        "faults": [parts.Fault(field="id_text", message=problem)] if problem else [],
    }
    return render(request, "public/mediation/ask.html", context)


def _key(request: HttpRequest) -> tuple[str, str]:
    """The secret of this page, and what is wrong with it. An old page loses nothing that was typed."""
    if request.method != "POST":
        return secrets.token_urlsafe(24), ""
    try:
        return str(sealed.unseal(FORM, request.POST.get("sealed", ""))["key"]), ""
    except BadInput as error:
        return secrets.token_urlsafe(24), in_words(error)


def _after(error: Conflict, key: str) -> tuple[str, str]:
    """The first sending is there with other words: this is a request of its own, under a key of its own."""
    if error.code != "other_content":
        return key, in_words(error)
    problem = _("Permintaan yang pertama sudah terkirim. Kirim lagi bila yang ini permintaan lain.")
    return hashlib.sha256(key.encode()).hexdigest(), problem


def _send(given: dict[str, Any], key: str) -> Requested:
    texts = {name: given[name] for name in ("text", "units", "names", "contact")}
    return request_mediation(request=read_mediation(danger=given["danger"] == "yes", idempotency_key=key, **texts))
