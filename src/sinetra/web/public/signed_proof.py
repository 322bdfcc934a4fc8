"""What the pages that check a signed proof share: the form, words for problems, what may be repeated of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.core.documents.filing_check import ProofProblem
from sinetra.core.documents.seal import SealProblem
from sinetra.core.signed_text import LONGEST_TEXT
from sinetra.ports.signer import signer

LARGEST = 1024 * 1024
PROBLEMS: Mapping[SealProblem | ProofProblem, str | Promise] = {
    SealProblem.NO_SEAL: _lazy(
        "PDF ini tanpa segel: dicetak ulang, dipindai, atau bukan dari sini. Salin isi kode QR-nya."
    ),
    SealProblem.ALTERED: _lazy("Isinya berubah sejak diterbitkan."),
    SealProblem.APPENDED: _lazy("Ada tambahan sesudah segel; yang ditambahkan tidak diperiksa di sini."),
    SealProblem.SIGNATURE: _lazy("Tanda tangannya tidak cocok dengan isinya."),
    SealProblem.UNKNOWN_KEY: _lazy("Kunci tanda tangannya tidak dikenal di sini. Mungkin dari pemasangan lain."),
}
#: What somebody else may have written; a page repeats nothing of it.
UNSIGNED = frozenset({SealProblem.SIGNATURE, SealProblem.UNKNOWN_KEY, SealProblem.ALTERED})


class SignedProofForm(forms.Form):
    """Either the text of the QR code or the PDF. ``too_large``: words for a file that no such proof is as large as."""

    too_large: ClassVar[str | Promise]

    text = forms.CharField(
        label=_lazy("Isi kode QR"),
        help_text=_lazy("Pindai kode QR pada bukti, lalu salin seluruh alamat yang muncul ke sini."),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 4, "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    pdf = forms.FileField(
        label=_lazy("Atau berkas PDF bukti"),
        help_text=_lazy("Berkas asli yang diunduh, paling besar 1 MB. Bukan foto dan bukan pindaian."),
        required=False,
    )

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).strip()

    def clean_pdf(self) -> bytes | None:
        return self.octets(self.cleaned_data["pdf"])

    def octets(self, file: UploadedFile | None) -> bytes | None:
        if file is None:
            return None
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(str(self.too_large))
        return bytes(file.read())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("text") and given.get("pdf") is None:
            self.add_error("text", _("Isi salah satu: isi kode QR atau berkas PDF."))
        return given

    def handed_in(self) -> bytes:
        """The PDF where there is one, else the text."""
        pdf: bytes | None = self.cleaned_data["pdf"]
        return pdf or str(self.cleaned_data["text"]).encode()


def public_keys() -> list[tuple[str, str]]:
    """Number and key (hex) of every key that signs here."""
    return [(key, value.hex()) for key, value in signer().public_keys().items()]
