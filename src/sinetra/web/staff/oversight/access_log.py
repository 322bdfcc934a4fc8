"""Who opened whose data: of the office for its auditor, of one matter for its plenary, of one's own record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.access_reads import (
    AccessFilter,
    access_entries,
    matter_to_ask,
    numbers_of,
    own_record,
    who_opened,
)
from sinetra.apps.base.paging import page
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.lists import SIZE, page_address
from sinetra.web.staff.oversight.tabs import tabs
from sinetra.web.staff.oversight.words import page_words, shown_words, subject_words

ORDER = ("-first_at", "-id")
Cells = Callable[[AccessEntry], list[Cell]]


class AccessFilterForm(forms.Form):
    user = forms.CharField(
        label=gettext_lazy("Nama akun"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Persis seperti untuk masuk, misalnya: staf.bawaslu."),
    )
    matter = forms.CharField(label=gettext_lazy("Nomor perkara atau nomor register"), max_length=60, required=False)


def asked(request: HttpRequest) -> tuple[AccessFilterForm, AccessFilter]:
    form = AccessFilterForm(request.GET or None)
    given = form.cleaned_data if form.is_valid() else {"user": "", "matter": ""}
    return form, AccessFilter(user=given["user"].strip(), matter=given["matter"].strip())


@staff("access.read")
def access_log(request: StaffRequest) -> HttpResponse:
    form, filters = asked(request)
    context = {
        "table": _table(request, access_entries(request.actor, filters), _("Yang terbaru di atas"), by_subject=True),
        "form": form,
        "tabs": tabs(request.actor, "access_log"),
        "file": f"{reverse('access_log_xlsx')}?{request.GET.urlencode()}",
    }
    return render(request, "staff/oversight/access_log.html", context)


@staff("access.read_matter")
def matter_access(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Nothing of what the matter is about: who steps aside from it may see who looked, too."""
    matter = matter_to_ask(request.actor, pk)
    listed = _table(request, who_opened(request.actor, matter), _("Siapa yang membuka, yang terbaru di atas"))
    return render(request, "staff/oversight/matter_access.html", {"table": listed, "matter": matter})


@staff("access.read_own")
def own_access(request: StaffRequest) -> HttpResponse:
    listed = _table(request, own_record(request.actor), _("Siapa yang membuka, yang terbaru di atas"))
    return render(request, "staff/oversight/own_access.html", {"table": listed})


def _table(request: StaffRequest, rows: QuerySet[AccessEntry], caption: str, *, by_subject: bool = False) -> Table:
    found = page(rows, order=ORDER, after=request.GET.get("after"), size=SIZE)
    heads = [_("Waktu"), _("Oleh"), *([_("Tentang")] if by_subject else []), _("Data"), _("Halaman"), _("Untuk")]
    cells = partial(_cells, zone=_zone(request), numbers=numbers_of(list(found)) if by_subject else None)
    return Table(
        caption=caption,
        columns=[Column(text=head) for head in heads],
        rows=[cells(row) for row in found],
        newer=page_address(request, None) if request.GET.get("after") else "",
        older=page_address(request, found.next_token) if found.next_token else "",
        empty_title=_("Belum ada catatan"),
        empty_text=_("Setiap halaman yang memuat data pribadi menulis satu catatan. Isi datanya tidak ikut dicatat."),
    )


def _zone(request: StaffRequest) -> str:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    return zone_of(office.region_id).abbreviation


def _cells(row: AccessEntry, zone: str, numbers: dict[UUID, str] | None) -> list[Cell]:
    when = instant_text(row.first_at, zone, get_language() or "id")
    if row.times > 1:
        when = _("%(when)s, %(times)s kali dalam sepuluh menit") % {"when": when, "times": row.times}
    about = [] if numbers is None else [Cell(text=about_words(row, numbers))]
    return [
        Cell(text=when),
        Cell(text=row.user.name),
        *about,
        Cell(text=shown_words(row.kinds)),
        Cell(text=page_words(row.page)),
        Cell(text=row.purpose or "–"),
    ]


def about_words(row: AccessEntry, numbers: dict[UUID, str]) -> str:
    """The number of a matter; of anything else what it is, with the beginning of its id."""
    told = numbers.get(row.subject_id) or str(row.subject_id)[-8:]
    return f"{subject_words(row.subject_type)} {told}"
