"""How the office counts deadlines: its zone, its working week, and lengths that no law fixes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.catalogue import clock
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.actions.set_office_week import set_office_week
from sinetra.apps.registry.actions.set_rule_length import LONGEST, configurable_rules, set_rule_length
from sinetra.apps.registry.models import Organisation, RuleLength
from sinetra.apps.registry.vocabulary import ZoneName
from sinetra.core.clock.deadline_rules import DayType
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today, zone_of
from sinetra.web import law_view
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.accounts.forms import reason_field
from sinetra.web.staff.attempt import attempt, posted

WEEKS = {5: _lazy("lima hari, Senin–Jumat"), 6: _lazy("enam hari, Senin–Sabtu")}


class WeekForm(forms.Form):
    zone = forms.ChoiceField(label=_lazy("Zona waktu kantor"), required=False, widget=forms.RadioSelect)
    work_week = forms.TypedChoiceField(
        label=_lazy("Hari kerja kantor"), choices=list(WEEKS.items()), coerce=int, widget=forms.RadioSelect
    )
    reason = reason_field()

    def __init__(self, data: Any, office: Organisation) -> None:
        super().__init__(data, initial={"zone": office.zone, "work_week": office.work_week})
        of_region = _("menurut wilayah kantor (%(zone)s)") % {"zone": zone_of(office.region_id).abbreviation}
        choices = [("", of_region), *((zone.value, zone.value) for zone in ZoneName)]
        self.fields["zone"].choices = choices  # type: ignore[attr-defined]


class LengthForm(forms.Form):
    length = forms.IntegerField(
        label=_lazy("Lama (hari)"),
        help_text=_lazy("Kosongkan untuk kembali ke usul katalog."),
        required=False,
        min_value=1,
        max_value=LONGEST,
    )
    reason = reason_field()


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthView:
    """``reason`` is empty where the office takes what the catalogue proposes."""

    rule: str
    name: str
    length: str
    own: int | None
    reason: str
    note: str
    confidence: str


@staff("registry.set_counting")
def office(request: StaffRequest) -> HttpResponse:
    row = _office(request)
    pairs = [
        Pair(
            term=_("Zona waktu"),
            value=row.zone or zone_of(row.region_id).abbreviation,
            note="" if row.zone else _("menurut wilayah"),
        ),
        Pair(term=_("Hari kerja"), value=str(WEEKS[row.work_week])),
    ]
    day = today(row.region_id)
    lengths = [_length(request, row, name, day) for name in configurable_rules()]
    return render(request, "staff/accounts/office.html", {"office": row, "pairs": pairs, "lengths": lengths})


@staff("registry.set_counting")
@require_http_methods(["GET", "POST"])
def office_week(request: StaffRequest) -> HttpResponse:
    row = _office(request)
    form = WeekForm(posted(request), row)
    if form.is_valid():
        given = form.cleaned_data
        said: dict[str, Any] = {
            "zone": ZoneName(given["zone"]) if given["zone"] else None,
            "work_week": given["work_week"],
            "reason": given["reason"],
        }
        if attempt(form, lambda: set_office_week(organisation=row, actor=request.actor, **said)) is not None:
            return _done(request)
    return _confirm(request, _("Zona dan pekan kerja kantor"), form, [])


@staff("registry.set_counting")
@require_http_methods(["GET", "POST"])
def office_length(request: StaffRequest, rule: str) -> HttpResponse:
    if rule not in configurable_rules():
        raise NotFound(gettext_noop("Lama tenggat ini tidak dapat diatur."))
    row = _office(request)
    form = LengthForm(posted(request))
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("length", "reason")}
        if attempt(form, lambda: set_rule_length(organisation=row, rule=rule, actor=request.actor, **said)) is not None:
            return _done(request)
    now = _length(request, row, rule, today(row.region_id))
    pairs = [Pair(term=_("Tenggat"), value=now.name), Pair(term=_("Sekarang"), value=now.length)]
    return _confirm(request, _("Lama tenggat di kantor ini"), form, pairs)


def _office(request: StaffRequest) -> Organisation:
    return visible(request.actor, Organisation).get(pk=request.actor.office)


def _length(request: StaffRequest, row: Organisation, name: str, day: date) -> LengthView:
    own = visible(request.actor, RuleLength).filter(organisation=row, rule=name).first()
    rule = clock().rules.on(name, day)
    unit = _("%(length)s hari kerja") if rule.day_type is DayType.WORKING else _("%(length)s hari kalender")
    return LengthView(
        rule=name,
        name=law_view.in_words(rule.name),
        length=unit % {"length": own.length if own else rule.length},
        own=own.length if own else None,
        reason=own.reason if own else "",
        note=law_view.in_words(rule.note),
        confidence=rule.confidence.value,
    )


def _done(request: StaffRequest) -> HttpResponse:
    messages.success(request, _("Disimpan. Tenggat yang berjalan sedang dihitung ulang."))
    return redirect("office")


def _confirm(request: StaffRequest, title: str, form: forms.Form, pairs: list[Pair]) -> HttpResponse:
    context = {
        "title": title,
        "consequences": [
            _("Semua tenggat yang berjalan di kantor ini dihitung ulang."),
            _("Tenggat yang pindah dicatat di linimasa perkaranya. Jejak audit memuat alasan Anda."),
            _("Batas waktu warga menyampaikan laporan tidak menjadi lebih pendek."),
            _("Nasihat undangan yang sudah diminta tetap pada tenggat yang dijanjikan."),
        ],
        "pairs": pairs,
        "form": form,
        "submit": _("Simpan dan hitung ulang"),
        "back": Link(text=_("Batal"), url=reverse("office")),
    }
    return render(request, "parts/confirm.html", context)
