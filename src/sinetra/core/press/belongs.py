"""Who only belongs to the one that holds an office: relatives and servants, who are neither the head nor the body."""

from __future__ import annotations

import re

_KIN = (
    r"(?:(?:mantan )?(?:istri|isteri|suami)|anak(?: (?:sulung|bungsu|kandung|pertama|kedua|ketiga))?|putra|putri|adik"
    r"|kakak|saudara|ipar|menantu|mertua|keponakan|paman|bibi|ibu|ayah|bapak|kerabat|keluarga|sepupu|cucu)"
)
_SERVANT = r"(?:ajudan|sopir|supir|pengawal|pengemudi|sespri|sekretaris pribadi|asisten pribadi|protokoler|loyalis)"
_RELATED = re.compile(rf"\b{_KIN}(?: dari)? $")
_SERVES = re.compile(rf"\b{_SERVANT}(?: dari)? $")
#: "Wakil", "Calon" before a head are other offices, "Mantan" held it.
_OF_THE_HEAD = re.compile(
    rf"\b(?:{_KIN}|{_SERVANT}|calon|wakil|eks|mantan|bekas|kantor|rumah (?:dinas|jabatan)|pendopo|staf|pemilihan)\s$"
)
_LONGEST = 24


def is_not_the_head(low: str, start: int) -> bool:
    """Whether the head of an office at ``start`` only tells whose wife, driver, house or former office it is.

    >>> is_not_the_head("istri bupati", 6), is_not_the_head("kata bupati", 5)
    (True, False)
    """
    return _OF_THE_HEAD.search(low[max(0, start - _LONGEST) : start]) is not None


def is_related(low: str, start: int) -> bool:
    """ "Istri Bupati X, Nama": the name after the comma is not the head's."""
    return _RELATED.search(low[max(0, start - _LONGEST) : start]) is not None


def served_from(low: str, start: int) -> int | None:
    """Where "ajudan" begins before the office it serves."""
    begin = max(0, start - _LONGEST)
    found = _SERVES.search(low[begin:start])
    return None if found is None else begin + found.start()
