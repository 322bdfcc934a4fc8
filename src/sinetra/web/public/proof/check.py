"""``/bukti/``: is a proof of filing real, and is this the text that was filed? Nothing of what is handed in is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.core.documents.filing_check import ProofProblem, ProofVerdict, check_filing
from sinetra.core.documents.filing_proof import number_of
from sinetra.core.documents.seal import SealProblem
from sinetra.core.errors import BadInput
from sinetra.core.filing_proof import Statement, content_digest, read_text
from sinetra.core.signed_text import LONGEST_TEXT
from sinetra.ports.signer import document_signer, signer
from sinetra.web.access import public_form
from sinetra.web.format import instant_text, moment_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Pair
from sinetra.web.staff.letters.words import hash_text
from sinetra.web.staff.words import CHANNELS

LARGEST = 1024 * 1024
PROBLEMS: Mapping[SealProblem | ProofProblem, str | Promise] = {
    SealProblem.NO_SEAL: _lazy(
        "PDF ini tanpa segel: dicetak ulang, dipindai, atau bukan dari sini. Salin isi kode QR-nya."
    ),
    SealProblem.ALTERED: _lazy("Isinya berubah sejak diterbitkan."),
    SealProblem.APPENDED: _lazy("Ada tambahan sesudah segel; yang ditambahkan tidak diperiksa di sini."),
    SealProblem.SIGNATURE: _lazy("Tanda tangannya tidak cocok dengan isinya."),
    SealProblem.UNKNOWN_KEY: _lazy("Kunci tanda tangannya tidak dikenal di sini. Mungkin dari pemasangan lain."),
    ProofProblem.NO_PROOF: _lazy("Ini bukan bukti penyampaian."),
    ProofProblem.OTHER_CONTENT: _lazy("Berkas isinya bukan isi yang disampaikan dengan bukti ini."),
}


class CheckForm(forms.Form):
    """Either the text of the QR code or the PDF."""

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
    content = forms.FileField(
        label=_lazy("Berkas isi (JSON)"),
        help_text=_lazy("Hanya bila Anda ingin menunjukkan bahwa isi ini yang disampaikan. Berkas ini tidak disimpan."),
        required=False,
    )

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if text.strip():
            _try(lambda: read_text(text))
        return text.strip()

    def clean_pdf(self) -> bytes | None:
        return _octets(self.cleaned_data["pdf"])

    def clean_content(self) -> bytes | None:
        content = _octets(self.cleaned_data["content"])
        if content is not None:
            _try(lambda: content_digest(content))
        return content

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("text") and given.get("pdf") is None:
            self.add_error("text", _("Isi salah satu: isi kode QR atau berkas PDF."))
        return given


def _try(reading: Callable[[], object]) -> None:
    try:
        reading()
    except BadInput as error:
        raise forms.ValidationError(in_words(error)) from None


def _octets(file: UploadedFile | None) -> bytes | None:
    if file is None:
        return None
    if (file.size or 0) > LARGEST:
        raise forms.ValidationError(_("Berkas ini lebih besar dari 1 MB; bukti penyampaian tidak sebesar itu."))
    return bytes(file.read())


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def check_proof(request: HttpRequest) -> HttpResponse:
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    keys = [(key, value.hex()) for key, value in signer().public_keys().items()]
    if not form.is_bound or not form.is_valid():
        return render(request, "public/proof/check.html", {"form": form, "keys": keys})
    given = form.cleaned_data
    found = check_filing(given["pdf"] or given["text"].encode(), document_signer().check, content=given["content"])
    problems = [PROBLEMS[problem] for problem in found.problems]
    context = {"found": found, "problems": problems, "pairs": _pairs(found), "keys": keys}
    return render(request, "public/proof/checked.html", context)


def _pairs(found: ProofVerdict) -> list[Pair]:
    """Of a statement whose signature holds; what nobody signed is not repeated."""
    unsigned = {SealProblem.SIGNATURE, SealProblem.UNKNOWN_KEY, SealProblem.ALTERED}
    if found.statement is None or unsigned & set(found.problems):
        return []
    told: Statement = found.statement
    at, language = datetime.fromisoformat(told.filed_at), get_language() or "id"
    instant = instant_text(at, told.zone, language)
    said = moment_text(at, date.fromisoformat(told.filed_on), told.zone, language)
    pairs = [
        (_("Diterima"), said),
        (_("Jam sistem"), instant if instant != said else ""),
        (_("Kantor"), told.office),
        (_("Jalur penyampaian"), str(CHANNELS.get(told.channel, told.channel))),
        (_("Nomor bukti"), number_of(told)),
        (_("Sidik isi (SHA-256)"), hash_text(told.content)),
        (_("Bukti yang disertakan"), _("%(count)s berkas") % {"count": told.pieces} if told.pieces else _("tidak ada")),
        (_("Sidik daftar bukti (SHA-256)"), hash_text(told.evidence)),
    ]
    return [Pair(term=term, value=value) for term, value in pairs if value]
