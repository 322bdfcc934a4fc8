"""What must be filled in before a step of an examination."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.models import User
from sinetra.apps.cases.examinations.penalty_choice import possible_officials, possible_penalties
from sinetra.apps.cases.examinations.team import members, name_of
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.successors import colleagues
from sinetra.apps.cases.vocabulary import RemedyResult
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.examinations.words import OFFICIALS, RESULTS, TEAM_ROLES, VERDICTS, penalty_words
from sinetra.web.staff.prevention.fields import area, day_field


class StepForm(forms.Form):
    """``offer`` fills in what can be chosen for this person."""

    def offer(self, row: Examination) -> None:
        return None


def _number(label: Any, missing: Any, **more: Any) -> PlainText:
    return PlainText(label=label, max_length=120, error_messages={"required": missing}, **more)


def _note(label: Any, **more: Any) -> PlainText:
    return PlainText(label=label, max_length=5000, widget=area(4), **more)


class SummonForm(StepForm):
    letter = _number(_lazy("Nomor surat panggilan"), _lazy("Tuliskan nomor surat panggilannya."))
    on = day_field(
        _lazy("Tanggal surat"), help_text=_lazy("Pemeriksaan paling lambat 7 hari kerja sesudah tanggal ini.")
    )


class AbsenceForm(StepForm):
    on = day_field(_lazy("Hari pemeriksaan yang tidak dihadiri"))
    note = _note(_lazy("Catatan"), required=False, help_text=_lazy("Disimpan tersegel."))


class ExamineForm(StepForm):
    letter = _number(_lazy("Nomor berita acara pemeriksaan"), _lazy("Tuliskan nomor berita acaranya."))
    on = day_field(_lazy("Hari pemeriksaan"))
    note = _note(
        _lazy("Pokok jawaban yang diperiksa"),
        help_text=_lazy("Pembelaannya juga. Disimpan tersegel."),
        error_messages={"required": _lazy("Tuliskan pokok jawaban yang diperiksa.")},
    )


class TeamForm(StepForm):
    role = forms.ChoiceField(
        label=_lazy("Unsur"),
        choices=list(TEAM_ROLES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih unsurnya.")},
    )
    user = forms.ModelChoiceField(
        label=_lazy("Petugas kantor ini"), queryset=User.objects.none(), required=False, empty_label=_lazy("bukan")
    )
    name = PlainText(label=_lazy("Nama, bila tanpa akun di sini"), required=False, max_length=200)
    letter = _number(_lazy("Nomor surat penunjukan"), _lazy("Tuliskan nomor surat penunjukan."))
    on = day_field(_lazy("Tanggal penunjukan"))

    def offer(self, row: Examination) -> None:
        people = [user.pk for user in colleagues(row.matter)]
        self.fields["user"].queryset = User.objects.filter(pk__in=people).order_by("name")  # type: ignore[attr-defined]


class LeaveForm(StepForm):
    member = forms.ChoiceField(
        label=_lazy("Siapa yang berhenti?"),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih anggota tim.")},
    )
    on = day_field(_lazy("Sejak hari"))
    reason = _note(
        _lazy("Alasan"),
        help_text=_lazy("Disimpan tersegel."),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )

    def offer(self, row: Examination) -> None:
        people = [(str(one.pk), f"{TEAM_ROLES[one.role]}: {name_of(one)}") for one in members(row)]
        self.fields["member"].choices = people  # type: ignore[attr-defined]


class UndeliveredForm(StepForm):
    on = day_field(_lazy("Hari penyampaian yang tidak dihadiri"))
    note = _note(_lazy("Catatan"), required=False, help_text=_lazy("Disimpan tersegel."))


class ReportActForm(StepForm):
    letter = _number(_lazy("Nomor laporan"), _lazy("Tuliskan nomor laporannya."))
    on = day_field(_lazy("Tanggal laporan"))


class _PenaltyForm(StepForm):
    def offer(self, row: Examination) -> None:
        """From light to heavy, as the catalogue has them; none is chosen beforehand."""
        possible = [(penalty.id, penalty_words(penalty)) for penalty in possible_penalties(row)]
        self.fields["penalty"].choices = possible  # type: ignore[attr-defined]


def _penalty(label: Any, help_text: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, widget=forms.RadioSelect, help_text=help_text)


class DecideForm(_PenaltyForm):
    verdict = forms.ChoiceField(
        label=_lazy("Apa keputusannya?"),
        choices=list(VERDICTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih keputusannya.")},
    )
    penalty = _penalty(
        _lazy("Hukuman yang dijatuhkan"),
        _lazy("Hanya bila hukuman dijatuhkan. Semua yang dikenal hukum untuk status ini; tidak ada yang diusulkan."),
    )
    official = forms.ChoiceField(
        label=_lazy("Siapa yang memutus?"),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih siapa yang memutus.")},
    )
    letter = _number(
        _lazy("Nomor keputusan"),
        _lazy("Tuliskan nomor keputusan atau suratnya."),
        help_text=_lazy("Bila diserahkan: nomor surat yang menyerahkannya."),
    )
    on = day_field(_lazy("Tanggal keputusan"))
    reason = _note(
        _lazy("Alasan"),
        help_text=_lazy("Alasan pejabat itu. Disimpan tersegel."),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )

    def offer(self, row: Examination) -> None:
        super().offer(row)
        officials = [(official.value, OFFICIALS[official]) for official in possible_officials(row)]
        self.fields["official"].choices = officials  # type: ignore[attr-defined]


class DeliverForm(StepForm):
    on = day_field(_lazy("Hari yang bersangkutan menerima keputusan"))
    letter = _number(
        _lazy("Bukti penyampaian"),
        _lazy("Tuliskan bukti penyampaiannya, misalnya nomor tanda terima."),
        help_text=_lazy("Misalnya nomor tanda terima, atau resi bila dikirim karena tidak hadir."),
    )


class ExecuteForm(StepForm):
    on = day_field(_lazy("Hari dilaksanakan"))
    letter = _number(
        _lazy("Dokumen atau catatan yang membuktikannya"),
        _lazy("Tuliskan dokumen atau catatan yang membuktikannya."),
    )


class ContestForm(StepForm):
    on = day_field(_lazy("Hari surat diterima"))
    letter = _number(_lazy("Nomor atau tanda terima surat"), _lazy("Tuliskan nomor atau tanda terima suratnya."))


class SettleForm(_PenaltyForm):
    result = forms.ChoiceField(
        label=_lazy("Apa hasilnya?"),
        choices=[(code.value, RESULTS[code]) for code in RemedyResult],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih hasilnya.")},
    )
    penalty = _penalty(_lazy("Hukuman yang baru"), _lazy("Hanya bila hukuman diubah."))
    letter = _number(_lazy("Nomor keputusan atas keberatan atau banding"), _lazy("Tuliskan nomor keputusannya."))
    on = day_field(_lazy("Tanggal keputusan itu"))
    note = _note(_lazy("Catatan"), required=False, help_text=_lazy("Disimpan tersegel."))


class RecordForm(StepForm):
    on = day_field(_lazy("Hari dicatat"))
    letter = _number(
        _lazy("Sistem dan nomor catatannya"),
        _lazy("Tuliskan sistem dan nomor catatannya, misalnya SIASN."),
        help_text=_lazy("Misalnya I'DIS atau SIASN, dengan nomor atau tanggal catatannya."),
    )
