"""Printed slips with the link to one's own page: for one person, or for a unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.issue_personal_link import Slip, issue_personal_links
from sinetra.apps.prevention.selectors import personal_links
from sinetra.apps.registry.models import Person
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.qr import qr_picture
from sinetra.web.staff.accounts.forms import NothingForm
from sinetra.web.staff.attempt import attempt, posted

#: As many as one prints and cuts at a time; the next ones are those that have none yet.
MOST_SLIPS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSlip:
    slip: Slip
    address: str
    qr: SafeString


class UnitForm(forms.Form):
    also_those_with = forms.BooleanField(
        label=_lazy("Cetak juga untuk yang sudah punya; tautan lamanya berhenti berlaku"), required=False
    )


@staff("personal_link.issue")
@never_cache
@require_http_methods(["GET", "POST"])
def person_slip(request: StaffRequest, pk: UUID) -> HttpResponse:
    person = personal_links.person(request.actor, pk)
    back = Link(text=_("Pegawai"), url=reverse("people"))
    form = NothingForm(posted(request))
    if form.is_valid():
        slips = attempt(form, lambda: issue_personal_links(people=[person], actor=request.actor))
        if slips is not None:
            return _sheet(request, slips, back, left=False)
    current = personal_links.current_link(request.actor, person)
    pairs = [Pair(term=_("Untuk"), value=person.name), Pair(term=_("Unit"), value=str(person.unit or "–"))]
    if current is not None:
        pairs.append(Pair(term=_("Tautan sekarang"), value=_("ada; berhenti begitu yang baru dicetak")))
    return _confirm(request, _("Cetak lembar halaman saya"), form, back, pairs)


@staff("personal_link.issue")
@never_cache
@require_http_methods(["GET", "POST"])
def unit_slips(request: StaffRequest, pk: UUID) -> HttpResponse:
    unit = personal_links.unit(request.actor, pk)
    back = Link(text=_("Register"), url=reverse("registry"))
    form = UnitForm(posted(request))
    if form.is_valid():
        only_without = not form.cleaned_data["also_those_with"]
        rows = personal_links.people_of_unit(request.actor, unit, only_without=only_without)
        people = list(rows[: MOST_SLIPS + 1])
        slips = attempt(form, _issuing(request, people[:MOST_SLIPS]))
        if slips:
            return _sheet(request, slips, back, left=only_without and len(people) > MOST_SLIPS)
        form.add_error(None, _("Semua pegawai unit ini sudah punya tautan."))
    pairs = [Pair(term=_("Unit"), value=unit.name)]
    return _confirm(request, _("Cetak lembar halaman saya untuk satu unit"), form, back, pairs)


def _issuing(request: StaffRequest, people: Sequence[Person]) -> Callable[[], list[Slip]]:
    return lambda: issue_personal_links(people=people, actor=request.actor)


def _confirm(request: StaffRequest, title: str, form: forms.Form, back: Link, pairs: list[Pair]) -> HttpResponse:
    context = {
        "title": title,
        "consequences": [
            _("Setiap lembar memuat tautan ke sesi, ikrar, dan sertifikat orang itu sendiri."),
            _("Tautan muncul satu kali, untuk dicetak. Siapkan pencetak."),
            _("Potong dan serahkan sendiri kepada orangnya. Jangan memotret atau mengirimnya."),
        ],
        "pairs": pairs,
        "form": form,
        "submit": _("Tampilkan dan cetak"),
        "back": back,
    }
    return render(request, "parts/confirm.html", context)


def _sheet(request: StaffRequest, slips: Sequence[Slip], back: Link, *, left: bool) -> HttpResponse:
    """The only time that the links are seen. ``left``: more people wait for the next sheet."""
    printed = []
    for slip in slips:
        address = request.build_absolute_uri(reverse("own_page", args=[slip.text]))
        printed.append(PrintedSlip(slip=slip, address=address, qr=qr_picture(address)))
    context = {"slips": printed, "back": back, "left": left, "most": MOST_SLIPS}
    return render(request, "staff/registry/own_slips.html", context)
