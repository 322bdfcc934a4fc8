"""How the office numbers its matters and its register, from the next number on."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.numbering import pattern_of
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.actions.set_number_pattern import set_number_pattern
from sinetra.apps.cases.actions.set_register_pattern import set_register_pattern
from sinetra.apps.cases.models import MatterNumber, RegisterNumber
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted

_PLACES = _lazy("{sequence:03} nomor urut tiga angka, {roman_month} bulan Romawi, {month} bulan, {year} tahun.")


class PatternForm(forms.Form):
    """``kind`` says which of the two forms of the page was sent."""

    kind = forms.CharField(widget=forms.HiddenInput)
    pattern = forms.CharField(label=_lazy("Pola nomor"), max_length=60, help_text=_PLACES)


@staff("matter.set_number_pattern")
@require_http_methods(["GET", "POST"])
def number_patterns(request: StaffRequest) -> HttpResponse:
    """Each pattern has a form of its own; the register is Bawaslu's."""
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    year = today(office.region_id).year
    acts = {"matter": (_("Nomor perkara"), MatterNumber, set_number_pattern)}
    if may(request.actor, "matter.set_register_pattern"):
        acts["register"] = (_("Nomor register"), RegisterNumber, set_register_pattern)  # type: ignore[assignment]
    sent = request.POST.get("kind", "")
    shown = []
    for kind, (word, model, act) in acts.items():
        data = posted(request) if kind == sent else None
        now = pattern_of(model, office.pk, year)
        form = PatternForm(data, initial={"kind": kind, "pattern": now}, auto_id=f"id_{kind}_%s")
        if form.is_valid():
            pattern = form.cleaned_data["pattern"]
            done = attempt(
                form,
                lambda act=act, pattern=pattern: act(  # type: ignore[misc]
                    organisation=office, year=year, pattern=pattern, actor=request.actor
                ),
            )
            if done is not None:
                messages.success(request, _("Pola nomor disimpan; berlaku mulai nomor berikutnya."))
                return redirect("number_patterns")
        shown.append((word, form))
    context = {
        "forms": shown,
        "form": next((form for _word, form in shown if form.is_bound), None),
        "year": year,
        "back": Link(text=_("Perkara"), url=reverse("matters")),
    }
    return render(request, "staff/number_patterns.html", context)
