"""One form a page. Labels are questions; each error says what to do."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sinetra.apps.registry.models import Region
from sinetra.apps.reports.intake import LONGEST_STORY, LONGEST_TEXT
from sinetra.core.cells import without_controls
from sinetra.web.words import ACTS, REPORTED_ROLES

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PlainText(forms.CharField):
    """Text as people paste it: browsers send two signs for a line end, documents control signs; neither is an error."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(without_controls(value) if isinstance(value, str) else value) or ""
        return text.replace("\r\n", "\n")


class ChannelForm(forms.Form):
    channel = forms.ChoiceField(
        label=gettext_lazy("Bagaimana Anda ingin menyampaikannya?"),
        choices=[("initial_information", ""), ("report", "")],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih salah satu jalur.")},
    )


class WhatForm(forms.Form):
    what = PlainText(
        label=gettext_lazy("Apa yang terjadi?"),
        max_length=LONGEST_STORY,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": gettext_lazy("Ceritakan apa yang terjadi, cukup dua atau tiga kalimat."),
            "min_length": gettext_lazy("Tambahkan sedikit lagi: apa yang dilakukan, dan bagaimana Anda mengetahuinya."),
        },
    )
    acts = forms.MultipleChoiceField(
        label=gettext_lazy("Perbuatan apa yang Anda lihat?"),
        choices=list(ACTS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Pilih paling sedikit satu perbuatan. Bila ragu, pilih “Keberpihakan lain”.")
        },
    )


class WhenForm(forms.Form):
    """``today`` is the legal date of the office."""

    happened_on = forms.DateField(
        label=gettext_lazy("Kapan terjadi?"),
        widget=_DAY,
        error_messages={
            "required": gettext_lazy("Isi tanggal kejadian. Perkiraan pun boleh."),
            "invalid": gettext_lazy("Tulis tanggal seperti 2024-11-20."),
        },
    )
    known_on = forms.DateField(
        label=gettext_lazy("Kapan Anda mengetahuinya?"),
        widget=_DAY,
        error_messages={
            "required": gettext_lazy("Isi tanggal Anda mengetahuinya. Batas waktu dihitung dari hari ini."),
            "invalid": gettext_lazy("Tulis tanggal seperti 2024-11-20."),
        },
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        happened, known = values.get("happened_on"), values.get("known_on")
        for name, day in (("happened_on", happened), ("known_on", known)):
            if day is not None and day > self.today:
                self.add_error(name, _("Tanggal ini belum terjadi. Periksa lagi."))
        if happened and known and known < happened:
            self.add_error("known_on", _("Tanggal mengetahui tidak dapat lebih awal dari kejadian."))
        return values


class WhereForm(forms.Form):
    region = forms.CharField(
        label=gettext_lazy("Di daerah mana?"),
        error_messages={"required": gettext_lazy("Cari daerahnya, lalu pilih satu dari daftar.")},
    )
    where = PlainText(label=gettext_lazy("Tempat persisnya"), max_length=LONGEST_TEXT, required=False)

    def clean_region(self) -> str:
        code: str = self.cleaned_data["region"]
        if not Region.objects.filter(pk=code).exclude(level="province").exists():
            raise forms.ValidationError(_("Pilih kabupaten, kota, kecamatan, kelurahan, atau desa dari daftar."))
        return code


class WhoForm(forms.Form):
    role = forms.ChoiceField(
        label=gettext_lazy("Siapa yang dilaporkan, menurut jabatannya?"),
        choices=list(REPORTED_ROLES),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih jabatannya, atau “Belum tahu”.")},
    )
    name = PlainText(label=gettext_lazy("Nama, bila Anda tahu"), max_length=200, required=False)
    unit = PlainText(label=gettext_lazy("Kantor atau unit kerja, bila Anda tahu"), max_length=200, required=False)


class EvidenceForm(forms.Form):
    """Nothing is asked here that must be answered: files come by themselves (``public/report/evidence.py``)."""


class ReporterForm(forms.Form):
    """What the law asks of a *laporan*: name and address of the reporter, and how to reach them."""

    name = PlainText(
        label=gettext_lazy("Nama Anda"),
        max_length=200,
        error_messages={"required": gettext_lazy("Laporan memerlukan nama. Tanpa nama, pilih jalur informasi awal.")},
    )
    address = PlainText(
        label=gettext_lazy("Alamat Anda"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Laporan memerlukan alamat pelapor.")},
    )
    phone = PlainText(label=gettext_lazy("Telepon (boleh kosong)"), max_length=40, required=False)
