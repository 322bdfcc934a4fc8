"""Offices that an article names: "Camat Beji", "Kadinkes", "guru SMPN 4", "bidan Puskesmas Limo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from sinetra.core.press.stories.offices import PLACES, Office

#: Who is at the head of a place or body; a name may follow.
_HEADS = r"""
    (?P<kecamatan>camat)
  | (?P<village>lurah|kades|kepala[ ](?:desa|kelurahan|kampung)|ge?uchik|keuchik|perbekel|pambakal|wali[ ]nagari|kuwu)
  | (?P<sekda>sekda|sekretaris[ ]daerah) | (?P<inspector>inspektur)
  | (?P<kepsek>kepsek|kepala[ ]sekolah) | (?P<kadis>kadis|kaban|kabag|kepala[ ](?:dinas|badan|bagian|biro|kantor))
  | kadi[sn](?P<abbreviated>(?!nya\b)[a-z]{3,})
"""
#: Who works there.
_STAFF = r"""
    staf | pegawai | pejabat | asn | pns | pppk | honorer | guru | bidan | perawat | dokter | operator | penyuluh
  | sekretaris | bendahara | kabid | kasi | kasubag | kasubbag | kepala[ ](?:bidang|seksi|subbagian|sub[ ]bagian)
"""
_BODY = r"""
    (?P<agency>[Dd]inas|[Bb]adan|[Bb]agian|[Bb]iro)
  | (?P<short>Di[sn](?!as\b)[a-z]{3,} | D(?!P(?:RD?|C|D|W|P)\b)[A-Z]{2,6} | B(?!PD\b|KN\b|UM)[A-Z]{2,6}
    | Bap[a-z]{4,} | Satpol[ ]PP)
  | (?P<level>SD|SMP|SMA|SMK|SLB|TK|MI|M[Tt][Ss]|MA|[Ss]ekolah)N?
  | (?P<health>[Pp]uskesmas) | (?P<hospital>RSUD)
  | (?P<district>[Kk]ecamatan) | (?P<hamlet>[Dd]esa|[Kk]elurahan)
"""
_OFFICE = re.compile(
    rf"""\b(?:
        (?:(?P<head>(?i:kepala|kepsek|direktur))|(?i:{_STAFF})(?:[ ](?:[A-Z][a-z]+|honorer|senior)){{0,2}}?)
        (?:[ ](?:di|pada)(?:[ ](?:lingkungan|kantor))?)?[ ](?:{_BODY})
      | (?i:sekcam|sekretaris[ ]camat)(?P<sekcam>) | (?i:sekdes|perangkat[ ]desa)(?P<sekdes>)
      | (?i:{_HEADS})
    )\b""",
    re.VERBOSE,
)
_KINDS = {
    "kecamatan": "kecamatan",
    "sekcam": "kecamatan",
    "district": "kecamatan",
    "village": "village",
    "sekdes": "village",
    "hamlet": "village",
    "sekda": "sekda",
    "inspector": "inspector",
    "kepsek": "school",
    "level": "school",
    "health": "health",
    "hospital": "hospital",
    "kadis": "agency",
    "agency": "agency",
    "abbreviated": "agency",
    "short": "agency",
}
_OF_STAFF = frozenset(("sekcam", "sekdes"))
_BODIES = frozenset(("agency", "short", "level", "health", "hospital", "district", "hamlet"))
_CAPITAL = re.compile(r"\b(?:[A-Z][\w'’-]*|\d+)")
#: "Lurah RM"; "Camat IV Koto" is called so.
_INITIALS = re.compile(r"(?![IVX]+$)[A-Z]{1,3}")
_NEXT = re.compile(r" (?:dan )?([A-Z][\w'’-]*|\d+\b)")
#: In a headline what is done has a capital too, and so has whatever stands between.
_NO_NAME = re.compile(
    r"(?:kabupaten|kota|provinsi|kab|di\w+kan|di(?:duga|periksa|panggil|hukum|copot|pecat|cecar|jatuhi|sanksi|usut|tegur|"
    r"tuding|tuduh|pidana|vonis|dakwa|proses|sorot)|ter(?:bukti|ancam|ekam|pergok|tangkap|duga)|ke(?:dapatan|pergok)|"
    r"kecamatan|kelurahan|desa|camat|lurah|kades|kepala|dinas|badan|kadis\w*|kadin\w+|bupati|wali|walikota|warga|akhirnya|resmi|kembali|juga|jadi|soal|usai|"
    r"terkait|karena|itu|ini|yang|dan|di|ke)"
)
_MOST = {"agency": 6, "school": 4, "kecamatan": 2, "village": 2, "health": 2}
_ORDINARY = frozenset(("negeri", "inpres", "swasta", "menengah"))
#: "Sekolah Dasar Negeri 3", "kepala sekolah SDN 3".
_LEVELS = {"dasar": "sd", "pertama": "smp", "atas": "sma", "kejuruan": "smk"}
_OF_STATE = re.compile(r"(sd|smp|sma|smk|slb|mi|mts|ma)n")
#: Each town has one personnel office, and outlets know it by its older names too.
_PERSONNEL = frozenset(("bkd", "bkpp", "bkppd", "bkpsdm", "bkpsdmd", "bkdpsdm", "bkdd"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Of an office, from ``start`` to ``end`` of the text."""

    office: Office
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """``told``: where the text begins after its headline; ``town``, ``people``: words of their names."""

    text: str
    told: int
    town: Set[str]
    people: Set[str]


