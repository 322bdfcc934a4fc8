"""Steps of one affair: a report, a clarification, a recommendation and a sanction are events of their own, linked.

They are about the same post in the same place: "Lurah RM", "oknum camat berinisial S". What a post is called comes
from the lexicon; a name is never a key, only initials or the office that the post heads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sinetra.core.press.article import Article

KINDS = frozenset({"alleged_violation", "decision/sanction"})
#: From a report to the execution of a sanction; what lies further apart is another affair until a person links it.
LASTS = timedelta(days=270)
_POSTS = (
    r"(?P<post>[Ll]urah|[Cc]amat|[Kk]ades|[Kk]epala [Dd]esa|[Kk]adis|[Kk]epala [Dd]inas|[Kk]abid|[Kk]epala [Bb]idang|"
    r"[Ss]ekcam|[Ss]ekretaris [Cc]amat|[Ss]ekdis|[Ss]ekretaris [Dd]inas|[Ss]ekda|[Kk]epsek|[Kk]epala [Ss]ekolah|"
    r"[Kk]epala S[DM][PAK]?N?|[Gg]uru|[Ss]taf|[Pp]egawai|[Pp]etugas|[Pp]ejabat|[Bb]idan|[Pp]erawat|[Dd]osen|[Kk]asi|"
    r"ASN|PNS|PPPK|PJLP)"
)
_CAPITALS = re.compile(r"(?<![\w.-])[A-Z](?:[.-]?[A-Z]){0,2}(?![\w-])")
_INITIALS = r"(?P<initials>[A-Z](?:[.-]?[A-Z]){0,2})(?![\w-])"
#: "Lurah Teluk Nipah (RM)"; "guru SD berinisial NL"; "YT, Camat Muara Lembu".
_NAMED = (
    re.compile(
        rf"\b{_POSTS}(?:\s+(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|setempat|itu))?(?:,?\s+(?:ber)?inisial)?,?\s+\(?{_INITIALS}"
    ),
    re.compile(rf"\b{_POSTS}(?:\s+[\w-]+){{0,6}},?\s+(?:ber|dengan )?inisial\s+\(?{_INITIALS}"),
    re.compile(rf"\b{_INITIALS},\s+(?:oknum |seorang |selaku )?{_POSTS}"),
)
_SOMEBODY = re.compile(rf"\b(?:ber)?inisial\s+\(?{_INITIALS}")
#: Capitals that are no initials.
_SHORT_WORDS = """
    SD SDN SMP SMA SMK MI MTS MAN TK ASN PNS CPNS TNI BKN BKD KPU PP UU SE SK WA HP RT RW TPP OPD RS PKK PN PT MK SH MM
    TPS PMD PU KB SDA BPD MH SIP AP SPD MPD ST MSI HUT RI DPR ASP PJ PLT PLH II III IV
"""
_NO_INITIALS = frozenset(_SHORT_WORDS.split())
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
    "petugas": "asn",
    "pejabat": "asn",
    "pjlp": "asn",
}


def subjects(article: Article) -> frozenset[tuple[str, str]]:
    """``(post, initials)`` of those the article speaks of so."""
    if not any(word not in _NO_INITIALS for word in _CAPITALS.findall(article.text)):
        return frozenset()
    found = set()
    for pattern in _NAMED:
        for match in pattern.finditer(article.text):
            post, initials = match["post"].lower(), re.sub(r"\W", "", match["initials"])
            if initials not in _NO_INITIALS:
                post = "kepsek" if post.startswith("kepala s") else post
                found.add((_SAME_POST.get(post, post), initials))
    known = {initials for _, initials in found}
    others = {match["initials"] for match in _SOMEBODY.finditer(article.text)} - known - _NO_INITIALS
    return frozenset(found | {("asn", initials) for initials in others})


def _accused(article: Article) -> frozenset[tuple[str, str]]:
    """Outside reports and decisions nobody is accused."""
    return subjects(article) if article.kind.value in KINDS else frozenset()


def affair_key(place: str | None, articles: Iterable[Article]) -> str:
    """``32.76 lurah RM``: what the steps of one affair share, whoever tells them; empty when there is none.

    Of several subjects the one that most articles name.
    """
    counted = Counter(subject for article in articles for subject in _accused(article))
    if place is None or not counted:
        return ""
    post, initials = min(counted, key=lambda subject: (-counted[subject], subject))
    return f"{place} {post} {initials}"


def affairs(
    told: Sequence[tuple[str | None, date | None, Iterable[Article]]],
) -> list[frozenset[int]]:
    """For each event (place, day, articles) the positions of the other steps of its affair."""
    steps: dict[tuple[str, str, str], list[int]] = {}
    for index, (place, _, articles) in enumerate(told):
        if place is not None:
            for subject in {subject for article in articles for subject in _accused(article)}:
                steps.setdefault((place, *subject), []).append(index)
    linked: list[set[int]] = [set() for _ in told]
    for members in steps.values():
        for one in members:
            linked[one].update(other for other in members if other != one and _near(told[one][1], told[other][1]))
    return [frozenset(others) for others in linked]


def _near(one: date | None, two: date | None) -> bool:
    return one is None or two is None or abs(one - two) <= LASTS
