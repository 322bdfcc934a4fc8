"""Messages of the command line: Indonesian, or English when SINETRA_LANG or LANG begins with ``en``. No Django here."""

from __future__ import annotations

import gettext as catalogues
import os
from functools import cache
from pathlib import Path


def language() -> str:
    return "en" if (os.environ.get("SINETRA_LANG") or os.environ.get("LANG", "")).startswith("en") else "id"


@cache
def _catalogue(name: str) -> catalogues.NullTranslations:
    locale = Path(__file__).parent.parent / "locale"
    return catalogues.translation("django", locale, languages=[name], fallback=True)


def gettext(message: str) -> str:
    """The message in the language of the person at the keyboard."""
    return message if not message else _catalogue(language()).gettext(message)
