"""In which words an article tells its event, and how much two articles share of what is rare.

A word counts by its rareness among the articles that are compared; the words of every article on this field count
nothing. Small sets of articles say little about rareness, so each word is taken to stand in some others already.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

#: As if so many articles had been read before, in which each word stood so often.
_BEFORE, _SEEN = 200, 2
_OPENING = 500
#: Stems of so many words are kept: the press uses no more.
_KEPT = 50_000
_WORD = re.compile(r"[^\W\d_]{3,}")
# Not at the beginning of a sentence, where every word has a capital.
_NAME = re.compile(r"(?<![.!?\"“][\s])\b[A-Z][a-zA-Z'’-]{2,}|\b[A-Z]{2,}\b")
_PREFIX = re.compile(r"^(?:me(?:ng|ny|n|m)?|di|ber|ter|pe(?:ng|ny|n|m)?|se|ke)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:kan|nya|an|i)$")
#: In more than one of seven articles on the neutrality of civil servants.
_COMMON_WORDS = """
    ada akan aparatur asn bagi bawaslu belum bersama bkpsdm boleh bukan bulan bupati calon camat daerah dalam dan dari
    dengan dinas disiplin dua foto guru hadir hanya hari hukuman ikut ini itu jadi jangan juga kabupaten kami kampanye
    kantor karena kata katanya kepada kepala keputusan ketua kota lagi lain lalu laporan lurah masa masih masuk menjadi
    menurut menyebut mereka negara negeri netralitas nomor november oktober orang pada para pasal pasangan pegawai
    pejabat pekan pelanggaran pemerintah perkara peserta pilkada pun rabu rapat salah sama sampai satu sebagai senin
    seorang september serta suara sudah surat tahun tak tentang tersebut tidak tiga untuk wali warga yang
"""


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """Without one prefix and one suffix, roughly: what is compared need not be a word.

    >>> stem("diperiksa"), stem("pemeriksaan"), stem("dijatuhkan"), stem("dan")
    ('periksa', 'eriksa', 'jatuh', 'dan')
    """
    return intern(_SUFFIX.sub("", _PREFIX.sub("", word)))


_COMMON = frozenset(map(stem, _COMMON_WORDS.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Stems of the whole article and of its opening, and names (in lower case)."""

    whole: frozenset[str]
    opening: frozenset[str]
    names: frozenset[str]


def wording(text: str) -> Wording:
    return Wording(
        whole=_stems(text),
        opening=_stems(text[:_OPENING].rpartition(" ")[0]),
        names=frozenset(intern(name.lower()) for name in _NAME.findall(text)),
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in set(_WORD.findall(text.lower()))) - _COMMON


class Rareness:
    """How much a word of these articles tells."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        counted: Counter[str] = Counter()
        articles = 0
        for words in sets:
            counted.update(words)
            articles += 1
        everything = articles + _BEFORE
        self._norms: dict[frozenset[str], float] = {}
        self._square = {word: math.log(everything / (seen + _SEEN)) ** 2 for word, seen in counted.items()}

    def _weight(self, words: frozenset[str]) -> float:
        return sum(map(self._square.__getitem__, words))

    def _norm(self, words: frozenset[str]) -> float:
        """Kept: each article is compared with several."""
        found = self._norms.get(words)
        if found is None:
            found = self._norms[words] = math.sqrt(self._weight(words))
        return found

    def shared(self, one: frozenset[str], two: frozenset[str]) -> float:
        """The cosine of the two, from 0 to 1."""
        common = one & two
        if not common:
            return 0.0
        return self._weight(common) / (self._norm(one) * self._norm(two))
