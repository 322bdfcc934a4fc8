"""A calendar as text (RFC 5545): hours in UTC, whole days as days. The same plan, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRODUCT = "-//Sinetra//Kalender//ID"
_OCTETS = 75


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """``starts`` is a day, or an aware instant; ``ends`` the last day, or the instant; None when it is not known.

    ``changed`` is an aware instant, ``sequence`` grows with every change. ``cancelled`` keeps it in the calendars that
    have it already.
    """

    uid: str
    title: str
    starts: date | datetime
    ends: date | datetime | None
    changed: datetime
    sequence: int = 0
    place: str = ""
    text: str = ""
    cancelled: bool = False


def calendar(name: str, happenings: Iterable[Happening]) -> bytes:
    """Lines end in CR LF and are folded at 75 octets, never inside a character."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(name)}"]
    for item in happenings:
        lines += _event(item)
    return b"".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(item: Happening) -> list[str]:
    lines = ["BEGIN:VEVENT", f"UID:{item.uid}", f"DTSTAMP:{_instant(item.changed)}", f"SEQUENCE:{item.sequence}"]
    lines.append(f"SUMMARY:{_text(item.title)}")
    lines += _when(item)
    if item.place:
        lines.append(f"LOCATION:{_text(item.place)}")
    if item.text:
        lines.append(f"DESCRIPTION:{_text(item.text)}")
    lines.append(f"STATUS:{'CANCELLED' if item.cancelled else 'CONFIRMED'}")
    return [*lines, "END:VEVENT"]


def _when(item: Happening) -> list[str]:
    if isinstance(item.starts, datetime):
        lines = [f"DTSTART:{_instant(item.starts)}"]
        return [*lines, f"DTEND:{_instant(item.ends)}"] if isinstance(item.ends, datetime) else lines
    # The end of whole days is the day after the last one (RFC 5545, 3.6.1).
    last = item.ends if item.ends is not None and not isinstance(item.ends, datetime) else item.starts
    after = last + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{item.starts:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]


def _instant(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    r"""
    >>> print(_text("Aula; lantai 2, kiri\nnaik"))
    Aula\; lantai 2\, kiri\nnaik
    """
    clean = (
        value.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    )
    return "".join(sign for sign in clean.replace("\n", "\\n") if sign >= " " and sign != "\x7f")


def _folded(line: str) -> bytes:
    """Pieces of at most 75 octets; each but the first begins with the blank that says so."""
    pieces: list[bytes] = []
    here = b""
    for sign in line:
        octets = sign.encode()
        if len(here) + len(octets) > _OCTETS:
            pieces.append(here)
            here = b" "
        here += octets
    return b"\r\n".join([*pieces, here]) + b"\r\n"
