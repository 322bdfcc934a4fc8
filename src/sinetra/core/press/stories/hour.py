"""The part of the day on which a gathering is: one hall holds one in the morning and another in the afternoon."""

from __future__ import annotations

import re

_LEAD = 450
_PARTS = {"subuh": 0, "pagi": 0, "siang": 1, "sore": 2, "petang": 2, "malam": 3}
_PART = "|".join(_PARTS)
_DAY = r"senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
#: "Selasa (22/10/2024) siang", "kemarin pagi", "Senin pagi"; "pagi tadi", "siang itu", "sore harinya": not "apel pagi".
_SAID = re.compile(
    rf"(?:\b(?:{_DAY}|kemarin|tadi|lusa)|\d{{2}}\)?),? (?:pada )?(?P<after>{_PART})\b"
    rf"|\b(?P<before>{_PART})(?: hari)?,? (?:tadi|ini|itu|kemarin|(?:{_DAY})\b)"
    r"|\b(?:pukul|jam) (?P<clock>[012]?\d)(?:[.:]\d\d)?(?: (?:wib|wita|wit))?\b(?! (?:pagi|siang|sore|malam))"
)
_NOON, _AFTERNOON, _EVENING = 11, 15, 18


def hour(text: str) -> int | None:
    """0 in the morning, 1 about noon, 2 in the afternoon, 3 in the evening; as the lead of ``text`` says."""
    match = _SAID.search(text[:_LEAD].lower())
    if match is None:
        return None
    if match["clock"]:
        return sum(int(match["clock"]) >= begins for begins in (_NOON, _AFTERNOON, _EVENING))
    return _PARTS[match["after"] or match["before"]]
