"""What an organiser fills in about an activity as a whole."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext_lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import is_within, visible
from sinetra.apps.prevention.models import Programme
from sinetra.apps.prevention.selectors.programmes import programmes
from sinetra.apps.registry.models import Organisation, Region
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.fields import area, day_field, hour_field
from sinetra.web.staff.prevention.words import GROUPS, KINDS

_COVERS = (("", _lazy("belum ditentukan")), ("true", _lazy("ya")), ("false", _lazy("tidak")))


class _OfProgramme(forms.Form):
    """Among the programmes of the own organisation, the newest first; none is a choice too."""

    programme = forms.ModelChoiceField(
        label=pgettext_lazy("kegiatan", "Program"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_lazy("di luar program"),
        error_messages={"invalid_choice": _lazy("Pilih program dari daftar.")},
    )

    def __init__(self, data: Any, *, actor: Actor, **more: Any) -> None:
        super().__init__(data, **more)
        self.actor = actor
        self.fields["programme"].queryset = programmes(actor).order_by("-starts_on", "-id")  # type: ignore[attr-defined]


class PlanForm(_OfProgramme):
    """``starts_at``, ``ends_at`` and ``venue`` only for a new activity: afterwards each session has its own."""

    kind = forms.ChoiceField(label=_lazy("Jenis kegiatan"), choices=list(KINDS.items()))
    title = PlainText(label=_lazy("Nama kegiatan"), max_length=300)
    starts_on = day_field(_lazy("Hari pertama"))
    duration_days = forms.IntegerField(label=_lazy("Berapa hari"), min_value=1, max_value=31)
    starts_at = hour_field(_lazy("Mulai jam"))
    ends_at = hour_field(_lazy("Selesai jam"))
    venue = PlainText(label=_lazy("Tempat"), required=False, max_length=300)
    meeting_link = forms.URLField(
        label=_lazy("Tautan rapat daring"), required=False, max_length=300, assume_scheme="https"
    )
    organiser = PlainText(label=_lazy("Penyelenggara"), required=False, max_length=200)
    opened_by = PlainText(
        label=_lazy("Dibuka atau dipimpin oleh"),
        required=False,
        max_length=300,
        help_text=_lazy("Tulis jabatan seperti pada surat, termasuk Plt, Plh, Pj, atau Pjs."),
    )
    theme = PlainText(label=_lazy("Tema"), required=False, max_length=300)
    agenda = PlainText(
        label=_lazy("Agenda"),
        required=False,
        max_length=10_000,
        widget=area(6),
        help_text=_lazy("Satu mata acara sebaris."),
    )
    groups = forms.MultipleChoiceField(
        label=_lazy("Kelompok sasaran"),
        required=False,
        choices=list(GROUPS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    covers_non_asn = forms.ChoiceField(label=_lazy("Mencakup non-ASN"), required=False, choices=_COVERS)
    region = forms.CharField(
        label=_lazy("Kode wilayah"),
        required=False,
        max_length=13,
        help_text=_lazy("Wilayah instansi Anda, atau kecamatan dan kelurahan di dalamnya."),
    )

    def __init__(self, data: Any, *, actor: Actor, is_new: bool, **more: Any) -> None:
        super().__init__(data, actor=actor, **more)
        if not is_new:
            for name in ("starts_at", "ends_at", "venue"):
                del self.fields[name]
        self.order_fields(("kind", "title", "programme"))

    def clean_region(self) -> Region | None:
        code = self.cleaned_data["region"].strip()
        if not code:
            return None
        own = visible(self.actor, Organisation).values_list("region_id", flat=True).get(pk=self.actor.office)
        found = Region.objects.filter(pk=code).first()
        if found is None or (own and not is_within(code, own)):
            text = _("Tulis kode wilayah instansi Anda (%(own)s) atau yang di dalamnya.")
            raise forms.ValidationError(text % {"own": own or "–"})
        return found


class CancelForm(forms.Form):
    reason = PlainText(
        label=_lazy("Alasan"),
        max_length=2000,
        widget=area(4),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class HeldForm(forms.Form):
    """Nothing but the decision."""


class ConfirmForm(_OfProgramme):
    title = PlainText(label=_lazy("Nama kegiatan"), max_length=300)
    starts_on = day_field(_lazy("Hari pertama"), required=False)
    duration_days = forms.IntegerField(label=_lazy("Berapa hari"), min_value=1, max_value=31, required=False)
    organiser = PlainText(label=_lazy("Penyelenggara"), required=False, max_length=200)
    opened_by = PlainText(label=_lazy("Dibuka atau dipimpin oleh"), required=False, max_length=300)
    theme = PlainText(label=_lazy("Tema"), required=False, max_length=300)
    participants = forms.IntegerField(label=_lazy("Jumlah peserta"), min_value=0, max_value=1_000_000, required=False)
    participants_approximate = forms.BooleanField(label=_lazy("Jumlahnya perkiraan"), required=False)
    covers_non_asn = forms.ChoiceField(label=_lazy("Mencakup non-ASN"), required=False, choices=_COVERS)
    reason = PlainText(
        label=_lazy("Alasan pembetulan"),
        required=False,
        max_length=2000,
        widget=area(3),
        help_text=_lazy("Wajib diisi bila ada yang dibetulkan."),
    )
