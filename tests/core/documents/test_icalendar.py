"""A calendar file that every calendar can read: lines, folding, escapes, days and hours."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.documents.icalendar import Happening, calendar

WITA = timezone(timedelta(hours=8))
CHANGED = datetime(2024, 11, 1, 8, tzinfo=UTC)


def happening(**more: object) -> Happening:
    told = {"uid": "a@sinetra", "title": "Rapat", "starts": date(2024, 11, 25), "ends": None, "changed": CHANGED}
    return Happening(**(told | more))  # type: ignore[arg-type]


def lines(body: bytes) -> list[str]:
    """As a reader of RFC 5545 sees them: unfolded."""
    return body.replace(b"\r\n ", b"").decode().split("\r\n")


def test_an_hour_is_told_in_utc_and_a_day_ends_on_the_next() -> None:
    starts, ends = datetime(2024, 11, 25, 9, tzinfo=WITA), datetime(2024, 11, 25, 11, 30, tzinfo=WITA)
    told = lines(calendar("Program", [happening(starts=starts, ends=ends)]))
    assert "DTSTART:20241125T010000Z" in told
    assert "DTEND:20241125T033000Z" in told
    whole = lines(calendar("Program", [happening(ends=date(2024, 11, 26))]))
    assert "DTSTART;VALUE=DATE:20241125" in whole
    assert "DTEND;VALUE=DATE:20241127" in whole


def test_what_the_standard_asks_of_a_file_and_of_an_event_is_there_once() -> None:
    told = lines(calendar("Program", [happening(), happening(uid="b@sinetra", cancelled=True)]))
    assert told[0] == "BEGIN:VCALENDAR"
    assert told[-2:] == ["END:VCALENDAR", ""]
    for name in ("VERSION", "PRODID"):
        assert sum(line.startswith(f"{name}:") for line in told) == 1
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE"):
        assert sum(line.split(":")[0].split(";")[0] == name for line in told) == 2, name
    assert "STATUS:CANCELLED" in told


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_stays_in_its_line_and_no_line_is_longer_than_75_octets(title: str, place: str) -> None:
    title, place = (text.encode("utf-8", "ignore").decode() for text in (title, place))
    body = calendar(title, [happening(title=title, place=place, text=place)])
    for line in body.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert not re.search(rb"[\x00-\x1f\x7f]", line)
    told = lines(body)
    assert sum(line == "BEGIN:VEVENT" for line in told) == 1
    assert {line.split(":")[0].split(";")[0] for line in told if line} <= {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "SEQUENCE", "SUMMARY"),
        *("DTSTART", "DTEND", "LOCATION", "DESCRIPTION", "STATUS"),
    }


def test_an_injected_line_stays_text() -> None:
    told = lines(calendar("x", [happening(title="Rapat\r\nEND:VEVENT\r\nBEGIN:VALARM")]))
    assert "SUMMARY:Rapat\\nEND:VEVENT\\nBEGIN:VALARM" in told


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert calendar("x", [happening()]) == calendar("x", [happening()])
