"""``/hadir/peserta/<tautan>/ikrar/``: read the text, write one sentence out, sign. One text a page, once each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.sign_pledge import sign_pledge
from sinetra.apps.prevention.leader_first import must_wait
from sinetra.apps.prevention.links import participant
from sinetra.apps.prevention.models import Attendance, PledgeText
from sinetra.apps.prevention.periods import signature_years
from sinetra.apps.prevention.selectors.pledges import in_force, signed_here
from sinetra.core.errors import BadInput, Conflict
from sinetra.core.prevention.name_key import name_key
from sinetra.ports.clock import today
from sinetra.web.access import public_form
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link


class SignForm(forms.Form):
    text = forms.UUIDField(widget=forms.HiddenInput)
    written = forms.CharField(
        label=_lazy("Tulis kalimat ini dengan kata-kata yang sama"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "lang": "id"}),
        error_messages={"required": _lazy("Tulis kalimatnya.")},
    )
    name = forms.CharField(
        label=_lazy("Nama Anda, sebagai tanda tangan"),
        help_text=_lazy("Seperti pada data kepegawaian; gelar boleh tidak ditulis."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _lazy("Tulis nama Anda.")},
    )

    def __init__(self, data: Any, sentence: str, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["written"].help_text = _("Huruf besar, spasi, dan tanda baca tidak diperiksa.")
        self.sentence = sentence


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def participant_pledge(request: HttpRequest, link: str) -> HttpResponse:
    """Errors: ``NotFound`` for a link that opens nothing."""
    attendance = participant(link)
    day = today(attendance.organisation.region_id)
    texts = in_force(attendance.organisation_id, day)
    left = [text for text in texts if signed_here(attendance, text) is None]
    sent = request.POST.get("text", "")
    text = next((text for text in left if str(text.pk) == sent), left[0] if left else None)
    if text is None:
        return _told(request, attendance, signed=bool(texts))
    if _is_named(request, attendance) and must_wait(text, attendance.unit, attendance.person_id):
        return render(request, "public/participation/pledge_waits.html", {"text": text, "back": _back()})
    replaced = bool(sent) and str(text.pk) != sent
    data = request.POST if request.method == "POST" and not replaced else None
    form = SignForm(data, text.written_part, {"text": text.pk})
    if form.is_valid():
        given = form.cleaned_data
        signed = False
        try:
            sign_pledge(attendance=attendance, text=text, name=given["name"], written=given["written"], on=day)
        except BadInput as error:
            form.add_error(error.field if error.field in form.fields else None, in_words(error))
        except Conflict as error:
            form.add_error(None, in_words(error))
            signed = error.code == "signed"
        else:
            signed = True
        if signed:
            return _told(request, attendance, signed=True, next_text=next((t for t in left if t != text), None))
    context = {"form": form, "text": text, "replaced": replaced, "back": _back()}
    return render(request, "public/participation/pledge.html", context | {"years": signature_years()})


def _is_named(request: HttpRequest, attendance: Attendance) -> bool:
    """The name was written that is recorded. Before that no page tells whether the register knows a number."""
    return name_key(request.POST.get("name", "")) == attendance.name_key


def _told(
    request: HttpRequest, attendance: Attendance, *, signed: bool, next_text: PledgeText | None = None
) -> HttpResponse:
    """Signed, now or before; or there is nothing to sign. When and what is told of this activity only."""
    day = today(attendance.organisation.region_id)
    rows = [signed_here(attendance, text) for text in in_force(attendance.organisation_id, day)] if signed else []
    signatures = [row for row in rows if row is not None]
    context = {"signed": signed, "signatures": signatures, "next_text": next_text, "back": _back()}
    return render(request, "public/participation/pledge_told.html", context | {"years": signature_years()})


def _back() -> Link:
    """The participant's own page, one step up."""
    return Link(text=_("Halaman saya"), url="../")
