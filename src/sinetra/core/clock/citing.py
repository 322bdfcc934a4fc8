"""The place in a law as readers of either language name it; the catalogue writes it in Indonesian, as the law does."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sinetra.core.clock.bilingual import Bilingual

# Stands where the whole instrument is cited.
WHOLE: Final = "-"
# Descriptions of parts that have no number come before the words they are made of.
ENGLISH: Final = {
    "uraian perbuatan": "description of acts",
    "daftar kode etik": "list on the code of ethics",
    "daftar disiplin": "list on discipline",
    "kegiatan yang berpihak": "partisan activities",
    "kedua unsur dalam satu butir": "both elements in one item",
    "menurut pers": "according to the press",
    "tidak diatur": "not regulated",
    "lama kajian awal dipakai": "the length of the initial study is used",
    "dibaca menurut": "read with",
    "menurut": "according to",
    "putusan": "decision",
    "kekuatannya kini perlu dicek": "its force today is to be checked",
    "naskah tidak dibaca": "text not read",
    "tidak dibaca": "not read",
    "dengan persamaan": "by analogy",
    "register jabatan": "register of offices",
    "register pasangan calon": "register of candidate pairs",
    "jadwal tahapan": "timetable of stages",
    "ketua bawaslu": "chair of Bawaslu",
    "surat pelimpahan": "letter of delegation",
    "praktik penerusan": "practice of forwarding by",
    "aturan badan usaha": "rules of the enterprise",
    "praktik pengisian jabatan": "practice of filling offices",
    "perlu dicek": "to be checked",
    "dihitung": "computed",
    "tata cara sesudah": "procedure after",
    "alur": "flow of",
    "pers": "press",
    "seluruhnya": "in full",
    "amar": "operative part",
    "sampai": "to",
    "dan": "and",
    "pasal": "article",
    "ayat": "paragraph",
    "huruf": "letter",
    "angka": "number",
    "butir": "item",
    "lampiran": "annex",
}
_WORD: Final = re.compile(rf"\b({'|'.join(ENGLISH)})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def citation_words(article: str, language: str) -> str:
    """The place with its words in ``language`` (``id`` or ``en``); its numbers and letters stay as they are.

    >>> citation_words("5 huruf n angka 5 dan 6", "en")
    '5 letter n number 5 and 6'
    >>> citation_words("Lampiran, daftar disiplin", "en")
    'Annex, list on discipline'
    >>> citation_words("71 ayat (2)", "id")
    '71 ayat (2)'
    """
    return article if language == "id" else _WORD.sub(_in_english, article)


def cited(printed: str) -> Bilingual:
    """A citation as it is printed, for readers of both languages."""
    return Bilingual(id=printed, en=citation_words(printed, "en"))


def _in_english(found: re.Match[str]) -> str:
    english = ENGLISH[found[0].lower()]
    return english[0].upper() + english[1:] if found[0][0].isupper() else english
