"""Initial information from the office's own supervision: what was seen, where, when, and about whom."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import is_within, visible
from sinetra.apps.cases.actions.record_information import record_information
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.reports.intake import LONGEST_STORY, LONGEST_TEXT, read_report
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.fields import day_field
from sinetra.web.words import ACTS, REPORTED_ROLES


class InformationForm(forms.Form):
    what = PlainText(
        label=_lazy("Apa yang terlihat"),
        max_length=LONGEST_STORY,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _lazy("Ceritakan apa yang terlihat, cukup dua atau tiga kalimat.")},
    )
    happened_on = day_field(_lazy("Tanggal kejadian"))
    region = forms.ChoiceField(label=_lazy("Wilayah"), error_messages={"required": _lazy("Pilih wilayahnya.")})
    where = PlainText(label=_lazy("Tempat persisnya"), max_length=LONGEST_TEXT, required=False)
    role = forms.ChoiceField(label=_lazy("Yang terlihat, menurut jabatannya"), choices=list(REPORTED_ROLES))
    name = PlainText(label=_lazy("Nama, bila diketahui"), max_length=LONGEST_TEXT, required=False)
    unit = PlainText(label=_lazy("Unit kerja, bila diketahui"), max_length=LONGEST_TEXT, required=False)
    acts = forms.MultipleChoiceField(
        label=_lazy("Perbuatan"),
        choices=list(ACTS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _lazy("Pilih paling sedikit satu perbuatan.")},
    )

    def __init__(self, data: Any, *, office: Organisation, actor: Actor) -> None:
        super().__init__(data)
        rows = Region.objects.filter(parent_id=office.region_id).order_by("code")
        around = [*Region.objects.filter(pk=office.region_id), *rows]
        inside = [row for row in around if not actor.regions or any(is_within(row.pk, one) for one in actor.regions)]
        self.fields["region"].choices = [(row.pk, row.name) for row in inside]  # type: ignore[attr-defined]


@staff("matter.record_information")
@require_http_methods(["GET", "POST"])
def new_information(request: StaffRequest) -> HttpResponse:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    form = InformationForm(posted(request), office=office, actor=request.actor)
    if form.is_valid():
        made = attempt(form, lambda: _recorded(office, request.actor, form.cleaned_data))
        if made is not None:
            messages.success(request, _("Dicatat sebagai informasi awal."))
            return redirect("matter", pk=made.pk)
    context = {
        "form": form,
        "title": _("Catat informasi awal dari pengawasan"),
        "lead": _("Untuk yang dilihat pengawas sendiri. Laporan warga masuk lewat halaman Laporan."),
        "notes": [_("Langsung menjadi perkara dengan tenggat penelusuran."), _("Belum ada yang dinyatakan terbukti.")],
        "submit": _("Catat informasi awal"),
        "back": Link(text=_("Perkara"), url=reverse("matters")),
    }
    return render(request, "staff/prevention/form.html", context)


def _recorded(office: Organisation, actor: Actor, given: dict[str, Any]) -> Matter:
    """Errors: those of ``record_information``."""
    person = {"role": given["role"], "name": given["name"] or None, "unit": given["unit"] or None}
    seen = read_report(
        {
            "channel": "initial_information",
            "what": given["what"],
            "where": given["where"],
            "region": given["region"],
            "happened_on": given["happened_on"],
            "known_on": given["happened_on"],
            "reported": [person],
            "acts": given["acts"],
            "reporter": None,
            # Nobody follows it with a code; the shape wants a key.
            "idempotency_key": secrets.token_urlsafe(16),
        }
    )
    return record_information(organisation=office, seen=seen, actor=actor)
