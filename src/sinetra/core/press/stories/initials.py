"""Of whom an article speaks by post and initials: "Lurah RM", "oknum camat berinisial S", "guru SD (NL)".

Capitals are initials where they are said to be, stand in brackets, between commas or with stops; bare ones only behind
a post that one person holds, where a name stands. Behind "guru" or "pegawai" they are a subject or a body.
"""

from __future__ import annotations

import re

from sinetra.core.press.article import Article

_ONE_HOLDER = r"[Ll]urah|[Cc]amat|[Kk]ades|[Kk]epala [Dd]esa|[Ss]ekcam|[Ss]ekretaris [Cc]amat|[Ss]ekda"
_POST = (
    rf"\b(?P<post>{_ONE_HOLDER}|[Kk]adis|[Kk]epala [Dd]inas|[Kk]abid|[Kk]epala [Bb]idang|[Ss]ekdis|"
    r"[Ss]ekretaris [Dd]inas|[Kk]epsek|[Kk]epala [Ss]ekolah|[Kk]epala S[DM][PAK]?N?|[Gg]uru|[Ss]taf|[Pp]egawai|"
    r"[Pp]etugas|[Pp]ejabat|[Bb]idan|[Pp]erawat|[Dd]osen|[Kk]asi|ASN|PNS|PPPK|PJLP)"
)
_CAPITALS = re.compile(r"(?<![\w.-])[A-Z](?:[.-]?[A-Z]){0,2}(?![\w-])")
_INITIALS = r"(?P<initials>[A-Z](?:[.-]?[A-Z]){0,2})(?![\w-])"
_NAME = r"(?P<name>(?:\s+[A-Z][a-z]+){0,2})"
#: The apposition ends, and no list goes on.
_ENDS = r"(?=[.)]|, (?!dan\b|serta\b)[a-z])"
_NAMED = (
    # "guru SD berinisial NL"
    re.compile(rf"{_POST}(?:\s+[\w-]+){{0,6}},?\s+(?:ber|dengan )?inisial\s+\(?{_INITIALS}"),
    # "Lurah Teluk Nipah (RM)"
    re.compile(rf"{_POST}(?:\s+(?:setempat|itu|SD|SMP|SMA|SMK))?{_NAME}\s+\({_INITIALS}\.?\)"),
    # "guru S.A. diperiksa"
    re.compile(rf"{_POST}{_NAME},?\s+(?P<initials>[A-Z]\.[A-Z](?:\.[A-Z])?)(?![\w-])"),
    # "Lurah RM"; "Lurah A dan B" are anybody's.
    re.compile(rf"\b(?P<post>{_ONE_HOLDER}){_NAME}\s+{_INITIALS}(?! dan [A-Z]\b)"),
    # "Camat Muara Lembu, YT, diperiksa", "seorang guru, W, yang", "camat setempat, YT."; no list of those present.
    re.compile(rf"{_POST}(?:(?:\s+[A-Z][a-z]+){{1,2}}|\s+(?:setempat|itu)),\s+{_INITIALS}{_ENDS}"),
    re.compile(rf"\b(?:seorang|oknum)\s+{_POST},\s+{_INITIALS}{_ENDS}"),
    # "YT, Camat Muara Lembu, diperiksa"; "YT, seorang guru"
    re.compile(rf"(?<![A-Z], )\b{_INITIALS},\s+(?:oknum|seorang|selaku) {_POST}"),
    re.compile(rf"(?<![A-Z], )\b{_INITIALS},\s+{_POST}(?:\s+[\w-]+){{0,6}}{_ENDS}"),
)
_SOMEBODY = re.compile(rf"\b(?:ber)?inisial\s+\(?{_INITIALS}")
#: Capitals that are no initials.
_SHORT_WORDS = """
    SD SDN SMP SMA SMK MI MTS MAN TK ASN PNS CPNS TNI BKN BKD KPU PP UU SE SK WA HP RT RW TPP OPD RS PKK PN PT MK SH MM
    TPS PMD PU KB SDA BPD MH SIP AP SPD MPD ST MSI HUT RI DPR ASP PJ PLT PLH II III IV
"""
_NO_INITIALS = frozenset(_SHORT_WORDS.split())
#: One outlet calls so whom another calls otherwise. Who is only a worker or an official may be another person.
_SAME_POST = {
    "kepala desa": "kades",
    "kepala dinas": "kadis",
    "kepala bidang": "kabid",
    "kepala sekolah": "kepsek",
    "sekretaris camat": "sekcam",
    "sekretaris dinas": "sekdis",
    "pns": "asn",
    "pppk": "asn",
    "pegawai": "asn",
    "staf": "asn",
    "pjlp": "petugas",
}


def subjects(article: Article) -> frozenset[tuple[str, str]]:
    """``(post, initials)`` of those the article speaks of so."""
    if not any(word not in _NO_INITIALS for word in _CAPITALS.findall(article.text)):
        return frozenset()
    found = set()
    for pattern in _NAMED:
        for match in pattern.finditer(article.text):
            post, initials = match["post"].lower(), re.sub(r"\W", "", match["initials"])
            if initials not in _NO_INITIALS and not _shortens(match, initials):
                post = "kepsek" if post.startswith("kepala s") else post
                found.add((_SAME_POST.get(post, post), initials))
    known = {initials for _, initials in found}
    others = {match["initials"] for match in _SOMEBODY.finditer(article.text)} - known - _NO_INITIALS
    return frozenset(found | {("asn", initials) for initials in others})


def _shortens(match: re.Match[str], initials: str) -> bool:
    """ "Pejabat Pembina Kepegawaian (PPK)": the first letters of what stands before."""
    words = f"{match['post']}{match.groupdict().get('name') or ''}".split()
    return len(words) > 1 and initials == "".join(word[0].upper() for word in words)
