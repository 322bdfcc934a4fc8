"""``/hadir/peserta/<tautan>/sertifikat/``: the participant's own certificate.

The paper bears the name of the register, and anybody who knows a NIP can have checked in under it: whoever opens the
link writes the name first. Everybody does, so that nothing tells whom the register knows.
"""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.links import participant
from sinetra.apps.prevention.selectors.certificates import certificate_of
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.prevention.name_key import name_key
from sinetra.web.access import public_form
from sinetra.web.certificate_view import pdf_response
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText


class NameForm(forms.Form):
    use_required_attribute = False
    name = PlainText(
        label=_lazy("Nama lengkap Anda"),
        help_text=_lazy("Seperti pada data kepegawaian; gelar boleh tidak ditulis."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _lazy("Tulis nama Anda.")},
    )


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def participant_certificate(request: HttpRequest, link: str) -> HttpResponse:
    """Errors: ``NotFound`` for another link, before one was issued, and for one that was revoked."""
    attendance = participant(link)
    row = certificate_of(attendance)
    if row is None or row.revoked_at is not None:
        raise NotFound(gettext_noop("Belum ada sertifikat yang berlaku di sini."))
    form = NameForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and name_key(form.cleaned_data["name"]) not in {row.name_key, attendance.name_key}:
        form.add_error("name", _("Nama ini tidak sama dengan yang tercatat. Tulis lengkap, atau tanyakan panitia."))
    if form.is_valid():
        return pdf_response(request, [row], f"sertifikat-{row.number.replace('/', '-')}.pdf")
    context = {
        "form": form,
        "title": _("Unduh sertifikat"),
        "submit": _("Unduh PDF"),
        "back": Link(text=_("Halaman saya"), url="../"),
    }
    return render(request, "public/participation/certificate.html", context)
