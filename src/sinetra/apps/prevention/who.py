"""Who checks in, as they said it: a NIP or NI PPPK, or a name with the unit; read field by field."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import SubjectStatus
from sinetra.core.prevention.name_key import name_key
from sinetra.core.registry_numbers import check_ni_pppk, check_nip

LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """``number`` is 18 digits or empty; without one ``name`` and ``unit`` are there. ``status`` empty: not said."""

    number: str = ""
    name: str = ""
    unit: str = ""
    status: SubjectStatus | None = None


def read_who(*, number: str = "", name: str = "", unit: str = "", status: str = "") -> Who:
    """Errors: ``BadInput`` on ``number``, ``name``, ``unit`` or ``status``."""
    digits, said, place = read_number(number), _text(name, "name"), _text(unit, "unit")
    if not digits and not said:
        raise BadInput(gettext_noop("Isi NIP, atau nama dan unit kerja."), field="number")
    if not digits and not any(sign.isalpha() for sign in name_key(said)):
        raise BadInput(gettext_noop("Tulis nama dengan huruf."), field="name")
    if not digits and not place:
        raise BadInput(gettext_noop("Isi unit kerja atau instansi Anda."), field="unit")
    return Who(number=digits, name=said, unit=place, status=_status(status))


def read_number(text: str, field: str = "number") -> str:
    """The form of the number is checked; whether it was ever given is known elsewhere. A spreadsheet's ``'`` goes."""
    digits = "".join(sign for sign in text.strip().lstrip("'") if sign not in " .-\u00a0\t")
    if not digits:
        return ""
    if "E+" in digits.upper():
        raise BadInput(
            gettext_noop("%(value)s: lembar kerja memotong NIP; simpan kolomnya sebagai teks."),
            field=field,
            value=text.strip()[:30],
        )
    try:
        check_ni_pppk(digits, field=field)
    except BadInput:
        check_nip(digits, field=field)
    return digits


def _status(text: str) -> SubjectStatus | None:
    if not text.strip():
        return None
    try:
        return SubjectStatus(text.strip().lower())
    except ValueError:
        raise BadInput(
            gettext_noop("%(value)s tidak dikenal; yang diterima: %(accepted)s"),
            field="status",
            accepted=tuple(SubjectStatus),
            value=repr(text.strip()[:40]),
        ) from None


def _text(text: str, field: str) -> str:
    clean = "".join(sign if sign.isprintable() else " " for sign in unicodedata.normalize("NFC", text))
    words = " ".join(clean.split())
    if len(words) > LONGEST:
        raise BadInput(gettext_noop("Paling banyak %(value)s huruf."), field=field, value=LONGEST)
    return words
