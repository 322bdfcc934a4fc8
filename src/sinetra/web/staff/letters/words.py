"""Codes of letters in plain words, and what a page says of the form that a letter rests on."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import override

from sinetra.core.documents.official import FormNote, OfficialDocument
from sinetra.core.documents.printed_code import as_typed
from sinetra.web.law_words import CONFIDENCE

STATES: dict[str, tuple[str, str | Promise]] = {
    "draft": ("attention", _lazy("konsep")),
    "issued": ("good", _lazy("berlaku")),
    "replaced": ("plain", _lazy("diganti versi baru")),
    "revoked": ("stop", _lazy("dicabut")),
}
MATCHES: dict[str, str | Promise] = {
    "file": _lazy("cocok: diawali berkas kami sendiri"),
    "token": _lazy("cocok: memuat kode surat ini"),
    "typed": _lazy("dicocokkan petugas dengan kode tercetak"),
    "": _lazy("tidak cocok dengan surat ini"),
}
CAPACITIES: dict[str, str | Promise] = {
    "own": _lazy("Atas jabatannya sendiri"),
    "an": _lazy("a.n. (atas nama)"),
    "ub": _lazy("u.b. (untuk beliau)"),
    "plt": _lazy("Plt. (pelaksana tugas)"),
    "plh": _lazy("Plh. (pelaksana harian)"),
}
PAPERS: dict[str, str | Promise] = {"a4": _lazy("A4 (210 × 297 mm)"), "f4": _lazy("F4 (215 × 330 mm)")}


def form_words(form: FormNote) -> str:
    """Whether the code was read in its rule; a code that was not is no official one."""
    if not form.rule:
        return _("Belum ada formulir baku untuk dokumen ini di katalog.")
    told = {"code": form.code, "rule": form.rule, "confidence": CONFIDENCE[form.confidence]}
    if not form.code:
        return _("Dokumen menurut %(rule)s (%(confidence)s); tata letak bakunya belum dibaca.") % told
    if form.printed:
        return _("Formulir %(code)s menurut %(rule)s (%(confidence)s).") % told
    return _("Kode formulir %(code)s, %(rule)s: %(confidence)s. Bukan kode resmi; suratnya mengatakannya.") % told


def hash_text(*hashes: str) -> SafeString | str:
    """Each on a line of its own, as ``sha256sum`` prints it; empty for none."""
    return format_html_join("", '<span class="hash">{}</span> ', ((text,) for text in hashes if text))


def check_url(request: HttpRequest, document: OfficialDocument) -> str:
    """Where anybody checks an issued document; empty for a draft."""
    code = as_typed(document.code)
    if code is None:
        return ""
    with override("id"):
        return request.build_absolute_uri(reverse("check_document", args=[code]))
