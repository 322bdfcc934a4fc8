"""How a fact was found, in plain words: one sentence for each family of rules of the reader."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

_WORDS: dict[str, str | Promise] = {
    "person": _lazy("Ditulis oleh seseorang yang membaca artikel ini."),
    "dates": _lazy("Tanggal yang tercetak dekat kata acara, dicocokkan dengan harinya dan tanggal artikel."),
    "places": _lazy("Nama kabupaten atau kota dalam daftar wilayah; kota penulisan berita tidak dihitung."),
    "kinds": _lazy("Kata-kata khas jenis peristiwa itu; yang di judul dan paragraf awal lebih berat."),
    "bodies": _lazy("Lembaga yang disebut mengadakan acara."),
    "persons": _lazy("Nama yang tercetak bersama jabatan, atau nama yang berbicara."),
    "instruments": _lazy("Jenis, nomor, dan tahun aturan, dicocokkan dengan daftar aturan."),
    "acts": _lazy("Kata-kata perbuatan dari undang-undang, beserta kata larangan atau kebolehan di dekatnya."),
    "sanctions": _lazy("Nama sanksi dari undang-undang, beserta cara kalimat itu menyebutnya."),
    "meetings": _lazy("Kalimat tentang acara: di mana, siapa yang datang, siapa yang berbicara."),
    "counts": _lazy("Angka yang tercetak bersama kata peserta."),
    "outlook": _lazy("Kalimat tentang kasus, petahana, atau siapa yang terkena aturan."),
    "agreement": _lazy("Kalimat tentang penandatanganan atau kesepakatan dan para pihaknya."),
    "stories": _lazy("Tidak tercetak di sini; diambil dari artikel lain tentang peristiwa yang sama."),
}
_OTHER = _lazy("Kata-kata yang ditandai dalam teks.")


def rule_words(rule: str | None) -> str | Promise:
    """``rule`` is the reader's, ``family.name``; the exact name stays in the data."""
    return _WORDS.get((rule or "").partition(".")[0], _OTHER)
