"""The menu: at most seven entries, and only pages that this installation has."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

LIMIT = 7
# Address name and word of each public page, in the order in which people come for them.
PUBLIC = (
    ("home", _lazy("Beranda")),
    ("may_i", _lazy("Bolehkah saya…?")),
    ("report", _lazy("Laporkan")),
    ("follow", _lazy("Ikuti laporan")),
    ("rulebook", _lazy("Aturan")),
    ("statistics", _lazy("Angka")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    text: str
    url: str
    current: bool


def address(name: str, *args: str) -> str:
    """The address of a named page, empty when this installation does not have it."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def entries(path: str) -> list[Entry]:
    """The public menu seen from ``path``: the entry of the section one is in is ``current``."""
    found = [(str(text), address(name), name) for name, text in PUBLIC]
    staff = address("sign_in")
    if staff:
        found.append((_("Petugas"), staff, "sign_in"))
    return [
        Entry(text=text, url=url, current=path == url or (name != "home" and path.startswith(url)))
        for text, url, name in found[:LIMIT]
        if url
    ]
