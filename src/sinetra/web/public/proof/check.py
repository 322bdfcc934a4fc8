"""``/bukti/``: is a proof of filing real, and is this the text that was filed? Nothing of what is handed in is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from django import forms
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
from sinetra.ports.signer import document_signer
from sinetra.web.access import public_form
from sinetra.web.format import instant_text, moment_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Pair
from sinetra.web.public.signed_proof import PROBLEMS, UNSIGNED, SignedProofForm, public_keys
from sinetra.web.staff.letters.words import hash_text
from sinetra.web.staff.words import CHANNELS

_OWN: Mapping[SealProblem | ProofProblem, str | Promise] = {
    **PROBLEMS,
    ProofProblem.NO_PROOF: _lazy("Ini bukan bukti penyampaian."),
    ProofProblem.OTHER_CONTENT: _lazy("Berkas isinya bukan isi yang disampaikan dengan bukti ini."),
}


class CheckForm(SignedProofForm):
    """And, if somebody wants to show what was filed, its content file."""

    too_large = _lazy("Berkas ini lebih besar dari 1 MB; bukti penyampaian tidak sebesar itu.")

    content = forms.FileField(
        label=_lazy("Berkas isi (JSON)"),
        help_text=_lazy("Hanya bila Anda ingin menunjukkan bahwa isi ini yang disampaikan. Berkas ini tidak disimpan."),
        required=False,
    )

    def clean_text(self) -> str:
        text = super().clean_text()
        if text:
            _try(lambda: read_text(text))
        return text

    def clean_content(self) -> bytes | None:
        content = self.octets(self.cleaned_data["content"])
        if content is not None:
            _try(lambda: content_digest(content))
        return content


def _try(reading: Callable[[], object]) -> None:
    try:
        reading()
    except BadInput as error:
        raise forms.ValidationError(in_words(error)) from None


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def check_proof(request: HttpRequest) -> HttpResponse:
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    keys = public_keys()
    if not form.is_bound or not form.is_valid():
        return render(request, "public/proof/check.html", {"form": form, "keys": keys})
    found = check_filing(form.handed_in(), document_signer().check, content=form.cleaned_data["content"])
    problems = [_OWN[problem] for problem in found.problems]
    context = {"found": found, "problems": problems, "pairs": _pairs(found), "keys": keys}
    return render(request, "public/proof/checked.html", context)


def _pairs(found: ProofVerdict) -> list[Pair]:
    """Of a statement whose signature holds; what nobody signed is not repeated."""
    if found.statement is None or UNSIGNED & set(found.problems):
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