def mentions(page: Text) -> Iterator[Mention]:
    """In the order of the text."""
    printed = frozenset(_CAPITAL.findall(page.text, page.told))
    for match in _OFFICE.finditer(page.text):
        group = next(name for name in reversed(_KINDS) if match[name] is not None)
        kind = _KINDS[group]
        # In a headline what follows may be no name: then the text does not print it so.
        words, end = _name(page, match.end(), kind, printed if match.start() < page.told else None)
        short = group in ("abbreviated", "short") or (kind == "agency" and len(words) == 1 and words[0].isupper())
        if group == "abbreviated":
            words = [match[group]]
        elif group == "short":
            words = [_bare(match[group])]
        elif group == "level" and match[group].lower() != "sekolah":
            words = [match[group], *words]
        head = group not in _OF_STAFF and not (group in _BODIES and match["head"] is None)
        name = tuple(low for word in words if (low := word.lower()) not in _ORDINARY)
        if kind == "school":
            name = tuple(_OF_STATE.sub(r"\1", _LEVELS.get(word, word)) for word in name)
        elif group == "short" and match[group].lower() in _PERSONNEL:
            name, short = ("kepegawaian",), False
        yield Mention(Office(kind, name, head, short), match.start(), end)


def _name(page: Text, at: int, kind: str, printed: Set[str] | None) -> tuple[list[str], int]:
    words: list[str] = []
    while len(words) < _MOST.get(kind, 0) and (match := _NEXT.match(page.text, at)) is not None:
        word, low = match[1], match[1].lower()
        # Of "Lubuk Damar" in Damar both words are the name; an office is followed by that of its town.
        of_town = low in page.town and not (words and kind in PLACES)
        initials = kind in PLACES and not words and _INITIALS.fullmatch(word) is not None
        if of_town or initials or low in page.people or _NO_NAME.fullmatch(low) is not None:
            break
        if printed is not None and word not in printed:
            break
        words.append(word)
        at = match.end()
    return words, at


def _bare(short: str) -> str:
    """Without what says only that it is an office: "Dinkes", "DPMD", "BKPSDM", "Bappeda"."""
    return short.replace(" ", "") if short.startswith("Satpol") else re.sub(r"^(?:Di[sn]|D|Ba?)", "", short)
