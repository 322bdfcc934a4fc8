"""Bodies by the one who heads them: the "Camat X" leads "Kecamatan X"."""

from __future__ import annotations

from collections.abc import Iterable

from sinetra.core.press.bodies import Body
from sinetra.core.press.phrases import Phrase

_BODIES_OF = {
    "inspektur": "Inspektorat",
    "kapolres": "Polres",
    "kapolresta": "Polresta",
    "kapolda": "Polda",
    "kapolsek": "Polsek",
    "dandim": "Kodim",
    "danrem": "Korem",
    "danramil": "Koramil",
    "kajari": "Kejaksaan Negeri",
    "kajati": "Kejaksaan Tinggi",
    "kasatpol pp": "Satpol PP",
    "kadisdik": "Dinas Pendidikan",
    "kadinkes": "Dinas Kesehatan",
    "kadishub": "Dinas Perhubungan",
    "kadinsos": "Dinas Sosial",
    "camat": "Kecamatan",
    "lurah": "Kelurahan",
}


def leads(head: str) -> bool:
    return head in _BODIES_OF


def body_of(position: str) -> str | None:
    """ "Inspektur Kota X" speaks for "Inspektorat Kota X"; None where no region is printed."""
    low = position.lower()
    for head, body in _BODIES_OF.items():
        if low.startswith(f"{head} ") and not low.startswith(f"{head} pembantu"):
            return f"{body}{position[len(head) :]}"
    return None


def named_after(position: str, every: Iterable[tuple[Body, Phrase]]) -> str | None:
    """ "Kapolres" without a region: the Polres that the article names."""
    body = _BODIES_OF.get(position.lower())
    names = () if body is None else (other.name for other, _ in every if other.name.startswith(f"{body} "))
    return next(iter(names), None)
