"""The fixed words of printed matter in the language of the page, and small helpers that make its lines."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from sinetra.core.documents.notice import Article, Heading
from sinetra.core.law.words import SubjectStatus
from sinetra.web import law_words, parts


def heading() -> Heading:
    return Heading(
        product=_("Sinetra · Netralitas ASN"),
        may=_("Yang boleh"),
        may_not=_("Yang dilarang"),
        depends=_("Tergantung keadaan: tanyakan dulu"),
        no_ban=_("Tidak ditemukan larangannya (bukan izin)"),
        unless=_("Kecuali"),
        follows=_("Yang dapat menyusul, hanya lewat keputusan pejabat berwenang"),
        articles=_("Dasar hukum"),
        doubts=_("Sumber-sumber berbeda tentang"),
        law_date=_("Hukum pada tanggal"),
        innocence=_("Setiap orang dianggap tidak bersalah sampai ada putusan."),
        not_a_decision=_("Ini informasi, bukan putusan."),
        unchecked=_("“Perlu dicek”: belum dibaca pada naskah resmi. Periksa dulu sebelum dipakai."),
        more=_("Selengkapnya"),
        others=_("dan %(number)s lainnya"),
        doubt=_("Bila ragu"),
        doubt_steps=(
            _("Jangan lakukan dulu."),
            _("Pindai kode di halaman ini dan jawab pertanyaannya."),
            _("Tanyakan kepada BKPSDM, Tim Netralitas, atau Bawaslu."),
        ),
    )


def who(status: str) -> str:
    """The status for a headline: "none of these" names nobody where no list stands beside it."""
    return _("orang lain") if status == SubjectStatus.NONE else law_words.word(law_words.STATUSES, status)


def articles(items: Iterable[parts.Citation]) -> tuple[Article, ...]:
    """Each source once; one no longer in force is left out, because a poster tells what binds."""
    found: dict[str, parts.Citation] = {}
    for item in items:
        # One article may stand behind two rules with a different confidence: the doubt is told.
        if item.in_force is not False and (item.text not in found or item.confidence == "perlu-cek"):
            found[item.text] = item
    return tuple(
        Article(
            text=item.text,
            confidence=law_words.word(law_words.CONFIDENCE, item.confidence),
            unchecked=item.confidence == "perlu-cek",
        )
        for item in found.values()
    )


def listed(items: Iterable[str]) -> str:
    """``a, b, dan c``."""
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return _("%(first)s dan %(last)s") % {"first": ", ".join(found[:-1]), "last": found[-1]}
