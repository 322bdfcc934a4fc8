"""When two mentions are the same instrument: by its id, or by kind, number and year as printed.

"UU Nomor 7 Tahun 2017", "UU 7/2017 Pasal 280" and ``uu-7-2017`` have one key. The number of a circular is compared
part by part without leading zeros: ``05/12/EDR/2024`` is ``5/12/edr/2024``. What has no number: by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sinetra.core.press.synonyms import canonical

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*-\d{1,4}-(?:19|20)\d\d")
_BRACKETS = re.compile(r"\((?:[^()]*)\)")
_ARTICLE = re.compile(r"\b[Pp]asal\b")
_LEAD = re.compile(r"(?:^|[\s,])(\d{1,3}[A-Za-z]?)(?=$|[\s,.;])")
_MK = re.compile(r"(\d{1,4})/PUU-[IVXLC]+/((?:19|20)\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\w/.-])(\d{1,4})\s*(?:/|,?\s+(?:[Tt]ahun|[Tt]h\.?)\s+)((?:19|20)\d\d)(?![\w/])")
_LONG = re.compile(r"(?=[\w.-]*\d)[\w.-]+(?:/[\w.-]+)+|[\w.-]+(?:/[\w.-]+)*/\d[\w.-]*")
_NAMED = re.compile(r"\b(?:UU|Undang|PP|P?KPU|Per[a-z]+|Kep[a-z]+|Putusan|SKB|SE|Surat|Inpres|KUHP)\b.*")
_KINDS = (
    ("perppu", "peraturan pemerintah pengganti undang undang"),
    ("uu", "undang undang"),
    ("pp", "peraturan pemerintah"),
    ("perpres", "peraturan presiden"),
    ("keppres", "keputusan presiden"),
    ("inpres", "instruksi presiden"),
    ("permendagri", "peraturan mendagri"),
    ("permenpanrb", "peraturan menpanrb"),
    ("perbawaslu", "peraturan bawaslu"),
    ("pkpu", "peraturan kpu"),
    ("perbkn", "peraturan bkn"),
    ("perbkn", "peraturan kepala bkn"),
    ("perbkn", "perka bkn"),
    ("perda", "peraturan daerah"),
    ("perwali", "peraturan walikota"),
    ("perbup", "peraturan bupati"),
    ("pergub", "peraturan gubernur"),
    ("skb", "surat keputusan bersama"),
    ("skb", "keputusan bersama"),
    ("se", "surat edaran"),
    ("mk", "putusan mk"),
)
_ISSUERS = {"menpanrb": "menpanrb", "kemenpanrb": "menpanrb", "mendagri": "mendagri", "kemendagri": "mendagri"}
_ISSUERS |= {"bkn": "bkn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """``keys``: any of them in common makes two mentions one. ``articles`` null: the gold says nothing of them."""

    printed: str
    keys: frozenset[str]
    articles: frozenset[str] | None

    def __str__(self) -> str:
        return self.printed


def number_key(text: str) -> str:
    """A circular's number, part by part.

    >>> number_key("Nomor 05/12/EDR/2024") == number_key("5/12/edr/2024")
    True
    """
    match = _LONG.search(text)
    year = _YEAR.search(text)
    printed = match[0] if match else "/".join(year.groups()) if year else text.strip()
    return "/".join(part.lstrip("0") or "0" for part in printed.lower().rstrip(" .").split("/"))


def law_key(text: str) -> str:
    """One key of a mention.

    >>> law_key("Undang-Undang Nomor 7 Tahun 2017"), law_key("SE Bupati PPU 10/2024"), law_key("UU ASN")
    ('uu-7-2017', 'se-10-2024', 'uu asn')
    """
    if _ID.fullmatch(text):
        return text
    whole = _BRACKETS.sub(" ", text)
    head = _ARTICLE.split(whole)[0].strip(" ,;")
    if not head and (named := _NAMED.search(whole)):  # "Pasal 280 UU 7/2017"
        head = named[0]
    if ruling := _MK.search(head):
        return f"mk-{ruling[1]}-{ruling[2]}"
    if year := _YEAR.search(head):
        return f"{_kind(head[: year.start()])}-{int(year[1])}-{year[2]}"
    if _LONG.search(head):
        return f"no {number_key(head)}"
    return " ".join(canonical(head))


def _kind(printed: str) -> str:
    words = [word for word in canonical(printed) if word not in ("nomor", "no")]
    text = " ".join(words)
    for kind, long in _KINDS:
        if text.startswith(long):
            text = f"{kind} {text.removeprefix(long).strip()}"
            break
    kind, *rest = text.split() or [""]
    issuer = next((_ISSUERS[word] for word in rest if word in _ISSUERS), "")
    return f"{kind}-{issuer}" if kind == "se" and issuer else kind


def article_number(text: str) -> str:
    """ "280 ayat (2)" is article 280."""
    match = re.match(r"\s*(?:[Pp]asal\s+)?(\d{1,3}[A-Za-z]?)", text)
    return match[1].upper() if match else text.strip()


def printed_law(text: str) -> Law:
    """A line such as "UU 7/2017 Pasal 280 ayat (2) dan 282"; without "Pasal" it says nothing of articles."""
    _, *after = _ARTICLE.split(text)
    listed = frozenset(number.upper() for part in after for number in _LEAD.findall(_clauses_away(part)))
    return Law(printed=text, keys=frozenset((law_key(text),)), articles=listed if after else None)


def _clauses_away(part: str) -> str:
    return re.sub(r"\b(?:ayat|huruf|angka)\s*\(?\w{1,3}\)?", " ", _BRACKETS.sub(" ", part))


def merged(laws: Iterable[Law]) -> list[Law]:
    """An instrument once, with the articles of all its mentions."""
    found: list[Law] = []
    for law in laws:
        twin = next((other for other in found if other.keys & law.keys), None)
        if twin is None:
            found.append(law)
            continue
        listed = (
            None
            if twin.articles is None and law.articles is None
            else (twin.articles or frozenset()) | (law.articles or frozenset())
        )
        found[found.index(twin)] = Law(printed=twin.printed, keys=twin.keys | law.keys, articles=listed)
    return found
