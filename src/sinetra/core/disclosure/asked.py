"""What may be asked about whom: fields and people as they were typed, read against the catalogue."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sinetra.core.disclosure.rules import DataRules, NeverAsked
from sinetra.core.errors import BadInput, gettext_noop

LONGEST_LINE = 120
MOST_OWN_FIELDS = 3
_HANDLE = re.compile(r"(?:^|\s)@\w|https?://|www\.", re.IGNORECASE)
# The number of a matter is printed: letters, digits and the signs between them; a sentence has more words.
_MATTER = re.compile(r"(?=[^\n]*\d)[\w./\-– ]{3,60}")
_MATTER_WORDS = 4
# Between two people; a position after the comma may have its own "dan".
_AND = re.compile(r"\s(?:dan|serta|and)\s|[&+]|\s/\s", re.IGNORECASE)
# "S.IP.", "M.Si", "Ph.D": a degree is set off by a comma and is no second part.
_DEGREE = re.compile(r"(?:[A-Za-z]{1,5}\.)+(?:[A-Za-z]{1,5})?")


def words_of(text: str) -> str:
    """Small letters and digits with single blanks, and one around: any phrase is found by its own words.

    >>> words_of("  Akun INSTAGRAM-nya? ")
    ' akun instagram nya '
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if unicodedata.category(sign) != "Cf")
    return f" {' '.join(kept.split())} "


def never_asked(text: str, rules: DataRules) -> NeverAsked | None:
    """The kind of data in ``text``, a field in somebody's words, that nobody may ask for; or None."""
    said = words_of(text)
    for kind in rules.never:
        if any(f" {word} " in said for word in kind.words):
            return kind
    return _handles(text, rules)


def _relative(line: str, rules: DataRules) -> NeverAsked | None:
    """Of a line that should name somebody: one that names a relative, or a handle."""
    said = words_of(line)
    for kind in rules.never:
        if any(said.startswith(f" {word} ") for word in kind.first_of_line):
            return kind
    return _handles(line, rules)


def _handles(text: str, rules: DataRules) -> NeverAsked | None:
    if not _HANDLE.search(text):
        return None
    return next((kind for kind in rules.never if kind.id == "social_media"), None)


def read_own_fields(lines: Iterable[str], rules: DataRules) -> tuple[str, ...]:
    """Fields in one's own words. Errors: ``BadInput`` on ``own_fields``, saying what may not be asked and why."""
    found = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
    if len(found) > MOST_OWN_FIELDS or any(len(line) > LONGEST_LINE for line in found):
        raise BadInput(
            gettext_noop("Paling banyak %(most)s isian sendiri, masing-masing sampai %(longest)s huruf."),
            field="own_fields",
            most=MOST_OWN_FIELDS,
            longest=LONGEST_LINE,
        )
    for line in found:
        _refuse(line, never_asked(line, rules), "own_fields")
    return found


def read_people(lines: Iterable[str], rules: DataRules) -> tuple[str, ...]:
    """One person a line. Errors: ``BadInput`` on ``people``: nobody, too many, a whole staff, several in one line, a
    relative."""
    found = tuple(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
    if not found:
        raise BadInput(gettext_noop("Tulis sedikitnya satu orang, satu baris satu orang."), field="people")
    if len(found) > rules.limits.persons:
        raise BadInput(
            gettext_noop(
                "Paling banyak %(most)s orang dalam satu permintaan; Anda menulis %(given)s. "
                "Daftar pegawai tidak diberikan. Sebut orang yang disebut dalam perkaranya."
            ),
            field="people",
            most=rules.limits.persons,
            given=len(found),
        )
    for line in found:
        said = words_of(line)
        if any(f" {word} " in said for word in rules.bulk) or said.startswith(
            tuple(f" {word} " for word in rules.bulk_first)
        ):
            raise BadInput(
                gettext_noop("“%(value)s” meminta banyak orang sekaligus. Sebut orangnya satu per satu."),
                field="people",
                value=line,
            )
        if len(line) > LONGEST_LINE or not any(sign.isalpha() for sign in line):
            raise BadInput(
                gettext_noop("“%(value)s” bukan nama orang. Tulis nama dan jabatannya."),
                field="people",
                value=line[:60],
            )
        if _several(line):
            raise BadInput(
                gettext_noop(
                    "“%(value)s” menyebut lebih dari satu orang. Satu baris satu orang: nama, satu koma, lalu jabatan."
                ),
                field="people",
                value=line,
            )
        _refuse(line, _relative(line, rules), "people")
    return found


def _several(line: str) -> bool:
    """
    >>> [_several(line) for line in ("A; B", "A dan B", "A, Camat, B", "A, S.H., Kepala Bagian Humas dan Protokol")]
    [True, True, True, False]
    """
    name, *rest = (part.strip() for part in line.split(","))
    return ";" in line or _AND.search(name) is not None or sum(not _DEGREE.fullmatch(part) for part in rest) > 1


def refuse_handles(text: str, rules: DataRules, *, field: str) -> None:
    """For what the owner writes into a disclosure: an account or address of the internet is no answer to a field.

    Errors: ``BadInput`` on ``field``.
    """
    _refuse(text, _handles(text, rules), field)


def _refuse(text: str, kind: NeverAsked | None, field: str) -> None:
    """``kind`` of the error: the id in the catalogue."""
    if kind is not None:
        raise BadInput(
            gettext_noop("“%(value)s” tidak dapat diminta lewat Sinetra."),
            field=field,
            code="never_asked",
            value=text[:60],
            kind=kind.id,
        )


def read_matter(text: str) -> str:
    """The number of a matter in words, and nothing of its content.

    >>> read_matter(" 001/TM/PW/Kota/99.71/XI/2024 ")
    '001/TM/PW/Kota/99.71/XI/2024'

    Errors: ``BadInput`` on ``matter``.
    """
    found = " ".join(text.split())
    if not _MATTER.fullmatch(found) or len(found.split()) > _MATTER_WORDS:
        raise BadInput(
            gettext_noop("Tulis nomor perkaranya saja, misalnya 001/TM/2024. Isi perkara tidak ikut dikirim."),
            field="matter",
        )
    return found
