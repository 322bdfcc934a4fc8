"""``/surat/``: whether an official letter counts, by its code of 80 bits. Nobody is named, nothing of a matter told."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.careers.letters import PublicLetter, public_letter
from sinetra.apps.cases.letters.reads import PublicDocument, public_document
from sinetra.core.documents.printed_code import as_typed, grouped
from sinetra.web.access import public
from sinetra.web.format import day_text
from sinetra.web.parts import Pair
from sinetra.web.public.code_form import CodeForm
from sinetra.web.staff.letters.words import form_words, hash_text


@public
def check_documents(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.GET if "kode" in request.GET else None, label=_("Kode pada surat"))
    if form.is_valid():
        return redirect("check_document", code=form.cleaned_data["kode"])
    return render(request, "public/documents/ask.html", {"form": form})


@public
@never_cache
def check_document(request: HttpRequest, code: str) -> HttpResponse:
    """Counts, replaced, revoked or unknown."""
    found, known = public_document(code) or public_letter(code), as_typed(code)
    context = {
        "found": found,
        "pairs": _pairs(found) if found else [],
        "form_note": form_words(found.form) if found else "",
        "code": grouped(known) if known else code[:60],
        "exercise": exercise_word() if found else "",
    }
    response = render(request, "public/documents/document.html", context, status=200 if found else 404)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _seal_words(word: str) -> str:
    return _("%(word)s; bukan tanda tangan elektronik tersertifikasi") % {"word": word} if word else ""


def _pairs(found: PublicDocument | PublicLetter) -> list[Pair]:
    language = get_language() or "id"
    told = [
        (_("Surat"), found.title.en if language == "en" else found.title.id),
        (_("Diterbitkan oleh"), found.office),
        (_("Nomor"), found.number),
        (_("Tanggal"), day_text(found.dated_on, language)),
        (_("SHA-256 berkas"), hash_text(found.sha256)),
        (_("SHA-256 berkas yang kembali, tanda tangannya tidak diperiksa di sini"), hash_text(*found.signed)),
        (_("Segel"), _seal_words(found.sealed_as)),
    ]
    return [Pair(term=term, value=value) for term, value in told if value]
