"""What the notice of fair service says, once for the page and for the sheet at the counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.base.exercise import exercise_word
from sinetra.core.documents.notice import Notice
from sinetra.web import law_view
from sinetra.web.format import day_text
from sinetra.web.public.printed import words

# Of the catalogue: the duty to be neutral; no decision or act that favours or harms; no powers or programmes of a head
# of region to that end. A law on public service is not in the catalogue, so none is cited.
NORMS = ("asn.neutral-duty", "pp94.n-5", "pilkada.71-3")


def norms_on(day: date) -> list[str]:
    """Those of ``NORMS`` that are in force on ``day``."""
    known = {item.norm.id for item in rulebook().norms_on(day)}
    return [name for name in NORMS if name in known]


def expect() -> tuple[str, ...]:
    return (
        _("Syarat, biaya, dan waktunya sama bagi setiap orang."),
        _("Pilihan, partai, dan keluarga Anda tidak ditanyakan."),
        _("Bila layanan ditolak, Anda dapat meminta alasannya secara tertulis."),
        _("Sebelum pemilihan tidak ada yang didahulukan karena politik."),
        _("Sesudah pemilihan tidak ada balas budi dan tidak ada balas dendam."),
    )


def must_not() -> tuple[str, ...]:
    return (
        _("Layanan atau bantuan dijanjikan, ditahan, atau dicabut karena pilihan."),
        _("Petugas mengarahkan pilihan di loket, ruang tunggu, atau rumah warga."),
        _("Pegawai dijauhi, dipindah, atau diejek karena beda pilihan."),
    )


def steps() -> tuple[str, ...]:
    return (
        _("Minta alasan tertulis, lalu catat tempat, hari, jam, dan kantornya."),
        _("Karena politik? Sampaikan kepada Bawaslu. Boleh tanpa nama."),
        _("Bukan karena politik? Adukan lewat SP4N-LAPOR."),
        _("Anda pegawai dan ragu? Tanyakan kepada Tim Netralitas, tanpa nama."),
    )


def sheet(day: date, site: str) -> Notice:
    """The sheet for the counter, in the language of the page. ``site``: without a slash at its end."""
    book = rulebook()
    cited = [item for name in norms_on(day) for item in book.norm(name).citations]
    heading = replace(
        words.heading(),
        may=_("Yang dapat Anda harapkan"),
        may_not=_("Yang tidak boleh terjadi"),
        no_ban=_("Yang dapat Anda lakukan"),
    )
    return Notice(
        language=law_view.language(),
        for_whom=_("bagi semua orang, apa pun pilihannya"),
        title=_("Layanan di sini sama untuk semua orang"),
        mark=None,
        verdict="",
        summary="",
        given=(),
        may=expect(),
        may_not=must_not(),
        depends=(),
        no_ban=steps(),
        unless=(),
        follows=(),
        articles=words.articles(law_view.citations(book.instruments, cited, day)),
        doubts=(),
        law_date=day_text(day, law_view.language()),
        stage="",
        url=f"{site}{reverse('fair_service')}",
        exercise=_(exercise_word()),
        heading=heading,
    )
