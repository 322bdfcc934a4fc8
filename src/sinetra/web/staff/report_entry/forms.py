"""How a report reached the office; what it tells is asked with the forms of the public page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.reports.vocabulary import Source
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.clock import legal_clock, now, zone_of
from sinetra.web.public.report.forms import (
    ANONYMOUS,
    CONFIDENTIAL,
    FORMAL,
    ReporterForm,
    WhatForm,
    WhenForm,
    WhereForm,
    WhoForm,
)
from sinetra.web.staff.prevention.fields import day_field, hour_field

SOURCES = (
    (Source.COUNTER.value, _lazy("Datang ke kantor")),
    (Source.PHONE.value, _lazy("Telepon")),
    (Source.PAPER.value, _lazy("Surat atau formulir kertas")),
)
CHANNELS = (
    (FORMAL, _lazy("Laporan, dengan nama dan alamat")),
    (CONFIDENTIAL, _lazy("Informasi awal, nama dirahasiakan")),
    (ANONYMOUS, _lazy("Informasi awal, tanpa nama")),
)


class HowForm(forms.Form):
    """``today`` is the legal date of the office."""

    source = forms.ChoiceField(
        label=_lazy("Bagaimana sampai di kantor?"),
        choices=SOURCES,
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih bagaimana laporan ini sampai.")},
    )
    channel = forms.ChoiceField(
        label=_lazy("Jalur yang dipilih pelapor"),
        help_text=_lazy("Jelaskan dahulu bedanya. Penelepon boleh tanpa nama."),
        choices=CHANNELS,
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih jalurnya.")},
    )
    received_on = day_field(_lazy("Diterima tanggal"))
    received_at = hour_field(_lazy("Diterima pukul"), help_text=_lazy("Jam setempat. Kosong berarti sekarang."))
    signed = forms.BooleanField(
        label=_lazy("Formulir bertanda tangan sudah ada di kantor"),
        help_text=_lazy("Hanya untuk laporan. Belum ada? Pelapor mendapat hari terakhirnya di lembar kode."),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today

    def clean_received_on(self) -> date:
        day: date = self.cleaned_data["received_on"]
        if day > self.today:
            raise forms.ValidationError(_("Tanggal ini belum terjadi. Periksa lagi."))
        return day

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("signed") and values.get("channel") not in {None, FORMAL}:
            self.add_error("signed", _("Informasi awal tidak ditandatangani. Kosongkan, atau pilih jalur laporan."))
        return values

    def moment(self, region: str) -> datetime:
        """When it reached the office, in the zone of the region. Errors: ``BadInput`` naming ``received_at``."""
        zone = zone_of(region).info
        here, day = now().astimezone(zone), self.cleaned_data["received_on"]
        at: time = self.cleaned_data["received_at"] or here.time()
        if day == here.date() and at > here.time():
            raise BadInput(gettext_noop("Jam ini belum terjadi. Periksa lagi."), field="received_at")
        return datetime.combine(day, at, zone)


class EntryForms:
    """All forms of the page. Whoever gives no name has none asked for."""

    def __init__(self, data: Any = None, *, typed: Mapping[str, Any] | None = None, today: date | None = None) -> None:
        today = today or legal_clock().today()
        started = {"received_on": today, "source": Source.COUNTER.value}
        # Typed and not judged yet: looking for a region is no reason to be told what is missing.
        first: dict[str, Any] = dict(typed) if typed is not None else started
        channel = (data or first).get("channel", "")
        more: dict[str, Any] = {"initial": first}
        about = {name.removeprefix("pelapor-"): value for name, value in first.items() if name.startswith("pelapor-")}
        self.how = HowForm(data, today=today, **more)
        self.what = WhatForm(data, **more)
        self.when = WhenForm(data, today=today, **more)
        self.where = WhereForm(data, **more)
        self.who = WhoForm(data, **more)
        self.reporter = ReporterForm(data, prefix="pelapor", initial=about, formal=channel != CONFIDENTIAL)
        self.is_named = channel != ANONYMOUS

    @property
    def all(self) -> tuple[forms.Form, ...]:
        told = (self.how, self.what, self.when, self.where, self.who)
        return (*told, self.reporter) if self.is_named else told

    def is_valid(self) -> bool:
        # Every form is asked, so that all faults stand on the page at once.
        return not any(tuple(form.errors for form in self.all))

    def filing(self, key: str) -> dict[str, Any]:
        """The shape of contract 10."""
        who, what, when, where = (form.cleaned_data for form in (self.who, self.what, self.when, self.where))
        reporter = self.reporter.cleaned_data if self.is_named else None
        return {
            "channel": FORMAL if self.how.cleaned_data["channel"] == FORMAL else ANONYMOUS,
            "what": what["what"],
            "acts": what["acts"],
            "happened_on": when["happened_on"],
            "known_on": when["known_on"],
            "region": where["region"],
            "where": where["where"],
            "reported": [{"role": who["role"], "name": who["name"] or None, "unit": who["unit"] or None}],
            "reporter": reporter,
            "idempotency_key": key,
        }
