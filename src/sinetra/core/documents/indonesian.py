"""Days and hours as official letters of the country write them. Letters are Indonesian in every installation."""

from __future__ import annotations

from datetime import date, time

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def day(value: date) -> str:
    """
    >>> day(date(2024, 11, 22))
    '22 November 2024'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def weekday_and_day(value: date) -> str:
    """
    >>> weekday_and_day(date(2024, 11, 22))
    'Jumat, 22 November 2024'
    """
    return f"{_DAYS[value.weekday()]}, {day(value)}"


def hours(starts_at: time | None, ends_at: time | None, zone: str) -> str:
    """
    >>> hours(time(9), time(11, 30), "WITA"), hours(time(9), None, "WIB"), hours(None, None, "WIT")
    ('09.00–11.30 WITA', '09.00 WIB sampai selesai', '')
    """
    if starts_at is None:
        return ""
    first = f"{starts_at:%H.%M}"
    return f"{first} {zone} sampai selesai" if ends_at is None else f"{first}–{ends_at:%H.%M} {zone}"
