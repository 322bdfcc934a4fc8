"""Plain words for open statistics: what is counted, each status, each dimension and its codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.insight.statistics.vocabulary import Dimension, Unit
from sinetra.apps.registry.models import Region
from sinetra.core.statistics import ALL
from sinetra.web import law_words
from sinetra.web.law_words import Words

Text = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """``plural``: as a heading. ``definition``: what one of it is, and what is not counted."""

    plural: Text
    definition: Text


UNITS: Mapping[str, Said] = {
    Unit.CASE: Said(
        plural=_lazy("Perkara"),
        definition=_lazy(
            "Satu perkara ialah satu laporan, informasi awal, atau temuan yang dibuka kantor Bawaslu di pemasangan "
            "ini. Yang dilimpahkan ke kantor lain dihitung di kantor itu. Laporan tambahan tentang peristiwa yang "
            "sama tidak menambah perkara."
        ),
    ),
    Unit.PERSON: Said(
        plural=_lazy("Orang yang dilaporkan"),
        definition=_lazy(
            "Dihitung dari laporan atau informasi yang membuka perkaranya, tanpa memakai nama. Orang yang sama "
            "dalam dua perkara dihitung dua kali. Statusnya mengikuti perkaranya; dilaporkan bukan berarti terbukti."
        ),
    ),
    Unit.ACT: Said(
        plural=_lazy("Perbuatan yang disebut"),
        definition=_lazy(
            "Satu perkara dapat menyebut beberapa perbuatan, maka jumlahnya tidak sama dengan perkara. Statusnya "
            "mengikuti perkaranya; disebut bukan berarti terbukti."
        ),
    ),
    Unit.EXAMINED: Said(
        plural=_lazy("Orang yang diperiksa instansi penerima"),
        definition=_lazy(
            "Orang yang pemeriksaannya dimulai instansi di pemasangan ini atas serah terima. Dihitung menurut langkah "
            "yang tercatat, bukan menurut kabar."
        ),
    ),
}
_OF_CASES: Words = {
    "received": _lazy("baru diterima"),
    "in_examination": _lazy("sedang diperiksa Bawaslu"),
    "forwarded": _lazy("dikirim, menunggu tanda terima"),
    "with_receiver": _lazy("diterima instansi tujuan"),
    "not_registered": _lazy("tidak diregistrasi"),
    "withdrawn": _lazy("dicabut sebelum registrasi"),
    "out_of_competence": _lazy("bukan kewenangan"),
    "handed_over": _lazy("beralih ke instansi lain"),
    "followed_up": _lazy("berakhir, sudah ditindaklanjuti"),
}
STATUSES: Mapping[str, Words] = {
    Unit.CASE: _OF_CASES,
    Unit.ACT: _OF_CASES,
    Unit.PERSON: {
        "awaiting_bawaslu": _lazy("menunggu Bawaslu"),
        "awaiting_receiver": _lazy("menunggu instansi tujuan"),
        "punished": _lazy("perkaranya dijawab dengan hukuman"),
        "rejected": _lazy("perkaranya tidak diregistrasi, dicabut, atau bukan kewenangan"),
        "ended_otherwise": _lazy("perkaranya berakhir dengan cara lain"),
    },
    Unit.EXAMINED: {
        "under_examination": _lazy("sedang diperiksa"),
        "decided": _lazy("diputus, belum dilaksanakan atau masih dapat dilawan"),
        "carried_out": _lazy("hukuman dilaksanakan"),
        "passed_on": _lazy("diserahkan kepada yang berwenang"),
    },
}
DIMENSIONS: Words = {
    Dimension.REGION: _lazy("Kabupaten/kota"),
    Dimension.PERIOD: _lazy("Triwulan masuk"),
    Dimension.CHANNEL: _lazy("Cara masuk"),
    Dimension.TRACK: _lazy("Jalur"),
    Dimension.ACT: _lazy("Perbuatan"),
    Dimension.POSITION: _lazy("Jabatan"),
    Dimension.SANCTION: _lazy("Golongan hukuman"),
}
_CODES: Mapping[str, Words] = {
    Dimension.CHANNEL: {
        "report": _lazy("laporan"),
        "initial_information": _lazy("informasi awal"),
        "own": _lazy("dilihat pengawas sendiri"),
        "transferred": _lazy("pelimpahan atau pengambilalihan"),
    },
    Dimension.TRACK: {
        **law_words.TRACKS,
        "none": _lazy("belum ada jalur"),
        "several": _lazy("beberapa jalur"),
    },
    Dimension.ACT: law_words.ACTS,
    Dimension.POSITION: law_words.POSITIONS,
    Dimension.SANCTION: {**law_words.SANCTIONS, "none": _lazy("belum atau tidak ada hukuman")},
}
EVERYTHING = _lazy("Seluruhnya")


def codes_of(dimension: str) -> Words:
    """Empty where codes are places or quarters."""
    return _CODES.get(dimension, {})


def status_word(unit: str, status: str) -> str:
    return str(EVERYTHING) if status == ALL else law_words.word(STATUSES[unit], status)


def code_words(dimension: str, codes: tuple[str, ...]) -> dict[str, str]:
    """Code → word; places by their name, quarters as they are."""
    if dimension == Dimension.REGION:
        names = dict(Region.objects.filter(code__in=codes).values_list("code", "name"))
        return {code: names.get(code, code) for code in codes}
    if dimension == Dimension.PERIOD:
        return {code: code.replace("-Q", "/") for code in codes}
    return {code: law_words.word(codes_of(dimension), code) for code in codes}
