"""``/hadir/…``: whoever scans the code at a session writes themselves down. No account, no cookie, no address kept.

The answer says what was typed and never whether the register knows it: anybody can type a NIP. Scanning gives ten
minutes to fill in the form; they travel in its sealed field, with the link that the participant will get.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.prevention.actions.check_in import CheckedIn, check_in
from sinetra.apps.prevention.links import PARTICIPANT, Link, link_hashes, new_link
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.selectors.attendance import public_session, way_of_code
from sinetra.apps.prevention.who import Who, read_who
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.ports.clock import now
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.law_words import STATUSES
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Pair
from sinetra.web.public.participation.session_facts import session_pairs, session_title
from sinetra.web.public.report.forms import PlainText
from sinetra.web.qr import qr_picture

FORM = "check_in"
MINUTES = 10
MOST_UNITS = 200
OPEN = ActivitySession.State.OPEN


class CheckInForm(forms.Form):
    """A NIP is enough. Without one: name and unit."""

    use_required_attribute = False
    number = PlainText(
        label=_lazy("NIP atau NI PPPK"),
        help_text=_lazy("18 angka. Cukup ini saja."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = PlainText(label=_lazy("Nama"), max_length=200, required=False)
    unit = PlainText(
        label=_lazy("Unit kerja atau instansi"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}),
    )
    status = forms.ChoiceField(
        label=_lazy("Status"), choices=[("", _lazy("pilih, bila tahu")), *STATUSES.items()], required=False
    )


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def check_in_page(request: HttpRequest, session: UUID, code: str) -> HttpResponse:
    row = public_session(session)
    if row is None:
        raise NotFound(gettext_noop("Sesi ini tidak ada. Pindai lagi kode di layar."))
    state = _state(request, row, code)
    if state is None:
        return render(request, "public/participation/old_code.html", {"session": row}, status=410)
    if row.state != OPEN:
        return _not_open(request, row)
    form = CheckInForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and (who := _read(form)) is not None:
        try:
            return _receipt(request, row, who, _come(row, who, state))
        except Conflict:
            return _not_open(request, row)
    context = {
        "form": form,
        "title": session_title(row),
        "activity": row.activity.title,
        "units": row.activity.invited_units.order_by("unit__name").values_list("unit__name", flat=True)[:MOST_UNITS],
        "sealed": sealed.seal(FORM, state),
    }
    return render(request, "public/participation/check_in.html", context)


def _state(request: HttpRequest, row: ActivitySession, code: str) -> dict[str, Any] | None:
    """What the sealed field holds while it is young, else what the code in the address opens now. None: it is old."""
    if request.method == "POST":
        try:
            state = sealed.unseal(FORM, request.POST.get("sealed", ""), seconds=MINUTES * 60)
        except BadInput:
            state = {}
        if state.get("session") == str(row.pk):
            return state
    way = way_of_code(row.pk, code, now())
    if way is None:
        return None
    return {"session": str(row.pk), "way": way.value, "link": new_link(PARTICIPANT).text}


def _read(form: CheckInForm) -> Who | None:
    try:
        return read_who(**form.cleaned_data)
    except BadInput as error:
        form.add_error(error.field if error.field in form.fields else None, in_words(error))
    return None


def _come(row: ActivitySession, who: Who, state: dict[str, Any]) -> CheckedIn:
    link = Link(text=state["link"], hash=link_hashes(PARTICIPANT, state["link"])[0])
    return check_in(session=row, who=who, way=Attendance.Way(state["way"]), actor=PUBLIC, link=link)


def _not_open(request: HttpRequest, row: ActivitySession) -> HttpResponse:
    context = {"session": row, "pairs": session_pairs(row)}
    return render(request, "public/participation/not_open.html", context, status=409)


def _receipt(request: HttpRequest, row: ActivitySession, who: Who, done: CheckedIn) -> HttpResponse:
    """Only what was typed comes back."""
    typed = [
        (_("NIP atau NI PPPK"), who.number),
        (_("Nama"), who.name),
        (_("Unit kerja atau instansi"), who.unit),
    ]
    address = request.build_absolute_uri(reverse("participant", args=[done.link])) if done.link else ""
    context = {
        "is_new": done.is_new,
        "typed": [Pair(term=term, value=value) for term, value in typed if value],
        "pairs": session_pairs(row),
        "address": address,
        "qr": qr_picture(address) if address else "",
    }
    return render(request, "public/participation/receipt.html", context)
