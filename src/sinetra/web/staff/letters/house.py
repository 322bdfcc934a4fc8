"""*Naskah dinas*: how the letters of the office look and are numbered."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.numbering import pattern_of
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.set_letter_house import House, set_letter_house
from sinetra.apps.cases.letters.draft import lines_of, signature_of
from sinetra.apps.cases.letters.house import house_of
from sinetra.apps.cases.models import LetterNumber
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.letters.forms import HouseForm, signature_initial


@staff("document.set_house")
@require_http_methods(["GET", "POST"])
def letter_house(request: StaffRequest) -> HttpResponse:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    row, year = house_of(office.pk), today(office.region_id).year
    initial = {
        "lines": "\n".join(row.lines),
        "copies": "\n".join(row.copies),
        **{name: getattr(row, name) for name in ("address", "place", "paper", "nature")},
        **signature_initial(signature_of(row.signature)),
        "pattern": pattern_of(LetterNumber, office.pk, year),
    }
    form = HouseForm(posted(request), initial=initial)
    if office.kind == OrganisationKind.LOCAL_GOVERNMENT:
        form.fields["lines"].label = _("Baris kop di bawah nama pemerintah daerah, misalnya badannya; satu baris satu")
    if form.is_valid():
        given = form.cleaned_data
        house = House(
            lines=lines_of(given["lines"]),
            copies=lines_of(given["copies"]),
            signature=form.signature(),
            **{name: given[name] for name in ("address", "place", "paper", "nature", "pattern")},
        )
        if attempt(form, lambda: set_letter_house(house=house, year=year, actor=request.actor)) is not None:
            messages.success(request, _("Naskah dinas disimpan; berlaku untuk surat berikutnya."))
            return redirect("letter_house")
    context = {
        "form": form,
        "title": _("Naskah dinas"),
        "lead": _("Kop, kertas, pola nomor, dan penanda tangan surat perkara %(office)s.") % {"office": office.name},
        "notes": [_("Surat yang sudah bernomor tidak berubah."), _("Sesuaikan dengan tata naskah dinas kantor Anda.")],
        "submit": _("Simpan"),
        "back": Link(text=_("Perkara"), url=reverse("matters")),
    }
    return render(request, "staff/prevention/form.html", context)
