"""The offices of those whom an article tells to be reported, examined or punished: by the grammar of what is said."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from itertools import islice, zip_longest

from sinetra.core.press.article import Article
from sinetra.core.press.stories.affairs import KINDS
from sinetra.core.press.stories.office_mentions import Mention, Text, mentions
from sinetra.core.press.stories.offices import Office

_SENTENCE = re.compile(r"[.!?][\"”]?\s|\n")
_FAR = 110
#: No article on a case names more.
_MOST = 60
#: Between an office and what is done to its holder: a name, initials, and words that say nothing of another person.
_HOLDER = (
    r"(?:[ ,(]+(?:[A-Z][\w.'’-]*|\((?:[^()]{1,40})\)|itu|tersebut|ini|setempat|di|yang|telah|sudah|resmi|juga|kembali|"
    r"pun|kini|akan|segera|akhirnya|dan|berinisial|inisial|bernama))*"
)
_SUFFERS = (
    r"dilaporkan|diadukan|diperiksa|dipanggil|diklarifikasi|dimintai|dicecar|disanksi|dijatuhi|dihukum|dicopot|ditegur|"
    r"diberhentikan|dinonaktifkan|dibebastugaskan|diduga|dituding|dituduh|terekam|tertangkap|kepergok|terpergok|kedapatan|"
    r"terbukti|dinyatakan|divonis|didakwa|dituntut|disorot|diusut|dipecat|diproses|diturunkan|dikenai|terancam|terduga|"
    r"langgar|melanggar|(?:jadi|menjadi) (?:terlapor|sorotan|tersangka)"
)
_DONE_TO = re.compile(rf"{_HOLDER}[ ,)]+(?i:{_SUFFERS})\b")
#: Who is called for another reason.
_WITNESS = re.compile(r"[^.]{0,60}\b(?:sebagai|selaku|menjadi|jadi) (?:saksi|pelapor|ahli|pengadu)\b", re.IGNORECASE)
_LAYS_ON = (
    r"(?:me)?laporkan|(?:meng)?adukan|(?:mem)?eriksa|periksa|(?:me)?manggil|panggil|(?:meng)?klarifikasi|(?:men)?copot|"
    r"(?:meny|s)anksi|(?:meng)?hukum|(?:mem)?berhentikan|(?:me)?nonaktifkan|(?:mem)?bebastugaskan|(?:men|t)egur|(?:mem|p)ecat|"
    r"(?:meng)?usut|(?:me|mem)ergoki|(?:laporan|aduan) (?:terhadap|soal|tentang|atas|mengenai|terkait|dugaan)|"
    r"dugaan|diduga|kasus|perkara|pelanggaran|pemeriksaan|terlapor|teradu|terdakwa|tersangka|oknum"
)
_LINKS = (
    r"dugaan|pelanggaran|netralitas|ketidaknetralan|keterlibatan|keberpihakan|disiplin|etik|kode|asn|pns|aparatur|pilkada|"
    r"yang|dilakukan|melibatkan|menyeret|menjerat|menimpa|oleh|terhadap|atas|terkait|soal|tentang|seorang|oknum|para|dua|"
    r"tiga|empat|pejabat|mantan|pj|plt|plh|pjs|kasus|perkara|laporan|juga|itu"
)
_PUNISHES = r"sanksi|hukuman|teguran|peringatan|surat panggilan|undangan klarifikasi"
_HOW = r"tertulis|lisan|sedang|berat|ringan|pernyataan|terbuka|moral|disiplin|berupa|kepada|terhadap|bagi|untuk|pada"
_ON = re.compile(rf"\b(?i:(?:{_LAYS_ON})(?:[ ,]+(?:{_LINKS})\b)*|(?:{_PUNISHES})(?: (?:{_HOW}|{_LINKS})\b)*),? +$")


@dataclass(frozen=True, slots=True)
class Offices:
    """``accused``: of those of whom it is told; ``named``: all that it names; ``words``: of the text."""

    accused: frozenset[Office]
    named: frozenset[Office]
    words: frozenset[str]

    def others(self, other: Offices) -> bool:
        """Each tells of offices that the other never names."""
        if not self.accused or not other.accused:
            return False
        return not any(other.names(office) for office in self.accused) and not any(map(self.names, other.accused))

    def names(self, office: Office) -> bool:
        """As that of an accused, in passing, or as a place."""
        if any(map(office.may_be, self.accused)) or (office.is_place and self.words.issuperset(office.name)):
            return True
        return any(office.kind == named.kind and office.may_be(named) for named in self.named)


def accused_offices(article: Article, words: frozenset[str], town: frozenset[str]) -> Offices:
    """``words`` of the text; ``town``: those of its name. Outside reports and decisions nobody is accused."""
    if article.kind.value not in KINDS:
        return Offices(frozenset(), frozenset(), words)
    told = len(article.title) if article.title and article.text.startswith(article.title) else 0
    people = frozenset(word for person in article.persons for word in person.name.lower().split())
    found = list(islice(mentions(Text(article.text, told, town, people)), _MOST))
    accused = {mention.office for mention, after in zip_longest(found, found[1:]) if _is(article.text, mention, after)}
    fuller = _fuller(accused)
    # "Camat itu" is no camat of its own where one is told by name.
    return Offices(fuller, fuller | {mention.office for mention in found if mention.office.name}, words)


def _fuller(offices: Set[Office]) -> frozenset[Office]:
    """Without those of which another says more."""
    kinds = {office.kind for office in offices if office.name}
    return frozenset(office for office in offices if office.name or office.kind not in kinds)


def _is(text: str, mention: Mention, following: Mention | None) -> bool:
    far = mention.end + _FAR
    stop = _SENTENCE.search(text, mention.end, far)
    ends = [far, *([stop.start()] if stop else []), *([following.start] if following else [])]
    if _WITNESS.match(text, mention.end, min(ends)) is not None:
        return False
    if _DONE_TO.match(text, mention.end, min(ends)) is not None:
        return True
    before = _SENTENCE.split(text[max(0, mention.start - _FAR) : mention.start])[-1]
    return _ON.search(before) is not None
