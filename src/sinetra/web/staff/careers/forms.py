"""What the pages of careers ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.careers.deciders import Decider
from sinetra.apps.careers.models import CareerPolicy
from sinetra.apps.careers.vocabulary import REPLACEMENTS, StepKind
from sinetra.apps.registry.models import Unit
from sinetra.core.law.words import Position
from sinetra.web.career_words import KINDS, REASONS
from sinetra.web.law_words import POSITIONS
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.fields import area, day_field
from sinetra.web.staff.registry_words import HELD_KINDS

DecidersOn = Callable[[date], tuple[Decider, ...]]
_OF_A_UNIT = tuple(kind for kind in StepKind if kind not in REPLACEMENTS)


class ProposeForm(forms.Form):
    """``for_unit``: then there is no post to be moved to."""

    unit = forms.ChoiceField(label=_lazy("Unit"), error_messages={"required": _lazy("Pilih unitnya.")})
    kind = forms.ChoiceField(
        label=_lazy("Jenis langkah"),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih jenis langkahnya.")},
    )
    title = PlainText(
        label=_lazy("Langkahnya"),
        max_length=200,
        help_text=_lazy("Nama pelatihan, atau jabatan yang dituju."),
        error_messages={"required": _lazy("Tulis nama pelatihan atau jabatannya.")},
    )
    to_unit = forms.ChoiceField(label=_lazy("Unit tujuan"), required=False)
    position = forms.ChoiceField(
        label=_lazy("Golongan jabatan yang dituju atau dilepas"),
        required=False,
        help_text=_lazy("Menentukan apakah masa larangan berlaku."),
    )
    proposed_on = day_field(_lazy("Tanggal usul"))
    effective_on = day_field(
        _lazy("Tanggal mulai yang diusulkan"), required=False, help_text=_lazy("Mutasi: tanggal pelantikan.")
    )
    criteria = PlainText(
        label=_lazy("Kriteria"),
        max_length=6500,
        widget=area(4),
        help_text=_lazy("Satu baris satu kriteria, dengan hasilnya. Laporan yang belum terbukti bukan kriteria."),
        error_messages={"required": _lazy("Tulis kriterianya, satu baris satu kriteria.")},
    )
    reason = forms.ChoiceField(
        label=_lazy("Alasan menurut jenisnya"),
        help_text=_lazy("Jenis ini dihitung dalam angka publik, tanpa nama."),
        error_messages={"required": _lazy("Pilih jenis alasannya.")},
    )
    words = PlainText(
        label=_lazy("Alasan"),
        max_length=2000,
        widget=area(3),
        error_messages={"required": _lazy("Tulis alasannya, paling sedikit 5 huruf.")},
    )
    penalty_number = PlainText(
        label=_lazy("Nomor keputusan hukuman yang sudah tetap"),
        required=False,
        max_length=120,
        help_text=_lazy("Hanya bila itu alasannya. Hukuman yang masih dapat dibantah tidak dihitung."),
    )
    penalty_on = day_field(_lazy("Tanggal keputusan hukuman"), required=False)
    policy = forms.ChoiceField(label=_lazy("Menurut kebijakan"), required=False)

    def __init__(
        self, *args: Any, units: Sequence[Unit], policies: Sequence[CareerPolicy], for_unit: bool, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        kinds = _OF_A_UNIT if for_unit else tuple(StepKind)
        choose, none = ("", _("pilih…")), ("", _("tidak ada"))
        named = [(str(unit.pk), unit.name) for unit in units]
        self._choose("unit", [choose, *named])
        self._choose("kind", [(kind.value, str(KINDS[kind])) for kind in kinds])
        self._choose("to_unit", [none, *named])
        self._choose("position", [choose, *((code.value, str(POSITIONS[code])) for code in Position)])
        self._choose("reason", [choose, *((code, str(word)) for code, word in REASONS.items())])
        self._choose("policy", [none, *((str(row.pk), f"{row.number}: {row.title}") for row in policies)])
        for name in ("to_unit", "position") if for_unit else ("unit",):
            del self.fields[name]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class DecideForm(forms.Form):
    """``replaces``: then the check is answered when it does not say *allowed*."""

    decision = forms.ChoiceField(
        label=_lazy("Keputusan"),
        choices=[("granted", _lazy("dikabulkan")), ("refused", _lazy("ditolak"))],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih keputusannya.")},
    )
    decided_on = day_field(
        _lazy("Tanggal keputusan"), help_text=_lazy("Siapa PPK pada hari itu diambil dari register.")
    )
    decider = forms.ChoiceField(
        label=_lazy("PPK yang menandatangani"),
        help_text=_lazy("Sumber berbeda. Sebabnya ada di Register, “Siapa PPK pada tanggal ini?”"),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Sumber berbeda tentang siapa PPK pada hari itu. Pilih salah satu.")},
    )
    number = PlainText(
        label=_lazy("Nomor keputusan"), required=False, max_length=120, help_text=_lazy("Wajib bila dikabulkan.")
    )
    effective_on = day_field(_lazy("Mulai berlaku"), required=False, help_text=_lazy("Mutasi: tanggal pelantikan."))
    words = PlainText(
        label=_lazy("Alasan keputusan"),
        max_length=2000,
        widget=area(3),
        error_messages={"required": _lazy("Tulis alasannya, paling sedikit 5 huruf.")},
    )
    despite = PlainText(
        label=_lazy("Mengapa dikabulkan walaupun pemeriksaan tidak menyatakan boleh"),
        required=False,
        max_length=2000,
        widget=area(3),
        help_text=_lazy("Sebut dasarnya. Kosongkan bila pemeriksaan menyatakan boleh."),
    )

    def __init__(self, *args: Any, replaces: bool, deciders: DecidersOn, **more: Any) -> None:
        """``deciders``: who comes into question on a day; asked for only where there are several."""
        super().__init__(*args, **more)
        if not replaces:
            del self.fields["despite"]
        found = deciders(day) if (day := self._day()) else ()
        if len(found) > 1:
            choices = [(one.name, f"{one.name}, {one.title or HELD_KINDS[one.kind]}") for one in found]
            self.fields["decider"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["decider"]

    def _day(self) -> date | None:
        field = self.fields["decided_on"]
        try:
            day: date = field.clean(field.widget.value_from_datadict(self.data, self.files, "decided_on"))
        except forms.ValidationError:
            return None
        return day


class EndForm(forms.Form):
    ended_on = day_field(_lazy("Tanggalnya"))
    words = PlainText(
        label=_lazy("Alasan"),
        max_length=2000,
        widget=area(3),
        error_messages={"required": _lazy("Tulis alasannya, paling sedikit 5 huruf.")},
    )


class PolicyForm(forms.Form):
    title = PlainText(label=_lazy("Judul"), max_length=200, error_messages={"required": _lazy("Tulis judulnya.")})
    number = PlainText(label=_lazy("Nomor"), max_length=120, error_messages={"required": _lazy("Tulis nomornya.")})
    dated_on = day_field(_lazy("Tanggal kebijakan"))
    from_on = day_field(_lazy("Berlaku sejak"))
    until_on = day_field(_lazy("Hari terakhir"), required=False, help_text=_lazy("Kosong bila belum ditentukan."))
    text = PlainText(
        label=_lazy("Naskah"),
        max_length=20_000,
        widget=area(12),
        help_text=_lazy("Terbaca oleh semua pegawai kantor ini. Tidak dapat diubah sesudah terbit."),
        error_messages={"required": _lazy("Tulis naskahnya.")},
    )


class EndPolicyForm(forms.Form):
    until_on = day_field(_lazy("Hari terakhir berlaku"))
    reason = PlainText(label=_lazy("Alasan"), max_length=300, error_messages={"required": _lazy("Tulis alasannya.")})
