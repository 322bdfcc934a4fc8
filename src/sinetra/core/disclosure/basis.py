"""The legal basis of one disclosure: a law with its article. An agreement is a promise and opens no data by itself."""

from __future__ import annotations

import re

from sinetra.core.disclosure.asked import words_of
from sinetra.core.disclosure.rules import DataRules
from sinetra.core.errors import BadInput, gettext_noop

LONGEST = 200
# "pasal 30", "ps. 30 huruf a", "article 30": an article has a number.
_ARTICLE = re.compile(r"\b(?:pasal|ps|art|article)\b\.?\s*\d+", re.IGNORECASE)


def read_basis(instrument: str, article: str, rules: DataRules) -> str:
    """``instrument`` as it is cited, from the catalogue or typed; ``article`` begins with *pasal* and its number.

    Errors: ``BadInput`` on ``instrument`` or ``article``.
    """
    law, place = " ".join(instrument.split()), " ".join(article.split())
    if not law or len(law) > LONGEST:
        raise BadInput(
            gettext_noop("Sebut peraturannya: pilih dari daftar, atau tulis nama dan nomornya."), field="instrument"
        )
    said = words_of(law)
    if any(f" {word} " in said for word in rules.promises):
        raise BadInput(
            gettext_noop("Kesepakatan adalah janji, bukan dasar hukum. Sebut undang-undang atau peraturannya."),
            field="instrument",
            code="promise",
        )
    if not _ARTICLE.search(place) or len(place) > LONGEST:
        raise BadInput(gettext_noop("Sebut pasalnya, misalnya: pasal 30 huruf b."), field="article")
    return f"{law} {place}"
