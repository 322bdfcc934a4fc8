"""Governments and ministries by their heads: what "Pj Bupati X" does as such, "Pemerintah Kabupaten X" does."""

from __future__ import annotations

import re

from sinetra.core.press.facts import PlaceFact

#: Heads who issue and decide in the name of the whole government or ministry; a deputy does not.
HEADS = frozenset(("bupati", "wali kota", "walikota", "walkot", "wako", "gubernur", "sekretaris daerah", "sekda"))
HEADS |= {"sekdakab", "sekkab", "sekdako", "sekkot", "sekdaprov", "sekprov", "sekretaris kota", "sekretaris kabupaten"}
HEADS |= {"menteri", "mendagri", "menpan-rb", "menpanrb", "menpan rb"}
_HEAD = re.compile(
    r"\b(?P<ministry>menteri|mendagri|menpan[- ]?rb)\b(?: (?P<of>.+))?$"
    r"|\b(?<!wakil )(?P<head>gubernur|bupati|wali ?kota|walkot|wako"
    r"|sekretaris daerah|sekretaris (?:kota|kabupaten)|sekda(?:kab|ko|prov)?|sek(?:kab|kot|prov))\b"
    r"(?: (?P<kind>kota|kabupaten|kab\b\.?|provinsi|prov\b\.?)(?!\w))?(?: (?P<region>.+))?$",
    re.IGNORECASE,
)
#: "Pj Bupati" is the head, "Staf Bupati", "Ajudan Bupati" and "Bekas Bupati" are not.
_IN_PLACE_OF = frozenset(
    ["pj", "pjs", "plt", "plh", "penjabat", "pejabat", "pelaksana", "sementara", "tugas", "harian"]
)
_WORD = re.compile(r"\w+")
_KINDS = {"bupati": "Kabupaten", "gubernur": "Provinsi", "wako": "Kota", "walkot": "Kota"}
_KINDS |= {"sekdakab": "Kabupaten", "sekkab": "Kabupaten", "sekretaris kabupaten": "Kabupaten"}
_KINDS |= {"sekdako": "Kota", "sekkot": "Kota", "sekretaris kota": "Kota"}
_KINDS |= {"sekdaprov": "Provinsi", "sekprov": "Provinsi"}
_MINISTRIES = {"mendagri": "Kementerian Dalam Negeri", "menpan": "Kementerian PANRB"}


def government_of(head: str, place: PlaceFact) -> str | None:
    """The government whose head is "bupati", "wali kota" or "gubernur", at the article's place."""
    if head == "gubernur":
        return f"Pemerintah Provinsi {place.province}" if place.province else None
    return None if place.kab_kota is None else f"Pemerintah {place.kab_kota}"


def headed(position: str, place: PlaceFact | None) -> str | None:
    """The government or ministry of a printed head: "Sekda Kota X", "Pj Gubernur", "Menteri Dalam Negeri".

    A region that is not printed is that of the article's place; None for a position that heads none.
    """
    position = " ".join(position.split())
    match = _HEAD.search(position)
    if match is None:
        return None
    if match["ministry"]:
        named = _MINISTRIES.get(match["ministry"].lower()[:8]) or _MINISTRIES.get(match["ministry"].lower()[:6])
        return named or (f"Kementerian {match['of']}" if match["of"] else None)
    if not _IN_PLACE_OF.issuperset(_WORD.findall(position[: match.start()].lower())):
        return None
    head = match["head"].lower()
    kind = _KINDS.get(head) or ("Kota" if head.startswith("wali") else _spelled(match["kind"]))
    if match["region"]:
        return f"Pemerintah {kind or _kind_at(match['region'], place)} {match['region']}".replace("  ", " ")
    if place is None:
        return None
    return government_of("gubernur" if kind == "Provinsi" else head, place)


def _spelled(kind: str | None) -> str:
    return {"kot": "Kota", "kab": "Kabupaten", "pro": "Provinsi"}.get((kind or "").lower()[:3], "")


def _kind_at(region: str, place: PlaceFact | None) -> str:
    """ "Sekda X" is of the city or regency where the article's place has that name."""
    if place is None:
        return ""
    kind, _, bare = (place.kab_kota or "").partition(" ")
    if bare.lower() == region.lower():
        return kind
    return "Provinsi" if (place.province or "").lower() == region.lower() else ""
