"""What must be filled in before something becomes of a report."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.models import User
from sinetra.apps.registry.models import Organisation
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.triage import words

_CHOOSE = {"required": _lazy("Pilih salah satu.")}


class KeepForm(forms.Form):
    why = forms.ChoiceField(
        label=_lazy("Mengapa disimpan saja"),
        help_text=_lazy("Pelapor membacanya, dan dapat menambahkan keterangan."),
        widget=forms.RadioSelect,
        choices=list(words.WHY_KEPT.items()),
        error_messages=_CHOOSE,
    )


class SetAsideForm(ReasonForm):
    ground = forms.ChoiceField(
        label=_lazy("Mengapa tidak ditangani"),
        help_text=_lazy("Pelapor membacanya; alasan di bawahnya tidak."),
        widget=forms.RadioSelect,
        choices=list(words.ASIDE.items()),
        error_messages=_CHOOSE,
    )
    office = forms.ModelChoiceField(
        label=_lazy("Kantor yang berwenang, bila bukan wilayah kantor ini"),
        queryset=Organisation.objects.none(),
        required=False,
    )
    field_order = ["ground", "office", "reason"]

    def offer(self, offices: QuerySet[Organisation]) -> None:
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]


class JoinForm(forms.Form):
    number = forms.CharField(
        label=_lazy("Nomor perkara"),
        help_text=_lazy("Persis seperti di daftar perkara."),
        max_length=60,
        error_messages={"required": _lazy("Tuliskan nomor perkaranya.")},
    )
    source = forms.ChoiceField(
        label=_lazy("Dari mana laporan ini"),
        help_text=_lazy("Salinan tidak dihitung sebagai laporan yang menguatkan. Tidak ada nilai atau skor."),
        widget=forms.RadioSelect,
        choices=[
            ("own", _lazy("Laporan sendiri, dari orang atau sumber lain")),
            ("copy", _lazy("Salinan: sumber atau teksnya sama dengan laporan yang sudah ada")),
        ],
        error_messages=_CHOOSE,
    )


class OpenManyForm(forms.Form):
    handler = forms.ModelChoiceField(
        label=_lazy("Penanggung jawab"),
        help_text=_lazy("Laporan yang orang ini harus menyingkir darinya tidak ikut dibuka."),
        queryset=User.objects.none(),
        error_messages={
            "required": _lazy("Pilih penanggung jawabnya."),
            "invalid_choice": _lazy("Orang ini tidak berperan di kantor Anda hari ini; pilih yang lain."),
        },
    )
