"""Dates, times and numbers in the words of a language. Babel is imported at the first use, not at start-up.

>>> day_text(date(2024, 11, 22), "id"), day_text(date(2024, 11, 22), "en", weekday=False)
('Jumat, 22 November 2024', '22 November 2024')
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from sinetra.ports.clock import Zone

# What the three zones of the country are called on a page.
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
_SHORT = {name: short for short, name in ZONES.items()}
_LOCALES = {"id": "id_ID", "en": "en_GB"}


def _locale(language: str) -> str:
    return _LOCALES.get(language[:2], "id_ID")


@lru_cache(maxsize=4096)
def day_text(day: date, language: str, *, weekday: bool = True) -> str:
    """The date with its day of the week and the month in words."""
    from babel.dates import format_date

    return format_date(day, "EEEE, d MMMM y" if weekday else "d MMMM y", locale=_locale(language))


@lru_cache(maxsize=512)
def month_text(month: str, language: str) -> str:
    """
    >>> month_text("2024-11", "id"), month_text("2024-03", "en")
    ('November 2024', 'March 2024')
    """
    from babel.dates import format_date

    return format_date(date.fromisoformat(f"{month}-01"), "MMMM y", locale=_locale(language))


def zone_named(zone: str | ZoneInfo | Zone) -> ZoneInfo:
    """``WITA``, ``Asia/Makassar``, the zone of ``ports.clock`` or the time zone itself."""
    if isinstance(zone, str):
        return ZoneInfo(ZONES.get(zone, zone))
    return zone if isinstance(zone, ZoneInfo) else zone.info


def instant_text(instant: datetime, zone: str | ZoneInfo | Zone, language: str) -> str:
    """An aware instant on the clocks of ``zone``, which stands behind it.

    >>> from datetime import UTC
    >>> instant_text(datetime(2024, 11, 22, 15, 30, tzinfo=UTC), "WITA", "id")
    '22 November 2024, 23.30 WITA'
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    place = zone_named(zone)
    local = instant.astimezone(place)
    time = f"{local:%H:%M}" if language.startswith("en") else f"{local:%H.%M}"
    name = _SHORT.get(place.key) or place.key
    return f"{day_text(local.date(), language, weekday=False)}, {time} {name}"


@lru_cache(maxsize=8192)
def number_text(number: int | float | Decimal, language: str) -> str:
    """
    >>> number_text(1234.5, "id"), number_text(1234.5, "en")
    ('1.234,5', '1,234.5')
    >>> number_text(-0.0, "id")
    '0'
    """
    from babel.numbers import format_decimal

    # -0.0 is equal to 0, so what the cache keeps for one is what it gives for the other.
    return format_decimal(number or 0, locale=_locale(language))


def size_text(octets: int, language: str) -> str:
    """
    >>> size_text(900, "id"), size_text(1_250_000, "id"), size_text(1_250_000, "en")
    ('900 B', '1,2 MB', '1.2 MB')
    """
    size: float = octets
    unit = "B"
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            break
        size /= 1000
    return f"{number_text(round(size, 1) if unit != 'B' else octets, language)} {unit}"


def moment_text(instant: datetime, on: date, zone: str | ZoneInfo | Zone, language: str) -> str:
    """The instant; where the legal date is another day (paper entered later, a shifted date), the legal date."""
    same = instant.astimezone(zone_named(zone)).date() == on
    return instant_text(instant, zone, language) if same else day_text(on, language, weekday=False)
