"""Lines of an explanation: an Indonesian message id with parameters, so that a shell can translate them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sinetra.core.clock.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Line:
    """``params`` hold texts, numbers, dates and catalogue texts in both languages."""

    message: str
    params: Mapping[str, object] = field(default_factory=dict)

    def render(self, translate: Callable[[str], str] = str, language: str = "id") -> str:
        """The line as text. ``translate`` is gettext of the shell; the default leaves the Indonesian source.

        >>> Line("jatuh tempo %(day)s", {"day": date(2024, 11, 4)}).render()
        'jatuh tempo 2024-11-04'
        """
        return translate(self.message) % {name: _plain(value, language) for name, value in self.params.items()}

    def __str__(self) -> str:
        return self.render()


def _plain(value: object, language: str) -> object:
    if isinstance(value, Bilingual):
        return value.en if language == "en" else value.id
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value
