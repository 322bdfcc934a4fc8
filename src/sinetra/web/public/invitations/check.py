"""``/undangan/periksa/``: is a proof of good faith real? Nothing of what is handed in is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.core.consult_proof import Statement
from sinetra.core.documents.consult_check import ConsultVerdict, check_consult
from sinetra.core.documents.consult_proof import number_of
from sinetra.core.documents.filing_check import ProofProblem
from sinetra.core.documents.seal import SealProblem
from sinetra.ports.signer import document_signer
from sinetra.web import law_words
from sinetra.web.access import public_form
from sinetra.web.format import day_text, moment_text
from sinetra.web.invitation_words import CHOICES, SOURCES
from sinetra.web.parts import Pair
from sinetra.web.public.signed_proof import PROBLEMS, UNSIGNED, SignedProofForm, public_keys
from sinetra.web.staff.letters.words import hash_text

_OWN: Mapping[SealProblem | ProofProblem, str | Promise] = {
    **PROBLEMS,
    ProofProblem.NO_PROOF: _lazy("Ini bukan bukti konsultasi undangan."),
}


class CheckForm(SignedProofForm):
    too_large = _lazy("Berkas ini lebih besar dari 1 MB; bukti konsultasi tidak sebesar itu.")


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def check_consult_proof(request: HttpRequest) -> HttpResponse:
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    keys = public_keys()
    if not form.is_bound or not form.is_valid():
        return render(request, "public/invitations/check.html", {"form": form, "keys": keys})
    found = check_consult(form.handed_in(), document_signer().check)
    problems = [_OWN[problem] for problem in found.problems]
    context = {"found": found, "problems": problems, "pairs": _pairs(found), "keys": keys}
    return render(request, "public/invitations/checked.html", context)


def _pairs(found: ConsultVerdict) -> list[Pair]:
    """Of a statement whose signature holds; what nobody signed is not repeated."""
    if found.statement is None or UNSIGNED & set(found.problems):
        return []
    told, language = found.statement, get_language() or "id"
    missing = _("belum ada")
    pairs = [
        (_("Kantor"), told.office),
        (_("Nomor bukti"), number_of(told)),
        (_("Undangan dicatat"), _moment(told, told.recorded_at, told.recorded_on, language)),
        (_("Hari acara, menurut hukum hari itu"), _day(told.law_date, language)),
        (_("Nasihat Tim Netralitas"), _day(told.team_on, language) or missing),
        (_("Nasihat Bawaslu"), _of_bawaslu(told, language) or missing),
        (_("Keputusan"), law_words.word(CHOICES, told.choice) if told.choice else missing),
        (_("Diputuskan"), _moment(told, told.decided_at, told.decided_on, language)),
        (_("Yang dilakukan, dicatat"), _day(told.done_on, language) or missing),
        (_("Sidik isi (SHA-256)"), hash_text(told.content)),
    ]
    return [Pair(term=term, value=value) for term, value in pairs if value]


def _of_bawaslu(told: Statement, language: str) -> str:
    """The day, and whether Bawaslu signed it itself or the team recorded a letter."""
    if not told.bawaslu_on:
        return ""
    return f"{_day(told.bawaslu_on, language)}, {law_words.word(SOURCES, told.bawaslu_by)}"


def _moment(told: Statement, at: str, on: str, language: str) -> str:
    return moment_text(datetime.fromisoformat(at), date.fromisoformat(on), told.zone, language) if at and on else ""


def _day(day: str, language: str) -> str:
    return day_text(date.fromisoformat(day), language) if day else ""
