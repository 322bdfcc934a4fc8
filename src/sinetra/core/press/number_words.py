"""Numbers as the press prints them: 1.240, 12, "dua belas", "sebelas", "kedua"."""

from __future__ import annotations

_UNITS = {"satu": 1, "seorang": 1, "sebuah": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
_UNITS |= {"delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_SCALES = {"belas": (1, 10), "puluh": (10, 0), "ratus": (100, 0), "ribu": (1000, 0)}


def number_value(text: str) -> int | None:
    """The value; None for what is no exact number ("puluhan").

    >>> number_value("dua belas"), number_value("tiga puluh satu"), number_value("1.240"), number_value("seratus lima")
    (12, 31, 1240, 105)
    >>> number_value("puluhan") is None
    True
    """
    plain = text.replace(".", "").strip()
    if plain.isdigit():
        return int(plain)
    total = last = 0
    for word in text.split():
        if word in _UNITS:
            last = _UNITS[word]
            total += last
        elif word in _SCALES:
            times, more = _SCALES[word]
            total += last * times + more - last
            last = 0
        else:
            return None
    return total or None
