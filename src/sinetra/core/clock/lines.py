"""Lines of an explanation: an Indonesian message id with parameters, so that a shell can translate them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sinetra.core.clock.bilingual import Bilingual


def iso_text(value: date) -> str:
    """ISO 8601; an instant has its minutes."""
    return value.isoformat(sep=" ", timespec="minutes") if isinstance(value, datetime) else value.isoformat()


@dataclass(frozen=True, slots=True)
class Line:
    """``params`` hold texts, numbers, dates and catalogue texts in both languages."""

    message: str
    params: Mapping[str, object] = field(default_factory=dict)

    def render(
        self,
        translate: Callable[[str], str] = str,
        language: str = "id",
        day_text: Callable[[date], str] = iso_text,
    ) -> str:
        """The line as text. ``translate`` is gettext of the shell; the default leaves the Indonesian source.
        ``day_text`` says a date or an instant; machines read ISO, a page may say it in words.

        >>> Line("jatuh tempo %(day)s", {"day": date(2024, 11, 4)}).render()
        'jatuh tempo 2024-11-04'
        """
        return translate(self.message) % {
            name: day_text(value) if isinstance(value, date) else _plain(value, language)
            for name, value in self.params.items()
        }

    def __str__(self) -> str:
        return self.render()


def _plain(value: object, language: str) -> object:
    if isinstance(value, Bilingual):
        return value.en if language == "en" else value.id
    return value
