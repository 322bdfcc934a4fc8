"""Where words that a person copied stand in an article."""

from __future__ import annotations

import re

from sinetra.core.errors import BadInput, gettext_noop

LONGEST = 500


def place_in(text: str, words: str) -> tuple[int, int]:
    """Blanks and line ends may differ; letters may not. Errors: ``BadInput`` on ``words``."""
    parts = words.split()
    if not parts or len(words) > LONGEST:
        raise BadInput(gettext_noop("Salin kata-katanya dari artikel, paling banyak 500 huruf."), field="words")
    found = re.search(r"\s+".join(map(re.escape, parts)), text)
    if found is None:
        raise BadInput(
            gettext_noop("Kata-kata ini tidak ada dalam artikel. Salin persis seperti tercetak."), field="words"
        )
    return found.span()
