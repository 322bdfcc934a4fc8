"""The forms of an Indonesian verb as one pattern: memasang, dipasang, terpasang, pemasangan, masang, pasangin, pasang.

The rules of nasal prefixes are those of the standard language; forms without ``me-`` and those in ``nge-`` and ``-in``
are how people are quoted.
"""

from __future__ import annotations

#: First letter of the root: the nasal after me- and pe-, and whether it takes the place of that letter.
_NASAL = {
    **dict.fromkeys("p", ("m", True)),
    **dict.fromkeys("t", ("n", True)),
    **dict.fromkeys("k", ("ng", True)),
    **dict.fromkeys("s", ("ny", True)),
    **dict.fromkeys("bfv", ("m", False)),
    **dict.fromkeys("dcjz", ("n", False)),
    **dict.fromkeys("aiueogh", ("ng", False)),
}
#: Roots that are other words where they stand bare: bagi (for), guna (for), jadi (so), ada (there is).
_OTHER_WORDS = frozenset(
    {"bagi", "guna", "jadi", "ada", "nyata", "buat", "dekat", "arah", "aman", "main", "laku", "gerak", "tulis"}
)
#: Nouns that look like a form of the verb: "kepala bagian" spreads nothing, "pemerintah" gives no order.
_NOUNS = {"bagi": "bagian", "perintah": "pemerintah(?:an)?", "pasang": "pasangan", "wajib": "kewajiban"}
_ENDING = "(?:kan|in|an|i)?(?:nya|lah|kah|pun)?"
_DOUBLED = "(?:-{root})?"


def forms(root: str) -> str:
    """The pattern of all forms of ``root``, without blanks, fit to stand inside a larger one.

    >>> import re
    >>> [bool(re.fullmatch(forms("pasang"), word)) for word in ("memasang", "dipasangi", "masangin", "pemasangan")]
    [True, True, True, True]
    >>> bool(re.fullmatch(forms("sebar"), "menyebarkan")), bool(re.fullmatch(forms("like"), "ngelike"))
    (True, True)
    >>> bool(re.fullmatch(forms("pasang"), "sepasang"))
    False
    """
    nasal, replaces = _NASAL.get(root[0], ("", False))
    rest = nasal + (root[1:] if replaces else root)
    short = f"|ny{root[1:]}" if root[0] == "c" else ""  # nyoblos, nyari
    doubled = _DOUBLED.format(root=root)
    prefixed = rf"(?:(?:(?:me|pe)(?:m|n|ng|ny|nge)?|di|ter|ber|nge|ke|ku)-?)?{root}"
    bare = rf"(?!{root}\b(?!-))" if root in _OTHER_WORDS else ""
    if root in _NOUNS:
        bare += rf"(?!{_NOUNS[root]}(?:nya)?\b)"
    return f"(?:{bare}(?:(?:me|pe)?{rest}{short}|{prefixed}){doubled}{_ENDING}(?!\\w))"


def listed(roots: str) -> str:
    """The forms of several roots, parted by ``|``."""
    return "(?:" + "|".join(forms(root.strip()) for root in roots.split("|")) + ")"
