"""One version of a letter: its text as it is printed, its files, what came back, and what can be done with it now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinetra.apps.base.policy import may
from sinetra.apps.cases.actions.make_file import make_file
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.letters.offered import fits, may_issue
from sinetra.apps.cases.letters.reads import document, file_of, kind_of, signed_copies, signed_file
from sinetra.apps.cases.models import IssuedDocument, SignedCopy
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.core.documents.official import OfficialDocument, official_pdf
from sinetra.core.documents.official_docx import official_docx
from sinetra.ports.clock import zone_of
from sinetra.ports.signer import document_signer
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import instant_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.letters.forms import said
from sinetra.web.staff.letters.words import MATCHES, STATES, check_url, form_words, hash_text

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@staff("document.read")
def letter(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = document(request.actor, pk)
    kind, text = kind_of(row), text_of(row)
    sentiment, word = STATES[row.state]
    context = {
        "row": row,
        "title": said(kind.title),
        "text": text,
        "to": f"Yth. {'; '.join(text.addressees)}" if text.addressees else "",
        "sentiment": sentiment,
        "word": word,
        "pairs": _pairs(row, text),
        "form_note": form_words(text.form),
        "copies": [_copy(item, row) for item in signed_copies(request.actor, row)],
        "acts": _acts(request, row),
        "check_url": check_url(request, text),
        "back": Link(text=_("Surat"), url=reverse("letters", args=[row.matter_id])),
    }
    return render(request, "staff/letters/letter.html", context)


def _pairs(row: IssuedDocument, text: OfficialDocument) -> list[Pair]:
    told = [
        (_("Nomor"), row.number or _("belum bernomor")),
        (_("Versi surat"), str(row.edition)),
        (_("Kode periksa"), text.code),
        (_("SHA-256 berkas"), hash_text(row.sha256)),
        (_("Segel"), _seal_words() if row.sha256 else ""),
        (_("Alasan dicabut"), row.reason),
    ]
    return [Pair(term=term, value=value) for term, value in told if value]


def _seal_words() -> str:
    return _("%(word)s; bukan tanda tangan elektronik tersertifikasi") % {"word": document_signer().word}


def _copy(row: SignedCopy, of: IssuedDocument) -> dict[str, Any]:
    zone = zone_of(of.matter.region_id).abbreviation
    return {
        "row": row,
        "matched": bool(row.matched_by),
        "words": MATCHES[row.matched_by],
        "when": instant_text(row.uploaded_at, zone, get_language() or "id"),
    }


def _acts(request: StaffRequest, row: IssuedDocument) -> dict[str, bool]:
    actor, draft = request.actor, row.state == LetterState.DRAFT
    writes, issued = may(actor, "document.write", row), row.state == LetterState.ISSUED
    return {
        "edit": draft and writes,
        "number": draft and may(actor, "document.issue", row) and may_issue(actor, kind_of(row)),
        "waits_for_commissioner": draft and not may_issue(actor, kind_of(row)),
        "make_file": not draft and not row.sha256 and may(actor, "document.issue", row),
        "replace": issued
        and writes
        and not hasattr(row, "replaced_by")
        and fits(kind_of(row), row.matter, row.examination),
        "revoke": issued and may(actor, "document.revoke", row),
        "sign": not draft and may(actor, "document.sign", row),
    }


@staff("document.issue")
@require_POST
def make_letter_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    """For a letter that a verb brought along: the file bears the address of this site, which only a page knows."""
    row = document(request.actor, pk)
    make_file(document=row, url=check_url(request, text_of(row)), actor=request.actor)
    return redirect("letter", pk=pk)


@staff("document.read")
def letter_pdf(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The sealed file; of a draft, or before the file was made, the text as it would be printed, without a seal."""
    row = document(request.actor, pk)
    text = text_of(row)
    content = file_of(row) if row.blob else official_pdf(text, url=check_url(request, text))
    return download(content, "application/pdf", f"{row.kind}-{row.dated_on}-v{row.edition}.pdf")


@staff("document.read")
def letter_docx(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = document(request.actor, pk)
    text = text_of(row)
    content = official_docx(text, url=check_url(request, text))
    return download(content, _DOCX, f"{row.kind}-{row.dated_on}-v{row.edition}.docx")


@staff("document.read")
def signed_pdf(request: StaffRequest, pk: UUID) -> HttpResponse:
    copy, content = signed_file(request.actor, pk)
    return download(content, "application/pdf", f"{copy.document.kind}-bertanda-{copy.sha256[:8]}.pdf")
