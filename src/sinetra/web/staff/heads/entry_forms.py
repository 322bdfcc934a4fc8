"""What is filled in for an office, a campaign leave and a pair, each with its source."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.registry.vocabulary import LEAVE_GIVERS, HeldKind, HeldRoleName
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import BodyCode
from sinetra.web.law_words import BODIES, CONFIDENCE
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.heads.offices import day_field
from sinetra.web.staff.registry_words import HELD_KINDS, HELD_ROLES


class SourceForm(forms.Form):
    """What every entry says: where it stands and how far that was checked."""

    source = PlainText(
        label=_lazy("Sumber"),
        max_length=300,
        help_text=_lazy("Misalnya nomor dan tanggal keputusan, atau berita."),
        error_messages={"required": _lazy("Tuliskan sumbernya.")},
    )
    confidence = forms.ChoiceField(
        label=_lazy("Sejauh mana dicek"),
        choices=[(value.value, CONFIDENCE[value.value]) for value in reversed(Confidence)],
    )

    def said(self) -> dict[str, Any]:
        """As the verb takes it."""
        return self.cleaned_data | {"confidence": Confidence(self.cleaned_data["confidence"])}


class HoldForm(SourceForm):
    role = forms.ChoiceField(label=_lazy("Jabatan"), choices=list(HELD_ROLES.items()))
    kind = forms.ChoiceField(label=_lazy("Jenis"), choices=list(HELD_KINDS.items()))
    holder_name = PlainText(label=_lazy("Nama pemegang"), max_length=200)
    holder_title = PlainText(
        label=_lazy("Sebutan jabatan"), max_length=200, help_text=_lazy("Misalnya Pjs Wali Kota Cendana.")
    )
    from_on = day_field(_lazy("Hari pertama"))
    until_on = day_field(_lazy("Hari terakhir"), required=False, help_text=_lazy("Kosong bila masih menjabat."))
    reason = PlainText(
        label=_lazy("Sebab"),
        required=False,
        max_length=300,
        help_text=_lazy("Untuk Plt, Plh, Pjs, dan Pj: mengapa menggantikan."),
    )
    field_order = ["role", "kind", "holder_name", "holder_title", "from_on", "until_on", "reason"]

    def said(self) -> dict[str, Any]:
        given = super().said()
        return given | {"role": HeldRoleName(given["role"]), "kind": HeldKind(given["kind"])}


class LeaveForm(SourceForm):
    """``holders``: heads and deputies on record, by name."""

    holder_name = forms.ChoiceField(
        label=_lazy("Siapa yang cuti"),
        help_text=_lazy("Kepala daerah dan wakil yang sudah tercatat."),
        error_messages={
            "required": _lazy("Pilih siapa yang cuti."),
            "invalid_choice": _lazy("Pilih salah satu dari daftar; catat jabatannya dahulu bila belum ada."),
        },
    )
    from_on = day_field(_lazy("Hari pertama cuti"))
    until_on = day_field(_lazy("Hari terakhir cuti"), help_text=_lazy("Hari terakhir masa kampanye."))
    given_by = forms.ChoiceField(
        label=_lazy("Diberikan oleh"),
        required=False,
        choices=[("", _lazy("belum diketahui")), *((body.value, BODIES[body.value]) for body in LEAVE_GIVERS)],
        help_text=_lazy("Gubernur bagi bupati, wali kota, dan wakilnya. Mendagri bagi gubernur dan wakilnya."),
    )
    told_kpu_on = day_field(
        _lazy("KPU diberi tahu pada"), required=False, help_text=_lazy("Kosong bila belum diketahui.")
    )
    field_order = ["holder_name", "from_on", "until_on", "given_by", "told_kpu_on"]

    def __init__(self, holders: dict[str, str], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["holder_name"].choices = list(holders.items())  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        given = super().said()
        return given | {"given_by": BodyCode(given["given_by"]) if given["given_by"] else None}


class PairForm(SourceForm):
    number = forms.IntegerField(label=_lazy("Nomor urut"), required=False, min_value=1, max_value=99)
    head_name = PlainText(label=_lazy("Nama calon kepala daerah"), max_length=200)
    deputy_name = PlainText(label=_lazy("Nama calon wakil"), required=False, max_length=200)
    head_is_incumbent = forms.BooleanField(label=_lazy("Calon kepala daerah petahana"), required=False)
    deputy_is_incumbent = forms.BooleanField(label=_lazy("Calon wakil petahana"), required=False)
    runs_from = day_field(
        _lazy("Tercatat sebagai pasangan sejak"), required=False, help_text=_lazy("Hari pendaftaran atau penetapan.")
    )
    withdrawn_on = day_field(
        _lazy("Tidak lagi sejak"), required=False, help_text=_lazy("Bila batal, diganti, atau meninggal.")
    )
    field_order = ["number", "head_name", "deputy_name", "head_is_incumbent", "deputy_is_incumbent", "runs_from"]
