"""What was taken out of a page before it was read, by what it is, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

# Kind and, more closely, detail of what was removed (core.press.facts.Removed); in the order of the page.
REMOVED = {
    "script": _lazy("Skrip yang disisipkan"),
    "related_links": _lazy("Tautan ke berita lain"),
    "furniture": _lazy("Bagian halaman lainnya"),
}
REMOVED_DETAILS = {
    "byline": _lazy("Nama penulis dan editor"),
    "caption": _lazy("Keterangan foto"),
    "stamp": _lazy("Baris tanggal terbit"),
    "duplicate": _lazy("Paragraf yang berulang"),
    "share": _lazy("Tombol bagikan"),
    "follow": _lazy("Ajakan mengikuti media"),
    "newsletter": _lazy("Ajakan mengikuti media"),
    "advert": _lazy("Iklan"),
    "cookie": _lazy("Pemberitahuan kuki"),
    "tags": _lazy("Tag dan kategori"),
    "category": _lazy("Tag dan kategori"),
    "breadcrumb": _lazy("Menu dan jalur halaman"),
    "menu": _lazy("Menu dan jalur halaman"),
    "pager": _lazy("Nomor halaman"),
    "comments": _lazy("Komentar pembaca"),
    "outside": _lazy("Teks di luar berita"),
}


def removed_words(pieces: Sequence[Mapping[str, Any]]) -> list[tuple[str | Promise, list[str]]]:
    """By what they are, in words; the details that have no word of their own stand under their kind."""
    grouped: dict[str | Promise, list[str]] = {}
    order = list(REMOVED)
    for piece in sorted(pieces, key=lambda piece: order.index(piece["kind"])):
        kind = REMOVED[piece["kind"]]
        is_furniture = piece["kind"] == "furniture"
        word = str(REMOVED_DETAILS.get(piece.get("detail", ""), kind) if is_furniture else kind)
        grouped.setdefault(word, []).append(piece["text"])
    return list(grouped.items())
