"""What must be filled in before a verb on the way from a report or information to registration."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.actions.report_tracing import LONGEST
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.partners import higher_offices, offices_for_transfer
from sinetra.apps.cases.vocabulary import Ground
from sinetra.apps.registry.models import Organisation
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.fields import day_field
from sinetra.web.staff.words import GROUNDS


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_lazy("Alasan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class RefuseForm(ReasonForm):
    ground = forms.ChoiceField(
        label=_lazy("Dasarnya"),
        help_text=_lazy("Dasar ini dibaca pelapor; alasan di bawahnya tidak."),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih dasarnya.")},
    )
    field_order = ["ground", "reason"]

    def offer(self, matter: Matter, actor: Actor) -> None:
        # None is left when somebody was faster; then all stay, so that the page shows what was chosen.
        found = cases.possible_grounds(actor, matter) or tuple(Ground)
        self.fields["ground"].choices = [(one.value, GROUNDS[one.value]) for one in found]  # type: ignore[attr-defined]


class RepairForm(forms.Form):
    received_on = day_field(_lazy("Perbaikan diterima pada"))


class TracingForm(forms.Form):
    text = PlainText(
        label=_lazy("Hasil pengawasan"),
        help_text=_lazy("Apa yang dilihat, kapan, di mana, dan dari siapa. Disimpan tersegel."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _lazy("Tuliskan hasil pengawasannya.")},
    )
    found_on = day_field(
        _lazy("Dugaan pelanggaran ditemukan pada"),
        required=False,
        help_text=_lazy("Kosongkan bila tidak ada dugaan."),
    )


_SUMMARY = forms.CharField(
    label=_lazy("Ringkasan, dengan kata-kata kantor Anda"),
    help_text=_lazy("Ringkasan dan hasil daftar syarat yang dikirim. Kata-kata dan identitas pelapor tetap di sini."),
    max_length=5000,
    widget=forms.Textarea(attrs={"rows": 6}),
    error_messages={"required": _lazy("Tuliskan ringkasan untuk kantor penerima.")},
)


class TransferForm(forms.Form):
    to = forms.ModelChoiceField(
        label=_lazy("Limpahkan ke"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _lazy("Pilih kantor penerima.")},
    )
    summary = _SUMMARY

    def offer(self, matter: Matter, actor: Actor) -> None:
        self.fields["to"].queryset = offices_for_transfer(matter)  # type: ignore[attr-defined]


class TakeOverForm(forms.Form):
    by = forms.ModelChoiceField(
        label=_lazy("Diambil alih oleh"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _lazy("Pilih kantor yang mengambil alih.")},
    )
    order = forms.CharField(
        label=_lazy("Nomor keputusan kantor itu"),
        max_length=100,
        error_messages={"required": _lazy("Tuliskan nomor keputusan kantor yang mengambil alih.")},
    )
    ordered_on = day_field(_lazy("Tanggal keputusan"))
    summary = _SUMMARY

    def offer(self, matter: Matter, actor: Actor) -> None:
        self.fields["by"].queryset = higher_offices(matter)  # type: ignore[attr-defined]
