"""Names that were sealed before are sealed to the keys of today, some hundred at a time; none of them is shown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.reports.actions.reseal_identities import Resealed, reseal_identities
from sinetra.core.errors import Conflict, VerificationFailed
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link, Pair


class ResealForm(forms.Form):
    secret = forms.CharField(
        label=_lazy("Frasa sandi, atau kunci pemulihan yang tercetak"),
        help_text=_lazy("Dari kunci yang menyegel nama-nama itu: kunci lama bila kuncinya baru diganti."),
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _lazy("Isi frasa sandi atau kunci pemulihan.")},
    )
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)


@staff("identity.reseal")
@require_http_methods(["GET", "POST"])
def reseal(request: StaffRequest) -> HttpResponse:
    form = ResealForm(request.POST or None)
    status, done = 200, None
    if request.method == "POST" and form.is_valid():
        try:
            done = reseal_identities(actor=request.actor, **form.cleaned_data)
        except VerificationFailed as error:
            form.add_error("secret", in_words(error))
        except Conflict as error:
            form.add_error(None, in_words(error))
            status = 409
    if done is not None:
        form = ResealForm(initial={"after": done.after})
    context: dict[str, Any] = {
        "title": _("Segel ulang nama yang lama"),
        "consequences": [
            _("Tiap nama disegel untuk kunci yang berlaku sekarang: kustodian, dan wakil yang ditunjuk."),
            _("Kunci lama tidak membukanya lagi. Salinan cadangan yang lama masih dapat dibuka kunci lama."),
            _("Tidak ada nama yang tampil. Tiap baris masuk jejak audit."),
        ],
        "pairs": _pairs(done) if done else [],
        "submit": _("Lanjutkan") if done and done.after else _("Segel ulang"),
        "form": form,
        "back": Link(text=_("Kembali ke brankas"), url=reverse("vault")),
    }
    if done is not None and done.after is None:
        return render(request, "staff/vault/resealed.html", context)
    return render(request, "parts/confirm.html", context, status=status)


def _pairs(done: Resealed) -> list[Pair]:
    more = _("masih ada; lanjutkan dengan frasa sandi yang sama") if done.after else _("tidak ada")
    return [
        Pair(term=_("Disegel ulang"), value=str(done.done)),
        Pair(term=_("Tidak terbuka dengan kunci ini"), value=str(done.left)),
        Pair(term=_("Sisa"), value=more),
    ]
