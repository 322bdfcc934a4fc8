"""The front page: what one can do here. Asking stands first, because it is before the act."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.web import menu
from sinetra.web.access import public
from sinetra.web.public.report.topics import report_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One way into the site. ``elsewhere``: the page belongs to another institution."""

    icon: str
    title: str
    text: str
    url: str
    elsewhere: bool = False


# Questions that the five articles and the national circulars answer most: word and act code.
EXAMPLES = (
    ("like", _lazy("menyukai akun calon")),
    ("photo_with_candidate", _lazy("berfoto dengan calon")),
    ("attend_campaign", _lazy("datang ke kampanye")),
    ("share", _lazy("membagikan unggahan calon")),
    ("vote", _lazy("memberikan suara")),
    ("spouse_support", _lazy("mendampingi pasangan yang mencalonkan diri")),
)


def doors() -> list[Door]:
    """The pages that exist here; in a city's installation reporting leads to Bawaslu's own."""
    found = [
        Door(
            icon="follow",
            title=_("Ikuti laporan Anda"),
            text=_("Masukkan kode dari tanda terima. Lihat langkah dan tenggatnya."),
            url=menu.address("follow"),
        ),
        Door(
            icon="book",
            title=_("Baca aturannya"),
            text=_("Apa yang dilarang, apa yang boleh, dengan pasal, tanggal dan sanksinya."),
            url=menu.address("rulebook"),
        ),
        Door(
            icon="ask",
            title=_("Tanya Tim Netralitas"),
            text=_("Masih ragu? Tanyakan tanpa nama, atau cari pendapat yang sudah ada."),
            url=menu.address("ask_team" if settings.SINETRA_PROFILE != "bawaslu" else "library"),
        ),
        Door(
            icon="chart",
            title=_("Lihat angkanya"),
            text=_("Berapa laporan, perkara dan serah terima di sini, dengan tanggal setiap angka."),
            url=menu.address("statistics"),
        ),
        Door(
            icon="news",
            title=_("Dari berita ke fakta"),
            text=_("Apa yang ditulis media, di mana letaknya dalam teks, dan di mana mereka berbeda."),
            url=menu.address("news"),
        ),
    ]
    if settings.SINETRA_PROFILE != "bawaslu":
        found.insert(
            3,
            Door(
                icon="people",
                title=_("Gesekan di kantor? Coba mediasi"),
                text=_("Tanpa nama, sukarela, dan bukan perkara. Bukan untuk ancaman atau perintah."),
                url=menu.address("mediation"),
            ),
        )
    return [_report(), _service(), *found]


def _service() -> Door:
    """To the report that begins with this topic, where the report itself is made."""
    elsewhere = settings.SINETRA_PROFILE == "pemda"
    return Door(
        icon="scale",
        title=_("Layanan ditolak atau dibedakan karena politik"),
        text=_("Layanan sama untuk semua orang. Sampaikan bila Anda mengalaminya, boleh tanpa nama."),
        # A city that does not know Bawaslu's address explains what to do on the page of fair service.
        url=report_address("layanan") or menu.address("fair_service"),
        elsewhere=elsewhere and bool(settings.SINETRA_BAWASLU_URL),
    )


def _report() -> Door:
    title = _("Laporkan dugaan pelanggaran")
    if settings.SINETRA_PROFILE != "pemda":
        text = _("Tiga menit, boleh tanpa nama. Anda tidak perlu tahu NIP siapa pun.")
        return Door(icon="report", title=title, text=text, url=menu.address("report"))
    if settings.SINETRA_BAWASLU_URL:
        text = _("Laporan diterima oleh Bawaslu. Tautan ini membawa Anda ke sana; di sini tidak ada yang disimpan.")
        return Door(icon="report", title=title, text=text, url=settings.SINETRA_BAWASLU_URL, elsewhere=True)
    text = _("Laporan diterima oleh Bawaslu kabupaten atau kota Anda. Datangi atau hubungi kantornya.")
    return Door(icon="report", title=title, text=text, url="")


@public
def home(request: HttpRequest) -> HttpResponse:
    tour = menu.address("tour") if settings.SINETRA_PROFILE == "demo" else ""
    return render(request, "public/home.html", {"doors": doors(), "examples": EXAMPLES, "tour_url": tour})
