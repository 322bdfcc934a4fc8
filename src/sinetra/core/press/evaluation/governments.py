"""A head and the body that is headed are one organiser: what "Bupati X" issues, "Pemerintah Kabupaten X" issues.

So too a regional secretary, who acts for the government, and a minister and the ministry. Deputies, camats and heads of
offices are not: nothing says that they act in the name of the whole body. The reader has a table of its own, so that
what is wrong there is not forgiven here.
"""

from __future__ import annotations

_ACTING = frozenset(("pj", "pjs", "plt", "plh"))
_HEADED: dict[str, tuple[str, ...]] = {
    "walikota": ("pemerintah", "kota"),
    "bupati": ("pemerintah", "kabupaten"),
    "gubernur": ("pemerintah", "provinsi"),
    "sekda": ("pemerintah",),
    "menteri": ("kementerian",),
    "mendagri": ("kemendagri",),
    "menpanrb": ("kemenpanrb",),
    "kapolri": ("polri",),
}


def as_body(tokens: list[str]) -> list[str]:
    """The words of the body for those of its head, both in one spelling (``synonyms.canonical``).

    >>> as_body(["pj", "walikota", "cendana"]), as_body(["sekda", "kabupaten", "serang"])
    (['pemerintah', 'kota', 'cendana'], ['pemerintah', 'kabupaten', 'serang'])
    >>> as_body(["wakil", "bupati", "serang"])
    ['wakil', 'bupati', 'serang']
    """
    head = next((place for place, token in enumerate(tokens) if token not in _ACTING), None)
    if head is None or tokens[head] not in _HEADED:
        return tokens
    return [*_HEADED[tokens[head]], *tokens[head + 1 :]]
