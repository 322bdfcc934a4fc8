"""A mistake in a catalogue file, told with file, line and reason."""

from __future__ import annotations

from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop


def fault(path: Path, line: object, reason: object) -> BadInput:
    """``reason`` is for the lawyer who edits the file; it is not translated, as it mostly quotes the file."""
    return BadInput(
        gettext_noop("%(file)s baris %(line)s: %(reason)s"),
        field=path.name,
        code="catalogue",
        file=path.name,
        line=line,
        reason=str(reason),
    )
