"""Days and instants as people and machines write them: ISO 8601."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.core.errors import BadInput, gettext_noop


def day_written(text: str, *, field: str) -> date:
    """Errors: BadInput naming ``field``.

    >>> day_written("2024-11-20", field="from")
    datetime.date(2024, 11, 20)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _not_a_date(text, field, ("2024-11-20",)) from None


def moment_written(text: str, *, field: str) -> date | datetime:
    """A date, or an instant when there is a time of day. Errors: BadInput naming ``field``.

    >>> moment_written("2024-11-20T14:30", field="from")
    datetime.datetime(2024, 11, 20, 14, 30)
    """
    try:
        return date.fromisoformat(text) if len(text) <= len("2024-11-20") else datetime.fromisoformat(text)
    except ValueError:
        raise _not_a_date(text, field, ("2024-11-20", "2024-11-20T14:30", "2024-11-20T14:30+08:00")) from None


def _not_a_date(text: str, field: str, accepted: tuple[str, ...]) -> BadInput:
    return BadInput(
        gettext_noop("%(field)s: %(value)s bukan tanggal; contoh yang diterima: %(accepted)s"),
        field=field,
        accepted=accepted,
        value=repr(text),
    )
