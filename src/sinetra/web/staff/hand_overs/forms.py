"""What is filled in about a proof, and by the second person who looks at it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.actions.record_acknowledgement import NOTE, NUMBER, Proof
from sinetra.apps.cases.vocabulary import HandOverState, ProofKind
from sinetra.apps.prevention.uploads import PROOF
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.hand_overs.words import ANSWERS, PROOFS
from sinetra.web.staff.prevention.fields import Upload, area, day_field

ACCEPT, REJECT = "accept", "reject"


class RecordForm(forms.Form):
    answer = forms.ChoiceField(
        label=_lazy("Apa kata buktinya?"),
        choices=list(ANSWERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih salah satu.")},
    )
    kind = forms.ChoiceField(
        label=_lazy("Jenis bukti"),
        choices=list(PROOFS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih jenis buktinya.")},
    )
    number = PlainText(
        label=_lazy("Nomor pada bukti"),
        required=False,
        max_length=NUMBER[1],
        help_text=_lazy("Boleh kosong hanya untuk tanda terima berstempel."),
    )
    dated_on = day_field(_lazy("Tanggal pada bukti"))
    proof = Upload(
        label=_lazy("Pindaian bukti"),
        taken=PROOF,
        required=False,
        help_text=_lazy("PDF, JPEG, atau PNG; paling besar 10 MB. Wajib untuk tanda terima dan surat."),
    )
    note = PlainText(label=_lazy("Catatan untuk orang kedua"), required=False, max_length=NOTE[1], widget=area(3))

    def given(self) -> Proof:
        told = self.cleaned_data
        return Proof(
            answer=HandOverState(told["answer"]),
            kind=ProofKind(told["kind"]),
            number=told["number"],
            dated_on=told["dated_on"],
            scan=told["proof"],
            note=told["note"],
        )


class ConfirmForm(forms.Form):
    decision = forms.ChoiceField(
        label=_lazy("Keputusan Anda"),
        choices=[(ACCEPT, _lazy("Bukti cocok, catat sebagai jawaban")), (REJECT, _lazy("Bukti tidak cocok, tolak"))],
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih salah satu.")},
    )
    reason = PlainText(
        label=_lazy("Alasan"),
        required=False,
        max_length=500,
        help_text=_lazy("Wajib bila ditolak."),
        widget=area(3),
    )
