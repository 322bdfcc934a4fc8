"""Numbers as the press prints them: 1.240, 12, "dua belas", "sebelas", "seratus dua puluh lima ribu"."""

from __future__ import annotations

_ONES = {"nol": 0, "satu": 1, "seorang": 1, "sebuah": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}
_ONES |= {"tujuh": 7, "delapan": 8, "sembilan": 9}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_TIMES = {"puluh": 10, "ratus": 100}


def number_value(text: str) -> int | None:
    """The value; None for what is no exact number above zero ("puluhan").

    >>> number_value("dua belas"), number_value("tiga puluh satu"), number_value("1.240"), number_value("seratus lima")
    (12, 31, 1240, 105)
    >>> number_value("seratus dua puluh lima"), number_value("dua ribu tiga ratus"), number_value("dua puluh ribu")
    (125, 2300, 20000)
    >>> number_value("puluhan") is None
    True
    """
    plain = text.replace(".", "").strip()
    if plain.isdigit():
        return int(plain)
    thousands = total = one = 0
    for word in text.split():
        if word == "ribu":
            thousands += (total + one) * 1000
            total = one = 0
        elif word == "belas":
            total, one = total + 10 + one, 0
        elif word in _TIMES:
            total, one = total + one * _TIMES[word], 0
        elif word in _WHOLE:
            total += _WHOLE[word]
        elif word in _ONES:
            one = _ONES[word]
        else:
            return None
    return thousands + total + one or None
